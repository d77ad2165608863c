package name

import (
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/text"
)

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
	f.lend(scores)
	kept := f.all[:0]
	for _, c := range f.all {
		if !c.sure {
			if c.kind != aPlace || !f.stands(&c) {
				c.kind = choose(scores[c.form], c.kind)
			}
			if c.kind != aPlace {
				c.geo = nil
			} else if p := f.maybe[c.first]; p.end == c.end {
				c.geo = p.mention.Geo
			}
			if c.rule == "" || c.kind != aPlace && c.place {
				c.rule = "context"
			}
		}
		if alone := c.end == c.first+1 && f.article(c.first) && !c.sure; c.kind != unknown && !alone { // “La” of a mine called La Honda
			kept = append(kept, c)
			f.known[c.form] = c.kind
		}
	}
	f.all = kept
}

// stands reports whether a place is one where it stands, whatever the name means
// elsewhere in the text: “went to X”, not “from X's words”.
func (f *finder) stands(c *candidate) bool {
	s := f.d.Sentences[c.sentence]
	return c.rule == "classed" || c.rule == "located" && (f.known[c.form] == aPerson && f.firmly(s, c.first) || f.known[c.form] == aBody) && f.d.Norm(c.end) != "'s" &&
		f.titleBefore(s, c.first) == c.first
}

// firmly reports whether the words before token i are such as hardly stand before people: “in”,
// “went to”, not “from”.
func (f *finder) firmly(s text.Sentence, i int) bool {
	for back := min(3, i-s.First); back > 0; back-- {
		if n, value := f.d.Longest(f.k.cues, i-back, i); n == back && (strings.Contains(value, "place place") || back > 1 && strings.HasSuffix(value, "before place")) {
			return true
		}
	}
	return false
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
	for i := range f.all {
		if c := &f.all[i]; c.title < c.first || f.titleBefore(f.d.Sentences[c.sentence], c.first) < c.first {
			f.addressed[c.form] = true
		}
	}
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
			f.learnHead(&c)
			f.learnShort(&c)
			if a := f.acronym(c.first, c.end); a != "" {
				f.known[a] = aBody
			}
			if f.firmed(&c) {
				if n := f.d.Norm(c.first); f.known[n] == unknown {
					f.known[n] = aBody // “Larkpar” for “Larkpar Dolmen Corp.”
				}
			}
			if c.rule == "team" {
				f.known[f.d.Norm(c.end-1)] = aBody
			}
		}
	}
}

// learnShort notes the short name that stands alone in brackets behind a body's name and
// is made of its letters, in their order: “Asociación de Ganaderos del Norte (Agano)”.
func (f *finder) learnShort(c *candidate) {
	i := c.end + 1
	if c.end < c.first+2 || i+1 >= len(f.d.Tokens) || f.d.Norm(c.end) != "(" || f.d.Norm(i+1) != ")" || !f.capital(i) || f.place[i].end > 0 {
		return
	}
	short, long := f.d.Norm(i), f.norm(c.first, c.end)
	if f.known[short] != unknown || !strings.HasPrefix(long, short[:1]) {
		return
	}
	for _, r := range short {
		at := strings.IndexRune(long, r)
		if at < 0 {
			return
		}
		long = long[at+utf8.RuneLen(r):]
	}
	f.known[short] = aBody
}

// learnHead notes the word that makes a body's name, which with a capital may stand for
// it: “the Committee” for “the Harbour Committee”.
func (f *finder) learnHead(c *candidate) {
	if c.end == c.first+1 {
		return
	}
	for _, i := range [...]int{c.first, c.end - 1} {
		if f.facts[i].has(aHead | aForward | aPress) {
			f.heads[f.d.Norm(i)] = true
		}
	}
}

// firmed reports whether a body's name of several words is a firm's, by its end or its “&”, and
// begins with a word of its own.
func (f *finder) firmed(c *candidate) bool {
	x := f.facts[c.first]
	return c.end > c.first+2 && (f.facts[c.end-1].has(aSuffix) || f.d.Norm(c.first+1) == "&") && f.d.Tokens[c.first].Case != text.Lower && len(f.d.Norm(c.first)) > 3 &&
		!x.has(anOrdinary|aFirstName|aDemonym|aHead|aForward|aNoName) && f.place[c.first].end == 0
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
