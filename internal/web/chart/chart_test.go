package chart

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"stemma/internal/message"
)

func day(n int) time.Time { return time.Date(2022, 3, n, 0, 0, 0, 0, time.UTC) }

func f(v float64) *float64 { return &v }

// wellFormed reads the picture as XML, since a browser draws a broken one silently.
func wellFormed(t *testing.T, s string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<div>" + s + "</div>"))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, s)
		}
	}
}

func TestToll(t *testing.T) {
	s := Toll(message.In("en"), "deaths <b>", []Point{
		{From: day(1), Until: day(1), Low: f(14), Source: "police", Families: 1, Label: `at least 14 "x"`, Href: "/text/a?select=f&x=1"},
		{From: day(3), Until: day(3), Low: f(61), High: f(61), Source: "Office", Families: 2, Label: "61", Href: "/b"},
		{From: day(3), Until: day(3), Low: f(83), High: f(83), Source: "Red Cross", Families: 1, Dissent: true, Label: "83", Href: "/c"},
		{From: day(8), Until: day(12), Low: f(100), High: f(150), Label: "100 to 150", Href: "/d"},
	})
	wellFormed(t, s)
	if strings.Contains(s, "<b>") {
		t.Error("text is not escaped")
	}
	if n := strings.Count(s, `data-item`); n != 4 {
		t.Errorf("%d links, want one a statement", n)
	}
	if !strings.Contains(s, "dissent") || !strings.Contains(s, "band open") {
		t.Error("dissent and “at least” must show")
	}
	if s != Toll(message.In("en"), "deaths <b>", []Point{
		{From: day(1), Until: day(1), Low: f(14), Source: "police", Families: 1, Label: `at least 14 "x"`, Href: "/text/a?select=f&x=1"},
		{From: day(3), Until: day(3), Low: f(61), High: f(61), Source: "Office", Families: 2, Label: "61", Href: "/b"},
		{From: day(3), Until: day(3), Low: f(83), High: f(83), Source: "Red Cross", Families: 1, Dissent: true, Label: "83", Href: "/c"},
		{From: day(8), Until: day(12), Low: f(100), High: f(150), Label: "100 to 150", Href: "/d"},
	}) {
		t.Error("the same points give another picture")
	}
	if Toll(message.In("en"), "none", nil) != "" {
		t.Error("no points, no picture")
	}
}

// A step goes from one word of a source to its next, never to another source's, and never
// from a text that names none; parts are drawn beside their total.
func TestTollSteps(t *testing.T) {
	s := Toll(message.In("en"), "deaths", []Point{
		{From: day(1), Until: day(1), Low: f(10), High: f(20), Source: "Office", Label: "10 to 20", Href: "/a"},
		{From: day(2), Until: day(2), Low: f(12), High: f(12), Label: "12", Href: "/b"},
		{From: day(3), Until: day(3), Low: f(12), High: f(12), Label: "12", Href: "/c"},
		{From: day(4), Until: day(4), Low: f(25), High: f(25), Source: "Office", Parts: []float64{9, 6, 10}, Label: "25", Href: "/d"},
		{From: day(5), Until: day(5), Low: f(30), High: f(30), Source: "Red Cross", Label: "30", Href: "/e"},
		{From: day(6), Until: day(6), Low: f(9), High: f(9), Source: "Office", Part: true, Label: "9", Href: "/f"},
	})
	wellFormed(t, s)
	for what, want := range map[string]int{`class="step"`: 1, `class="step-band"`: 1, `class="split"`: 3, `class="point part"`: 1} {
		if got := strings.Count(s, what); got != want {
			t.Errorf("%d × %s, want %d", got, what, want)
		}
	}
}

func TestLanes(t *testing.T) {
	lanes := []Lane{
		{"protest", []LaneMark{{day(1), day(1), 1, "a", "/a", 1}, {day(1), day(1), 2, "b", "/b", 1}}},
		{"consult <i>", []LaneMark{{day(2), day(20), 1, "c", "/c", 1}, {day(2), time.Time{}, 1, "d", "/d", 1}, {day(3), day(9), 3, "12 events", "/e", 12}}},
	}
	zoom := func(from, until time.Time) string {
		return "/z?" + from.Format(time.DateOnly) + "&" + until.Format(time.DateOnly)
	}
	s := Lanes(message.In("en"), "events", lanes, LaneView{Zoom: zoom})
	wellFormed(t, s)
	for what, want := range map[string]int{
		`class="point"`: 5, `data-item`: 5, `class="mark"`: 2, `class="band"`: 1, `class="band ajar"`: 1, `class="pile"`: 1, "<i>": 0, `class="zoom"`: 7,
		`href="/z?2022-03-01&amp;2022-03-03"`: 1,
	} {
		if got := strings.Count(s, what); got != want {
			t.Errorf("%d × %s, want %d:\n%s", got, what, want, s)
		}
	}
	phone := Lanes(message.In("en"), "events", lanes, LaneView{Zoom: zoom, Narrow: true})
	wellFormed(t, phone)
	if strings.Contains(phone, "data-item") || strings.Count(phone, `class="zoom"`) > narrowLanes.ticks || strings.Count(phone, `class="point"`) != 5 {
		t.Errorf("for a phone:\n%s", phone)
	}
	later := Lanes(message.In("en"), "events", lanes, LaneView{From: day(5), Until: day(10)})
	if strings.Count(later, `class="point"`) != 3 || strings.Contains(later, `class="zoom"`) {
		t.Errorf("of a period:\n%s", later)
	}
	if Lanes(message.In("en"), "none", []Lane{{"x", nil}}, LaneView{}) != "" {
		t.Error("no marks, no picture")
	}
}

func TestSteps(t *testing.T) {
	for _, high := range []float64{0, 1, 3, 7, 12, 47, 99, 174, 2500, 41500, 1e9} {
		s := steps(high)
		if s[len(s)-1] < high || len(s) > 9 || len(s) < 2 {
			t.Errorf("%v: %v", high, s)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, days := range []int{1, 5, 20, 50, 200, 700, 2000, 20000} {
		s := newScale(message.In("en"), day(1), day(1).AddDate(0, 0, days), 0, 100)
		if n := len(s.ticks()); n < 2 && days > 1 || n > 12 {
			t.Errorf("%d days: %d ticks", days, n)
		}
	}
}

// The days below a toll stay inside the picture, also where they are written twice as large.
func TestTollDaysInside(t *testing.T) {
	s := Toll(message.In("en"), "deaths", []Point{{From: day(1), Until: day(1), Low: f(10), High: f(10), Label: "10", Href: "/a"}})
	for _, x := range regexp.MustCompile(`class="tick[^"]*" x="([0-9.]+)" y="[0-9.]+" text-anchor="middle"`).FindAllStringSubmatch(s, -1) {
		if at, err := strconv.ParseFloat(x[1], 64); err != nil || at < 46 || at > width-46 {
			t.Errorf("a day stands at %s of %v", x[1], width)
		}
	}
}

// An axis of days says in which year they lie, where it begins and where another begins; one of
// months says so in each label.
func TestAxisNamesYears(t *testing.T) {
	f := func(v float64) *float64 { return &v }
	over := func(from, until time.Time) string {
		return Toll(message.In("en"), "deaths", []Point{{From: from, Until: from, Low: f(1), High: f(1)}, {From: until, Until: until, Low: f(2), High: f(2)}})
	}
	winter := over(time.Date(2021, 12, 18, 0, 0, 0, 0, time.UTC), time.Date(2022, 1, 20, 0, 0, 0, 0, time.UTC))
	if strings.Count(winter, `class="tick year"`) != 2 || !strings.Contains(winter, ">2021</text>") || !strings.Contains(winter, ">2022</text>") {
		t.Errorf("an axis of December and January:\n%s", winter)
	}
	if march := over(day(1), day(9)); strings.Count(march, `class="tick year"`) != 1 {
		t.Errorf("an axis of nine days of March:\n%s", march)
	}
	if months := over(day(1), day(1).AddDate(0, 6, 0)); strings.Contains(months, `class="tick year"`) {
		t.Errorf("an axis of months:\n%s", months)
	}
}
