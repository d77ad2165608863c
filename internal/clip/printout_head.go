package clip

// maxHead is how many lines stand above an entry's text at most.
const maxHead = 24

// head settles the lines around an entry's text: which is the headline, which name the
// outlet, the day and the authors. It reports whether the entry has a headline and text.
func (l *layout) head(r *entry) bool {
	first := r.from
	numbered := l.opensEntry(&l.ps[first])
	if numbered {
		l.ps[first].settled()
		first++
	}
	day, text := -1, -1
	var plain []int // lines without a label, above the text
	counted := false
	for i := first; i < r.to && i < first+maxHead; i++ {
		p := &l.ps[i]
		kind, at := l.announced(p)
		switch {
		case kind == "body":
			p.settled()
			text = i + 1
		case kind != "":
			l.labelled(r, i, kind, at)
		case l.counts(p):
			p.settled()
			counted = true
		case p.kind == kDate && day < 0:
			day = i
		case p.kind == kCopyright:
		case p.kind == kProse && p.n >= 12:
			text = i
		default:
			plain = append(plain, i)
		}
		if text >= 0 {
			break
		}
	}
	if text < 0 || day < 0 && r.headline < 0 {
		return false
	}
	l.unlabelled(r, plain, day, numbered, counted)
	l.tail(r, text)
	return r.headline >= 0
}

// labelled settles a line with a label.
func (l *layout) labelled(r *entry, i int, kind string, at int) {
	p := &l.ps[i]
	switch kind {
	case "headline":
		p.kind, p.mark, p.info, p.lead, p.split = kTitle, "", nil, at, len(p.text)
		r.headline = i
	case "byline":
		l.writer(p, at)
	case "outlet":
		p.origin(at)
	case "day":
		l.entryDay(p)
	default:
		p.settled()
	}
}

// unlabelled settles the lines without labels above a text. Archives print them in three
// orders: outlet, day, edition, headline below a number; headline, author, number of words,
// day, outlet and codes; headline, outlet, day.
func (l *layout) unlabelled(r *entry, plain []int, day int, numbered, counted bool) {
	above, below := plain, []int(nil)
	for k, i := range plain {
		if day >= 0 && i > day {
			above, below = plain[:k], plain[k:]
			break
		}
	}
	title, outlet := -1, -1
	switch {
	case numbered:
		title, outlet = last(below), first(above)
	case counted:
		title, outlet = first(above), first(below)
	default:
		title = first(above)
		if len(above) > 1 {
			outlet = last(above)
		}
	}
	if r.headline < 0 {
		r.headline = title
	}
	for _, i := range plain {
		switch p := &l.ps[i]; {
		case i == r.headline && p.split == 0:
			p.kind, p.mark, p.info = kTitle, "", nil
		case i == r.headline:
		case i == outlet:
			p.origin(0)
		default:
			p.settled()
		}
	}
}

func first(is []int) int {
	if len(is) == 0 {
		return -1
	}
	return is[0]
}

func last(is []int) int {
	if len(is) == 0 {
		return -1
	}
	return is[len(is)-1]
}

// tail settles the labelled lines below an entry's text.
func (l *layout) tail(r *entry, text int) {
	for i := r.to - 1; i > text; i-- {
		p := &l.ps[i]
		if kind, _ := l.announced(p); kind == "" && p.kind != kCopyright && p.kind != kNav {
			return
		}
		p.settled()
	}
}
