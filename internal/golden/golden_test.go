package golden

import (
	"errors"

	"testing"

	"stemma"
)

const sample = `# An office's toll.
-- article --
title:     Three weeks of marches
published: 2021-03-24
lang:      en

At least 27 marchers had been killed, the health office said. "We counted 27," she said.

A second paragraph.
-- want --
figure deaths >=27 "27"#1
	as-of 2021-03-22
	said-by "the health office"
quote direct "\"We counted 27,\""
`

func TestParseAndWrite(t *testing.T) {
	c, err := Parse([]byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(c.Bytes()); got != sample {
		t.Errorf("written back:\n%s", got)
	}
	if len(c.Want) != 2 || c.Want[0].Attr("said-by") != "the health office" || c.Want[1].Anchor != `"We counted 27,"` {
		t.Errorf("findings: %+v", c.Want)
	}
	if c.Article.Title.Of(c.Article.Text) != "Three weeks of marches" {
		t.Errorf("title: %+v", c.Article.Title)
	}
}

func TestResolve(t *testing.T) {
	text := "She said 27 and then 27 again, 127 in all."
	for _, c := range []struct {
		anchor string
		want   stemma.Span
		err    error
	}{
		{"27#2", stemma.Span{Start: 21, End: 23}, nil},
		{"27", stemma.Span{}, stemma.ErrInvalid},
		{"27#3", stemma.Span{}, stemma.ErrNotFound},
		{"She … then", stemma.Span{Start: 0, End: 20}, nil},
		{"never", stemma.Span{}, stemma.ErrNotFound},
		{"in all", stemma.Span{Start: 35, End: 41}, nil},
	} {
		got, err := Resolve(text, c.anchor)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q: %v, %v; want %v, %v", c.anchor, got, err, c.want, c.err)
		}
	}
}

func TestAnchorLeadsBack(t *testing.T) {
	text := "One two three four five six seven eight nine ten eleven twelve thirteen. One two\nthree."
	for _, s := range []stemma.Span{{Start: 0, End: 72}, {Start: 0, End: 3}, {Start: 73, End: 76}, {Start: 4, End: 13}, {Start: 73, End: 87}} {
		got, err := Resolve(text, Anchor(text, s))
		if err != nil || got != s {
			t.Errorf("%v %q → %q → %v, %v", s, s.Of(text), Anchor(text, s), got, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("-- article --\n\n\"x\n-- gold --\nname person \"x\"#2\n\ta b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse(data)
		if err != nil {
			return
		}
		for _, w := range c.Want {
			if s, err := Resolve(c.Article.Text, w.Anchor); err == nil && (s.Start < 0 || s.End > len(c.Article.Text)) {
				t.Fatalf("%q leads to %v", w.Anchor, s)
			}
		}
	})
}
