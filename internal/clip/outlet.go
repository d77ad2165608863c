package clip

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"stemma"
)

// ownName reports whether the name in a line is that of the page's own outlet.
func (l *layout) ownName(p *para) bool {
	name := p.info.outlet
	if name.end == 0 && len(p.info.authors) == 1 {
		name = p.info.authors[0]
	}
	return name.end > 0 && letterForm(name.of(p.text)) == letterForm(l.owner.Name)
}

// outlet tells whose page it is: its metadata say so, or its masthead does, or the
// copyright line.
func (l *layout) outlet() (stemma.Named, stemma.Span) {
	if l.page.Meta.Outlet != "" {
		return stemma.Named{Name: l.page.Meta.Outlet}, stemma.Span{}
	}
	if l.page.Format == "eml" {
		return stemma.Named{}, stemma.Span{} // a letter stands under no masthead
	}
	if len(l.entries) > 0 {
		return stemma.Named{}, stemma.Span{} // each of the entries has its own
	}
	if l.issue != nil {
		name, at := named(l.issue, l.issue.info.outlet)
		return name, at
	}
	owner, at := l.copyrightOwner()
	if i := l.mastheadLine(owner); i >= 0 {
		p := &l.ps[i]
		name := strings.Join(strings.Fields(p.text), " ")
		if owner != "" {
			name = owner
		}
		return stemma.Named{Name: name}, p.span
	}
	return stemma.Named{Name: owner}, at
}

// mastheadLine finds the line at the page's top that names the outlet; -1 when there
// is none. The top is what stands above the first headline and its lines.
func (l *layout) mastheadLine(owner string) int {
	for i := 0; i < l.top && i < 3; i++ {
		p := &l.ps[i]
		letters := 0
		for _, r := range p.text {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if p.n > 7 || letters < 3 || strings.ContainsAny(p.text, "|>·") || p.kind != kTitle && p.kind != kItem && p.kind != kProse && p.kind != kOutside || p.n == 0 {
			continue
		}
		if owner != "" && letterForm(owner) == letterForm(p.text) || l.masthead(p.text) {
			return i
		}
		if i == 0 && l.nameLike(p) && l.top >= 2 && letterForm(p.text) != letterForm(l.author.Name) && !(i+1 < len(l.ps) && (l.ps[i+1].kind == kDate || same(p, &l.ps[i+1]))) && !l.html {
			return i
		}
	}
	return -1
}

// copyrightOwner reads the owner's name in the copyright line.
func (l *layout) copyrightOwner() (string, stemma.Span) {
	for i := len(l.ps) - 1; i >= 0; i-- {
		p := &l.ps[i]
		if p.kind != kCopyright {
			continue
		}
		first, last, next := -1, -1, 0
		for k, w := range p.words {
			if k < next {
				continue
			}
			if k > 0 && strings.ContainsAny(between(p.text, p.words, k), ".|,;") && first >= 0 {
				break
			}
			upper := !unicode.IsLower(firstRune(p.text[w.start:])) && number(w.fold) == 0
			if kind, n := l.furniture.kindAt(p.words, k); kind == "copyright" {
				if first >= 0 {
					break
				}
				next = k + n // “All Rights Reserved”
				continue
			}
			if upper && first < 0 {
				first = k
			}
			if first >= 0 {
				last = k
			}
		}
		if first < 0 || last-first > 5 {
			continue
		}
		s, e := p.words[first].start, p.words[last].end
		if slices.Contains(l.authors, letterForm(p.text[s:e])) {
			continue // the author's own
		}
		return p.text[s:e], stemma.Span{Start: p.span.Start + s, End: p.span.Start + e}
	}
	return "", stemma.Span{}
}

// fullNames gives each author the fullest form of the name on this page: “W. T. Ash
// Jr.” for “W.T. Ash”. Names in capitals are written as names are.
func (l *layout) fullNames(as []stemma.Article) {
	var all []string
	seen := map[string]bool{}
	for i := range as {
		for k := range as[i].Byline {
			n := &as[i].Byline[k]
			n.Name = spelled(n.Name)
			if !seen[n.Name] && len(all) < maxAuthors {
				seen[n.Name] = true
				all = append(all, n.Name)
			}
		}
	}
	sort.Slice(all, func(i, j int) bool { return len(all[i]) > len(all[j]) || len(all[i]) == len(all[j]) && all[i] < all[j] })
	for i := range as {
		for k := range as[i].Byline {
			n := &as[i].Byline[k]
			for _, full := range all {
				rest, ok := strings.CutPrefix(letterForm(full), letterForm(n.Name))
				if kind, _ := l.bylines.kindAt([]word{{fold: rest}}, 0); ok && (rest == "" || kind == "suffix") {
					n.Name = full
					break
				}
			}
		}
	}
}

// spelled writes a name as names are written: a space after an initial's dot, and
// capitals only where a word begins.
func spelled(name string) string {
	shouting := name == strings.ToUpper(name)
	var b strings.Builder
	var last, last2 rune
	for _, r := range name {
		if last == '.' && unicode.IsUpper(r) && unicode.IsUpper(last2) {
			b.WriteByte(' ')
		}
		if shouting && unicode.IsLetter(last) {
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
		last2, last = last, r
		if shouting && unicode.IsLetter(r) {
			last = r
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// metaAuthors splits the authors that metadata name.
func metaAuthors(s string) (as []stemma.Named) {
	for _, name := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' }) {
		if name = strings.TrimSpace(name); name != "" && len(name) <= 80 && len(as) < 12 {
			as = append(as, stemma.Named{Name: name})
		}
	}
	return as
}
