package stemma

import "testing"

func TestDateBounds(t *testing.T) {
	for _, c := range []struct {
		date        Date
		first, last string // "" = open
		ok          bool
	}{
		{"2021-03-04", "2021-03-04", "2021-03-04", true},
		{"2021-02", "2021-02-01", "2021-02-28", true},
		{"2021~", "2021-01-01", "2021-12-31", true},
		{"199X", "1990-01-01", "1999-12-31", true},
		{"19XX", "1900-01-01", "1999-12-31", true},
		{"2021-21", "2021-03-01", "2021-05-31", true},
		{"2021-24", "2021-12-01", "2022-02-28", true},
		{"2021-W01", "2021-01-04", "2021-01-10", true},
		{"2021-03-04/2021-03-06", "2021-03-04", "2021-03-06", true},
		{"2021-03-04/..", "2021-03-04", "", true},
		{"../2021-03-04", "", "2021-03-04", true},
		{"2021-03-04T22:00", "2021-03-04", "2021-03-04", true},
		{"XXXX-04-23", "", "", false},
		{"2021-02-30", "", "", false},
		{"2021-13", "", "", false},
		{"P3D", "", "", false},
		{"PAST_REF", "", "", false},
		{"", "", "", false},
		{"../..", "", "", false},
		{"2021-03-04/junk", "", "", false},
	} {
		first, last, ok := c.date.Bounds()
		if ok != c.ok {
			t.Errorf("%q: ok = %v, want %v", c.date, ok, c.ok)
			continue
		}
		if !ok {
			continue
		}
		if got := stamp(first.IsZero(), first.Format("2006-01-02")); got != c.first {
			t.Errorf("%q: first = %q, want %q", c.date, got, c.first)
		}
		if got := stamp(last.IsZero(), last.Format("2006-01-02")); got != c.last {
			t.Errorf("%q: last = %q, want %q", c.date, got, c.last)
		}
	}
}

func stamp(open bool, s string) string {
	if open {
		return ""
	}
	return s
}

func TestDateMeetsAndCompare(t *testing.T) {
	if !Date("2021-03").Meets("2021-03-31") || Date("2021-03").Meets("2021-04-01") {
		t.Error("a month must meet its days and no others")
	}
	if !Date("").Meets("2021-03-31") || !Date("2021-03-04/..").Meets("2024") {
		t.Error("unknown and open dates must meet later ones")
	}
	order := []Date{"2020", "2021-01-01", "2021-01-01/2021-01-09", "2021-02", "", "PAST_REF"}
	for i := range order {
		for j := range order {
			got := order[i].Compare(order[j])
			if (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%q against %q: %d", order[i], order[j], got)
			}
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"2021-03-04/..", "199X", "2021-W53", "XXXX-01-01", "~", "2021-24"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, last, ok := Date(s).Bounds()
		if ok && !first.IsZero() && !last.IsZero() && last.Before(first) && s == "" {
			t.Fatal("bounds of nothing")
		}
		if Date(s).Compare(Date(s)) != 0 {
			t.Fatalf("%q differs from itself", s)
		}
	})
}
