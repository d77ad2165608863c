package view

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strings"

	"stemma"
	"stemma/internal/eval"
	"stemma/internal/mend"
	"stemma/internal/message"
)

// Slip is one error in an annotated text.
type Slip struct {
	Kind     string    `json:"kind"` // of the finding
	What     string    `json:"what"` // in words: “missed”, “found, and wrong”, “speaker”
	Right    string    `json:"right,omitempty"`
	Found    string    `json:"found,omitempty"`
	Rule     string    `json:"rule,omitempty"`
	RuleHref string    `json:"rule_href,omitempty"`
	Words    string    `json:"words"`
	Segments []Segment `json:"segments"` // its sentence
	Title    string    `json:"title"`
	File     string    `json:"file"` // SET/NAME
	Href     string    `json:"href"` // its sentence in the text
}

// The kinds of [Mark] in an annotated text.
const (
	KindWrong  = "wrong"
	KindMissed = "missed"
)

// slipsOf gives the errors of a text that a choice asks for, and counts them by kind; none
// of a text that is kept for measuring.
func slipsOf(words *message.Book, t *eval.Judged, c Choice, kinds map[string]int) []Slip {
	if t.Kept {
		return nil
	}
	var out []Slip
	for i, e := range t.Errors {
		values := map[string]string{"set": t.Set, "lang": t.Case.Article.Lang, "kind": e.Kind, "rule": e.Rule}
		if c.without("kind").matches(values) {
			kinds[e.Kind]++
		}
		if c.matches(values) {
			out = append(out, slip(words, t, i))
		}
	}
	return out
}

// slip words the error of a number in a text.
func slip(b *message.Book, t *eval.Judged, i int) Slip {
	e, a := t.Errors[i], &t.Case.Article
	sentence := sentenceOf(t, e.Span)
	s := Slip{
		Kind: e.Kind, What: e.What, Right: e.Gold, Found: e.Got, Rule: e.Rule, Words: strings.Join(strings.Fields(e.Span.Of(a.Text)), " "),
		Segments: Split(a.Text, sentence.Join(e.Span), []Mark{slipMark(t, i)}, ""),
		Title:    cmp.Or(a.TitleText, b.Say("cite.untitled")), File: t.Set + "/" + t.Name, Href: judgedHref(t) + "#" + Anchor(sentence.Start),
	}
	switch e.What {
	case eval.False:
		s.What = b.Say("accuracy.found-wrong")
	case eval.Missed:
		s.What = b.Term("slip", e.What)
	default:
		s.What = b.Say("accuracy.wrong-what", "what", b.Term("slip", strings.ReplaceAll(e.What, "-", " ")))
	}
	if e.Rule != "" {
		s.RuleHref = RuleHref(e.Rule)
	}
	return s
}

// RuleHref is the address of what is known of how often a rule is right; "" for what a person
// said, which nobody measures.
func RuleHref(rule string) string {
	if rule == mend.MendedRule || rule == mend.MadeRule {
		return ""
	}
	return listHref("/accuracy", Choice{}, "rule", rule)
}

// told words what is right and what was found.
func (s Slip) told() string {
	switch {
	case s.Found == "":
		return s.Kind + " " + s.What + before(": ", s.Right)
	case s.Right == "":
		return s.Kind + " " + s.What + ": " + s.Found
	}
	return fmt.Sprintf("%s: %s, “%s” and not “%s”", s.Kind, s.What, s.Right, s.Found)
}

func slipMark(t *eval.Judged, i int) Mark {
	e := t.Errors[i]
	kind := KindWrong
	if e.What == eval.Missed {
		kind = KindMissed
	}
	return Mark{ID: stemma.ID(fmt.Sprintf("slip-%d", i)), Kind: kind, Span: e.Span, Label: e.Kind + ": " + e.What}
}

// sentenceOf gives the sentence that holds the beginning of a span, else the span.
func sentenceOf(t *eval.Judged, at stemma.Span) stemma.Span {
	r := stemma.Reading{Sentences: t.Sentences}
	if i := r.SentenceAt(at.Start); i >= 0 {
		return r.Sentences[i]
	}
	return at
}

func judgedHref(t *eval.Judged) string {
	return "/accuracy/" + url.PathEscape(t.Set) + "/" + url.PathEscape(t.Name)
}

// JudgedText is one annotated text with its errors marked.
type JudgedText struct {
	Title  string     `json:"title"`
	File   string     `json:"file"`
	Lang   string     `json:"lang"`
	Tongue string     `json:"tongue"` // the language in words
	Note   string     `json:"note,omitempty"`
	Kept   bool       `json:"kept"`
	Blocks []SlipPart `json:"blocks"`
	Errors []Slip     `json:"errors"`
}

// SlipPart is a paragraph of an annotated text.
type SlipPart struct {
	Sentences []MarkedSentence `json:"sentences"`
}

// JudgedText gives an annotated text by its set and file; there may be none
// ([stemma.ErrNotFound]). The errors of one that is kept for measuring are not shown.
func (l *Library) JudgedText(_ context.Context, set, name string) (*JudgedText, error) {
	if l.Labelled == nil {
		return nil, fmt.Errorf("annotated text %s/%s: %w", set, name, stemma.ErrNotFound)
	}
	all, err := l.Labelled()
	if err != nil {
		return nil, fmt.Errorf("accuracy: %w", err)
	}
	for i := range all.Texts {
		if t := &all.Texts[i]; t.Set == set && t.Name == name {
			return judgedText(l.words, t), nil
		}
	}
	return nil, fmt.Errorf("annotated text %s/%s: %w", set, name, stemma.ErrNotFound)
}

func judgedText(b *message.Book, t *eval.Judged) *JudgedText {
	a := &t.Case.Article
	v := &JudgedText{
		Title: cmp.Or(a.TitleText, b.Say("cite.untitled")), File: t.Set + "/" + t.Name, Lang: a.Lang, Tongue: b.Language(a.Lang),
		Note: strings.TrimSpace(strings.ReplaceAll(t.Case.Note, "# ", "")), Kept: t.Kept,
	}
	var marks []Mark
	for i := range t.Errors {
		if !t.Kept {
			marks = append(marks, slipMark(t, i))
			v.Errors = append(v.Errors, slip(b, t, i))
		}
	}
	for _, p := range Paragraphs(a.Text) {
		var part SlipPart
		for _, s := range pieces(p, t.Sentences) {
			part.Sentences = append(part.Sentences, MarkedSentence{Anchor(s.Start), Split(a.Text, s, marks, "")})
		}
		v.Blocks = append(v.Blocks, part)
	}
	return v
}
