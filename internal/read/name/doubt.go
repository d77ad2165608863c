package name

import (
	"strings"

	"stemma"
	"stemma/internal/text"
)

// placeHolds reports whether the place candidate at token p is a name of its own, and
// not the beginning of a person's or another name.
func (f *finder) placeHolds(s text.Sentence, p, end int, pl placed) bool {
	if pl.end >= end || !f.capital(pl.end) {
		return true
	}
	if pl.rule == "contained" || pl.rule == "feature" {
		return true
	}
	if f.facts[p].has(aFirstName) && pl.end == p+1 {
		return false
	}
	x := f.facts[pl.end]
	return f.place[pl.end].end > 0 || x.has(aTitle|aFirstName|aDemonym|aNoName) || pl.mention.Geo != nil && pl.mention.Geo.Precision == "country"
}

// other reads a run that nothing is known of: up to a title, a first name behind which
// more follows, or a particle.
func (f *finder) other(s text.Sentence, n, p, end int) int {
	q := p
	for q < end {
		x := f.facts[q]
		if !f.capital(q) {
			j := q
			if f.k.spanish() && q > p && (f.facts[q-1].has(aSurname) && f.place[q-1].end == 0 || f.facts[p].has(aPersonal)) {
				for j < end && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
					j++
				}
				if j > q && j < end && f.capital(j) && f.place[j].end == 0 && !f.facts[j].has(aFirstName) {
					q = j
					continue
				}
				j = q
			}
			for j < end && f.facts[j].has(aPersonal) && f.d.Tokens[j].Case == text.Lower {
				j++
			}
			if j > q && j < end && f.capital(j) && q > p && (!f.facts[q].has(aBodily) || !f.k.spanish() && !f.isAnd(q)) && !f.joins(q) {
				q = j
				continue
			}
			break
		}
		if q > p && (f.titleStops(q, end) || f.personAt(p, q, end) || f.place[q].end > 0 && f.place[q].rule != "known" || x.has(aBodyName) && f.bodyName(s, q, end) > 0) {
			break
		}
		q++
	}
	if q == p {
		return p + 1
	}
	if q == p+1 && (f.facts[p].has(aDemonym|aNoName) || f.d.Tokens[p].Stop && len(f.d.Norm(p)) <= 2) {
		return q
	}
	if f.facts[p].has(aDemonym) { // “Frenchman X Y”
		return p + 1
	}
	if q == p+1 && f.opens(s, p) && f.facts[p].has(anOrdinary) && f.seen[f.d.Norm(p)].capital == 0 && f.d.Tokens[p].Case != text.Upper {
		return q
	}
	f.emit(n, p, q, unknown, "", false)
	return q
}

// personAt reports whether a person's name begins at token q behind words that are no
// part of it: “Law Ana Duarte”, “PCV Ana Duarte”.
func (f *finder) personAt(p, q, end int) bool {
	if !f.facts[q].has(aFirstName) || f.facts[q].has(anOrdinary|aWeakFirst) || q+1 >= end || !f.capital(q+1) || f.place[q].end > 0 {
		return false
	}
	for i := p; i < q; i++ {
		c := f.d.Tokens[i].Case
		if c != text.Upper && c != text.Mixed && !f.plainWord(i) {
			return false
		}
	}
	return true
}

// settle decides on all doubtful candidates by what speaks for their form anywhere in
// the text.
func (f *finder) settle() {
	f.learn()
	scores := map[string]*[4]int{}
	for i := range f.all {
		c := &f.all[i]
		if c.sure {
			continue
		}
		v := scores[c.form]
		if v == nil {
			v = &[4]int{}
			f.inner(c, v)
			scores[c.form] = v
		}
		f.outer(c, v)
	}
	kept := f.all[:0]
	for _, c := range f.all {
		if !c.sure {
			if c.kind != aPlace || !f.stands(&c) {
				c.kind = choose(scores[c.form], c.kind)
			}
			if c.kind != aPlace {
				c.geo = nil
			}
			if c.rule == "" || c.kind != aPlace && c.place {
				c.rule = "context"
			}
		}
		if c.kind != unknown {
			kept = append(kept, c)
			f.known[c.form] = c.kind
		}
	}
	f.all = kept
}

// stands reports whether a place is one where it stands, whatever the name means
// elsewhere in the text: “went to X”, not “from X's words”.
func (f *finder) stands(c *candidate) bool {
	return c.rule == "classed" || c.rule == "located" && f.known[c.form] == aPerson && f.d.Norm(c.end) != "'s" &&
		f.titleBefore(f.d.Sentences[c.sentence], c.first) == c.first
}

// choose gives the kind with the highest score, if it is high enough.
func choose(v *[4]int, was kind) kind {
	best, at := 1, unknown
	for k := aPerson; k <= aPlace; k++ {
		if v[k] > best || v[k] == best && k == was && at != unknown {
			best, at = v[k], k
		}
	}
	return at
}

// learn notes the sure forms: a person's last name stands for the person, an
// initialism for the body.
func (f *finder) learn() {
	for _, c := range f.all {
		if !c.sure {
			continue
		}
		f.known[c.form] = c.kind
		switch c.kind {
		case aPerson:
			if a := f.acronym(c.first, c.end); a != "" && f.known[a] == unknown {
				f.known[a] = aPerson
			}
			if c.end > c.first+1 || c.title < c.first {
				for i := c.first; i < c.end; i++ {
					n := f.d.Norm(i)
					if f.capital(i) && !f.d.Tokens[i].Stop && f.known[n] == unknown && (i > c.first || c.end == c.first+1) {
						f.known[n] = aPerson
					}
				}
			}
		case aBody:
			if a := f.acronym(c.first, c.end); a != "" {
				f.known[a] = aBody
			}
			if c.rule == "team" {
				f.known[f.d.Norm(c.end-1)] = aBody
			}
		}
	}
}

// acronym gives the folded initials of the capitalised words of a name, "" for fewer
// than three.
func (f *finder) acronym(first, end int) string {
	var b strings.Builder
	for i := first; i < end; i++ {
		if f.capital(i) {
			for _, r := range f.d.Norm(i) {
				b.WriteRune(r)
				break
			}
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}

// inner adds what the form itself says.
func (f *finder) inner(c *candidate, v *[4]int) {
	if k := f.known[c.form]; k != unknown {
		v[k] += 8
	}
	if c.rule == "head" {
		v[aBody] += 6
	}
	if f.speaks(c) {
		v[aPerson] += 6
	}
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
	t, x := f.d.Tokens[c.first], f.facts[c.first]
	switch {
	case words == 1 && t.Case == text.Upper && !t.Stop && len(t.Norm) >= 2 && len(t.Norm) <= 6 && c.kind != aPlace:
		v[aBody] += 2
	case words == 1 && x.has(aFirstName) && !x.has(aWeakFirst):
		v[aPerson] += 2
	case words == 1 && x.has(aSurname) && !x.has(anOrdinary|aWeakSurname):
		v[aPerson]++
	case words >= 2 && c.kind != aPlace && !x.has(aFirstName) && (places > 0 || upper > 0 && upper < words):
		v[aBody] += 2
	case words >= 2 && words <= 4 && ordinary == 0 && c.kind != aPlace:
		v[aPerson] += 2 + min(surnames, 1)
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
	if words > 0 && f.facts[c.end-1].has(aSite) && words > 1 && c.kind != aPlace {
		v[aPlace] += 2
		v[aPerson] -= 2
	}
	if c.kind == aPlace && c.geo != nil && (c.geo.Precision == "country" || c.geo.Precision == "region") {
		v[aPlace] += 5
	} else if c.kind == aPlace {
		v[aPlace] += 3
		if x.has(aSurname) && words == 1 {
			v[aPlace]--
		}
	}
}

// speaks reports whether the form is the initials of someone whose turn it is in an
// interview: “AD: What happened then?”
func (f *finder) speaks(c *candidate) bool {
	s, t := f.d.Sentences[c.sentence], f.d.Tokens[c.first]
	return c.first == s.First && c.end == c.first+1 && f.d.Norm(c.end) == ":" && f.d.Tokens[c.end].Glued &&
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

// score reports whether the name is a side in a line of results, “Kelm 3 Orrin 1”: a
// number follows it in a line that is all names and numbers. A country stays one.
func (f *finder) score(s text.Sentence, c *candidate) bool {
	if c.end >= s.End || f.d.Tokens[c.end].Kind != text.Number || c.geo != nil && c.geo.Precision == "country" {
		return false
	}
	if f.d.Tokens[c.first].Stop || f.facts[c.first].has(aFirstName) && c.end > c.first+1 {
		return false
	}
	numbers, small := 0, 0
	for i := s.First; i < s.End; i++ {
		switch t := f.d.Tokens[i]; {
		case t.Kind == text.Number:
			numbers++
			if t.Span.Len() > 3 || f.facts[max(i-1, 0)].has(aDate) {
				return false
			}
		case t.Kind == text.Word && t.Case == text.Lower && t.Span.Len() > 1:
			small++
		}
	}
	return numbers >= 2 && small <= numbers/3
}

// behind weighs what follows.
func (f *finder) behind(s text.Sentence, c *candidate, v *[4]int) {
	next := f.d.Tokens[c.end]
	if next.Kind == text.Word && f.facts[c.end].has(aSaying) && next.Case == text.Lower {
		v[aPerson] += 2
		v[aBody]++
	}
	if n, value := f.d.Longest(f.k.cues, c.end, s.End); n > 0 && next.Case != text.Title {
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
	if prev.Kind == text.Word && f.facts[c.first-1].has(aSaying) && prev.Case == text.Lower {
		v[aPerson]++
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
	return f.k.articles.Has(f.d.Norm(i))
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

// mentions turns the candidates into mentions.
func (f *finder) mentions() []stemma.Mention {
	out := make([]stemma.Mention, 0, len(f.all))
	for i := range f.all {
		c := &f.all[i]
		m := stemma.Mention{Type: types[c.kind], Name: c.name, Entity: c.entity, Geo: c.geo}
		m.Article, m.Span, m.Rule = f.d.Article.ID, f.d.Span(c.first, c.end), f.k.rule(c)
		m.ID = stemma.FindingID("name", m.Article, m.Span)
		if c.kind == aPerson {
			f.describe(c, &m)
		}
		out = append(out, m)
	}
	return out
}
