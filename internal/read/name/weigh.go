package name

import (
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// inner adds what the form itself says.
func (f *finder) inner(c *candidate, v *[4]int) {
	if k := f.known[c.form]; k != unknown {
		v[k] += 8
	}
	if c.rule == "head" {
		v[aBody] += 6
	}
	f.own(c, v)
	words, ordinary, surnames, upper, places := 0, 0, 0, 0, 0
	for i := c.first; i < c.end; i++ {
		if !f.capital(i) {
			continue
		}
		words++
		if f.d.Tokens[i].Case == text.Upper && len(f.d.Norm(i)) > 1 {
			upper++
		}
		if f.place[i].end > 0 {
			places++
		}
		if f.facts[i].has(anOrdinary|aNoName|aDemonym) || f.facts[i].has(aForeign) && !f.facts[i].has(aSurname|aFirstName) {
			ordinary++
		}
		if f.facts[i].has(aSurname) {
			surnames++
		}
	}
	x := f.facts[c.first]
	f.shape(c, v, words, ordinary, surnames, upper, places)
	if words > 0 && f.facts[c.end-1].has(aSite) && words > 1 && c.kind != aPlace {
		v[aPlace] += 2
		v[aPerson] -= 2
	}
	if c.kind == aPlace && wide(c.geo) && c.geo.Precision != "admin1" {
		v[aPlace] += 5
	} else if c.kind == aPlace {
		v[aPlace] += 3
		if wide(c.geo) {
			v[aPlace]++
		} else if x.has(aSurname) && words == 1 {
			v[aPlace]--
		}
	}
}

// own adds what the text itself has settled of the form.
func (f *finder) own(c *candidate, v *[4]int) {
	if f.speaks(f.d.Sentences[c.sentence], c.first, c.end) {
		v[aPerson] += 6
	}
	if f.coded(c) {
		v[aPerson] -= 4
	}
	f.namesakes(c, v)
	if c.title == c.first && f.nation(c) && !f.facts[c.first].has(aFirstName) && f.known[c.form] != aPerson {
		v[aPerson] -= 6 // “England say he is fit”
	}
	if f.sport && f.bareName(c) {
		v[aPerson]++ // a sports page is full of players
	}
	if f.homes[c.form] {
		v[aPlace] += 5
	}
	if c.end == c.first+1 && f.heads[c.form] {
		v[aBody] += 4
	}
}

// outer adds what stands around a candidate.
func (f *finder) outer(c *candidate, v *[4]int) {
	s := f.d.Sentences[c.sentence]
	if c.kind == aPlace {
		if f.score(s, c) {
			v[aBody] += 4
			return
		}
		switch c.rule {
		case "contained", "classed", "feature":
			v[aPlace] += 4
		case "located":
			v[aPlace] = min(v[aPlace]+1, 5)
		}
	}
	f.stranger(s, c, v)
	if f.player(s, c) {
		v[aPerson] += 5
	} else if f.ofPlayer(s, c) || f.sport && !c.place && f.lineup(c.sentence) && f.d.Norm(c.end) == ":" {
		v[aBody] += 3
	}
	before, place := v[aBody], v[aPlace]
	if c.end < s.End {
		f.behind(s, c, v)
	}
	if c.first > s.First {
		f.ahead(s, c, v)
	}
	if f.noPlace(s, c) {
		v[aPlace] = min(v[aPlace], place)
	}
	if c.kind == aPlace { // “Peru officials”: still the place
		v[aBody] = before
	} else if f.score(s, c) {
		v[aBody] += 3
	}
}

// behind weighs what follows.
func (f *finder) behind(s text.Sentence, c *candidate, v *[4]int) {
	next := f.d.Tokens[c.end]
	inner := c.first > s.First && f.facts[c.first-1].has(aBodily) && !f.capital(c.first-1) && !f.article(c.first-1) // “the head of X said”
	if !inner && next.Kind == text.Word && f.facts[c.end].has(aSaying) && next.Case == text.Lower && !f.seat(c) {
		v[aBody]++
		switch {
		case f.lettered(c) || f.firmAlone(c): // “the firm LMW said”
			v[aBody]++
		case f.unintroduced(c):
			v[aPerson]++
			v[aBody]++ // “Gartner said”: a person would have been named in full before
		default:
			v[aPerson] += 2
		}
	}
	if n, value := f.d.Longest(f.k.cues, c.end, s.End); n > 0 && next.Case != text.Title && !((inner || f.facts[c.end].has(aSaying) && (f.lettered(c) || f.firmAlone(c) || f.unintroduced(c))) && strings.HasSuffix(value, "person")) {
		f.cue(value, "after", v)
	}
	if next.Norm == "," {
		if f.ageAt(s, c.end+1) > 0 {
			v[aPerson] += 4
		} else if first, _ := f.appositive(s, c.end+1); first > 0 {
			v[aPerson] += 3
		}
	}
	if f.bareName(c) && !f.facts[c.first].has(aFirstName) {
		f.owns(s, c, v)
	}
	if next.Norm == "(" && c.end+2 < s.End && f.d.Norm(c.end+2) == ")" && f.d.Tokens[c.end+1].Case == text.Upper && f.d.Norm(c.end+1) == f.acronym(c.first, c.end) {
		v[aBody] += 5
	}
}

// unintroduced reports whether a name is one bare word that no list has as a given name, nowhere
// behind a title and in no full name: papers name people in full first.
func (f *finder) unintroduced(c *candidate) bool {
	return !f.sport && f.bareName(c) && !f.facts[c.first].has(aFirstName) && !f.addressed[c.form] && f.known[c.form] != aPerson
}

// firmAlone reports whether a name is one word that is known as a body's beside what else it is,
// nowhere behind a title and in no full name: “Labour said”.
func (f *finder) firmAlone(c *candidate) bool {
	return !f.sport && c.end == c.first+1 && f.facts[c.first].has(aBodyName) &&
		(lang.Flag(f.k.namesake(c.form), "firm") || f.d.Tokens[c.first].Case == text.Title && f.facts[c.first]&^(aSurname|aBodyName|aForeign) == 0) && !f.addressed[c.form] && f.known[c.form] != aPerson
}

// lettered reports whether a name is initials: two capitals or more and nothing else.
func (f *finder) lettered(c *candidate) bool {
	t := &f.d.Tokens[c.first]
	return c.end == c.first+1 && t.Case == text.Upper && len(t.Norm) > 1 && !t.Stop
}

// most tokens between a name and a word for what is its own.
const farOwn = 8

// owns weighs a word for whose something is, behind a name and before any other one: what
// has “its” offices is no person. Whether it is a body others must tell: a film has its own, too.
func (f *finder) owns(s text.Sentence, c *candidate, v *[4]int) {
	for i := c.end; i < s.End && i < c.end+farOwn && f.d.Tokens[i].Kind != text.Punct && f.d.Tokens[i].Kind != text.Mark && !f.capital(i); i++ {
		if value, _ := f.d.Value(f.k.cues, i); value == "own" {
			v[aPerson] -= 3
			v[aBody]++
			return
		}
	}
}

// ahead weighs what comes before.
func (f *finder) ahead(s text.Sentence, c *candidate, v *[4]int) {
	prev := f.d.Tokens[c.first-1]
	if t := f.titleBefore(s, c.first); t < c.first {
		v[aPerson] += 4
		c.title = t
	}
	for back := min(3, c.first-s.First); back > 0; back-- {
		if n, value := f.d.Longest(f.k.cues, c.first-back, c.first); n == back {
			f.cue(value, "before", v)
			if lang.Flag(value, "thing") {
				break // “a role in X”: not “in X”
			}
		}
	}
	if i := c.first - 2; f.k.headFirst && i >= s.First && prev.Case == text.Lower && !f.facts[c.first-1].has(aParticle|aStarter|aTitle|aSaying) {
		if value, _ := f.d.Value(f.k.cues, i); strings.HasPrefix(value, "before body") { // “la empresa textil X”
			f.cue(value, "before", v)
		}
	}
	if prev.Kind == text.Word && f.facts[c.first-1].has(aSaying) && prev.Case == text.Lower {
		if f.wordy(c) {
			v[aBody] += 2
		} else {
			v[aPerson]++
			if f.k.headFirst && f.bareName(c) {
				v[aPerson]++ // “dijo Belsor”
			}
		}
	}
	if f.article(c.first-1) && c.kind != aPlace {
		v[aPerson]--
		if c.end >= s.End || f.d.Tokens[c.end].Kind != text.Word || f.d.Tokens[c.end].Case != text.Lower || f.facts[c.end].has(aSaying|aStarter) {
			v[aPerson] -= 2
			v[aBody]++
		}
	}
}

// article reports whether token i is an article before a name.
func (f *finder) article(i int) bool {
	return f.d.Has(f.k.articles, i)
}

// cue adds one cue's say.
func (f *finder) cue(value, side string, v *[4]int) {
	if !strings.Contains(value, side) {
		return
	}
	for w := range strings.FieldsSeq(value) {
		switch w {
		case "person":
			v[aPerson]++
		case "body":
			v[aBody] += 2
		case "place":
			v[aPlace]++
		case "thing":
			v[aPerson] -= 2
		}
	}
}
