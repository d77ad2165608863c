package view

import (
	"slices"
	"testing"

	"stemma"
)

// Beside a victim stand the rule that found the harm and what the text says of it, as beside
// every other finding.
func TestPanelOfVictim(t *testing.T) {
	v := stemma.Victim{ID: "v-1", Name: "Marta Oluo", Age: 34, Harm: "killed", Place: stemma.Named{Name: "Sella"}, Date: "2022-03-04"}
	v.Rule = "victim.en.age"
	rule, fields := describeFinding(english, &stemma.Reading{Victims: []stemma.Victim{v}}, v.ID, "")
	want := []Field{
		{Name: "Who", Value: "Marta Oluo"}, {Name: "Age", Value: "34 years"}, {Name: "Harm", Value: "killed"},
		{Name: "Where", Value: "Sella"}, {Name: "When", Value: "4 March 2022"}, {Name: "Said by", Value: "the text itself"},
	}
	if rule != v.Rule || !slices.Equal(fields, want) {
		t.Errorf("%s %+v", rule, fields)
	}
}
