package stemma

// Reading is all that one article states. Findings are ordered by span, then ID.
type Reading struct {
	Article   ID
	Sentences []Span
	Mentions  []Mention
	Times     []Time
	Quotes    []Quote
	Figures   []Figure
	Events    []Event
	Victims   []Victim
	Problems  []Problem
}

// SentenceAt gives the number of the sentence that holds the byte, or -1.
func (r *Reading) SentenceAt(at int) int {
	lo, hi := 0, len(r.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		switch s := r.Sentences[mid]; {
		case at < s.Start:
			hi = mid
		case at >= s.End:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}
