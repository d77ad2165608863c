package store

import (
	"errors"
	"strings"
	"testing"

	"stemma"
)

// show writes a match with all its parentheses.
func show(m *Match) string {
	if m.Op != "" {
		return "(" + show(m.Left) + " " + m.Op + " " + show(m.Right) + ")"
	}
	var parts []string
	for _, p := range m.Phrases {
		s := "[" + p.Words + "]"
		if p.Prefix {
			s += "*"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " near ")
}

func TestParseMatch(t *testing.T) {
	for match, want := range map[string]string{
		"ferry":                 "[ferry]",
		"ferry tariff":          "([ferry] AND [tariff])",
		"a OR b AND c":          "([a] OR ([b] AND [c]))",
		"a b OR c d":            "(([a] AND [b]) OR ([c] AND [d]))",
		"a NOT b c":             "([a] NOT ([b] AND [c]))",
		"a AND b NOT c":         "([a] AND ([b] NOT [c]))",
		"a NOT b NOT c":         "(([a] NOT [b]) NOT [c])",
		"(a OR b) c":            "(([a] OR [b]) AND [c])",
		"a (b)":                 "([a] AND [b])",
		`"two words" x`:         "([two words] AND [x])",
		"“two words”":           "[two words]",
		"pre*":                  "[pre]*",
		`"two wo"*`:             "[two wo]*",
		"NEAR(a b)":             "[a] near [b]",
		`x NEAR("a b" c*, 3) y`: "(([x] AND [a b] near [c]*) AND [y])",
		"NEAR":                  "[NEAR]",
		"and or not":            "(([and] AND [or]) AND [not])",
		"a – b":                 "([a] AND [b])",
		"a OR –":                "[a]",
		"a NOT …":               "[a]",
		"1,5":                   "[1,5]",
		"Torrin's":              "[Torrin's]",
		"  spaced\tout ":        "([spaced] AND [out])",
		"a\u00a0b":              "([a] AND [b])",
		`say"so"now`:            "(([say] AND [so]) AND [now])",
		"((a))":                 "[a]",
		"\xff\xfe ferry":        "[ferry]",
		strings.Repeat("(", 20) + "a" + strings.Repeat(")", 20): "[a]",
	} {
		m, err := ParseMatch(match)
		if err != nil {
			t.Errorf("%s: %v", match, err)
			continue
		}
		if got := show(m); got != want {
			t.Errorf("%s is read as %s, want %s", match, got, want)
		}
	}
}

func FuzzParseMatch(f *testing.F) {
	for _, s := range []string{`NEAR(a "b c"*, 5) AND (d OR e*) NOT “f”`, "(((", "a,b NEAR(", "* NOT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMatch(s)
		switch {
		case err == nil && m == nil:
			t.Error("neither a match nor an error")
		case err != nil && !errors.Is(err, stemma.ErrInvalid):
			t.Errorf("an error of another sort: %v", err)
		case err == nil:
			every(m, func(p Phrase) {
				if !searchable(p.Words) {
					t.Errorf("%q asks for %q, which no index holds", s, p.Words)
				}
			})
		}
	})
}

// every calls do for the phrases of a match.
func every(m *Match, do func(Phrase)) {
	if m.Op != "" {
		every(m.Left, do)
		every(m.Right, do)
	}
	for _, p := range m.Phrases {
		do(p)
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " – \n": 0, "one": 1, "The ferry’s 70.5 percent – no": 5, "EE.UU., sí": 2, "a\u00a0b": 2,
	} {
		if got := Words(text); got != want {
			t.Errorf("Words(%q) = %d, want %d", text, got, want)
		}
	}
}
