package clip

import (
	"strings"

	"stemma"
)

// found is what the lines around an article say of its origin.
type found struct {
	authors  []stemma.Named
	outlet   stemma.Named // named beside the headline
	outletAt stemma.Span
	origin   stemma.Named // named by a provenance line, or a name and date at the end
	originAt stemma.Span
	posters  []stemma.Named // “Posted by”: the authors, where nothing else is said of the text
	agency   stemma.Named   // of the dateline
	agencyAt stemma.Span

	head, above, posted, provenance, dateline stemma.Date // above: beside the headline, but over it
}

// credits fills in who wrote, for whom, and when.
func (l *layout) credits(a *stemma.Article, c cut) {
	f := l.look(a, c)
	a.Byline = f.authors
	switch {
	case len(a.Byline) > 0:
	case l.handed != (forwarded{}):
		a.Byline = metaAuthors(l.handed.sender)
	case len(l.page.Meta.Byline) > 0:
		a.Byline = metaAuthors(l.page.Meta.Byline)
	}
	if len(a.Byline) == 0 && f.origin.Name == "" && f.outlet.Name == "" {
		a.Byline = f.posters
	}
	if len(a.Byline) == 0 && l.author.Name != "" {
		a.Byline = []stemma.Named{l.author}
	}
	a.Outlet, a.OutletAt = l.owner, l.ownerAt
	switch {
	case f.origin.Name != "" && letterForm(f.origin.Name) != letterForm(a.Outlet.Name):
		a.Credit, a.CreditAt = f.origin, f.originAt
	case f.outlet.Name != "" && a.Outlet.Name != "" && letterForm(f.outlet.Name) != letterForm(a.Outlet.Name):
		a.Credit, a.CreditAt = f.outlet, f.outletAt
	case f.outlet.Name == "" && f.agency.Name != "" && letterForm(f.agency.Name) != letterForm(a.Outlet.Name):
		a.Credit, a.CreditAt = f.agency, f.agencyAt
	}
	if a.Outlet.Name == "" {
		a.Outlet, a.OutletAt = f.outlet, f.outletAt
	}
	a.Outlet.Span = l.within(a, a.OutletAt)
	a.Credit.Span = l.within(a, a.CreditAt)
	l.dates(a, c, f)
}

// reposts reports whether the page shows articles of other outlets: lines beside its
// headlines name them.
func (l *layout) reposts() bool {
	if l.owner.Name == "" {
		return false
	}
	for i := range l.ps {
		if p := &l.ps[i]; p.kind == kInfo && p.info.outlet.end > 0 && letterForm(p.info.outlet.of(p.text)) != letterForm(l.owner.Name) {
			return true
		}
	}
	return false
}

// look reads the lines around an article: those above its text, and its footer.
func (l *layout) look(a *stemma.Article, c cut) found {
	var f found
	body := false
	from, to := c.from, c.to
	if l.html { // the rest of an HTML page speaks of other things
		from, to = max(from, c.first-6), min(to, c.last+7)
	}
	for i := from; i < to; i++ {
		p := &l.ps[i]
		if p.kind == kTeaser || p.kind == kRelated || p.kind == kComments {
			if i > c.last {
				break
			}
			continue
		}
		if p.kind == kProse && p.n >= 8 && (i > c.first || c.title < 0) {
			if !body || c.title < 0 && i <= c.first+2 && f.agency.Name == "" {
				l.agency(&f, a, p)
			}
			body = true
		}
		if p.info == nil || i > c.last && p.kind == kTitle || p.kind == kInfo && body && i <= c.last && i > c.first+nearTop {
			continue
		}
		l.line(&f, a, p, i > c.last)
	}
	return f
}

// line takes what one line says.
func (l *layout) line(f *found, a *stemma.Article, p *para, after bool) {
	in := p.info
	var day stemma.Date
	if len(in.dates) > 0 && (in.dates[0].day > 0 || !p.link) { // a link to a month leads to an archive
		day = in.dates[0].date(l.order)
	}
	switch {
	case p.kind == kCaption || p.kind == kCredit:
	case after && p.kind == kInfo && l.ownName(p):
		f.posted = firstDate(f.posted, day)
	case p.kind == kProvenance, after && p.kind == kInfo && in.outlet.end > 0 && !in.byline && !l.html:
		if f.origin.Name == "" {
			f.origin, f.originAt = named(p, in.outlet)
			f.provenance = day
		}
		if p.kind == kInfo && strings.ContainsRune("–—-", firstRune(p.text)) {
			f.authors = l.people(f.authors, a, p) // a signature
		}
	case p.kind == kPosted:
		if f.posted == "" && p.mark != "updated" {
			f.posted = day
		}
		if in.outlet.end > 0 && !after && f.outlet.Name == "" && p.mark == "posted_by" {
			f.outlet, f.outletAt = named(p, in.outlet)
		}
		f.posters = l.people(f.posters, a, p)
	case p.kind == kDateline:
		f.dateline = firstDate(f.dateline, day)
	case after && p.kind == kDate:
		f.posted = firstDate(f.posted, day)
	case after:
	default:
		if p.span.Start < a.Start {
			f.above = day // the nearest counts
		} else if f.head == "" {
			f.head = day
		}
		if f.outlet.Name == "" && in.outlet.end > 0 {
			f.outlet, f.outletAt = named(p, in.outlet)
		}
		f.authors = l.people(f.authors, a, p)
	}
}

// people adds the people that a line names.
func (l *layout) people(known []stemma.Named, a *stemma.Article, p *para) []stemma.Named {
	for _, pt := range p.info.authors {
		n, s := named(p, pt)
		n.Span = l.within(a, s)
		if !hasAuthor(known, n.Name) {
			known = append(known, n)
		}
	}
	return known
}

// named gives a name in a line, and where it stands on the page.
func named(p *para, pt part) (stemma.Named, stemma.Span) {
	if pt.end == 0 {
		return stemma.Named{}, stemma.Span{}
	}
	s := stemma.Span{Start: p.span.Start + pt.start, End: p.span.Start + pt.end}
	return stemma.Named{Name: strings.Join(strings.Fields(pt.of(p.text)), " ")}, s
}

func hasAuthor(as []stemma.Named, name string) bool {
	for _, a := range as {
		if letterForm(a.Name) == letterForm(name) {
			return true
		}
	}
	return false
}

// within gives a place on the page as a place in the article; the empty span when it
// is not in it.
func (l *layout) within(a *stemma.Article, s stemma.Span) stemma.Span {
	if s.Empty() || s.Start < a.Start || s.End > a.Start+len(a.Text) {
		return stemma.Span{}
	}
	return s.Shift(-a.Start)
}

// agency reads the agency in a dateline's brackets.
func (l *layout) agency(f *found, a *stemma.Article, p *para) {
	n := l.inlineDateline(p)
	if ds := l.datelineDates(p.text[:n]); len(ds) > 0 {
		f.dateline = firstDate(f.dateline, ds[0].date(l.order))
	}
	open, shut := strings.Index(p.text[:n], "("), strings.Index(p.text[:n], ")")
	if open < 0 || shut < open {
		return
	}
	name := strings.TrimSpace(p.text[open+1 : shut])
	if name == "" || len(strings.Fields(name)) > 4 || strings.ContainsAny(name, "0123456789") {
		return
	}
	f.agency = stemma.Named{Name: name}
	at := p.span.Start + open + 1 + strings.Index(p.text[open+1:shut], name)
	f.agencyAt = stemma.Span{Start: at, End: at + len(name)}
}
