package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma/internal/eval"
	"stemma/internal/message"
	"stemma/internal/score"
)

// Accuracy is the screen of how often Stemma is right: what it finds in texts that people
// labelled by hand, by kind, language and rule, with its errors.
type Accuracy struct {
	Texts      int             `json:"texts"` // of the choice
	All        int             `json:"all"`
	From       string          `json:"from"` // whose labels they are, in words
	Kinds      []AccuracyKind  `json:"kinds"`
	Attributes []AccuracyShare `json:"attributes"`
	Rules      []AccuracyRule  `json:"rules"`  // those of most errors first
	Errors     []Slip          `json:"errors"` // of texts that are not kept for measuring
	Total      int             `json:"total"`  // of these errors
	Kept       int             `json:"kept"`   // texts whose errors are not listed
	Facets     []Facet         `json:"facets"`
	Choice     Choice          `json:"choice"`
	Prev       string          `json:"prev,omitempty"`
	Next       string          `json:"next,omitempty"`
	words      *message.Book
}

// AccuracyKind says of one kind of statement in one language how many were found, and how
// many of those found are right.
type AccuracyKind struct {
	Name      string `json:"name"`
	Lang      string `json:"lang"`
	Precision string `json:"precision"` // of those found, right
	Recall    string `json:"recall"`    // of those that are there, found
	Right     int    `json:"right"`
	Wrong     int    `json:"wrong"`
	Missed    int    `json:"missed"`
}

// AccuracyShare says how often an attribute of what was found is right.
type AccuracyShare struct {
	Name  string `json:"name"`
	Share string `json:"share"`
	Right int    `json:"right"`
	Of    int    `json:"of"`
}

// AccuracyRule says how often the findings of a rule are right.
type AccuracyRule struct {
	ID        string `json:"id"`
	Precision string `json:"precision"`
	Right     int    `json:"right"`
	Wrong     int    `json:"wrong"`
	Href      string `json:"href"` // its errors
}

// Labelled are annotated texts with how they were read.
type Labelled struct {
	Paths []string // where they are from; none for those that come with Stemma
	Texts []eval.Judged
}

// Accuracy tells how often Stemma is right; the fields of a choice are “set”, “lang”,
// “kind” (of errors) and “rule”.
func (l *Library) Accuracy(_ context.Context, c Choice) (*Accuracy, error) {
	v := &Accuracy{Choice: c, words: l.words}
	if l.Labelled == nil {
		return v, nil
	}
	all, err := l.Labelled()
	if err != nil {
		return nil, fmt.Errorf("accuracy: %w", err)
	}
	v.From, v.All = l.words.Say("accuracy.from-here"), len(all.Texts)
	if len(all.Paths) > 0 {
		v.From = l.words.Say("accuracy.from-paths", "paths", strings.Join(all.Paths, ", "))
	}
	a := accounts{byLang: map[string]*eval.Scores{}, sets: map[string]int{}, langs: map[string]int{}, kinds: map[string]int{}}
	for i := range all.Texts {
		a.add(v, &all.Texts[i])
	}
	v.count(&a)
	v.Total = len(a.slips)
	v.Prev, v.Next = turns("/accuracy", c, c.Offset, c.rows(), v.Total)
	v.Errors = window(a.slips, c)
	v.Facets = []Facet{
		choiceFacet(l.words, "nav.texts", "/accuracy", "set", c, a.sets, wordedBy(l.words, "gold")), choiceFacet(l.words, "layout.language", "/accuracy", "lang", c, a.langs, l.words.Language),
		choiceFacet(l.words, "accuracy.errors-of", "/accuracy", "kind", c, a.kinds, wordedBy(l.words, "kind")), choiceFacet(l.words, "accuracy.rule", "/accuracy", "rule", c, map[string]int{c.Fields["rule"]: v.Total}, same),
	}
	return v, nil
}

// accounts sum up the texts of a choice.
type accounts struct {
	byLang             map[string]*eval.Scores
	sum                eval.Scores
	slips              []Slip
	sets, langs, kinds map[string]int // for the facets
}

// add takes a text in, if it is in the choice.
func (a *accounts) add(v *Accuracy, t *eval.Judged) {
	c, lang := v.Choice.without("kind").without("rule"), t.Case.Article.Lang
	values := map[string]string{"set": t.Set, "lang": lang}
	if c.without("set").matches(values) {
		a.sets[t.Set]++
	}
	if c.without("lang").matches(values) {
		a.langs[lang]++
	}
	if !c.matches(values) {
		return
	}
	v.Texts++
	if t.Kept {
		v.Kept++
	}
	if a.byLang[lang] == nil {
		a.byLang[lang] = &eval.Scores{}
	}
	a.byLang[lang].Join(&t.Scores)
	a.sum.Join(&t.Scores)
	a.slips = append(a.slips, slipsOf(v.words, t, v.Choice, a.kinds)...)
}

// count fills in how often Stemma is right.
func (v *Accuracy) count(a *accounts) {
	for _, name := range eval.Names() {
		for _, lang := range sortedKeys(a.byLang) {
			if n, ok := a.byLang[lang].Counts[name]; ok {
				v.Kinds = append(v.Kinds, accuracyKind(v.words, name, lang, n))
			}
		}
	}
	for _, name := range sortedKeys(a.sum.Shares) {
		x := a.sum.Shares[name]
		v.Attributes = append(v.Attributes, AccuracyShare{asked(v.words, name), v.words.Percent(float64(x.Right) / float64(max(x.Of, 1))), x.Right, x.Of})
	}
	rule := v.Choice.Fields["rule"]
	for _, id := range sortedKeys(a.sum.Rules) {
		if x := a.sum.Rules[id]; x.Right+x.Wrong > 0 && (rule == "" || rule == id) {
			v.Rules = append(v.Rules, AccuracyRule{id, v.words.Percent(x.Precision()), x.Right, x.Wrong, listHref("/accuracy", v.Choice, "rule", id)})
		}
	}
	slices.SortStableFunc(v.Rules, func(a, b AccuracyRule) int { return cmp.Compare(b.Wrong, a.Wrong) })
}

func accuracyKind(b *message.Book, name, lang string, n score.Count) AccuracyKind {
	return AccuracyKind{
		Name: asked(b, name), Lang: b.Language(lang), Precision: b.Percent(n.Precision()), Recall: b.Percent(n.Recall()),
		Right: n.Found, Wrong: n.False, Missed: n.Missed,
	}
}

// asked words what package eval asks of texts.
func asked(b *message.Book, name string) string {
	what, attribute, isAttribute := strings.Cut(name, ": ")
	if isAttribute {
		attribute = ": " + b.Term("slip", strings.ReplaceAll(attribute, "-", " "))
	}
	return b.Term("asked", what) + attribute
}
