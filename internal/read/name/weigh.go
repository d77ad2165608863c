package name

import (
	"strings"

	"stemma/internal/text"
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

// coded reports whether a name is one to four capitals in brackets: a country's, a party's
// or an agency's letters, “Orr (VEL) beat …”.
func (f *finder) coded(c *candidate) bool {
	t := &f.d.Tokens[c.first]
	return c.end == c.first+1 && t.Case == text.Upper && len(t.Norm) <= 4 && !t.Stop && c.first > 0 && f.d.Norm(c.first-1) == "("
}

// bareName reports whether a name is one word with a capital that no list has but those of
// people's names, without an article before it.
func (f *finder) bareName(c *candidate) bool {
	return !c.place && c.end == c.first+1 && f.d.Tokens[c.first].Case == text.Title && (c.first == 0 || !f.article(c.first-1)) &&
		f.facts[c.first]&^(aSurname|aFirstName|aWoman|aMan|aUsual|aForeign) == 0
}

// shape adds what the words of a name say, by how many they are and how many of them
// are ordinary words, surnames, in capitals only, and places.
func (f *finder) shape(c *candidate, v *[4]int, words, ordinary, surnames, upper, places int) {
	t, x := f.d.Tokens[c.first], f.facts[c.first]
	switch {
	case words > 1 && t.Case == text.Upper && strings.Trim(t.Norm, "ivxl") == "":
		v[aBody] -= 2 // “XII Harbour Fair”: a feast
	case words == 1 && t.Case == text.Upper && !t.Stop && len(t.Norm) >= 2 && len(t.Norm) <= 6 && c.kind != aPlace:
		v[aBody] += 3
	case words == 1 && x.has(aFirstName) && !x.has(aWeakFirst):
		v[aPerson] += 2
	case words == 1 && x.has(aSurname) && !x.has(anOrdinary|aWeakSurname):
		v[aPerson]++
	case words >= 2 && c.kind != aPlace && !x.has(aFirstName) && (places > 0 && !f.surnamed(c, words) || upper > 0 && upper < words):
		v[aBody] += 2
	case words >= 2 && words <= 4 && ordinary == 0 && c.kind != aPlace:
		v[aPerson] += 2 + min(surnames, 1)
	case words >= 2 && words <= 4 && f.k.headFirst && x.has(aPersonal) && t.Case == text.Title && !f.article(c.first) && c.kind != aPlace && !f.opens(f.d.Sentences[c.sentence], c.first) && places == 0:
		v[aPerson] += 3 // “Del Orrin”
	case words == 2 && surnames == 2:
		v[aPerson] += 2
	case words >= 2 && t.Stop && len(t.Norm) <= 3 && !f.facts[c.end-1].has(aHead|aSuffix):
		v[aPerson] += 3
	case words >= 2 && x.has(aFirstName) && !f.facts[c.end-1].has(anOrdinary) && places == 0:
		v[aPerson] += 2
	case words >= 2 && ordinary == words:
		v[aPerson] -= 2
	case words >= 2 && f.facts[c.end-1].has(aSurname) && !f.facts[c.first].has(anOrdinary) && c.kind != aPlace:
		v[aPerson] += 2
	}
}

// surnamed reports whether a name of two words ends with a town's name that is a surname
// too, behind a word that is no place: it may be a person's.
func (f *finder) surnamed(c *candidate, words int) bool {
	return words == 2 && f.facts[c.end-1].has(aSurname) && f.place[c.first].end == 0
}

// speaks reports whether the tokens are the initials of someone whose turn it is in an
// interview: “AD: What happened then?”
func (f *finder) speaks(s text.Sentence, first, end int) bool {
	t := f.d.Tokens[first]
	return first == s.First && end == first+1 && f.d.Norm(end) == ":" && f.d.Tokens[end].Glued &&
		t.Case == text.Upper && len(t.Norm) <= 3 && f.d.Paragraphs[s.Paragraph].Span.Start == s.Span.Start
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
	before := v[aBody]
	if c.end < s.End {
		f.behind(s, c, v)
	}
	if c.first > s.First {
		f.ahead(s, c, v)
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
		v[aPerson] += 2
		v[aBody]++
	}
	if n, value := f.d.Longest(f.k.cues, c.end, s.End); n > 0 && next.Case != text.Title && !(inner && strings.HasSuffix(value, "person")) {
		f.cue(value, "after", v)
	}
	if next.Norm == "," {
		if f.ageAt(s, c.end+1) > 0 {
			v[aPerson] += 4
		} else if first, _ := f.appositive(s, c.end+1); first > 0 {
			v[aPerson] += 3
		}
	}
	if next.Norm == "(" && c.end+2 < s.End && f.d.Norm(c.end+2) == ")" && f.d.Tokens[c.end+1].Case == text.Upper && f.d.Norm(c.end+1) == f.acronym(c.first, c.end) {
		v[aBody] += 5
	}
}

// seat reports whether a name is a place's and nobody's: “Kelmora says” is its government.
func (f *finder) seat(c *candidate) bool {
	return c.kind == aPlace && c.place && !f.facts[c.first].has(aSurname|aFirstName)
}

// ahead weighs what comes before.
func (f *finder) ahead(s text.Sentence, c *candidate, v *[4]int) {
	prev := f.d.Tokens[c.first-1]
	if t := f.titleBefore(s, c.first); t < c.first {
		v[aPerson] += 4
		c.title = t
	}
	for back := 1; back <= 3 && c.first-back >= s.First; back++ {
		if n, value := f.d.Longest(f.k.cues, c.first-back, c.first); n == back {
			f.cue(value, "before", v)
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
		}
	}
}
