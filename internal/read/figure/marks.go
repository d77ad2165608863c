package figure

import "stemma/internal/text"

// marks hands the numbers of a sentence to the rules: <@n> a plain number with the
// words before it that say how exact it is, <@money> and <@percent> likewise, <@millions> one
// of a million or more that says not of what, <@noun>
// the noun phrase behind a number, whose value is its class.
type marks struct {
	first  int      // token at which the sentence begins
	begins []*count // by token: the number that begins there, with the words before it or without
	ends   []*count // by token: the number that ends before it
}

// marksOf indexes the numbers of a sentence by their tokens.
func marksOf(found []*count, s text.Sentence) *marks {
	all := make([]*count, 2*(s.End-s.First+1))
	m := &marks{first: s.First, begins: all[:len(all)/2], ends: all[len(all)/2:]}
	for i := len(found) - 1; i >= 0; i-- { // the first one counts where two meet
		c := found[i]
		m.ends[c.end-s.First] = c
		m.begins[c.first-s.First] = c
		if c.from >= s.First {
			m.begins[c.from-s.First] = c
		}
	}
	return m
}

// At implements rule.Marks.
func (m *marks) At(name string, i int) (end int, value string, ok bool) {
	if i -= m.first; i < 0 || i >= len(m.begins) {
		return 0, "", false
	}
	if name == "noun" {
		if c := m.ends[i]; c != nil && c.noun.end > c.end {
			return c.noun.end, c.noun.class, true
		}
		return 0, "", false
	}
	c := m.begins[i]
	if c == nil {
		return 0, "", false
	}
	switch name {
	case "n":
		return c.end, "", c.kind == plain
	case "millions":
		return c.end, "", c.kind == plain && c.amount() >= 1e6 && !c.noun.known && !c.led
	case "inner":
		return c.end, c.noun.class, c.inner != "" && !c.noun.empty()
	case "ordinal":
		return c.end, c.unit, c.kind == ordinal && c.first == i+m.first
	case "money":
		return c.end, "", c.kind == money
	case "percent":
		return c.end, "", c.kind == percent
	}
	return 0, "", false
}
