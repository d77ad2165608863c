package export

import (
	"cmp"
	"context"
	"io"
	"strconv"
	"strings"

	"stemma"
)

// texts hands the texts of a source to yield, each once, in the order of the records.
func (s *Source) texts(ctx context.Context, yield func(*row) error) error {
	if _, err := s.of("article"); err != nil {
		return err
	}
	return s.rows(ctx, []string{"article"}, yield)
}

// note says of a text how it can be found and checked: it is a text of a page, from the
// first to the last of its characters.
func note(r *row) string {
	return "text " + string(r.text.ID) + "; family " + string(r.text.Family) + "; page " + r.text.Source + ", characters " + written(r.Start) + "–" + written(r.End) +
		", SHA-256 " + r.text.SHA256
}

// writeCSL writes the texts as CSL-JSON, which Zotero, pandoc and citeproc read.
func writeCSL(ctx context.Context, w io.Writer, s *Source) error {
	var out *items
	if _, err := io.WriteString(w, "["); err != nil {
		return err
	}
	out = &items{w: w}
	if err := s.texts(ctx, func(r *row) error {
		t := r.text
		var authors []object
		for _, name := range t.Byline {
			authors = append(authors, object{"literal": name})
		}
		item := without(object{
			"id": string(t.ID), "type": "article-newspaper", "title": t.Title, "container-title": t.Outlet, "author": authors, "URL": t.URL,
			"language": undetermined(t.Lang), "issued": dateParts(t.Published), "accessed": dateParts(t.Captured), "note": note(r), "source": before("first in ", t.Credit),
		})
		return out.add(item)
	}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n]\n")
	return err
}

// undetermined gives a language, "" for one that is not known.
func undetermined(lang string) string {
	if lang == "und" {
		return ""
	}
	return lang
}

// dateParts gives a date as CSL has it: its parts where it is a day, a month or a year of
// the calendar, else as it is.
func dateParts(d stemma.Date) object {
	if d == "" {
		return nil
	}
	day := iso(d)
	if day == "" {
		return object{"literal": string(d)}
	}
	var parts []int
	for _, p := range strings.Split(day, "-") {
		n, err := strconv.Atoi(p)
		if err != nil {
			return object{"literal": string(d)}
		}
		parts = append(parts, n)
	}
	return object{"date-parts": [][]int{parts}}
}

// writeBibTeX writes the texts for LaTeX (biblatex knows all fields, BibTeX leaves out
// those that it does not know). Names are in braces: they are not cut into given and family
// names, which no text tells.
func writeBibTeX(ctx context.Context, w io.Writer, s *Source) error {
	p := &lines{w: w}
	err := s.texts(ctx, func(r *row) error {
		t := r.text
		var authors []string
		for _, name := range t.Byline {
			authors = append(authors, "{"+inTeX(name)+"}")
		}
		p.line("@article{%s,", t.ID)
		for _, f := range [][2]string{
			{"title", "{" + inTeX(cmp.Or(t.Title, "Untitled text")) + "}"}, {"author", strings.Join(authors, " and ")}, {"journal", inTeX(t.Outlet)},
			{"date", iso(t.Published)}, {"year", firstPart(iso(t.Published))}, {"url", inURL(t.URL)}, {"urldate", iso(t.Captured)},
			{"langid", undetermined(t.Lang)}, {"note", inTeX(note(r))},
		} {
			if f[1] != "" {
				p.line("  %s = {%s},", f[0], f[1])
			}
		}
		p.line("}\n")
		return p.err
	})
	return cmp.Or(err, p.err)
}

// firstPart gives the year of a date.
func firstPart(day string) string {
	year, _, _ := strings.Cut(day, "-")
	return year
}

// inTeX escapes what TeX would take for a command; braces would unbalance the entry.
func inTeX(s string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash `, "{", "(", "}", ")", "%", `\%`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "~", `\textasciitilde `, "^", `\textasciicircum `, "\n", " ", "\r", " ",
	).Replace(s)
}

// inURL keeps an address from ending its field.
func inURL(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", "\n", "", "\r", "", " ", "%20").Replace(s)
}

// writeRIS writes the texts for reference managers (RIS, the type NEWS).
func writeRIS(ctx context.Context, w io.Writer, s *Source) error {
	var failed error
	line := func(tag, words string) {
		if words = strings.TrimSpace(oneLine(words)); words != "" && failed == nil {
			_, failed = io.WriteString(w, tag+"  - "+words+"\r\n")
		}
	}
	err := s.texts(ctx, func(r *row) error {
		t := r.text
		line("TY", "NEWS")
		line("ID", string(t.ID))
		line("TI", t.Title)
		for _, name := range t.Byline {
			line("AU", name)
		}
		line("T2", t.Outlet)
		line("PY", firstPart(iso(t.Published)))
		line("DA", strings.ReplaceAll(iso(t.Published), "-", "/"))
		line("UR", t.URL)
		line("LA", undetermined(t.Lang))
		line("N1", note(r))
		if failed == nil {
			_, failed = io.WriteString(w, "ER  - \r\n\r\n")
		}
		return failed
	})
	return cmp.Or(err, failed)
}
