package name

import (
	"strings"

	"stemma"
	"stemma/internal/read/age"
	"stemma/internal/text"
	"stemma/lang"
)

// titleBefore gives the first token of the title in small letters that ends before
// token i, i when there is none: “health minister Ana Duarte”.
func (f *finder) titleBefore(s text.Sentence, i int) int {
	for first := max(s.First, i-4); first < i; first++ {
		if w, _ := f.titleAt(first, i); w == 0 || f.d.Tokens[first].Case != text.Lower && first > s.First && !f.d.Tokens[first].Stop {
			continue
		}
		if w, _ := f.titleAt(first, i); w == i-first {
			return first
		}
	}
	return i
}

// sourceClause reports whether a name is only the source that opens the sentence, and what
// looks like its role goes on to a verb: “According to Renn, the mayor of Tarsa has left”.
func (f *finder) sourceClause(s text.Sentence, c *candidate, end int) bool {
	if end < s.End && f.d.Norm(end) == "," || c.title-s.First > 3 {
		return false
	}
	for i := s.First; i < c.title; i++ {
		if n, v := f.d.Longest(f.k.speech, i, c.title); n > 0 && lang.Flag(v, "source") {
			return true
		}
	}
	return false
}

// roleAhead reads the role before a comma, “its director, X, said”, “the head of the
// port, X”: its tokens, equal when there is none. A comma or stop must follow the name.
func (f *finder) roleAhead(s text.Sentence, c *candidate) (first, end int) {
	comma := c.first - 1
	if comma <= s.First || f.d.Norm(comma) != "," || c.end < s.End && f.d.Tokens[c.end].Kind != text.Punct {
		return c.first, c.first
	}
	if k := comma - 3; k > s.First && f.d.Norm(comma-1) == ")" && f.d.Norm(k) == "(" {
		comma = k // “the head of the Harbour Office (HO), X, said”
	}
	for i := max(s.First, comma-14); i < comma; i++ {
		if f.d.Tokens[i].Case != text.Lower && f.d.Tokens[i].Case != text.Title {
			continue
		}
		w, v := f.titleAt(i, comma)
		if w == 0 || strings.HasPrefix(v, "courtesy") || i+w < comma && f.roleEnd(s, i+w) != comma {
			continue
		}
		if i > s.First && f.facts[i-1].has(aStarter) || i > s.First && f.d.Tokens[i-1].Glued {
			return i, comma
		}
		return c.first, c.first
	}
	return c.first, c.first
}

// roleEnd goes on behind an office: “of the Port Authority”, to the next sign.
func (f *finder) roleEnd(s text.Sentence, q int) int {
	if q >= s.End || !f.facts[q].has(aBodily) || f.isAnd(q) {
		return q
	}
	end := q
	for k := q; k < s.End && k < q+12; k++ {
		t := f.d.Tokens[k]
		if t.Kind == text.Punct || t.Kind == text.Mark || t.Has(f.k.auxiliaries) || f.facts[k].has(aSaying) && t.Case == text.Lower {
			break
		}
		end = k + 1
	}
	return end
}

// ageAt reads an age at token i, behind the comma of “X, 26,”: 0 when there is none.
func (f *finder) ageAt(s text.Sentence, i int) int {
	lead := false
	for i < s.End && i >= 0 {
		if _, v := f.d.Longest(f.k.ages, i, s.End); v == "lead" {
			i++
			lead = true
			continue
		}
		break
	}
	if i >= s.End || f.d.Tokens[i].Kind != text.Number {
		return 0
	}
	years := age.Years(f.d.Norm(i))
	if years == 0 {
		return 0
	}
	if _, v := f.d.Longest(f.k.ages, i+1, s.End); v == "after" {
		return years
	}
	next := f.d.Norm(i + 1)
	if i+1 >= s.End || next == "," || next == "." || next == ")" || next == ";" || lead && f.d.Tokens[i+1].Kind != text.Word {
		return years
	}
	return 0
}

// describe fills in what stands beside a person: role, age, gender.
func (f *finder) describe(c *candidate, m *stemma.Mention) {
	s := f.d.Sentences[c.sentence]
	start := c.title
	if start == c.first {
		start = f.titleBefore(s, c.first)
	}
	first, end := f.office(start, c.first)
	if first == end {
		first, end = f.roleAhead(s, c)
	}
	if first == end && c.end < s.End && f.d.Norm(c.end) == "," {
		if first, end = f.appositive(s, c.end+1); f.sourceClause(s, c, end) {
			first, end = c.first, c.first
		}
		for first < end && f.d.Has(f.k.former, first) {
			m.Former = true
			first++
		}
	}
	if first < end {
		m.Role = stemma.Named{Span: f.d.Span(first, end), Name: strings.Join(strings.Fields(f.d.Words(first, end)), " ")}
		m.Former = m.Former || f.past(s, first)
	}
	if c.end < s.End && (f.d.Norm(c.end) == "," || f.d.Norm(c.end) == "(") {
		m.Age = f.ageAt(s, c.end+1)
	} else if c.end < s.End {
		if _, v := f.d.Longest(f.k.ages, c.end, s.End); v == "lead" {
			m.Age = f.ageAt(s, c.end)
		}
	}
	if m.Age == 0 {
		m.Age, _ = age.Before(f.d, f.k.ages, s.First, start)
	}
	if c.who != nil {
		m.Gender = c.who.gender
	}
}

// office gives the part of the titles at tokens first to before end that is an office
// or calling, not “Mr.” or “Dr.”.
func (f *finder) office(first, end int) (int, int) {
	for first < end {
		w, v := f.titleAt(first, end)
		if w == 0 {
			first++
			continue
		}
		if !strings.HasPrefix(v, "courtesy") {
			break
		}
		first += w
	}
	last := end
	for last > first {
		cut := false
		for k := first; k < last; k++ {
			if w, v := f.titleAt(k, last); w == last-k && strings.HasPrefix(v, "courtesy") && !lang.Flag(v, "office") {
				last, cut = k, true
				break
			}
		}
		if !cut {
			break
		}
	}
	return first, last
}

// past reports whether the role that begins at token first is said to be a past one.
func (f *finder) past(s text.Sentence, first int) bool {
	n := f.d.Norm(first)
	if f.k.former.Has(n) || strings.HasPrefix(n, "ex-") {
		return true
	}
	for i := first - 1; i >= s.First && i >= first-3; i-- {
		if f.d.Has(f.k.former, i) {
			return true
		}
		if f.article(i) {
			continue
		}
		if f.d.Norm(i) == "'s" {
			return false // “the former captain's tailor”
		}
		if f.d.Tokens[i].Kind != text.Word || f.facts[i].has(aStarter) {
			return false
		}
	}
	return false
}
