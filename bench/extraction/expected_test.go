package main

import "testing"

func TestShared(t *testing.T) {
	text := func(s string) *string { return &s }
	for name, tt := range map[string]struct {
		want string
		got  string
		p, r float64
	}{
		"another text":     {"one two three four five", "six seven", 0, 0},
		"white space":      {"one two, three four five", "one two\nthree four – five", 1, 1},
		"half of it":       {"one two three four five six seven", "one two three four five", 1, 0.5},
		"and more besides": {"one two three four", "one two three four five six", 1.0 / 3, 1},
		"a word":           {"one", "one", 1, 1},
		"nothing found":    {"one two three four", "", 0, 0},
	} {
		if p, r := shared([]*string{text(tt.want)}, []string{tt.got}); p != tt.p || r != tt.r {
			t.Errorf("%s: precision %v, recall %v", name, p, r)
		}
	}
	if p, r := shared([]*string{nil, text("one")}, []string{"anything", "one"}); p != 1 || r != 1 {
		t.Errorf("a page without an expected text counts: %v, %v", p, r)
	}
}
