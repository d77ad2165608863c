package rule

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// marks for tests: words to mark, by name.
type marks map[string]map[int]int

func (m marks) At(name string, i int) (int, string, bool) {
	end, ok := m[name][i]
	return end, "", ok
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ pattern, text, want string }{
		{"27 people", "27 people died", "27 people"},
		{"n=<number> people? (have|has)? (been|were) killed", "27 were killed", "27 were killed n=27"},
		{"n=<number> people? (have|has)? (been|were) killed", "27 people have been killed", "27 people have been killed n=27"},
		{"<number> <word>{0,2} said", "27 of them said", "27 of them said"},
		{"<number> <word>{0,1} said", "27 of them said", ""},
		{"said !that <word>", "said he", "said he"},
		{"said !that <word>", "said that", ""},
		{"a=( the <cap> | <cap> ) said", "The Board said so", "The Board said a=The Board"},
		{"<cap> , who=<cap>{1,3} ,", "Sella, Ana Ruiz, left", "Sella, Ana Ruiz, who=Ana Ruiz"},
		{"( a ( b | c ) ){1,2} d", "a b a c d", "a b a c d"},
		{"at <number> % ?", "at 5 % ?", "at 5 % ?"},
		{"<abbreviations:date> <number>", "Dec. 7", "Dec. 7"},
		{"<abbreviations:title> <number>", "Dec. 7", ""},
		{"( a=<word> no | a=<word> yes )", "x yes", "x yes a=x"},         // what a failed branch caught is gone
		{"a=<word>{0,3} said", "one two said", "one two said a=one two"}, // a capture that was closed too late is closed anew
		{"a=nothing? b=<word>", "x", "x b=x"},                            // what caught nothing goes
		{"who=<@name> said", "Ana Ruiz said", "Ana Ruiz said who=Ana Ruiz"},
	} {
		p, err := Compile(c.pattern, lang.Load("en"))
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		d := text.New(&stemma.Article{Text: c.text}, nil)
		m, ok := p.Match(d, 0, len(d.Tokens), marks{"name": {0: 2}})
		got := ""
		if ok {
			got = d.Words(m.First, m.End)
			for _, k := range m.Captures {
				got += fmt.Sprintf(" %s=%s", k.Name, d.Words(k.First, k.End))
			}
		}
		if got != c.want {
			t.Errorf("%s on %q: got %q, want %q", c.pattern, c.text, got, c.want)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, source := range []string{"( a", "a )", "<nolist> a", "a{3,1}", "a{0,99}", "<word", strings.Repeat("( ", 9) + "a" + strings.Repeat(" )", 9)} {
		if _, err := Compile(source, lang.Load("en")); err == nil {
			t.Errorf("%q: no error", source)
		}
	}
}

// Every rule of every pack compiles, has an ID in the packs' form, a title and an
// example that it matches, when its marks are left out of the question.
func TestPacks(t *testing.T) {
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		for _, file := range p.RuleFiles() {
			s, err := NewSet(p, file)
			if err != nil {
				t.Errorf("lang/%s/%s.rules: %v", code, file, err)
				continue
			}
			for _, r := range s.Rules() {
				if !strings.HasPrefix(r.ID, file+"."+code+".") || r.Title == "" || r.Since == 0 || len(r.Examples) == 0 {
					t.Errorf("lang/%s/%s.rules: %s must be named %s.%s.…, with title, since and example", code, file, r.ID, file, code)
				}
			}
		}
	}
}

func FuzzCompile(f *testing.F) {
	for _, s := range []string{"a=( b | c ){0,3} !d", "<number> <@x:y>?", "((a))", "a=b=c", "){1,2}", "|", "?"} {
		f.Add(s)
	}
	d := text.New(&stemma.Article{Text: "27 people were killed, Ana Ruiz said. a b c d"}, nil)
	f.Fuzz(func(t *testing.T, source string) {
		p, err := Compile(source, lang.Load("en"))
		if err != nil {
			return
		}
		for i := range d.Tokens {
			if m, ok := p.Match(d, i, len(d.Tokens), NoMarks{}); ok && (m.First != i || m.End > len(d.Tokens) || m.End < i) {
				t.Fatalf("%q at %d: %+v", source, i, m)
			}
		}
	})
}

// TestAtTakesFirstPattern checks on the packs' own examples that At gives, for each
// rule, the first of its patterns that matches, and rules in file order.
func TestAtTakesFirstPattern(t *testing.T) {
	checked := 0
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		for _, file := range p.RuleFiles() {
			s := MustSet(p, file)
			place := map[string]int{}
			for n, r := range s.Rules() {
				place[r.ID] = n
			}
			for _, r := range s.Rules() {
				for _, e := range r.Examples {
					d := text.New(&stemma.Article{Text: e}, p)
					scan := s.Over(d)
					for i := range d.Tokens {
						last := -1
						for _, f := range scan.At(i, len(d.Tokens), NoMarks{}) {
							if place[f.Rule.ID] <= last {
								t.Errorf("%q: %s out of order", e, f.Rule.ID)
							}
							last = place[f.Rule.ID]
							if want, _ := firstMatch(t, f.Rule, p, d, i); want.End != f.End {
								t.Errorf("%q: %s ends at token %d, its first pattern at %d", e, f.Rule.ID, f.End, want.End)
							}
							checked++
						}
					}
				}
			}
		}
	}
	if checked == 0 {
		t.Error("no rule matched its own example")
	}
}

func firstMatch(t *testing.T, r *lang.Rule, p *lang.Pack, d *text.Doc, i int) (Match, bool) {
	for _, source := range r.Match {
		pattern, err := Compile(source, p)
		if err != nil {
			t.Fatal(err)
		}
		if m, ok := pattern.Match(d, i, len(d.Tokens), NoMarks{}); ok {
			return m, true
		}
	}
	return Match{}, false
}

// everywhere is a mark of any name at every token, of that many tokens; 0 is no mark.
type everywhere int

func (e everywhere) At(_ string, i int) (int, string, bool) { return i + int(e), "", e > 0 }

// TestScanMissesNothing tries every pattern at every token of the packs' own examples, and
// asks the scan, which tries only those whose words are there, for the same rules.
func TestScanMissesNothing(t *testing.T) {
	for _, code := range lang.Codes() {
		p := lang.Load(code)
		for _, file := range p.RuleFiles() {
			s := MustSet(p, file)
			patterns := compiled(t, s.Rules(), p)
			for _, r := range s.Rules() {
				for size := range 3 {
					scansAll(t, s, patterns, text.New(&stemma.Article{Text: r.Examples[0]}, p), everywhere(size))
				}
			}
		}
	}
}

func scansAll(t *testing.T, s *Set, patterns map[string][]*Pattern, d *text.Doc, marks Marks) {
	t.Helper()
	scan := s.Over(d)
	for i := range d.Tokens {
		found := map[string]bool{}
		for _, f := range scan.At(i, len(d.Tokens), marks) {
			found[f.Rule.ID] = true
		}
		for id, ways := range patterns {
			if want := anyMatches(ways, d, i, marks); want != found[id] {
				t.Errorf("%q at token %d, marks %v: %s matches %v, the scan says %v", d.Text, i, marks, id, want, found[id])
			}
		}
	}
}

func compiled(t *testing.T, rules []lang.Rule, p *lang.Pack) map[string][]*Pattern {
	t.Helper()
	all := map[string][]*Pattern{}
	for _, r := range rules {
		for _, source := range r.Match {
			pattern, err := Compile(source, p)
			if err != nil {
				t.Fatal(err)
			}
			all[r.ID] = append(all[r.ID], pattern)
		}
	}
	return all
}

func anyMatches(ways []*Pattern, d *text.Doc, i int, marks Marks) bool {
	for _, p := range ways {
		if _, ok := p.Match(d, i, len(d.Tokens), marks); ok {
			return true
		}
	}
	return false
}
