package victim

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"stemma"
	"stemma/internal/read/age"
	"stemma/internal/text"
)

// person is somebody whom a sentence names or describes. Token ranges are half-open.
type person struct {
	from       int // where the words before the name begin that belong to it: role, age
	first, end int // the name, the initials or the description
	to         int // behind the words that stand in apposition: “, 34, a nurse,”
	name       string
	entity     stemma.ID
	age        int

	harm, rule string
	word       [2]int // the tokens of the word of harm
}

// people gives those named or described in a sentence, in order.
func (f *finder) people(s text.Sentence) []person {
	var out []person
	from := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.Start >= s.Span.Start })
	for i := from; i < len(f.names) && f.names[i].Span.Start < s.Span.End; i++ {
		m := &f.names[i]
		if m.Type != stemma.Person || m.Span.End > s.Span.End {
			continue
		}
		first, end := f.d.Range(m.Span)
		p := person{from: first, first: first, end: end, name: m.Name, entity: m.Entity, age: m.Age}
		if rf, re := f.d.Range(m.Role.Span); !m.Role.Span.Empty() && re <= first && first-re <= 5 && rf >= s.First {
			p.from = rf
		}
		if _, at := age.Before(f.d, f.k.ages, s.First, p.from); at < p.from {
			p.from = at
		}
		out = append(out, p)
	}
	taken := func(first, end int) bool {
		return slices.ContainsFunc(out, func(p person) bool { return first < p.end && p.first < end || p.first >= end && p.first <= end+1 })
	}
	for i := s.First; i < s.End; i++ {
		if p, ok := f.initials(i, s); ok && !taken(p.first, p.end) {
			out = append(out, p)
			i = p.end - 1
		} else if p, ok := f.described(i, s); ok && !taken(p.first, p.end) {
			out = append(out, p)
			i = p.end - 1
		}
	}
	slices.SortStableFunc(out, func(a, b person) int { return cmp.Compare(a.first, b.first) })
	for i := range out {
		f.apposition(&out[i], s)
	}
	return out
}

// initials reads “A. K.” and “J.M.R.”, as papers print the names of minors, with an age
// behind them.
func (f *finder) initials(i int, s text.Sentence) (person, bool) {
	j, n := i, 0
	for j < s.End && n < 4 {
		t := &f.d.Tokens[j]
		word := strings.ReplaceAll(t.Span.Of(f.d.Text), ".", "")
		if t.Kind != text.Word || word == "" || len(word) > 3 || t.Case != text.Title && t.Case != text.Upper || !strings.Contains(t.Span.Of(f.d.Text), ".") && f.d.Norm(j+1) != "." {
			break
		}
		n += len(word)
		if j++; f.d.Norm(j) == "." && j < s.End {
			j++
		}
	}
	if n < 2 || n > 4 {
		return person{}, false
	}
	p := person{from: i, first: i, end: j, name: f.d.Words(i, j)}
	p.age, _ = f.ageBehind(j, s.End)
	return p, p.age > 0
}

// described reads “a 17-year-old boy”, “una mujer de 34 años”: one person without a
// name whose age is told.
func (f *finder) described(i int, s text.Sentence) (person, bool) {
	n, class := f.d.Longest(f.k.people, i, s.End)
	if n == 0 || class != "person one" {
		return person{}, false
	}
	p := person{first: i, end: i + n}
	if years, first := age.Before(f.d, f.k.ages, s.First, i); years > 0 {
		p.age, p.first = years, first
	} else if years, end := f.ageBehind(i+n, s.End); years > 0 && f.d.Norm(i+n) != "," {
		p.age, p.end = years, end
	} else {
		return person{}, false
	}
	if before := p.first - 1; before >= s.First {
		if value, ok := f.d.Value(f.k.numbers, before); ok && (value == "a" || value == "1") || f.is(before, "det") {
			p.first = before
		}
	}
	p.from = p.first
	return p, true
}

// ageBehind reads “, 34,”, “(34)”, “aged 12”, “de 12 años” from token i on, and where
// it ends, without the comma behind it.
func (f *finder) ageBehind(i, end int) (years, to int) {
	j := i
	if f.d.Norm(j) == "," || f.d.Norm(j) == "(" {
		j++
	}
	lead := 0
	if n, v := f.d.Longest(f.k.ages, j, end); v == "lead" {
		lead, j = n, j+n
	}
	n := age.Years(f.d.Norm(j))
	if n == 0 || j >= end {
		return 0, i
	}
	j++
	m, v := f.d.Longest(f.k.ages, j, end)
	if v == "after" {
		return n, j + m
	}
	switch next := f.d.Norm(j); {
	case lead > 0 && (next == "," || next == "." || next == ")" || j >= end), j == i+2 && (next == "," || next == ")"):
		return n, j
	}
	return 0, i
}

const longestApposition = 18 // tokens between a name and its verb

// apposition steps over what stands between a name and the verb behind it: “(34)”,
// “, 34, a nurse from Sella,”.
func (f *finder) apposition(p *person, s text.Sentence) {
	p.to = p.end
	open := f.d.Norm(p.end)
	if open == "," && f.verbal(p.end+1, s.End) && f.inApposition(p, s) {
		p.to = p.end + 1
		return
	}
	if open != "," && open != "(" {
		return
	}
	for j := p.end + 1; j < s.End && j < p.end+longestApposition; j++ {
		switch sign := f.d.Norm(j); {
		case f.is(j, "aux"), f.d.Tokens[j].Kind == text.Mark:
			return
		case open == "(" && sign == ")":
			p.to = j + 1
			return
		case open == "," && sign == "," && f.verbal(j+1, s.End):
			p.to = j + 1
			return
		}
	}
}

// inApposition reports whether a name itself stands in apposition: “her driver, Iven
// Bask, was …”.
func (f *finder) inApposition(p *person, s text.Sentence) bool {
	if f.d.Norm(p.first-1) == "," {
		return true
	}
	i := p.from - 1
	for i > s.First && i > p.from-4 && f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Case == text.Lower {
		i--
	}
	return i > s.First && f.d.Norm(i) == ","
}

// verbal reports whether an auxiliary or a word of harm stands at a token.
func (f *finder) verbal(i, end int) bool {
	n, _ := f.d.Longest(f.k.harm, i, end)
	return n > 0 || f.is(i, "aux")
}
