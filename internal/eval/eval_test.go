package eval_test

import (
	"testing"

	"stemma"
	"stemma/internal/eval"
	"stemma/internal/golden"
	"stemma/internal/score"
)

const text = `-- article --
title: Raid
published: 2021-03-24
lang: en

On Monday Ana Belo left Sella.
-- gold --
name person "Ana Belo"
name place "Sella"
time 2021-03-22 "Monday"
	optional yes
`

// A right name, a name with the wrong type, and a time that is neither asked for nor wrong.
func TestAdd(t *testing.T) {
	c, err := golden.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	at := func(words, rule string) stemma.Evidence {
		span, err := golden.Resolve(c.Article.Text, words)
		if err != nil {
			t.Fatal(err)
		}
		return stemma.Evidence{Span: span, Rule: rule}
	}
	r := stemma.Reading{
		Mentions: []stemma.Mention{
			{Evidence: at("Ana Belo", "name.cap"), Type: stemma.Person, Name: "Ana Belo"},
			{Evidence: at("Sella", "name.cap"), Type: stemma.Person, Name: "Sella"},
		},
		Times: []stemma.Time{{Evidence: at("Monday", "when.weekday"), Value: "2021-03-22"}},
	}
	var s eval.Scores
	if err := s.Add(c, &r); err != nil {
		t.Fatal(err)
	}
	if got, want := s.Counts["names exact"], (score.Count{Found: 1, False: 1, Missed: 1}); got != want {
		t.Errorf("names: %+v, want %+v", got, want)
	}
	if got, want := s.Counts["times value"], (score.Count{}); got != want {
		t.Errorf("times: %+v, want %+v", got, want)
	}
	if got, want := s.Rules["name.cap"], (eval.Verdicts{Right: 1, Wrong: 1}); got != want {
		t.Errorf("name.cap: %+v, want %+v", got, want)
	}
	if got, want := s.Rules["when.weekday"], (eval.Verdicts{Grey: 1}); got != want {
		t.Errorf("when.weekday: %+v, want %+v", got, want)
	}
	if _, judged := s.Counts["quotes indirect"]; judged {
		t.Error("quotations were judged in a text without a label for one")
	}
}
