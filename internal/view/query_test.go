package view

import (
	"errors"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/store"
)

// TestParseQuery gives each query as it is understood, and as the index is asked.
func TestParseQuery(t *testing.T) {
	for _, c := range []struct{ typed, understood, match, filters string }{
		{`march soldiers`, `march soldiers`, `("march" AND "soldiers")`, ``},
		{`march AND soldiers`, `march soldiers`, `("march" AND "soldiers")`, ``},
		{`"state of emergency"`, `"state of emergency"`, `("state of emergency")`, ``},
		{`“state of emergency”`, `"state of emergency"`, `("state of emergency")`, ``},
		{`quay OR harbour march`, `quay OR (harbour march)`, `(("quay" OR ("harbour" AND "march")))`, ``},
		{`(quay OR harbour) march`, `(quay OR harbour) march`, `(("quay" OR "harbour") AND "march")`, ``},
		{`march -strike`, `march -strike`, `(("march") NOT ("strike"))`, ``},
		{`march NOT (strike OR vote)`, `march NOT (strike OR vote)`, `(("march") NOT (("strike" OR "vote")))`, ``},
		{`NOT NOT march`, `march`, `("march")`, ``},
		{`resign*`, `resign*`, `("resign"*)`, ``},
		{`minister NEAR/5 resign*`, `minister NEAR/5 resign*`, `(NEAR("minister" "resign"*, 5))`, ``},
		{`minister NEAR resign vote`, `(minister NEAR resign) vote`, `(NEAR("minister" "resign", 10) AND "vote")`, ``},
		{`march outlet:"Harbour Post" -lang:es`, `march outlet:"Harbour Post" -lang:es`, `("march")`, `+outlet=Harbour Post -lang=es`},
		{`OUTLET:Post`, `outlet:Post`, ``, `+outlet=Post`},
		{`speaker:“Ines Corvane”`, `speaker:"Ines Corvane"`, ``, `+speaker=Ines Corvane`},
		{`10:30 u:v`, `"10:30" "u:v"`, `("10:30" AND "u:v")`, ``},
		{`co-operate - x`, `co-operate x`, `("co-operate" AND "x")`, ``},
		{`and or not near`, `and or not near`, `("and" AND "or" AND "not" AND "near")`, ``},
		{`irungo~`, `irungo~`, `("irungo")`, ``},
		{`irungo~2 -mayr~2`, `irungo~ -mayr~2`, `(("irungo") NOT ("mayr"))`, ``},
		{`(irungo~1)`, `irungo~1`, `("irungo")`, ``},
		{`dam place:"Upper Nzoli" date:2022-03..`, `dam place:"Upper Nzoli" date:2022-03..`, `("dam")`, `+place=Upper Nzoli +date=2022-03..`},
		{`"a~b"`, `"a~b"`, `("a~b")`, ``},
		{`muelle O puerto`, `muelle OR puerto`, `(("muelle" OR "puerto"))`, ``},
		{`marcha Y muelle NO huelga`, `marcha muelle -huelga`, `(("marcha" AND "muelle") NOT ("huelga"))`, ``},
		{`ministro CERCA/5 dimit*`, `ministro NEAR/5 dimit*`, `(NEAR("ministro" "dimit"*, 5))`, ``},
		{`"O" o O* AND/5`, `"O" o "O"* AND/5`, `("O" AND "o" AND "O"* AND "AND/5")`, ``},
		{`outlet:="Harbour Post" measure:=deaths speaker:="=x"`, `outlet:="Harbour Post" measure:deaths speaker:="=x"`, ``, `+outlet=Harbour Post +measure=deaths +speaker==x`},
		{`inés`, `inés`, `("inés")`, ``},
	} {
		e, err := ParseQuery(c.typed)
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		if got := e.String(); got != c.understood {
			t.Errorf("%s: understood as %s, want %s", c.typed, got, c.understood)
		}
		p, err := makePlan(e)
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		if p.match != c.match {
			t.Errorf("%s: asks the index for %s, want %s", c.typed, p.match, c.match)
		}
		var filters []string
		for _, f := range p.filters {
			sign := "+"
			if f.not {
				sign = "-"
			}
			filters = append(filters, sign+f.Field+"="+f.Value)
		}
		if got := strings.Join(filters, " "); got != c.filters {
			t.Errorf("%s: filters %s, want %s", c.typed, got, c.filters)
		}
		again, err := ParseQuery(e.String())
		if err != nil || again.String() != e.String() {
			t.Errorf("%s: %s is read again as %v, %v", c.typed, e, again, err)
		}
	}
}

// TestQueryTrouble gives for each broken query a word of what is wrong with it.
func TestQueryTrouble(t *testing.T) {
	for typed, want := range map[string]string{
		`"never closed`:           "quotation mark",
		`(march`:                  "not closed",
		`march)`:                  "closed that was not opened",
		`march OR`:                "ends where a word",
		`OR march`:                "OR stands where",
		`O muelle`:                "O stands where",
		`speaker:=`:               "needs a value",
		`-march`:                  "need a word beside",
		`march OR -vote`:          "need a word beside",
		`march OR outlet:Post`:    "not under OR",
		`outlet: Post`:            "needs a value",
		`a NEAR (b c)`:            "between two words",
		`a NEAR/0 b`:              "number from 1",
		`a NEAR/x b`:              "number from 1",
		`ab~`:                     "too short",
		`irungo~3`:                "behind ~",
		`"two words"~`:            "NEAR finds",
		`co-operate~`:             "behind one word",
		`()`:                      "closed where a word",
		strings.Repeat("(", 90):   "parentheses",
		strings.Repeat("x ", 2e3): "longer than",
	} {
		e, err := ParseQuery(typed)
		if err == nil && e != nil {
			_, err = makePlan(e)
		}
		if err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, stemma.ErrInvalid) {
			t.Errorf("%.20s: trouble %v, want %q", typed, err, want)
		}
	}
}

// FuzzParseQuery: whatever is typed, it is refused in words, or understood in a form
// that is read the same again and that the store can parse.
func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{`a "b c" -d`, `(a OR b) NEAR c`, `outlet:x* y*`, `a NEAR/5 "b`, `--a`, `“”`, `*`, `NOT`, "a\x00b", `-"x"*`, `a O b Y c CERCA/3 d NO e`, `speaker:="a b" outlet:==c`, `NEAR NEAR NEAR`, `NEAR~`, `x:words~1`, `=words~`, `”`, "\xe2\x800”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseQuery(s)
		if err != nil {
			if !errors.Is(err, stemma.ErrInvalid) {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		if e == nil {
			return
		}
		again, err := ParseQuery(e.String())
		if len(e.String()) <= queryLen && (err != nil || again.String() != e.String()) {
			t.Fatalf("%q: %q is read again as %v, %v", s, e, again, err)
		}
		p, err := makePlan(e)
		if err != nil || p.match == "" {
			return
		}
		if _, err := store.ParseMatch(p.match); err != nil && !errors.Is(err, stemma.ErrInvalid) {
			t.Fatalf("%q: %q: %v", s, p.match, err)
		}
	})
}
