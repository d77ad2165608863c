package concord

import (
	"cmp"
	"math"
	"strings"

	"stemma"
)

// lined are the measures that are lined up over time, and how many days apart two
// statements of one count may be. Counts of people harmed run on for months; votes and
// polls are of a day. Other measures say too little about what is counted.
var lined = map[string]int{
	"deaths": 120, "injured": 120, "in_hospital": 120, "hospitalised": 120, "discharged": 120,
	"missing": 120, "detained": 60, "kidnapped": 60, "displaced": 120, "protesters": 3,
	"troops": 60, "police": 14, "blockades": 30, "votes_for": 14, "votes_against": 14,
	"abstentions": 14, "votes_needed": 14, "poll_approve": 45, "poll_disapprove": 45,
}

// leastRelated is how much two texts must have to do with each other for their counts
// to be one count. Found on the development pages, where texts on one crisis have 0.2
// and more, and texts that share only a country 0.1 and less.
const leastRelated = 0.15

// leastAtHome is the same for two texts about one country: what they share is then left
// out of the names that tell subjects apart, since all texts about it have them.
const leastAtHome = 0.05

// leastUnsaid is the same where the two figures have no narrower place and one of them no
// date, nor its text: then nothing but the texts' names speaks for one count. In broadcaster's
// texts without dates, two disasters had up to 0.19 in common.
const leastUnsaid = 0.3

// figure is what a [stemma.Figure] is lined up by.
type figure struct {
	id, partOf        stemma.ID
	value, low, high  *float64 // as its Value, Min and Max
	op, measure, unit string
	status            string
	date, asOf        stemma.Date
	of, source        string   // who is counted, and who said so, by name
	people            string   // see [peopleOf]
	about             []string // the words for its matter
	matter            bool     // its matter has a name
}

// counted is a figure ready to be compared.
type counted struct {
	figure
	text    int
	witness int32 // the family that it counts for
	scope   scope
	at      stemma.Date // when the count stood, else when it was written
}

// figures groups figures of the same count, and tells of those that do not go together. They
// are of measures that are lined up, in the order of texts.
type figures struct{ all []*counted }

func (c *figures) kind() string { return "figure" }

func (c *figures) group(p *pile, out *output) error {
	p.tallies = groups{}
	for _, bucket := range buckets(c.all) {
		for _, group := range sameCount(p, bucket) {
			if group = running(group); !severalTellings(group) {
				continue
			}
			t := tally(p, group)
			p.tallies.add(t.ID)
			for _, c := range group {
				p.tallies.has(c.witness)
			}
			out.part.Tallies = append(out.part.Tallies, t)
			out.part.Clashes = append(out.part.Clashes, numberClashes(p, &t, group)...)
			if err := out.full(); err != nil {
				return err
			}
		}
	}
	return scopeClashes(p, c.all, out)
}

func (c *figures) take(p *pile, t *stated) {
	for k := range t.Reading.Figures {
		if f := &t.Reading.Figures[k]; lined[f.Measure] > 0 {
			c.all = append(c.all, countedOf(p, t, f))
		}
	}
}

func countedOf(p *pile, t *stated, f *stemma.Figure) *counted {
	c := &counted{text: t.number, witness: p.witness(t.number, f.Span), scope: p.scope(t, f), figure: figure{
		id: f.ID, partOf: f.PartOf, value: f.Value, low: f.Min, high: f.Max, op: p.keep(f.Op), measure: p.keep(f.Measure), unit: p.keep(f.Unit),
		status: p.keep(f.Status), date: stemma.Date(p.keep(string(f.Date))), asOf: stemma.Date(p.keep(string(f.AsOf))),
		of: p.keep(p.nameOf(t, f.Of)), source: p.keep(p.namedSource(t.number, f.SaidBy)), about: words(p.nameOf(t, f.About)), matter: f.About.Name != "",
	}}
	c.people = p.keep(peopleOf(c.of, t.Article.Lang))
	c.at = day(cmp.Or(statedAt(&c.figure), c.asOf, p.texts[t.number].date))
	return c
}

// buckets puts figures together that can be statements of one count by their measure and place.
func buckets(all []*counted) [][]*counted {
	type bucket struct {
		measure, ballot string
		scope           scope
	}
	var out [][]*counted
	at := map[bucket]int{}
	for _, c := range all {
		if c.status == "past" || c.status == "planned" || c.status == "predicted" {
			continue
		}
		if c.partOf != "" && c.scope == (scope{}) {
			continue // a part without a place of its own would stand beside its total
		}
		key := bucket{c.measure, c.ballot(), c.scope}
		n, ok := at[key]
		if !ok {
			n = len(out)
			at[key] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], c)
	}
	return out
}

func setOf[K comparable, V any](m map[K]V) map[K]bool {
	set := make(map[K]bool, len(m))
	for k := range m {
		set[k] = true
	}
	return set
}

// ballot keeps apart what only an object tells apart: shares of a poll need the same
// question.
func (f *figure) ballot() string {
	if strings.HasPrefix(f.measure, "poll_") {
		return strings.Join(f.about, " ")
	}
	return ""
}

// severalTellings reports whether more than one text states the count, or one text for
// more than one day: numbers that stand side by side in one text are no tally.
func severalTellings(group []*counted) bool {
	for _, c := range group {
		if c.text != group[0].text || c.asOf != group[0].asOf {
			return true
		}
	}
	return false
}

// cumulative are the measures whose counts grow and do not fall by half.
var cumulative = map[string]bool{"deaths": true, "injured": true, "hospitalised": true, "discharged": true}

// running leaves out what can be no statement of a growing count: a number that lies
// below half of what was stated for earlier days counts something else, such as the
// dead of one day or one street. Figures without a date stay.
func running(group []*counted) []*counted {
	if len(group) < 3 || !cumulative[group[0].measure] {
		return group
	}
	var out []*counted
	most := map[stemma.Date]float64{} // day → the most that was stated up to it
	high := 0.0
	for _, c := range group {
		most[c.at] = max(high, most[c.at])
		if low, _, ok := bounds(&c.figure); ok {
			high = max(high, low)
			most[c.at] = high
		}
	}
	for _, c := range group {
		low, top, ok := bounds(&c.figure)
		if c.op != "<" && c.op != "<=" {
			top = low // “at least two” of a toll of 27 are two of something else
		}
		if ok && c.at != "" && 2*top < most[c.at] {
			continue
		}
		out = append(out, c)
	}
	return out
}

// telling reports whether a number is so particular that finding it twice says that both
// texts mean the same: it is exact, and of two digits that are not round.
func (f *figure) telling() bool {
	return f.op == "=" && f.value != nil && *f.value > 20 && math.Mod(*f.value, 10) != 0
}

// day gives a date without its clock time.
func day(d stemma.Date) stemma.Date {
	s, _, _ := strings.Cut(string(d), "T")
	return stemma.Date(s)
}

// days is how many days lie between two dates; none where one is unknown.
func days(a, b stemma.Date) int {
	_, al, aok := a.Bounds()
	bf, _, bok := b.Bounds()
	if !aok || !bok || al.IsZero() || bf.IsZero() {
		return 0
	}
	return int(math.Abs(bf.Sub(al).Hours()) / 24)
}
