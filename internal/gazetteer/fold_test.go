package gazetteer

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Málaga":            "malaga",
		"MA\u0301LAGA":      "malaga", // a mark of its own
		"EE. UU.":           "ee uu",
		"U.S.":              "us",
		"Sana’a":            "sana'a",
		"Port-au-Prince":    "port au prince",
		"Port \u2013 au":    "port au",
		" San\u00a0 Juan\n": "san juan",
		"Łódź":              "lodz",
		"İzmir":             "izmir",
		"Straße":            "strasse",
		"Paris, Texas":      "paris, texas",
		"Κύπρος":            "κύπρος",
		".-.":               "",
		"":                  "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Málaga", "EE. UU.", "\xff\xfe", "İ", "- a -", "a\u0301\u200b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and again %q", s, once, twice)
		}
		if !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q is no UTF-8", s, once)
		}
	})
}

// FuzzLookup: any name may be asked for; what is found lies on Earth; Longest agrees.
func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Lima", "zzz", "", "\xff", "San", "san  juan", "A", "'", "~", "EE. UU."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		list := Default().Lookup(s)
		for _, p := range list {
			if p.Name == "" || !slices.Contains(classes, p.Class) || p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
				t.Errorf("Lookup(%q) gives %+v", s, p)
			}
		}
		if n := Default().Longest([]string{s}); (n == 1) != (len(list) > 0) {
			t.Errorf("Lookup(%q) finds %d places, Longest %d words", s, len(list), n)
		}
	})
}
