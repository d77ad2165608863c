package clip

import (
	"strings"
	"unicode"
)

// headline chooses among the lines above an anchor that could be the headline: the
// one nearest to it; the line just above that instead, when nothing stands between
// and it is no mere name. Of two equal lines the later counts.
func (l *layout) headline(i int) int {
	a := l.anchor(i)
	best := -1
	for j := i; j < a; j++ {
		p := &l.ps[j]
		if p.kind != kTitle {
			continue
		}
		switch {
		case best < 0, same(p, &l.ps[best]), l.nameLike(&l.ps[best]) && !l.nameLike(p):
			best = j
		case p.gap == 0 && !l.nameLike(&l.ps[best]), l.standfirst(&l.ps[best], p):
		case !l.nameLike(p):
			best = j
		}
	}
	return best
}

// standfirst reports whether a line sums up the headline above it: that one is written with
// capitals, as English headlines are, and this one as a sentence is.
func (l *layout) standfirst(headline, p *para) bool {
	return headline.n >= 4 && p.n >= 6 && capitalShare(headline) >= 0.6 && capitalShare(p) < 0.4
}

// capitalShare gives the share of a line's words of more than three letters that begin with a
// capital, from 0 to 1.
func capitalShare(p *para) float64 {
	long, capital := 0, 0
	for _, w := range p.words {
		if len(w.fold) <= 3 {
			continue
		}
		long++
		if !unicode.IsLower(firstRune(p.text[w.start:])) {
			capital++
		}
	}
	if long == 0 {
		return 0
	}
	return float64(capital) / float64(long)
}

// belowHeadline reports whether only lines about author, date and the like stand
// between a line and a possible headline above it.
func (l *layout) belowHeadline(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch l.ps[j].kind {
		case kTitle:
			return true
		case kTags, kPosted, kShare, kInfo, kDate, kCaption, kCredit:
		default:
			return false
		}
	}
	return false
}

// repeated reports whether the paragraph below a line begins with the same words: a
// headline cut from its text, as news in brief have it.
func (l *layout) repeated(i int) bool {
	if i+1 >= len(l.ps) || l.ps[i].n < 4 || l.ps[i+1].kind != kProse && l.ps[i+1].kind != kTitle {
		return false
	}
	next := &l.ps[i+1]
	n := l.inlineDateline(next)
	rest := next.text[n:]
	return len(rest) > len(l.ps[i].text) && strings.HasPrefix(letterForm(rest), letterForm(l.ps[i].text))
}

// bodyFollows reports whether an article's text stands below a headline without a
// line about author or date.
func (l *layout) bodyFollows(i int) bool {
	words := 0
	for j := i + 1; j < len(l.ps) && j <= i+5; j++ {
		switch p := &l.ps[j]; p.kind {
		case kProse, kItem:
			words += p.n
			if words >= 12 {
				return true
			}
		case kTitle:
			if same(p, &l.ps[i]) {
				return true
			}
			words += p.n
		case kCaption, kCredit, kPlaceholder, kDateline, kShare:
		default:
			return words >= 8
		}
		if words >= 12 {
			return true
		}
	}
	return words >= 5
}

// topTitle finds the headline of a page's first article, above its text, where no
// line about author or date shows it: the line nearest to the text that is no mere
// name, else the nearest.
func (l *layout) topTitle(body int) int {
	if body >= len(l.ps) {
		return -1
	}
	best := -1
	var seen []int
	for i := body - 1; i >= 0 && len(seen) < 12; i-- {
		p := &l.ps[i]
		if p.kind == kNav || p.kind == kSeparator && best >= 0 {
			if best >= 0 {
				break
			}
			continue
		}
		if p.kind == kDate && best >= 0 {
			break // an issue's date, below the page's name
		}
		if p.kind != kTitle || latin(p.text) != l.latin {
			continue
		}
		if l.repeated(i) {
			return i
		}
		for _, j := range seen {
			if same(p, &l.ps[j]) && p.n >= 3 {
				return j // the page's title, then the headline
			}
		}
		seen = append(seen, i)
		switch {
		case best < 0, l.nameLike(&l.ps[best]) && !l.nameLike(p):
			best = i
		case p.gap > 1 && i > 0, l.nameLike(p):
		case l.ps[best].n < 5 && p.n > l.ps[best].n, l.ps[best].n > p.n && p.n >= 4:
			best = i // the nearer line is a kicker or a standfirst
		}
	}
	return best
}
