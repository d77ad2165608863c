package clip

// A page that only lists others has at least so many announcements, and outside them hardly
// any words.
const minCards, maxLoose = 4, 40

// listing reports whether an HTML page only leads to articles, as front pages and sections
// do: linked headings with at most one paragraph below each, no text under any other heading,
// and hardly any text besides. A person who keeps such lists as texts sends or writes them:
// mail, feeds and Markdown are not asked.
func (l *layout) listing() bool {
	switch l.page.Format {
	case "eml", "md", "feed":
		return false
	}
	cards, loose := 0, 0
	linked, heading, below := false, false, 0
	for i := range l.ps {
		p := &l.ps[i]
		if h := p.heading(); h > 0 {
			linked, heading, below = p.link && p.n >= 2, true, 0
			continue
		}
		if p.kind != kProse && p.kind != kReadmore && p.kind != kTeaser || p.n < 6 || p.link {
			continue
		}
		switch below++; {
		case linked && below == 1:
			cards++
		case heading && below == 1:
			return false // a headline with its text
		default:
			loose += p.n
		}
	}
	return cards >= minCards && loose < maxLoose
}
