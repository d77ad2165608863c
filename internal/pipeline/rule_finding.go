package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/mend"
	"stemma/internal/store"
)

// subject is the text that a decision is about, and its finding, if it is about one.
type subject struct {
	mend.Text
	stemma.Stated
	kind string // "" without a finding
}

// look takes down a text as people uphold it, with what they have rejected, and a finding of
// it, if any is meant.
func look(ctx context.Context, from *store.UpheldReader, article, finding stemma.ID) (*subject, error) {
	a, err := from.Article(ctx, article)
	if err != nil {
		return nil, err
	}
	p, err := from.Page(ctx, a.Page)
	if err != nil {
		return nil, err
	}
	reading, err := from.WithRejected(ctx, article)
	if err != nil {
		return nil, err
	}
	s := &subject{Text: mend.Text{Article: &a, Page: p.Text, Reading: reading}}
	if finding == "" {
		return s, nil
	}
	for kind, x := range reading.All() {
		if x.ID == finding {
			s.Stated, s.kind = x, kind
			return s, nil
		}
	}
	return nil, fmt.Errorf("text %s states no %q: %w", article, finding, stemma.ErrNotFound)
}

// anchor gives the anchor of a span of the text.
func (s *subject) anchor(at stemma.Span) stemma.Anchor {
	return stemma.AnchorIn(s.Article, s.Page, at)
}

// words gives the words of a span with single blanks.
func (s *subject) words(at stemma.Span) string {
	return strings.Join(strings.Fields(at.Of(s.Text.Article.Text)), " ")
}

func fillFinding(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) error {
	s, err := look(ctx, from, d.Text, d.Finding)
	if err != nil {
		return err
	}
	if s.kind == "" {
		return fmt.Errorf("it is not said which finding is meant: %w", stemma.ErrInvalid)
	}
	r.Anchor, r.Kind = s.anchor(s.Span), s.kind
	return nil
}

// wordsDetail names the words that a finding stands on, in the details of a ruling: they are
// anchored, the detail tells them to people. No kind has a field of that name.
const wordsDetail = "words"

// fillMended anchors what is mended: what is said otherwise than it was, and where it stands.
func fillMended(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) error {
	s, err := look(ctx, from, d.Text, d.Finding)
	if err != nil {
		return err
	}
	r.Anchor, r.Kind = s.anchor(s.Span), s.kind
	now := mend.Details(&s.Reading, s.kind, d.Finding)
	for _, say := range details(s.kind, d.Say) {
		if was := stemma.Value(now, say.Name); was != say.Value {
			r.Before, r.After = append(r.Before, stemma.Detail{Name: say.Name, Value: was}), append(r.After, say)
		}
	}
	if err := mend.Check(s.kind, r.After, false); err != nil {
		return err
	}
	if was := s.words(s.Span); strings.TrimSpace(d.Words) != "" && strings.Join(strings.Fields(d.Words), " ") != was {
		at, err := s.find(d.Words, s.Reading.SentenceAt(s.Span.Start), d.From)
		if err != nil {
			return err
		}
		if at != s.Span {
			r.Other = s.anchor(at)
			r.Before, r.After = append(r.Before, stemma.Detail{Name: wordsDetail, Value: was}), append(r.After, stemma.Detail{Name: wordsDetail, Value: s.words(at)})
		}
	}
	if len(r.After) == 0 {
		return fmt.Errorf("nothing is said otherwise than it was: %w", stemma.ErrInvalid)
	}
	return nil
}

// details gives what is said of a finding in the order in which its kind tells it.
func details(kind string, say map[string]string) []stemma.Detail {
	at := map[string]int{}
	for i, f := range mend.Fields(kind) {
		at[f.Name] = i + 1
	}
	var out []stemma.Detail
	for name, value := range say {
		out = append(out, stemma.Detail{Name: name, Value: strings.Join(strings.Fields(value), " ")})
	}
	slices.SortFunc(out, func(a, b stemma.Detail) int { return cmp.Or(at[a.Name]-at[b.Name], cmp.Compare(a.Name, b.Name)) })
	return out
}

// find gives where words stand in the text: in a sentence if they do so, else from a byte on,
// else anywhere.
func (s *subject) find(words string, sentence, from int) (stemma.Span, error) {
	text := s.Text.Article.Text
	tries := []stemma.Span{{Start: min(max(from, 0), len(text)), End: len(text)}, {Start: 0, End: len(text)}}
	if sentence >= 0 {
		tries = append([]stemma.Span{s.Reading.Sentences[sentence]}, tries...)
	}
	for _, within := range tries {
		if at, ok := mend.Find(text, within, words); ok {
			return at, nil
		}
	}
	return stemma.Span{}, fmt.Errorf("the text does not say “%s”; give words that stand in it, letter by letter: %w", words, stemma.ErrInvalid)
}

// fillMade anchors what a person found.
func fillMade(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) error {
	s, err := look(ctx, from, d.Text, "")
	if err != nil {
		return err
	}
	for _, say := range details(d.Kind, d.Say) {
		if say.Value != "" {
			r.After = append(r.After, say)
		}
	}
	if err := mend.Check(d.Kind, r.After, true); err != nil {
		return err
	}
	at, err := s.find(d.Words, -1, d.From)
	if err != nil {
		return err
	}
	r.Anchor, r.Kind = s.anchor(at), d.Kind
	ruled, err := from.Ruled(ctx)
	if err != nil {
		return err
	}
	if there, ok := s.twin(*r, ruled.Rejected()); ok {
		return fmt.Errorf("there is a %s at these words already, %s; mend that one: %w", d.Kind, there, stemma.ErrInvalid)
	}
	return nil
}

// twin gives the finding that stands already where the one that a ruling makes will: a
// quotation stands on its marks too.
func (s *subject) twin(made stemma.Ruling, rejected map[stemma.ID]bool) (stemma.ID, bool) {
	out := mend.Apply(s.Text, []stemma.Ruling{made})
	var at stemma.Span
	for _, x := range out.Reading.All() {
		if x.ID == out.Found[made.ID] {
			at = x.Span
		}
	}
	for kind, x := range s.Reading.All() {
		if kind == made.Kind && x.Span == at && !rejected[x.ID] {
			return x.ID, true
		}
	}
	return "", false
}

// certainties are what a person can say of how sure something is.
var certainties = map[string]bool{"high": true, "medium": true, "low": true}

func fillNote(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) error {
	certainty := d.Say["certainty"]
	switch {
	case certainty != "" && !certainties[certainty]:
		return fmt.Errorf("a certainty is high, medium or low, not %q: %w", certainty, stemma.ErrInvalid)
	case certainty == "" && strings.TrimSpace(d.Why) == "":
		return fmt.Errorf("a note needs words or a certainty: %w", stemma.ErrInvalid)
	case certainty != "":
		r.After = []stemma.Detail{{Name: "certainty", Value: certainty}}
	}
	if d.Finding != "" {
		return fillFinding(ctx, from, d, r)
	}
	var err error
	r.Anchor, err = anchor(ctx, from, d.Text)
	return err
}
