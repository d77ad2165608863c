package place

import (
	"strings"

	"stemma/internal/gazetteer"
	"stemma/internal/text"
	"stemma/lang"
)

// excluded reports whether a gazetteer name is surely something else where it stands.
func (f *finder) excluded(s text.Sentence, c candidate) bool {
	has := func(l *lang.List) bool { return f.hasName(l, c.first, c.end) }
	wide := c.places[0].Class == gazetteer.Country || c.places[0].Class == gazetteer.Region
	if has(f.k.notNames) && !wide {
		return true
	}
	if has(f.k.demonyms) && !wide && (f.k.capitals || f.opens(s, c.first) && f.d.Norm(c.first-1) != "(") {
		return true // but in “Tarsa (Velmorana)”, where a demonym would be small, it is the region
	}
	if c.end == c.first+1 && f.signed(s, c) {
		return false
	}
	if f.loud && f.ordinary(c) || f.beginsPhrase(s, c) {
		return true
	}
	if c.end == c.first+1 {
		t := f.d.Tokens[c.first]
		if has(f.k.titles) && has(f.k.words) || len(f.words[c.first-s.First]) < 2 {
			return true
		}
		if f.dateline(s, c) {
			return false
		}
		if t.Case == text.Upper && c.places[0].Class != gazetteer.Country && !f.loud && len(t.Norm) <= 4 {
			return c.places[0].Class != gazetteer.Admin1 || !f.afterComma(s, c.first)
		}
	}
	return f.ofPerson(s, c) || f.ofBody(s, c)
}

// beginsPhrase reports whether an ordinary word begins a sentence and goes on with “de”, in a
// language where a place's name hardly does: “Reunión de vecinos”.
func (f *finder) beginsPhrase(s text.Sentence, c candidate) bool {
	if !f.k.contains || c.end != c.first+1 || c.end >= s.End || !f.opens(s, c.first) || !f.d.Has(f.k.words, c.first) || f.d.Tokens[c.end].Case != text.Lower {
		return false
	}
	v, _ := f.d.Value(f.k.particles, c.end)
	return strings.HasPrefix(v, "person")
}

// ordinary reports whether a name in capitals is made of ordinary words; the countries
// that are also words are let through, but “US” may be “us”.
func (f *finder) ordinary(c candidate) bool {
	if c.places[0].Class == gazetteer.Country && len(c.form) > 3 {
		return false
	}
	for i := c.first; i < c.end; i++ {
		if t := &f.d.Tokens[i]; !t.Has(f.k.words) && !t.Has(f.k.starters) && !t.Has(f.k.particles) && t.Kind == text.Word {
			return false
		}
	}
	return true
}

// ofPerson reports whether the name is a surname or first name: “Mr. London”, “Jack
// London”, “Virginia Wells”.
func (f *finder) ofPerson(s text.Sentence, c candidate) bool {
	if i := c.first - 1; i >= s.First {
		t := &f.d.Tokens[i]
		if t.Stop && len(t.Norm) <= 3 && f.capital(i) && !t.Has(f.k.heads) && strings.Count(t.Norm, ".") == 1 && c.places[0].Class != gazetteer.Country {
			return true // “J. London”, “Mr. London”
		}
		if f.lineupInitial(s, i) {
			return true // “D Peel (Kelmora)”
		}
		if v, ok := t.Value(f.k.titles); ok && t.Kind == text.Word && (strings.HasPrefix(v, "courtesy") || strings.HasPrefix(v, "rank")) &&
			f.capital(i) && c.places[0].Class != gazetteer.Country {
			return true
		}
		if f.capital(i) && f.k.firstName(t) && !(f.opens(s, i) && t.Has(f.k.words)) && c.end == c.first+1 && len(f.lookup(f.words[i-s.First])) == 0 {
			return true
		}
	}
	if c.end < s.End && c.end == c.first+1 && f.k.firstName(&f.d.Tokens[c.first]) {
		t := f.d.Tokens[c.end]
		return f.capital(c.end) && f.plainName(c.end) && !t.Has(f.k.classes) && len(f.lookup(f.words[c.end-s.First])) == 0 ||
			t.Stop && len(t.Norm) == 2
	}
	return false
}

// lineupInitial reports whether token i is one capital letter without a full stop behind a sign or
// at the beginning, as initials stand in line-ups: “; D Peel (Kelmora)”.
func (f *finder) lineupInitial(s text.Sentence, i int) bool {
	t := &f.d.Tokens[i]
	if t.Kind != text.Word || len(t.Norm) != 1 || !f.capital(i) || t.Glued || !f.k.behind {
		return false
	}
	if i == s.First {
		return t.Norm != "a" && t.Norm != "i"
	}
	n := f.d.Norm(i - 1)
	return n == "," || n == ";" || n == ":" || n == "("
}

// ofBody reports whether the name is swallowed by that of a known body.
func (f *finder) ofBody(s text.Sentence, c candidate) bool {
	for i := max(s.First, c.first-4); i <= c.first; i++ {
		for _, l := range f.k.bodies {
			n, _ := f.d.Longest(l, i, s.End)
			if n > 0 && i+n > c.first && f.capital(i) && i+n >= c.end && n > c.end-c.first {
				return true
			}
		}
	}
	return false
}

// dateline reports whether a candidate opens a paragraph as the place it was written
// at: “KELMORA, 3 May”, “KELMORA (Agency) —”.
func (f *finder) dateline(s text.Sentence, c candidate) bool {
	if f.signed(s, c) {
		return true
	}
	if c.first != s.First || c.end >= s.End || f.d.Paragraphs[s.Paragraph].Span.Start > s.Span.Start {
		return false
	}
	upper := true
	for i := c.first; i < c.end; i++ {
		upper = upper && f.d.Tokens[i].Case == text.Upper
	}
	next := &f.d.Tokens[c.end]
	switch next.Kind {
	case text.Number:
		return upper && next.Span.Len() > 1
	case text.Punct:
		number := c.end+1 < s.End && f.d.Tokens[c.end+1].Kind == text.Number
		named := c.end+1 < s.End && f.capital(c.end+1)
		return upper && (next.Norm == "," && (number || named) || next.Norm == "(" || next.Norm == "—" || next.Norm == "-" && !next.Glued || next.Norm == ":") ||
			next.Norm == "," && (number || f.d.Has(f.k.notNames, c.end+1)) || next.Norm == "(" && named
	}
	return false
}

// signed reports whether a name written as usual stands before an agency's mark, with the
// day between them, “Kelmora, 3 May (VNA)”, or at the end of a headline in capitals: “RAIN
// IN THE NORTH Kelmora (VNA).”
func (f *finder) signed(s text.Sentence, c candidate) bool {
	i := c.end
	if i < s.End && f.d.Norm(i) == "," {
		i++
	}
	dated := i+1 < s.End && f.d.Tokens[i].Kind == text.Number && f.d.Has(f.k.months, i+1)
	if dated {
		i += 2
	}
	return (dated || f.loud && c.first > s.First) && i+2 < s.End && f.d.Norm(i) == "(" && f.d.Norm(i+2) == ")" &&
		f.d.Tokens[c.first].Case == text.Title && f.d.Tokens[i+1].Case == text.Upper
}

// shouts reports whether a sentence is written in capitals.
func (f *finder) shouts(s text.Sentence) bool {
	upper, other := 0, 0
	for i := s.First; i < s.End; i++ {
		if t := f.d.Tokens[i]; t.Kind == text.Word && t.Span.Len() > 1 {
			if t.Case == text.Upper {
				upper++
			} else {
				other++
			}
		}
	}
	return upper > 2 && upper >= other*3
}

func (f *finder) afterComma(s text.Sentence, i int) bool {
	return i-2 >= s.First && f.d.Norm(i-1) == "," && f.capital(i-2)
}
