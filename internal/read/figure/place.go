package figure

import (
	"sort"

	"stemma"
	"stemma/internal/text"
)

// homeland is the country that a text mostly speaks of.
type homeland struct {
	named stemma.Named
	code  string // ISO 3166-1 alpha-2
}

// placed finds where what a number counts happened or is: a place behind a
// preposition, after the number before the next one, else before it; else, for people,
// the place of the sentence before; else the country the text is about.
func (f *finder) placed(c *count) stemma.Named {
	s := f.d.Sentences[c.sentence]
	if m := f.nearestPlace(c, s); m != nil {
		return named(m)
	}
	if !local[c.measure] {
		return stemma.Named{}
	}
	if home := f.homeland(); home.named.Name != "" {
		return stemma.Named{Name: home.named.Name, Entity: home.named.Entity}
	}
	return stemma.Named{}
}

// local are the measures whose place may be known from context alone.
var local = map[string]bool{
	"deaths": true, "injured": true, "in_hospital": true, "hospitalised": true, "discharged": true,
	"missing": true, "detained": true, "kidnapped": true, "displaced": true, "protesters": true,
	"police": true, "troops": true, "blockades": true,
	"poll_approve": true, "poll_disapprove": true, "poll_share": true,
}

// nearestPlace gives the place in a sentence that goes best with the number.
func (f *finder) nearestPlace(c *count, s text.Sentence) *stemma.Mention {
	var best *stemma.Mention
	score := 0
	after := f.nextNumber(c, s)
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.End > s.Span.Start })
	for ; i < len(f.names) && f.names[i].Span.Start < s.Span.End; i++ {
		m := &f.names[i]
		if m.Type != stemma.Place {
			continue
		}
		first, end := f.d.Range(m.Span)
		if points := f.placePoints(c, first, end, after); points > score {
			best, score = m, points
		}
	}
	return best
}

// placePoints says how well a place at tokens first to end goes with a number: more is
// better, 0 is not at all. after is the token at which the next number begins.
func (f *finder) placePoints(c *count, first, end, after int) int {
	before := first - 1
	if f.is(before, "det") {
		before--
	}
	loc := before >= 0 && f.is(before, "loc")
	attribute := end < len(f.d.Tokens) && f.d.Tokens[end].Kind == text.Word && f.d.Tokens[end].Case == text.Lower &&
		!f.is(end, "stop") && !f.is(end, "and") && !f.is(end, "of") && f.d.Norm(end) != "'s"
	switch {
	case attribute && !loc:
		return 0
	case first >= c.end && first < after && loc:
		return max(300-(first-c.end), 250)
	case end <= c.first && loc:
		return max(240-(c.first-end), 100)
	case end <= c.first && !f.inside(c.noun, first):
		return max(90-(c.first-end), 40)
	case first >= c.end && first < after:
		return max(80-(first-c.end), 30)
	case first >= after && loc:
		return max(100-(first-c.end), 20)
	}
	return 0
}

func (f *finder) inside(p phrase, token int) bool { return token >= p.first && token < p.end }

// nextNumber gives the token at which the next number of the sentence begins.
func (f *finder) nextNumber(c *count, s text.Sentence) int {
	i := sort.Search(len(f.counts), func(i int) bool { return f.counts[i].first > c.first })
	if i < len(f.counts) && f.counts[i].sentence == c.sentence {
		return f.counts[i].first
	}
	return s.End
}

// homeland gives the country that the text names most often, by itself or by places in
// it; none where two come close.
func (f *finder) homeland() *homeland {
	if f.home != nil {
		return f.home
	}
	f.home = &homeland{}
	score, name := map[string]int{}, map[string]*stemma.Mention{}
	all := 0
	for i := range f.names {
		m := &f.names[i]
		if m.Geo == nil || m.Geo.Country == "" {
			continue
		}
		all++
		score[m.Geo.Country]++
		if m.Geo.Precision == "country" && name[m.Geo.Country] == nil {
			name[m.Geo.Country] = m
		}
	}
	for code, n := range score { // at most one code can have more than half
		if n*2 > all {
			f.home.code = code
			if m := name[code]; m != nil {
				f.home.named = named(m)
			}
		}
	}
	return f.home
}
