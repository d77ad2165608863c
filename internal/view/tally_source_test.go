package view

import "testing"

// The latest toll is of the latest day that can be placed on the calendar: a Wednesday
// of an unknown week and a point without a date come last in the list, not in time.
func TestLatestOfASource(t *testing.T) {
	points := []TallyPoint{
		{At: "2031-03-01", When: "1 March 2031", Amount: "38"},
		{At: "2031-03-28", When: "28 March 2031", Amount: "174"},
		{At: "XXXX-WXX-3", When: "a Wednesday", Amount: "148"},
		{When: "date unknown", Amount: "12"},
	}
	got := bySource(points)
	if len(got) != 1 || got[0].Latest != "174 (28 March 2031)" || got[0].Points != 4 {
		t.Errorf("bySource = %+v", got)
	}
	if undated := bySource(points[2:]); undated[0].Latest == "" {
		t.Error("a source without any placed day has no latest statement")
	}
}
