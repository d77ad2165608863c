package concord

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/lang"
)

// clashes finds where texts do not say the same. Copies of one text cannot contradict
// each other about the world; what differs there is wording or spelling.
func clashes(p *pile, l *stemma.Lineup) []stemma.Clash {
	var out []stemma.Clash
	for i := range l.Tallies {
		out = append(out, numberClashes(p, &l.Tallies[i])...)
	}
	out = append(out, scopeClashes(p)...)
	for i := range l.Sayings {
		out = append(out, wordingClash(p, &l.Sayings[i])...)
	}
	for i := range l.Actors {
		out = append(out, spellingClash(p, &l.Actors[i])...)
	}
	out = append(out, dateClashes(p)...)
	slices.SortFunc(out, func(a, b stemma.Clash) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b stemma.Clash) bool { return a.ID == b.ID })
}

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

// side gathers one statement's texts and families.
func (p *pile) side(value string, members []stemma.ID, texts []int) stemma.Side {
	seen, families := map[int]bool{}, map[stemma.ID]bool{}
	for _, t := range texts {
		seen[t] = true
		families[p.familyOf(t)] = true
	}
	slices.Sort(members)
	return stemma.Side{Value: value, Members: members, Texts: len(seen), Families: len(families)}
}

// numberClashes compares the figures of one tally: of one day they contradict each
// other, of different days the count has moved on.
func numberClashes(p *pile, t *stemma.Tally) []stemma.Clash {
	var all []found[*stemma.Figure]
	for _, id := range t.Members {
		all = append(all, p.figures[id])
	}
	var out []stemma.Clash
	sameDay := map[string][]found[*stemma.Figure]{}
	for _, f := range all {
		if at := statedAt(f); at != "" {
			key := basis(f.it) + " " + string(at)
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
func statedAt(f found[*stemma.Figure]) stemma.Date {
	if f.it.AsOf.Exact() {
		return f.it.AsOf
	}
	if f.it.AsOf == "" && f.it.Date.Exact() {
		return f.it.Date
	}
	return ""
}

// mostStatements bounds how many different statements of one count are compared.
const mostStatements = 200

// statements keeps one figure of each amount, source, family and day: more of them say
// nothing new about a clash.
func (p *pile) statements(fs []found[*stemma.Figure]) []found[*stemma.Figure] {
	seen := map[string]bool{}
	var out []found[*stemma.Figure]
	for _, f := range fs {
		key := strings.Join([]string{amount(f.it), p.namedSource(f.text, f.it.SaidBy), string(p.familyOf(f.text)), string(p.when(f)), fold(p.nameOf(f.text, f.it.Of))}, "\x00")
		if !seen[key] && len(out) < mostStatements {
			seen[key] = true
			out = append(out, f)
		}
	}
	return out
}

// when is the day of which a figure speaks, else the day on which its text appeared.
func (p *pile) when(f found[*stemma.Figure]) stemma.Date {
	return day(cmp.Or(statedAt(f), f.it.AsOf, p.dateOf(f.text)))
}

// disagree reports whether two independent texts, or two named sources, give numbers
// that cannot both be right, of the same people and on the same matter.
func disagree(p *pile, fs []found[*stemma.Figure]) bool {
	fs = p.statements(fs)
	for i, f := range fs {
		for _, g := range fs[:i] {
			independent := p.familyOf(f.text) != p.familyOf(g.text)
			a, b := p.namedSource(f.text, f.it.SaidBy), p.namedSource(g.text, g.it.SaidBy)
			if !agree(f.it, g.it) && samePeople(p, f, g) && (independent || a != "" && b != "" && a != b) {
				return true
			}
		}
	}
	return false
}

// samePeople reports whether nothing tells the people counted, or the matters voted on,
// apart: two words for them leave it open, and then nothing is called a contradiction.
func samePeople(p *pile, f, g found[*stemma.Figure]) bool {
	if strings.HasPrefix(f.it.Measure, "votes") || f.it.Measure == "abstentions" {
		return f.it.About.Name != "" && g.it.About.Name != "" && sameMatter(p, f, g)
	}
	a, b := p.counted(f), p.counted(g)
	return a == b
}

// counted is who or what a figure counts, as far as it tells counts apart: the last word
// for them, "" for nobody named and for words that mean everybody.
func (p *pile) counted(f found[*stemma.Figure]) string {
	of := strings.Fields(lang.Fold(p.nameOf(f.text, f.it.Of)))
	if len(of) == 0 {
		return ""
	}
	head := of[len(of)-1]
	if pack := lang.Load(p.texts[f.text].Article.Lang); pack != nil && pack.List("everyone").Has(head) {
		return ""
	}
	return head
}

// development reports whether the numbers of different days differ, and whether a later
// one of a count that can only grow is lower.
func development(p *pile, fs []found[*stemma.Figure]) (differ, falls bool) {
	fs = p.statements(fs)
	for i, f := range fs {
		for _, g := range fs[:i] {
			a, b := p.when(f), p.when(g)
			if a == "" || b == "" || a == b || agree(f.it, g.it) {
				continue
			}
			differ = true
			early, late := f, g
			if a.Compare(b) > 0 {
				early, late = g, f
			}
			low, _, _ := bounds(early.it)
			_, high, _ := bounds(late.it)
			falls = falls || cumulative[f.it.Measure] && high < low
		}
	}
	return differ, falls
}

// sides groups figures by what they say.
func (p *pile) sides(fs []found[*stemma.Figure]) []stemma.Side {
	by := map[string][]found[*stemma.Figure]{}
	for _, f := range fs {
		by[amount(f.it)] = append(by[amount(f.it)], f)
	}
	var out []stemma.Side
	for _, value := range ordered(setOf(by)) {
		var ids []stemma.ID
		var texts []int
		for _, f := range by[value] {
			ids = append(ids, f.it.ID)
			texts = append(texts, f.text)
		}
		out = append(out, p.side(value, ids, texts))
	}
	slices.SortStableFunc(out, func(a, b stemma.Side) int {
		low := func(s stemma.Side) float64 { v, _, _ := bounds(p.figures[s.Members[0]].it); return v }
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

// scopeClashes tells of counts that only look like a clash: the same measure and day,
// but the one place lies in the other.
func scopeClashes(p *pile) []stemma.Clash {
	type key struct {
		measure string
		at      stemma.Date
	}
	met := map[key][]found[*stemma.Figure]{}
	for _, t := range p.texts {
		for k := range t.Reading.Figures {
			f := p.figures[t.Reading.Figures[k].ID]
			if _, ok := lined[f.it.Measure]; ok && f.it.PartOf == "" && f.it.Status == "happened" {
				if at := statedAt(f); at != "" {
					met[key{f.it.Measure, at}] = append(met[key{f.it.Measure, at}], f)
				}
			}
		}
	}
	var out []stemma.Clash
	for _, fs := range met {
		groups := perPlace(p, fs)
		for i, f := range groups {
			for _, g := range groups[:i] {
				if c, ok := scopeClash(p, f, g); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// mostPlaces bounds how many places are compared for one measure and day.
const mostPlaces = 60

// perPlace groups figures of one place and amount.
func perPlace(p *pile, fs []found[*stemma.Figure]) [][]found[*stemma.Figure] {
	at := map[string]int{}
	var out [][]found[*stemma.Figure]
	for _, f := range fs {
		key := string(p.scope(f)) + " " + amount(f.it)
		n, ok := at[key]
		if !ok {
			if len(out) == mostPlaces {
				continue
			}
			n = len(out)
			at[key] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], f)
	}
	return out
}

func scopeClash(p *pile, fs, gs []found[*stemma.Figure]) (stemma.Clash, bool) {
	f, g := fs[0], gs[0]
	inner, outer := f, g
	if p.within(p.scope(g), p.scope(f)) {
		inner, outer = g, f
	} else if !p.within(p.scope(f), p.scope(g)) {
		return stemma.Clash{}, false
	}
	if p.familyOf(f.text) == p.familyOf(g.text) || agree(f.it, g.it) || p.related(f.text, g.text) < leastRelated {
		return stemma.Clash{}, false
	}
	in, out := p.placeName(p.scope(inner)), p.placeName(p.scope(outer))
	about := fmt.Sprintf("%s · %s and %s", strings.ReplaceAll(f.it.Measure, "_", " "), in, out)
	why := fmt.Sprintf("%s counts %s only, which lies in %s: both can be right", amount(inner.it), in, out)
	return newClash("number", "compatible", about, why, p.sides(slices.Concat(fs, gs))), true
}
