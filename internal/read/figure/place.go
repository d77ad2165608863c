package figure

import (
	"sort"

	"stemma"
	"stemma/internal/text"
)

// placed finds where what a number counts happened or is: a place behind a
// preposition in its part of the sentence, else another place of the sentence, else,
// for what happens to people, the country that the text is about.
func (f *finder) placed(c *count) stemma.Named {
	s := f.d.Sentences[c.sentence]
	if f.totals(c) { // the places of the sentence are those of its parts
		home := f.homeland().named
		return stemma.Named{Name: home.Name, Entity: home.Entity}
	}
	if f.everywhere(c, s) {
		return stemma.Named{}
	}
	if place, ok := f.referred(c, s); ok {
		return place
	}
	if place, ok := f.whereClause(c, s); ok {
		return place
	}
	if m := f.apposed(c); m != nil {
		return named(m)
	}
	m, points := f.nearestPlace(c)
	if m != nil {
		if all := f.oneOf(m); len(all) > 1 {
			return f.common(all)
		}
	}
	if points < faint && unplaced[c.measure] {
		if theme := f.theme(c); theme != nil {
			return named(theme)
		}
	}
	if m == nil {
		if place := f.sameBlow(c); place.Name != "" {
			return place
		}
	}
	home := f.homeland().named
	weak := (points < sure || points < far && ballot[c.measure] == "poll") && (local[c.measure] || !f.abroad(c)) && !unplaced[c.measure] && (!ofThings[c.measure] || f.homeland().firm)
	weak = weak && (!f.longAgoOrFar(c) || f.tellsOfHome(c))
	nation := f.nation(c)
	if place, ok := f.foreign(c); ok && weak && nation.Name == "" {
		return place
	}
	switch {
	case weak && nation.Name != "" && f.awayFrom(c, nation):
		return stemma.Named{} // “41 Velmorans died in the wave which struck Tessa”
	case weak && nation.Name != "" && harms[c.measure] && c.total != nil:
		return stemma.Named{} // “killed 40 people, among them two Velmorans”
	case weak && nation.Name != "":
		return nation
	case weak && c.measure == "troops" && f.awayFrom(c, home):
		return stemma.Named{} // “25,000 soldiers marched into Velmora”
	case weak && home.Name != "":
		return stemma.Named{Name: home.Name, Entity: home.Entity}
	case m != nil && f.mayBeAt(c, m, points):
		return f.refined(m)
	}
	if m == nil {
		if place := f.setting(c); place != nil {
			return named(place)
		}
		if place := f.sentFrom(c); place != nil {
			return stemma.Named{Name: place.Name, Entity: place.Entity}
		}
		return f.adjective(c)
	}
	return stemma.Named{}
}

// totals reports whether a count is the total of parts in its own sentence.
func (f *finder) totals(c *count) bool {
	parts := f.countsIn(c.end, f.d.Sentences[c.sentence].End)
	return len(parts) > 0 && parts[0].total == c && !parts[0].place.Span.Empty() && parts[0].noun.empty()
}

// everywhere reports whether a sentence says behind the number that it is of no one place: “60 were
// arrested worldwide”.
func (f *finder) everywhere(c *count, s text.Sentence) bool {
	for i := c.end; i < s.End && i < c.end+8 && f.d.Tokens[i].Kind == text.Word; i++ {
		if n, value := f.d.Longest(f.k.nounphrase, i, s.End); n > 0 && holds(value, "everywhere") {
			return true
		}
	}
	return false
}

// theme gives the place that a sentence or what it reports begins with: not behind a
// preposition, no attribute, before the number.
func (f *finder) theme(c *count) *stemma.Mention {
	names := f.in(f.around(c))
	for i := range names {
		first, end := f.d.Range(names[i].Span)
		if names[i].Type == stemma.Place && end <= c.first && !f.adjunct(end) && !f.preposition(first-1) && !f.is(first-1, "loc") && !f.is(first-1, "det") && !f.notWhere(c, first, end) {
			return &names[i]
		}
	}
	return nil
}

// referred reads “in the country”, “in the region” behind a number: the country of the
// text, or the last place before.
func (f *finder) referred(c *count, s text.Sentence) (stemma.Named, bool) {
	if m := f.there(c, s); m != nil {
		return stemma.Named{Name: m.Name, Entity: m.Entity}, true
	}
	for i := c.end; i+2 < s.End && i < c.end+9; i++ {
		if !f.is(i, "in") || !f.is(i+1, "det") || f.nameAt(i+2) != nil || f.nameAt(i+3) != nil {
			continue
		}
		value, ok := f.d.Value(f.k.placeclasses, i+2)
		if !ok || f.is(i+3, "of") {
			continue
		}
		if holds(value, "country") {
			if own := f.nation(c); own.Name != "" {
				return own, true
			}
			home := f.homeland().named
			return stemma.Named{Name: home.Name, Entity: home.Entity}, home.Name != ""
		}
		k := sort.Search(len(f.names), func(k int) bool { return f.names[k].Span.Start >= c.span.Start })
		for n := 0; k > 0 && n < reach; n++ {
			k--
			if m := &f.names[k]; f.isA(m, value) {
				return stemma.Named{Span: f.d.Span(i+1, i+3), Name: m.Name, Entity: m.Entity}, true
			}
		}
	}
	return stemma.Named{}, false
}

// sure is the least number of points that beat the country of the text.
const sure = 60

// far is the same for an opinion: the country of the text is where it was asked.
const far = 180

// faint is the number of points below which a place says nothing.
const faint = 30

// local are the measures whose place may be known from context alone, whatever places
// the sentence has.
var local = map[string]bool{
	"deaths": true, "injured": true, "in_hospital": true, "hospitalised": true, "discharged": true,
	"missing": true, "detained": true, "kidnapped": true, "displaced": true, "protesters": true,
	"police": true, "troops": true, "blockades": true,
	"poll_approve": true, "poll_disapprove": true, "poll_share": true,
}

// unplaced are the measures that are at a place only where the sentence says so.
var unplaced = map[string]bool{
	"money": true, "share": true, "rank": true, "distance": true, "bases": true, "aircraft": true, "places": true,
}

// ofThings are the measures that take the country of the text only where it speaks of hardly any other:
// cars, houses and years need not be there because the text is mostly about it.
var ofThings = map[string]bool{"count": true, "duration": true}

// only reports whether a place is the only one of a sentence.
func (f *finder) only(m *stemma.Mention, c *count) bool {
	for _, o := range f.in(f.around(c)) {
		if o.Type == stemma.Place && o.Span != m.Span {
			return false
		}
	}
	return true
}

// nearestPlace gives the place in a sentence that goes best with the number, and how
// well it does.
func (f *finder) nearestPlace(c *count) (best *stemma.Mention, score int) {
	names := f.in(f.around(c))
	for i := range names {
		m := &names[i]
		if m.Type != stemma.Place || ballot[c.measure] == "poll" && m.Geo == nil {
			continue // nobody polls a palace; where a poll was taken is a place on the map
		}
		first, end := f.d.Range(m.Span)
		if f.saidThere(c, first, end) {
			continue
		}
		if points := f.placePoints(c, first, end); points > score {
			best, score = m, points
		}
	}
	return best, score
}

// placePoints says how well a place at tokens first to end goes with a number: more is
// better, 0 is not at all.
func (f *finder) placePoints(c *count, first, end int) int {
	if first >= c.end && first < c.noun.end && c.kind != percent || f.notWhere(c, first, end) {
		return 0
	}
	before := first - 1
	for f.is(before, "side") { // “in southern Velmora”
		before--
	}
	side := before < first-1
	if f.d.Has(f.k.placeclasses, before) && first > 1 { // “in the Velmoran port city Sarn”
		for at := before - 1; at > before-5 && at >= 0; at-- {
			if f.is(at, "loc") {
				before = at
				break
			}
			if f.d.Norm(at) != possessive && (f.d.Tokens[at].Kind != text.Word || f.is(at, "stop") && !f.is(at, "a") || f.is(at, "of") || f.is(at, "and")) {
				break
			}
		}
	}
	if f.is(before, "det") {
		before--
	}
	if f.is(before, "a") && f.is(before-1, "loc") && f.adjunct(end) { // “in a Port Ellin flat”
		before, side = before-1, true
	}
	points, apart := 70, 0
	switch {
	case f.dateline(first, end):
		points = 45
	case before >= 0 && before < first-1 && !side && f.adjunct(end): // “in the Port Ellin disaster”
		points = 20
	case before >= 0 && f.is(before, "of") && (!f.ofPlace(c, before) || f.hasSeatIn(end, f.nameAt(first))):
		points = faint - 5
	case before >= 0 && f.is(before, "loc") && (f.is(before, "in") || !f.adjunct(end)):
		points = 200
		if m := f.nameAt(first); f.adjunct(end) && m != nil && m.Geo != nil && m.Geo.Precision == "country" { // “outside U.S. embassies in Sarn”
			points = 130
		}
	case f.adjunct(end), harms[c.measure] && f.ownerOf(end):
		points = 20
	case harms[c.measure] && before == c.noun.end && f.is(before, "origin"): // “three sailors from Sarn drowned”
		return 0
	case before >= 0 && f.preposition(before):
		points = 40
	}
	if first >= c.end {
		if harms[c.measure] && f.semicolon(c.end, first) || f.nearOther(c, first) {
			return 0
		}
		apart = first - c.end + 15*f.borders(c.end, first) + f.crossing(c.end, first)
		if points == 200 {
			points = 220
		}
	} else {
		apart = c.first - end + 10*f.borders(end, c.first)
	}
	return max(points-apart, 1)
}
