package concord

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/lang"
)

// newClash makes a clash of its sides; members are the sides' members.
func newClash(kind, verdict, about, why string, sides []stemma.Side) stemma.Clash {
	c := stemma.Clash{About: about, Type: kind, Verdict: verdict, Why: why, Sides: sides}
	for _, s := range sides {
		c.Members = append(c.Members, s.Members...)
	}
	slices.Sort(c.Members)
	parts := []string{kind, verdict}
	for _, m := range c.Members {
		parts = append(parts, string(m))
	}
	c.ID = stemma.NewID("c", parts...)
	return c
}

// numberClashes compares the figures of one tally: of one day they contradict each
// other, of different days the count has moved on.
func numberClashes(p *pile, t *stemma.Tally, group []*counted) []stemma.Clash {
	all := slices.Clone(group)
	slices.SortFunc(all, func(a, b *counted) int { return cmp.Compare(a.id, b.id) })
	var out []stemma.Clash
	sameDay := map[string][]*counted{}
	for _, f := range all {
		if at := statedAt(&f.figure); at != "" {
			key := f.basis() + " " + string(at)
			sameDay[key] = append(sameDay[key], f)
		}
	}
	for _, key := range ordered(setOf(sameDay)) {
		if sides := p.sides(sameDay[key]); disagree(p, sameDay[key]) {
			_, at, _ := strings.Cut(key, " ")
			out = append(out, newClash("number", "contradiction", t.Label,
				fmt.Sprintf("%s are given for the same count, place and day (%s); they cannot all be right", values(sides), at), sides))
		}
	}
	sides := p.sides(all)
	if differ, falls := development(p, all); len(out) == 0 && len(sides) > 1 && differ {
		why := values(sides) + " are given for different days; the count has moved on"
		if falls {
			why += ", and a later number is lower than an earlier one"
		}
		out = append(out, newClash("number", "development", t.Label, why, sides))
	}
	return out
}

// statedAt is the day of which a figure speaks: its as-of date, or the one day on
// which all of it happened. A date of publication is no such day.
func statedAt(f *figure) stemma.Date {
	if f.asOf.Exact() {
		return f.asOf
	}
	if f.asOf == "" && f.date.Exact() {
		return f.date
	}
	return ""
}

// mostStatements bounds how many different statements of one count are compared.
const mostStatements = 200

// statements keeps one figure of each amount, source, family and day: more of them say
// nothing new about a clash.
func (p *pile) statements(fs []*counted) []*counted {
	seen := map[string]bool{}
	var out []*counted
	for _, f := range fs {
		key := strings.Join([]string{amount(&f.figure), f.source, strconv.Itoa(int(f.witness)), string(f.at), fold(f.of)}, "\x00")
		if !seen[key] && len(out) < mostStatements {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}

// disagree reports whether two independent texts, or two named sources, give numbers
// that cannot both be right, of the same people and on the same matter.
func disagree(p *pile, fs []*counted) bool {
	fs = p.statements(fs)
	for i, f := range fs {
		for _, g := range fs[:i] {
			independent := f.witness != g.witness
			a, b := f.source, g.source
			if !agree(&f.figure, &g.figure) && samePeople(&f.figure, &g.figure) && (independent || a != "" && b != "" && a != b) {
				return true
			}
		}
	}
	return false
}

// samePeople reports whether nothing tells the people counted, or the matters voted on,
// apart: two words for them leave it open, and then nothing is called a contradiction.
func samePeople(f, g *figure) bool {
	if strings.HasPrefix(f.measure, "votes") || f.measure == "abstentions" {
		return f.matter && g.matter && sameMatter(f, g)
	}
	return f.people == g.people
}

// peopleOf is who or what a figure counts, as far as it tells counts apart: the last word
// for them, "" for nobody named and for words that mean everybody.
func peopleOf(name, language string) string {
	of := strings.Fields(lang.Fold(name))
	if len(of) == 0 {
		return ""
	}
	head := of[len(of)-1]
	if pack := lang.Load(language); pack != nil && pack.List("everyone").Has(head) {
		return ""
	}
	return head
}

// development reports whether the numbers of different days differ, and whether a later
// one of a count that can only grow is lower.
func development(p *pile, fs []*counted) (differ, falls bool) {
	fs = p.statements(fs)
	for i, f := range fs {
		for _, g := range fs[:i] {
			a, b := f.at, g.at
			if a == "" || b == "" || a == b || agree(&f.figure, &g.figure) {
				continue
			}
			differ = true
			early, late := f, g
			if a.Compare(b) > 0 {
				early, late = g, f
			}
			low, _, _ := bounds(&early.figure)
			_, high, _ := bounds(&late.figure)
			falls = falls || cumulative[f.measure] && high < low
		}
	}
	return differ, falls
}

// sides groups figures by what they say.
func (p *pile) sides(fs []*counted) []stemma.Side {
	by := map[string][]*counted{}
	for _, f := range fs {
		by[amount(&f.figure)] = append(by[amount(&f.figure)], f)
	}
	var out []stemma.Side
	for _, value := range ordered(setOf(by)) {
		var ids []stemma.ID
		var tellings []telling
		for _, f := range by[value] {
			ids = append(ids, f.id)
			tellings = append(tellings, telling{f.text, f.witness})
		}
		out = append(out, side(value, ids, tellings))
	}
	slices.SortStableFunc(out, func(a, b stemma.Side) int {
		low := func(s stemma.Side) float64 { v, _, _ := bounds(&by[s.Value][0].figure); return v }
		return cmp.Or(cmp.Compare(low(a), low(b)), cmp.Compare(a.Value, b.Value))
	})
	return out
}

func values(sides []stemma.Side) string {
	var out []string
	for _, s := range sides {
		out = append(out, s.Value)
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}
