package rule

import (
	"strings"

	"stemma/internal/text"
)

// Marks are spans of tokens that a finder hands in: names, times, numbers.
type Marks interface {
	// At gives the token after the mark of that name that begins at token i, and
	// the mark's value; false when none begins there.
	At(name string, i int) (end int, value string, ok bool)
}

// NoMarks is an empty set of marks.
type NoMarks struct{}

// At finds nothing.
func (NoMarks) At(string, int) (int, string, bool) { return 0, "", false }

// Capture is what one named part of a pattern matched: tokens First to before End,
// and the value of the list entry or mark there, if any.
type Capture struct {
	Name       string
	First, End int
	Value      string
}

// Match is where a pattern matched: tokens First to before End.
type Match struct {
	First, End int
	Captures   []Capture
}

// Get gives the first capture of a name.
func (m *Match) Get(name string) (Capture, bool) {
	for _, c := range m.Captures {
		if c.Name == name {
			return c, true
		}
	}
	return Capture{}, false
}

// steps that one match may take: far more than any real rule needs, so that a rule
// with many bounds in a row cannot stall a run.
const budget = 20000

// Match tries the pattern on the tokens from first on; limit is the token before
// which it must end.
func (p *Pattern) Match(d *text.Doc, first, limit int, marks Marks) (Match, bool) {
	return new(matcher).match(p, d, first, limit, marks)
}

// match tries one pattern. It forgets the text when it is done.
func (m *matcher) match(p *Pattern, d *text.Doc, first, limit int, marks Marks) (found Match, ok bool) {
	m.p, m.d, m.limit, m.marks, m.left = p, d, limit, marks, budget
	m.captures, m.value = m.captures[:0], ""
	end, ok := m.run(0, first)
	if ok {
		found = Match{First: first, End: end, Captures: m.resolved()}
	}
	m.d, m.marks, m.value = nil, nil, ""
	return found, ok
}

type matcher struct {
	p        *Pattern
	d        *text.Doc
	limit    int
	marks    Marks
	left     int
	captures []Capture // a log: where one opens (End < 0), and where one closes (First < 0)
	value    string    // of the last list entry or mark
}

// run goes on from step pc at token i: the token after the match.
func (m *matcher) run(pc, i int) (int, bool) {
	for {
		if m.left--; m.left < 0 {
			return 0, false
		}
		s := &m.p.steps[pc]
		switch s.op {
		case opMatch:
			return i, true
		case opJump:
			pc = s.x
			continue
		case opSplit:
			if !m.may(pc+1, i) {
				m.left-- // as if the way had been tried
				pc = s.x
				continue
			}
			kept, value := len(m.captures), m.value
			if end, ok := m.run(pc+1, i); ok {
				return end, true
			}
			m.captures, m.value = m.captures[:kept], value
			pc = s.x
			continue
		case opSave:
			m.value = ""
			m.captures = append(m.captures, Capture{Name: s.arg, First: i, End: -1})
		case opDone:
			m.captures = append(m.captures, Capture{Name: s.arg, First: -1, End: i, Value: m.value})
		case opNot:
			kept := len(m.captures)
			_, found := m.run(pc+1, i)
			m.captures = m.captures[:kept]
			if found {
				return 0, false
			}
			pc = s.x
			continue
		default:
			n, ok := m.one(s, i)
			if !ok {
				return 0, false
			}
			i += n
		}
		pc++
	}
}

// may reports whether a way that begins at step pc can go on at token i, as far as one look
// at the token tells: most ways of most choices end at their first word.
func (m *matcher) may(pc, i int) bool {
	s := &m.p.steps[pc]
	switch s.op {
	case opWord:
		return i < m.limit && s.has(&m.d.Tokens[i])
	case opClass:
		if i >= m.limit {
			return false
		}
		t := &m.d.Tokens[i]
		return s.class.holds(t.Kind, t.Case)
	case opList:
		return i < m.limit && s.list.Begin(m.d.Tokens[i].Known) != nil
	}
	return true
}

// has reports whether the token is one of a step's words.
func (s *step) has(t *text.Token) bool {
	known := t.Known.Number()
	for k, n := range s.numbers {
		if n == known && (n != 0 || s.words[k] == t.Norm) {
			return true
		}
	}
	return false
}

// resolved makes captures of the log: each end belongs to the last one of its name that
// is open; one that caught nothing goes.
func (m *matcher) resolved() []Capture {
	if len(m.captures) == 0 {
		return nil
	}
	out := make([]Capture, 0, len(m.captures)/2)
	for _, c := range m.captures {
		if c.First >= 0 {
			out = append(out, c)
			continue
		}
		for k := len(out) - 1; k >= 0; k-- {
			if out[k].Name != c.Name || out[k].End >= 0 {
				continue
			}
			if c.End > out[k].First {
				out[k].End, out[k].Value = c.End, c.Value
			} else {
				out = append(out[:k], out[k+1:]...)
			}
			break
		}
	}
	return out
}

// one matches a step that consumes tokens: how many.
func (m *matcher) one(s *step, i int) (int, bool) {
	if i >= m.limit {
		return 0, false
	}
	t := &m.d.Tokens[i]
	switch s.op {
	case opWord:
		if s.has(t) {
			return 1, true
		}
	case opList:
		if n, value := m.d.Longest(s.list, i, m.limit); n > 0 && hasValue(value, s.value) {
			m.value = value
			return n, true
		}
	case opMark:
		if end, value, ok := m.marks.At(s.arg, i); ok && end > i && end <= m.limit && hasValue(value, s.value) {
			m.value = value
			return end - i, true
		}
	case opClass:
		return 1, s.class.holds(t.Kind, t.Case)
	}
	return 0, false
}

func (c class) holds(kind text.Kind, written text.Case) bool {
	switch c {
	case anyWord:
		return kind == text.Word
	case inLower:
		return kind == text.Word && written == text.Lower
	case withCapital:
		return kind == text.Word && (written == text.Title || written == text.Upper || written == text.Mixed)
	case aNumber:
		return kind == text.Number
	}
	return true
}

// hasValue reports whether want is "" or one of the words of value.
func hasValue(value, want string) bool {
	if want == "" || value == want {
		return true
	}
	for w := range strings.FieldsSeq(value) {
		if w == want {
			return true
		}
	}
	return false
}
