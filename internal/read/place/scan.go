package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
	"stemma/lang"
)

// sentence collects the candidates of a sentence.
func (f *finder) sentence(s text.Sentence) {
	f.words = f.words[:0]
	for i := s.First; i < s.End; i++ {
		f.words = append(f.words, f.d.Tokens[i].Span.Of(f.d.Text))
	}
	f.loud = f.shouts(s)
	for i := s.First; i < s.End; {
		if !f.capital(i) && !f.leads(s, i) {
			i++
			continue
		}
		c, ok := f.at(s, i)
		if !ok || c.end == i+1 && f.d.Has(f.k.articles, i) { // “La” of “the La Honda mine”
			i++
			continue
		}
		f.all = append(f.all, c)
		i = c.end
	}
}

// leads reports whether a small word that belongs to the name behind it stands at token
// i: “valle de X”.
func (f *finder) leads(s text.Sentence, i int) bool {
	n, value := f.d.Longest(f.k.classes, i, s.End)
	return n > 0 && strings.HasSuffix(value, "lead") && f.feature(s, i) > 0
}

// at gives the candidate that begins at token i.
func (f *finder) at(s text.Sentence, i int) (candidate, bool) {
	c := candidate{first: i, sentence: f.d.SentenceOf(i), inside: -1, rule: Known}
	if n := f.feature(s, i); n > 0 {
		c.end, c.rule, c.strength = i+n, Feature, certain
		c.form = f.form(c.first, c.end)
		if n := f.longest(s, i); n >= c.end-i {
			c.end, c.form = i+n, f.form(i, i+n)
			c.places = f.lookup(c.form)
		} else {
			c.places = f.partOf(s, i, c.end)
		}
		return c, true
	}
	if f.called(s, &c) {
		return c, true
	}
	n, form := f.initials(s, i)
	if n == 0 {
		n = f.longest(s, i)
		if n > 0 {
			form = f.form(i, i+n)
		}
	}
	if n == 0 {
		return f.unknown(s, c)
	}
	c.end, c.form = i+n, form
	if c.end+1 < s.End && f.d.Norm(c.end) == "," && f.capital(c.end+1) { // “Washington, D.C.”
		if n, name := f.d.Longest(f.k.aliases, i, s.End); n == c.end+2-i {
			c.end, c.form, form = i+n, f.form(i, i+n), name
		}
	}
	c.places = f.lookup(form)
	if len(c.places) == 0 || f.excluded(s, c) {
		return candidate{}, false
	}
	f.evidence(s, &c)
	c.need = f.need(s, &c)
	if c.rule == Classed {
		f.lengthen(s, &c)
	}
	return c, true
}

// called reads a name that the text itself makes plain at the candidate's first token: a
// class word with a capital, “Province of Borim”, or a short name, “Calif.”.
func (f *finder) called(s text.Sentence, c *candidate) bool {
	i := c.first
	if n := f.titled(s, i); n > 0 {
		if inner, ok := f.at(s, i+n); ok && len(inner.places) > 0 && inner.places[0].Class != gazetteer.Region {
			c.end, c.form, c.places = inner.end, f.form(i, inner.end), inner.places
			_, value := f.d.Longest(f.k.classes, i, s.End)
			c.class, c.strength, c.rule = classOf(value), certain, Classed
			if inner.places[0].Class == gazetteer.Country && lang.Flag(value, "sovereign") {
				c.class = gazetteer.Country // “the Republic of Velmora”
			}
			return true
		}
	}
	if n, name := f.alias(s, i); n > 0 {
		c.end, c.form, c.places = i+n, f.form(i, i+n), f.lookup(name)
		if len(c.places) > 0 {
			f.evidence(s, c)
			return true
		}
	}
	return false
}

// alias reads a short name, “Calif.”, “W. Va.”: the number of tokens and what the
// gazetteer calls the place.
func (f *finder) alias(s text.Sentence, i int) (int, string) {
	n, name := f.d.Longest(f.k.aliases, i, s.End)
	if n == 0 || n == 1 && f.longest(s, i) > 1 {
		return 0, ""
	}
	t := f.d.Tokens[i]
	if short := strings.TrimSuffix(t.Norm, "."); n == 1 && len(short) <= 4 && !strings.Contains(short, ".") {
		upper := t.Case == text.Upper && len(short) == 2 || t.Stop || f.d.Norm(i+1) == "." && f.d.Tokens[i+1].Glued || len(short) > 2
		plain := t.Case == text.Upper && len(short) > 2 && !f.k.words.Has(short)   // “NSW”
		dotted := t.Stop && len(short) > 2 && i+1 < s.End && !f.k.words.Has(short) // “a Fla. senator”
		if f.loud || !upper || !plain && !dotted && !f.afterComma(s, i) {
			return 0, ""
		}
	}
	return n, name
}

// longest gives the number of tokens of the longest gazetteer name at token i whose
// last token has a capital or is a number.
func (f *finder) longest(s text.Sentence, i int) int {
	n := f.g.Longest(f.words[i-s.First:])
	for n > 0 {
		last := f.d.Tokens[i+n-1]
		if f.capital(i+n-1) && (n == 1 || !last.Has(f.k.notNames) || f.known1(i, i+n)) {
			break
		}
		n--
		for n > 0 && len(f.lookup(f.form(i, i+n))) == 0 {
			n--
		}
	}
	return n
}

// known1 reports whether the tokens are the name of a well-known place.
func (f *finder) known1(first, end int) bool {
	p := f.lookup(f.form(first, end))
	return len(p) > 0 && (p[0].Class != gazetteer.City || p[0].Population > 20000)
}

// initials reads an initialism that is written with spaces, “U. S.”: the number of
// tokens and the form without spaces. One that only a town bears is somebody's initials.
func (f *finder) initials(s text.Sentence, i int) (int, string) {
	n, form := 0, ""
	for i+n < s.End && n < 4 {
		t := f.d.Tokens[i+n]
		w := f.words[i+n-s.First]
		if !t.Stop || len(w) > 3 || w != strings.ToUpper(w) {
			break
		}
		form += w
		n++
	}
	if p := f.lookup(form); n < 2 || len(p) == 0 || p[0].Class == gazetteer.City {
		return 0, ""
	}
	return n, form
}

func (f *finder) form(first, end int) string {
	if end == first+1 {
		return f.d.Words(first, end)
	}
	var b strings.Builder
	for i := first; i < end; i++ {
		if i > first && !(f.d.Tokens[i].Glued) {
			b.WriteByte(' ')
		}
		b.WriteString(f.d.Tokens[i].Span.Of(f.d.Text))
	}
	return b.String()
}

func (f *finder) lookup(form string) []gazetteer.Place {
	p, ok := f.known[form]
	if !ok {
		p = f.g.Lookup(form)
		f.known[form] = p
	}
	return p
}

// capital reports whether a word begins with a capital letter.
func (f *finder) capital(i int) bool { return capital(f.d.Text, f.d.Tokens[i]) }

func capital(source string, t text.Token) bool {
	if t.Kind != text.Word || t.Case == text.Lower || t.Case == text.NoCase {
		return false
	}
	if t.Case != text.Mixed {
		return true
	}
	r, _ := utf8.DecodeRuneInString(source[t.Span.Start:])
	return unicode.IsUpper(r)
}

// opens reports whether token i stands where any word is written with a capital.
func (f *finder) opens(s text.Sentence, i int) bool {
	if i == s.First {
		return true
	}
	t := f.d.Tokens[i-1]
	return f.loud || t.Kind == text.Mark || t.Kind == text.Punct && (t.Norm == ":" || t.Norm == "(" || t.Norm == "¿" || t.Norm == "¡" || t.Norm == "—" || t.Norm == "•" || t.Norm == "-" && !t.Glued && i == s.First+1)
}
