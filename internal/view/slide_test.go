package view

import (
	"testing"

	"stemma"
)

// The way through time goes by stretches as long as the period that is shown, where this is a
// whole one, and begins with all of the time.
func TestSlide(t *testing.T) {
	var begun []dayCount
	for _, d := range []stemma.Date{"2022-03-04", "2022-03-09", "2022-05-01"} {
		begun = append(begun, dayCount{daysOf(d).first, 1})
	}
	for _, c := range []struct {
		choice Choice
		at     int
		words  string
		stops  int
	}{
		{Choice{}, 0, "All dates", 4},
		{Choice{}.during("2022-03"), 1, "March 2022", 3},
		{Choice{}.during("2022-03-09"), 2, "9 March 2022", 4},
		{Choice{}.with("from", "2022-03-02").with("until", "2022-03-20"), -1, "", 4},
		{Choice{}.during("2022"), 1, "2022", 0}, // one year is no way
	} {
		s := slideOf(english, "/map", c.choice, begun)
		if c.stops == 0 {
			if s != nil {
				t.Errorf("%v: %+v", c.choice, s)
			}
			continue
		}
		if s == nil || s.At != c.at || s.Words() != c.words || len(s.Stops) != c.stops {
			t.Errorf("%v: %+v", c.choice, s)
		}
	}
}
