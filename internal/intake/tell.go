package intake

import (
	"cmp"
	"fmt"
	"path"
	"sort"
	"strings"

	"stemma"
)

// page hands on a page made of an item: where it lies, its ID, and with the first page
// of a file the file's bytes. Members of one name are told apart by a number.
func (f *opened) page(it *item, p stemma.Page, notes []note) bool {
	p.SHA256, p.Member, p.Format = f.sum, it.member, string(it.kind)
	if it.url != "" {
		p.URL = it.url
	}
	p.Captured = cmp.Or(p.Captured, it.captured)
	p.Meta = stemma.Meta{
		Title: cmp.Or(p.Meta.Title, it.stated.Title), Byline: cmp.Or(p.Meta.Byline, it.stated.Byline), Outlet: cmp.Or(p.Meta.Outlet, it.stated.Outlet),
		URL: p.Meta.URL, Lang: cmp.Or(p.Meta.Lang, it.stated.Lang), Published: cmp.Or(p.Meta.Published, it.stated.Published),
	}
	if n := f.seen[p.Member]; n > 0 {
		f.seen[p.Member]++
		p.Member = fmt.Sprintf("%s~%d", p.Member, n+1)
	} else {
		f.seen[p.Member] = 1
	}
	f.place(&p, f.name)
	for _, n := range it.notes {
		notes = append(notes, note{n, "What could be read of it was read."})
	}
	for _, n := range notes {
		p.Problems = append(p.Problems, stemma.Problem{Page: p.ID, Source: f.source(p.Member), Step: "intake", Message: strings.ToValidUTF8(n.message, "\uFFFD"), Hint: n.hint})
	}
	in := Input{Page: p, Body: f.body}
	if f.big && f.pages == 0 {
		in.Open = f.whole
	}
	f.body = nil
	f.pages++
	return f.yield(in, nil)
}

// note is trouble with a page that was read all the same.
type note struct{ message, hint string }

// source names a part of the file as problems do.
func (f *opened) source(member string) string {
	name := f.name
	if f.alone {
		name = path.Base(name)
	}
	if member != "" {
		name += "#" + member
	}
	return name
}

// trouble tells why an item gives no page. Of very many problems of one file the rest
// is counted.
func (f *opened) trouble(it *item, t *trouble) bool {
	if f.problems++; f.problems > maxProblems {
		return true
	}
	return f.problem(f.source(it.member), t.message, t.hint)
}

// rest tells at the file's end what was not told one by one, and what was passed over.
func (f *opened) rest() bool {
	if n := f.problems - maxProblems; n > 0 && !f.problem(f.source(""), fmt.Sprintf("%d more parts of it could not be read", n), "See the parts named before.") {
		return false
	}
	if len(f.passed) > 0 {
		kinds := make([]string, 0, len(f.passed))
		for k := range f.passed {
			kinds = append(kinds, k)
		}
		sort.Strings(kinds)
		for i, k := range kinds {
			kinds[i] = fmt.Sprintf("%s (%d)", k, f.passed[k])
		}
		if !f.tell(stemma.Passed, f.source(""), "parts of it were passed over: "+strings.Join(kinds, ", "), passedHint) {
			return false
		}
	}
	if f.pages == 0 && f.problems == 0 {
		return f.problem(f.source(""), "the file holds no page", "If there are pages in it, save them as HTML or text.")
	}
	return true
}

// unknown says why an item of no known kind is not read.
func (f *opened) unknown(it *item, body []byte) bool {
	head := body[:min(len(body), 512)]
	if t := noText(head); t != nil {
		return f.trouble(it, t)
	}
	what := "files without an ending such as .txt"
	if ext := path.Ext(it.name); ext != "" {
		what = "files of the kind “" + ext + "”"
	}
	return f.trouble(it, &trouble{what + " cannot be read",
		"Saved pages are read as .txt, .html, .pdf, .docx, .jsonl, .warc and more (see “stemma add --help”); rename or convert the file."})
}
