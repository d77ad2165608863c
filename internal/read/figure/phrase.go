package figure

import (
	"strings"

	"stemma/internal/text"
)

// phrases finds the noun phrase behind each number of a sentence that ends before end.
func (f *finder) phrases(found []*count, end int) {
	for i, c := range found {
		limit := end
		if i+1 < len(found) && found[i+1].first >= c.end && !f.typeLike(found[i+1]) {
			limit = found[i+1].first
		}
		c.noun = f.phraseOf(c, limit)
		switch class := c.noun.class; {
		case holds(class, "player") && f.d.SportsPage(): // “two strikers” of a team
			c.noun.class = "person"
		case holds(class, "loose") && !f.speaksOfPolice():
			c.noun.class = "person" // a firm's “four officers”
		case holds(class, "prize") && f.d.SportsPage(): // “three majors”
			c.noun.class = "thing"
		}
		if c.noun.same {
			c.noun.class = "same"
			if before := f.previous(found[:i]); before != nil && !before.noun.empty() && c.sentence-before.sentence <= 1 {
				c.noun.class = "same " + strings.TrimPrefix(before.noun.class, "same ")
			}
		}
		if i > 0 && found[i-1].changes && found[i-1].noun.empty() && c.from == found[i-1].end+1 {
			found[i-1].noun = c.noun // “from 60 to 45 weeks”
			if found[i-1].kind == plain && (c.kind == money || c.kind == percent) && found[i-1].plain != "" {
				found[i-1].kind, found[i-1].unit = c.kind, c.unit // “from 49 to 66 pesos”
			}
		}
	}
}

// previous gives the number before, in this sentence or the one before it.
func (f *finder) previous(found []*count) *count {
	if len(found) > 0 {
		return found[len(found)-1]
	}
	if n := len(f.counts); n > 0 {
		return f.counts[n-1]
	}
	return nil
}

// phraseOf finds what the number counts, before token limit.
func (f *finder) phraseOf(c *count, limit int) phrase {
	if c.inner != "" {
		if class, ok := f.k.units.Value(c.inner); ok {
			if c.end == c.first+3 && f.d.Norm(c.first) == c.inner {
				return phrase{first: c.first, end: c.first + 1, class: class, known: true} // “kilo y medio”
			}
			return phrase{first: c.end - 1, end: c.end, class: class, known: true}
		}
		return phrase{}
	}
	i := c.end
	if f.glue(i) && i+1 < limit {
		if n, class := f.d.Longest(f.k.units, i+1, limit); n > 0 {
			return phrase{first: i + 1, end: i + 1 + n, class: class, known: true}
		}
		return phrase{}
	}
	i = f.opening(i, limit)
	same := phrase{}
	if i < limit && f.is(i, "same") {
		same = phrase{first: i, end: i + 1, same: true}
		i++
	}
	c.led = i < limit && f.is(i, "of")
	led := c.led || i < limit && f.k.sumsNeedOf && f.is(i, "loc") && f.is(i, "the") // “del”
	if led {
		i++
		for i < limit && f.is(i, "det") {
			i++
		}
		if i < limit && f.is(i, "same") {
			return phrase{first: c.end, end: i + 1, same: true}
		}
		i = f.opening(i, limit)
	}
	if f.k.sumsNeedOf && (c.kind == money || c.kind == percent) && !led {
		return same // “12 millones de pesos destinados al puerto”
	}
	if p := f.walk(c, i, limit); !p.empty() {
		return p
	}
	return same
}

// opening steps over a quotation mark and over what an editor put in brackets.
func (f *finder) opening(i, limit int) int {
	for i < limit {
		t := &f.d.Tokens[i]
		switch {
		case t.Kind == text.Mark:
			i++
		case t.Norm == "[":
			j := i + 1
			for j < limit && j < i+6 && f.d.Tokens[j].Norm != "]" {
				j++
			}
			if j >= limit || f.d.Tokens[j].Norm != "]" {
				return i
			}
			i = j + 1
		default:
			return i
		}
	}
	return i
}

// possessive is the token that package text makes of “’s”.
const possessive = "'s"

const longest = 9 // tokens of a noun phrase; what is longer has its head elsewhere

// walk reads the noun phrase that begins at token i.
func (f *finder) walk(c *count, i, limit int) phrase {
	start, plural, end := i, 0, i
	for i < limit && i-start < longest {
		t := &f.d.Tokens[i]
		if j := f.aside(i, limit); j > i && i > start {
			i = j
			continue
		}
		if t.Kind != text.Word {
			if n := f.modelNumber(i, start, limit); n > 0 {
				i += n // “Leopard 2 tanks”
				end = i
				continue
			}
			if i > start && f.d.Tokens[i-1].Kind == text.Word && f.glue(i) && f.d.Tokens[i+1].Kind == text.Number {
				i += 2 // “F-16”
				end = i
				continue
			}
			break
		}
		if f.is(i, "stop") || f.is(i, "of") || f.is(i, "det") || f.is(i, "same") || i == start && (f.mannerAt(i, limit) || f.k.subjectBehind && f.k.ending(t.Norm) == "past" && !t.Has(f.k.demonyms)) {
			break
		}
		if f.is(i, "and") {
			if i == start || plural > 0 || i+1 >= limit || f.d.Tokens[i+1].Kind != text.Word {
				break
			}
			i++
			continue
		}
		if n, class := f.head(c, i, limit); n > 0 {
			next := i + n
			if m, _ := f.head(c, next, limit); m == 0 && f.d.Norm(next) != possessive {
				return phrase{first: start, end: next, class: class, known: true}
			}
			i, end = next, next
			continue
		}
		i++
		end = i
		if t.Norm == possessive {
			plural = 0
		} else if plural == 0 && f.plural(t.Norm) {
			plural = i
		}
	}
	switch {
	case plural > 0:
		return phrase{first: start, end: plural, class: f.people(plural - 1)}
	case end == start+1 && f.k.ending(f.d.Norm(start)) == "past" && !f.d.Has(f.k.demonyms, start):
		return phrase{} // “389 answered”
	case end > start:
		return phrase{first: start, end: min(end, start+3), class: f.people(end - 1)}
	}
	return phrase{}
}

// mannerAt reports whether an adverb stands at a token and no noun behind it, for which it
// would be an adjective: “12 gravemente heridas”, and not “800 likely voters”, “20 family
// members”.
func (f *finder) mannerAt(i, limit int) bool {
	if f.k.ending(f.d.Norm(i)) != "adverb" {
		return false
	}
	if next := i + 1; next < limit && f.d.Tokens[next].Kind == text.Word && !f.is(next, "stop") && !f.is(next, "of") {
		n, _ := f.d.Longest(f.k.harm, next, limit)
		return n > 0 || f.k.ending(f.d.Norm(next)) == "past"
	}
	return true
}

// aside steps over a few words in parentheses.
func (f *finder) aside(i, limit int) int {
	if f.d.Norm(i) != "(" {
		return i
	}
	for j := i + 1; j < limit && j < i+7; j++ {
		if f.d.Norm(j) == ")" {
			return j + 1
		}
	}
	return i
}

// head looks for a listed noun at token i: how many tokens it has, and its class.
func (f *finder) head(c *count, i, limit int) (n int, class string) {
	if i >= limit {
		return 0, ""
	}
	if n, class = f.d.Longest(f.k.people, i, limit); n == 0 {
		if n, class = f.d.Longest(f.k.things, i, limit); n == 0 {
			n, class = f.d.Longest(f.k.units, i, limit)
		}
	}
	single := c.value != nil && *c.value == 1
	if n == 0 || class == "not" || kindOf(class) == "money" || (holds(class, "one") && !single) {
		return 0, ""
	}
	return n, class
}

// people gives the class of a noun in no list: people, where it is a nationality.
func (f *finder) people(i int) string {
	if f.d.Has(f.k.demonyms, i) || f.d.Tokens[i].Case == text.Title && f.k.ending(f.d.Norm(i)) == "plural" && f.k.nationals(f.d.Norm(i)) {
		return "person"
	}
	return "thing"
}

// nationals reports whether a word ends as the names of a place's people do: “Iowans”.
func (k *knowledge) nationals(norm string) bool {
	for n := 6; n > 2; n-- {
		if len(norm) > n+2 {
			if k.demonymends.Has(norm[len(norm)-n:]) {
				return true
			}
		}
	}
	return false
}

// plural reports whether a word has a plural's ending.
func (f *finder) plural(norm string) bool { return f.k.ending(norm) == "plural" }

// ending gives what the longest listed end of a word makes of it; "" for no such end.
func (k *knowledge) ending(norm string) string {
	value, _ := k.endings.Longest(norm, 2)
	return value
}
