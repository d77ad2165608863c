package clip

import (
	"cmp"
	"strings"

	"stemma"
)

// dates decides which of the dates found is that of publication: of an HTML page the one that the
// article's own container states, where there are several, or its metadata, then that of its
// address, then that of a line beside the headline; of other pages the line first. The date of a
// page that says it took the text from elsewhere is that of the repost.
//
// A letter's own line goes before the day on which the letter was sent, and so does the day
// of the letter that it hands on.
func (l *layout) dates(a *stemma.Article, c cut, f found) {
	own, from := firstDate(f.head, f.above, l.groupDay(c.from), l.issueDay()), "text"
	if own == "" && f.posted == "" && f.dateline != "" {
		own, from = f.dateline, "dateline"
	}
	if own == "" && f.posted == "" {
		own = l.handed.sent
	}
	page := l.html && l.page.Format != "eml" // a letter's day is that of sending it
	if stated, source := l.statedDate(c); stated != "" && (page || own == "") {
		if own != "" && f.posted == "" && a.Credit.Name != "" && own.Compare(stated) < 0 && !own.Meets(stated) {
			f.posted = stated // the line beside the headline is older: the page took it over
		} else if l.several && own != "" && source != "entry" && !own.Meets(stated) {
			// what the page states is of the page
		} else if source == "entry" {
			own, from = stated, "meta"
		} else if source == "meta" || page || f.posted == "" {
			own, from = stated, source
		}
	}
	if own == "" && f.posted == "" && l.html {
		own = l.seenDate(c)
	}
	switch {
	case f.origin.Name != "" && f.provenance != "":
		a.Published, a.PublishedFrom = f.provenance, "text"
		a.Reposted = firstDate(f.posted, own)
	case f.origin.Name != "":
		a.Reposted = firstDate(f.posted, own)
	case own != "":
		a.Published, a.PublishedFrom = own, from
		if f.posted != "" && (a.Credit.Name != "" || l.mixed) {
			a.Reposted = f.posted
		}
	case f.posted != "":
		a.Published, a.PublishedFrom = f.posted, "text"
	}
}

// statedDate gives the date that an article of several states for itself, or else a page's
// metadata, or else its address, and which of them it is.
func (l *layout) statedDate(c cut) (day stemma.Date, source string) {
	if day := l.entryDate(c); day != "" {
		return day, "entry"
	}
	if l.page.Meta.Published != "" {
		return l.page.Meta.Published, "meta"
	}
	return firstDate(urlDate(l.page.URL), urlDate(l.page.Meta.URL)), "url"
}

// entryDate gives what the first time element says in the container of an article, where
// its page holds several: a live blog's posts have an hour each.
func (l *layout) entryDate(c cut) stemma.Date {
	unit := l.ps[c.first].unit
	if !l.several || unit == 0 {
		return ""
	}
	for i := max(c.first-nearTop, 0); i < min(c.last+3, len(l.ps)); i++ {
		if p := &l.ps[i]; p.unit == unit && p.date != "" {
			return p.date
		}
	}
	return ""
}

// seenDate looks for a date in the short blocks around an HTML page's headline, below
// it first, then above it, then below the text.
func (l *layout) seenDate(c cut) stemma.Date {
	in := func(from, to int) stemma.Date {
		for i := max(from, 0); i < to && i < len(l.ps); i++ {
			p := &l.ps[i]
			if p.kind == kProse && p.n >= 20 && from > c.first-1 && i <= c.last {
				return "" // the text begins
			}
			if p.n > 24 || p.kind == kRelated || p.kind == kTeaser || p.kind == kCaption || p.link && p.kind != kDate {
				continue
			}
			if ds := l.datesIn(p.text, p.words); len(ds) > 0 && ds[0].day > 0 {
				return ds[0].date(cmp.Or(l.order, l.languageOrder()))
			}
		}
		return ""
	}
	return firstDate(in(c.first+1, c.first+12), in(c.first-5, c.first), in(c.last+1, c.last+5))
}

func firstDate(ds ...stemma.Date) stemma.Date {
	for _, d := range ds {
		if d != "" {
			return d
		}
	}
	return ""
}

// urlDate reads the date in a page's address: /2022/03/06/ or /2022-03-06.
func urlDate(url string) stemma.Date {
	part := strings.FieldsFunc(url, func(r rune) bool { return !(r >= '0' && r <= '9') && r != '-' })
	for i, p := range part {
		if len(p) == 4 && i+2 < len(part) && len(part[i+1]) == 2 && len(part[i+2]) >= 2 && strings.Contains(url, "/"+p+"/"+part[i+1]+"/") {
			d := dated{year: number(p), month: number(part[i+1]), day: number(strings.SplitN(part[i+2], "-", 2)[0])}
			if len(strings.SplitN(part[i+2], "-", 2)[0]) == 2 && strings.Contains(url, "/"+p+"/"+part[i+1]+"/"+part[i+2]) && d.valid() && d.year > 1990 {
				return d.date('d')
			}
		}
		if len(p) >= 10 && p[4] == '-' && p[7] == '-' {
			d := dated{year: number(p[:4]), month: number(p[5:7]), day: number(p[8:10])}
			if d.valid() && d.year > 1990 {
				return d.date('d')
			}
		}
	}
	return ""
}
