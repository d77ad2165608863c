package kin

import "slices"

// twinned counts the texts that are word for word as one is, but for notes, and are not compared
// with all that it is compared with. What speaks for it speaks for them: so that it is not
// told to be the source surer than it is.
type twinned struct {
	undated int // without a date that is trusted, as itself
	later   int // dated later
}

// leading gives the texts with which all of a crowd are compared. Very many copies have some
// among them that are as the first text is; which of them the others were made of dates alone
// can tell. So of those that are most as the others are come the one with the earliest date
// and one without a date, which stands for all such, then the next.
func leading(texts lot, head int, all []odd) []int32 {
	some := make([]int32, 0, len(all)+1)
	alike := 0
	for _, o := range all {
		if o.plain() {
			alike++
		}
		some = append(some, o.text)
	}
	out := leaders(texts, some[:alike], append(some, int32(head)))
	for _, n := range some {
		if len(out) < centres && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// leaders gives, of texts that are alike, the one with the earliest date that can be trusted, and
// one without; these stand for the others. Whether a date is trusted the dates of all tell,
// which begin with those that are alike.
func leaders(texts lot, alike, all []int32) []int32 {
	dated := trusted(texts, all)
	first, unknown := int32(-1), int32(-1)
	var n twinned
	for k, t := range alike {
		switch {
		case !dated[k]:
			n.undated++
			if unknown < 0 || t < unknown {
				unknown = t
			}
		default:
			n.later++
			if first < 0 || t < first {
				first = t
			}
		}
	}
	var out []int32
	if first >= 0 {
		texts.standsFor(first, twinned{later: n.later - 1})
		out = append(out, first)
	}
	if unknown >= 0 {
		texts.standsFor(unknown, twinned{undated: n.undated - 1})
		out = append(out, unknown)
	}
	return out
}

// trusted reports which of some texts have dates that are not taken for false.
func trusted(texts lot, some []int32) []bool {
	all := make([]marks, len(some))
	for k, n := range some {
		day, unknown := days(when(appeared(texts.at(int(n)).article)))
		all[k].day, all[k].dated = day, !unknown
	}
	doubt(all)
	out := make([]bool, len(all))
	for k := range all {
		out[k] = all[k].dated
	}
	return out
}

// standsFor notes for whom a text stands, beside those for whom it stands already.
func (l lot) standsFor(i int32, n twinned) {
	if l.twinned == nil {
		l.twinned = make(map[int32]twinned)
	}
	if n != (twinned{}) {
		had := l.twinned[l.of[i]]
		l.twinned[l.of[i]] = twinned{had.undated + n.undated, had.later + n.later}
	}
}
