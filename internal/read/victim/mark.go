package victim

import "stemma/internal/text"

// marks hands the people of a sentence to the rules: <@who>, with the role and the age
// before the name and what stands in apposition behind it.
type marks struct {
	first int
	begin []int // by token: number of the person who begins there, from 1
	of    []person
}

func marksOf(people []person, s text.Sentence) *marks {
	m := &marks{first: s.First, begin: make([]int, s.End-s.First), of: people}
	for i := range people {
		m.begin[people[i].from-s.First] = i + 1
		m.begin[people[i].first-s.First] = i + 1
	}
	return m
}

// At implements rule.Marks.
func (m *marks) At(name string, i int) (end int, value string, ok bool) {
	if i -= m.first; name != "who" || i < 0 || i >= len(m.begin) || m.begin[i] == 0 {
		return 0, "", false
	}
	return m.of[m.begin[i]-1].to, "", true
}

// at gives the number of the person whose mark begins at a token; -1 for none.
func at(people []person, first int) int {
	for i := range people {
		if people[i].from == first || people[i].first == first {
			return i
		}
	}
	return -1
}
