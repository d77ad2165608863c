package export_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/emersion/go-ical"

	"stemma/internal/view"
)

// A reader of iCalendar finds an entry for each event that has a day, as whole days, with
// the sentence, address and hash of each telling.
func TestICal(t *testing.T) {
	c, err := ical.NewDecoder(bytes.NewReader(written(t, "ical", view.Part{}))).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := c.Events()
	if len(events) != 1 { // three tellings of one march
		t.Fatalf("%d events", len(events))
	}
	e := events[0]
	start, err1 := e.DateTimeStart(nil)
	end, err2 := e.DateTimeEnd(nil)
	if err1 != nil || err2 != nil || start.Format("2006-01-02") != "2021-03-04" || end.Format("2006-01-02") != "2021-03-05" {
		t.Errorf("from %v to %v, %v %v", start, end, err1, err2)
	}
	text := func(name string) string {
		s, err := e.Props.Text(name)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if text(ical.PropSummary) != "dockers march on the assembly" || text(ical.PropLocation) != "Port Ellery" || text(ical.PropStatus) != "CONFIRMED" {
		t.Errorf("%q %q %q", text(ical.PropSummary), text(ical.PropLocation), text(ical.PropStatus))
	}
	about := text(ical.PropDescription)
	if strings.Count(about, "SHA-256 ") != 3 || !strings.Contains(about, "2 independent of 3 texts") || !strings.Contains(about, "https://harbour-post.example/2021/march") {
		t.Errorf("described as %s", about)
	}
}

// The slides of a timeline have a date, a group and every telling with its source.
func TestTimelineJS(t *testing.T) {
	var doc struct {
		Events []struct {
			Start struct{ Year, Month, Day int } `json:"start_date"`
			Text  struct{ Headline, Text string }
			Group string
		}
	}
	if err := json.Unmarshal(written(t, "timelinejs", view.Part{}), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Events) != 1 || doc.Events[0].Start.Day != 4 || doc.Events[0].Group != "protest" || strings.Count(doc.Events[0].Text.Text, "SHA-256 ") != 3 {
		t.Errorf("%+v", doc)
	}
}
