package score

import "testing"

func TestMatch(t *testing.T) {
	gold := []Item{
		{Start: 0, End: 10, Type: "a", Values: []string{"27", "28"}},
		{Start: 20, End: 30, Type: "a", Values: []string{"5"}},
		{Start: 40, End: 50, Type: "b", Values: []string{"x"}, Optional: true},
	}
	got := []Item{
		{Start: 1, End: 10, Type: "a", Values: []string{"28"}},
		{Start: 0, End: 3, Type: "a", Values: []string{"27"}},
		{Start: 44, End: 50, Type: "b", Values: []string{"x"}},
		{Start: 60, End: 70, Type: "a", Values: []string{"5"}},
	}
	c, pairs := Match(gold, got, Equal)
	if c != (Count{Found: 1, False: 2, Missed: 1}) || len(pairs) != 1 || pairs[0] != (Pair{0, 0}) {
		t.Errorf("%+v %+v", c, pairs)
	}
	if c.Precision() != 1.0/3 || c.Recall() != 0.5 || c.F1() != 0.4 {
		t.Errorf("%v %v %v", c.Precision(), c.Recall(), c.F1())
	}
	if (Count{}).F1() != 0 {
		t.Error("nothing must score 0")
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ana Ruiz", "Ruiz", true}, {"Ministry of Health", "the Ministry of Health", true},
		{"Ana Ruiz", "Ana Ortega", false}, {"", "", true}, {"Ana", "", false},
	} {
		if got := SameName(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}
