package mend

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

var names = &kindOf[stemma.Mention]{
	name: "name",
	in:   func(r *stemma.Reading) *[]stemma.Mention { return &r.Mentions },
	id:   func(m *stemma.Mention) *stemma.ID { return &m.ID },
	at:   func(m *stemma.Mention) *stemma.Evidence { return &m.Evidence },
	has: []field[stemma.Mention]{
		oneOf("type", []string{stemma.Person, stemma.Organisation, stemma.Place}, func(m *stemma.Mention) *string { return &m.Type }),
		{Field{Name: "name"}, func(m *stemma.Mention) string { return m.Name }, setName},
		named("role", func(m *stemma.Mention) *stemma.Named { return &m.Role }),
		{Field{Name: "age"}, func(m *stemma.Mention) string { return years(m.Age) }, func(m *stemma.Mention, _ *scene, value string) (err error) {
			m.Age, err = age(value)
			return err
		}},
	},
	placed: func(m *stemma.Mention, s *scene) {
		if m.Name == "" { // one that is made
			_ = setName(m, s, m.Span.Of(s.text))
		}
	},
	fresh: stemma.Mention{Type: stemma.Person},
}

// setName says whom a name means: somebody whom the text calls so, or else somebody of whom it
// says no more.
func setName(m *stemma.Mention, s *scene, value string) error {
	m.Name, m.Geo = strings.Join(strings.Fields(value), " "), nil
	if m.Name == "" {
		return fmt.Errorf("a name cannot be empty")
	}
	if s.reading == nil {
		return nil
	}
	for i := range s.reading.Mentions {
		if other := &s.reading.Mentions[i]; other.ID != m.ID && other.Type == m.Type && strings.EqualFold(other.Name, m.Name) {
			m.Entity, m.Geo, m.Gender = other.Entity, other.Geo, cmp.Or(m.Gender, other.Gender)
			return nil
		}
	}
	m.Entity = stemma.NewID("n", string(m.Article), MadeRule, m.Name)
	return nil
}

var times = &kindOf[stemma.Time]{
	name: "time",
	in:   func(r *stemma.Reading) *[]stemma.Time { return &r.Times },
	id:   func(t *stemma.Time) *stemma.ID { return &t.ID },
	at:   func(t *stemma.Time) *stemma.Evidence { return &t.Evidence },
	has: []field[stemma.Time]{
		{Field{Name: "value"}, func(t *stemma.Time) string { return string(t.Value) }, setTime},
		oneOf("type", []string{stemma.TimeDate, stemma.TimeRange, stemma.TimeDuration, stemma.TimeSet}, func(t *stemma.Time) *string { return &t.Type }),
	},
	needed: "value",
	placed: func(t *stemma.Time, s *scene) { t.Sentence = s.sentence },
	fresh:  stemma.Time{Type: stemma.TimeDate},
}

// references are times without a place on the calendar.
var references = []string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}

func setTime(t *stemma.Time, _ *scene, value string) error {
	d := stemma.Date(value)
	_, _, ok := d.Bounds()
	switch {
	case isDuration(value):
		t.Type = stemma.TimeDuration
	case ok && strings.Contains(value, "/"):
		t.Type = stemma.TimeRange
	case ok:
		t.Type = stemma.TimeDate
	case !slices.Contains(references, value):
		return fmt.Errorf("“%s” is no time; write it as 2021-03-04, 2021-03-04/2021-03-06 or P3D", value)
	}
	t.Value, t.Anchor = d, ""
	return nil
}

// isDuration reports whether a value is written as an ISO 8601 duration: “P3D”, “PT2H30M”, and
// as readings write it “PXD” where nobody knows the number.
func isDuration(value string) bool {
	rest, ok := strings.CutPrefix(value, "P")
	const numbers = "0123456789.X"
	return ok && strings.ContainsAny(rest, numbers) && strings.Trim(rest, numbers+"TYMWDHSQCEFN") == "" && strings.TrimRight(rest, numbers+"T") == rest
}
