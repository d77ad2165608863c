package event

import (
	"stemma/internal/text"
	"stemma/lang"
)

// partiesFrom gives the parties that begin at the token, behind articles and other words
// that belong to the phrase.
func (f *finder) partiesFrom(at int) []party {
	for i := at; i < f.s.End && i < at+5; i++ {
		if p := f.partiesAt(i); p != nil {
			return p
		}
		if n, v := f.d.Longest(f.k.titles, i, f.s.End); n > 0 && lang.Flag(v, "office") {
			return f.holder(i + n)
		}
		if n := f.bounded(i); n > 0 {
			i += n - 1
			continue
		}
		if f.plain(i) && (f.d.Tokens[i].Case == text.Title || i > at && f.nameAt(i+1)) {
			continue // “into Premier Otto Renn”, “by the founding Renn family”
		}
		if whose := f.plain(i) && f.d.Norm(i+1) == "'s"; whose {
			i++ // “the country's leaders”
		} else if !f.is(i, "det") && !f.is(i, "possessive") && f.d.Tokens[i].Kind != text.Number && !f.partOf(i) && !f.partOf(i+1) {
			return nil
		}
	}
	return nil
}

// partiesAt gives the party that begins at the token, and those joined to it.
func (f *finder) partiesAt(at int) []party {
	for i := range f.people {
		if f.people[i].first != at {
			continue
		}
		if f.owns(i) || f.describes(i) {
			i++
		}
		if p := f.officeBehind(i); p != nil {
			return p
		}
		if p := f.titledBefore(&f.people[i]); p != nil {
			return p
		}
		if end := f.listFrom(i); end > i+1 {
			return f.people[i:end:end]
		}
		end := i + 1
		for end < len(f.people) && end-i < 6 {
			first := f.leadOf(&f.people[end])
			gap := first - f.people[end-1].end
			if gap < 1 || gap > 2 || f.people[end].count || !f.is(first-1, "and") && !(f.is(first-1, "det") && f.is(first-2, "and")) {
				break
			}
			end++
		}
		if end == i+1 {
			return f.besideWhole(i)
		}
		return f.people[i:end:end]
	}
	return nil
}

// listFrom gives the end of a list of parties that begins with party i, “A, B and C”, when
// an “and” closes it and no verb follows that the last of them would belong to.
func (f *finder) listFrom(i int) int {
	end, closed := i, i
	for end < len(f.people)-1 && end-i < 8 {
		p, q := &f.people[end], &f.people[end+1]
		joined, and := f.separated(p.end, q.first)
		if !joined || q.count || q.place != p.place {
			break
		}
		if end++; and {
			closed = end
			break
		}
	}
	if closed == i || f.verbFollows(f.people[closed].end) {
		return i + 1
	}
	return closed + 1
}

// separated reports whether nothing but commas, “and” and articles stands between two
// parties of a list, and whether “and” does.
func (f *finder) separated(from, to int) (joined, and bool) {
	if to-from > 4 {
		return false, false
	}
	for i := from; i < to; i++ {
		switch {
		case f.is(i, "and"):
			joined, and = true, true
		case f.d.Norm(i) == ",":
			joined = true
		case f.is(i, "det"), f.is(i, "possessive"), f.is(i, "a"):
		default:
			return false, false
		}
	}
	return joined, and
}
