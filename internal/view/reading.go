package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"stemma"
	"stemma/internal/message"
)

// Reading is the screen of one article, exactly as published, with all that was
// found in it marked.
type Reading struct {
	Article      TextRef     `json:"article"`
	Words        int         `json:"words"` // its own
	Facts        []Field     `json:"facts"`
	Family       TextGroup   `json:"family"`          // the text alone, when it has no copies
	Story        *StoryRow   `json:"story,omitempty"` // that independent texts tell with it
	Layers       []Layer     `json:"layers"`
	Blocks       []Block     `json:"blocks"`
	Copies       []CopyRef   `json:"copies"` // other texts that share wording, most first
	MoreCopies   int         `json:"more_copies,omitempty"`
	Panel        *Panel      `json:"panel,omitempty"`
	Make         *MakeForm   `json:"make,omitempty"`    // for a statement that a person makes
	MakeHref     string      `json:"make_href"`         // where that is
	Rulings      []RulingRow `json:"rulings,omitempty"` // about the text as a whole
	Missing      string      `json:"missing,omitempty"` // what was to be selected and is not here
	Problems     []string    `json:"problems,omitempty"`
	OriginalHref string      `json:"original_href"`
	WebAddress   string      `json:"web_address,omitempty"` // where the page was saved from
}

// Field is one named fact of a screen.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Href  string `json:"href,omitempty"`
}

// Layer is one kind of mark, with how many there are.
type Layer struct {
	Kind  string `json:"kind"`
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Block is a paragraph of an article. The sentences in order give it again, byte by
// byte.
type Block struct {
	Kind      string           `json:"kind"` // “title”, “text”, “hole”
	Hole      string           `json:"hole,omitempty"`
	Sentences []MarkedSentence `json:"sentences"`
	Notes     []Note           `json:"notes,omitempty"`
	MoreNotes int              `json:"more_notes,omitempty"`
}

// MarkedSentence is a sentence, or what stands between sentences, cut by marks.
type MarkedSentence struct {
	Anchor   string    `json:"anchor"`
	Segments []Segment `json:"segments"`
}

// Lead reports whether the text begins with its headline.
func (v *Reading) Lead() bool { return len(v.Blocks) > 0 && v.Blocks[0].Kind == "title" }

// Reading shows an article with its statements marked, and the selected finding
// beside it; selected may be "".
func (l *Library) Reading(ctx context.Context, id, selected stemma.ID) (*Reading, error) {
	s := l.shelf()
	a, err := s.article(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	all, err := l.r.WithRejected(ctx, id) // what was rejected is shown as such
	if err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	r := &all
	v := &Reading{OriginalHref: OriginalHref(a.Page), MakeHref: makeHref(id, KindFigure, 0, ""), Words: words(a.Own())}
	if v.Article, err = s.textRef(ctx, a); err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	if err := s.describe(ctx, v, a, r); err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	if v.Rulings, err = s.rulings(ctx, []stemma.ID{id}); err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	notes, err := s.margin(ctx, v, a)
	if err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	marks := marksOf(l.words, a.Text, r)
	if selected != "" {
		if v.Panel, err = s.panel(ctx, a, r, marks, selected); err != nil {
			return nil, fmt.Errorf("reading view: %w", err)
		}
		if v.Panel == nil {
			v.Missing = string(selected)
		}
	}
	v.Layers = countLayers(l.words, marks, notes)
	if err := s.strike(ctx, marks); err != nil {
		return nil, fmt.Errorf("reading view: %w", err)
	}
	v.Blocks = blocks(l.words, a, r, append(marks, furtherMarks(l.words, a, notes)...), notes, selected)
	return v, nil
}

// describe fills in what is known about the text as a whole.
func (s *shelf) describe(ctx context.Context, v *Reading, a *stemma.Article, r *stemma.Reading) error {
	page, err := s.r.Pages(ctx, a.Page)
	if err != nil {
		return err
	}
	if len(page) == 1 {
		v.WebAddress = cmp.Or(webAddress(a.URL), webAddress(page[0].URL))
		v.Facts = facts(s.words, a, page[0], v.Article.Source, v.Words)
	}
	for _, p := range slices.Concat(a.Problems, r.Problems) {
		v.Problems = append(v.Problems, p.Message)
	}
	k, err := s.kinship(ctx)
	if err != nil {
		return err
	}
	if v.Story, err = s.storyOf(ctx, a.ID); err != nil {
		return err
	}
	family := k.family(a.ID)
	v.Family, err = s.textGroup(ctx, k, family, k.inOrder(family))
	return err
}

// facts lists what a page says about an article; what it does not say is unknown.
func facts(b *message.Book, a *stemma.Article, p stemma.Page, source string, n int) []Field {
	published := b.Date(a.Published)
	if a.Published != "" && a.PublishedFrom != "" {
		published += " (" + publishedFrom(b, a.PublishedFrom) + ")"
	}
	list := []Field{
		{Name: b.Say("reading.byline"), Value: cmp.Or(names(a.Byline), b.Say("word.unknown"))},
		{Name: b.Say("reading.outlet"), Value: cmp.Or(a.Outlet.Name, b.Say("word.unknown"))},
	}
	if a.Credit.Name != "" {
		list = append(list, Field{Name: b.Say("reading.original-outlet"), Value: a.Credit.Name})
	}
	list = append(list, Field{Name: b.Say("reading.published-on"), Value: published})
	if a.Reposted != "" {
		list = append(list, Field{Name: b.Say("reading.reposted"), Value: b.Date(a.Reposted)})
	}
	list = append(list,
		Field{Name: b.Say("layout.language"), Value: b.Language(a.Lang)},
		Field{Name: b.Say("reading.length"), Value: b.Count("words", n)},
		Field{Name: b.Say("reading.file"), Value: source})
	if p.Captured != "" {
		list = append(list, Field{Name: b.Say("reading.saved"), Value: b.Date(p.Captured)})
	}
	return append(list, Field{Name: "SHA-256", Value: p.SHA256})
}

func publishedFrom(b *message.Book, from string) string { return b.Term("published", from) }

// countLayers lists the kinds that can be shown and hidden.
func countLayers(b *message.Book, marks []Mark, notes []Note) []Layer {
	list := []Layer{{KindQuote, b.Say("reading.quotes"), 0}, {KindFigure, b.Say("nav.figures"), 0}, {KindTime, b.Say("reading.times"), 0},
		{KindName, b.Say("reading.names"), 0}, {KindEvent, b.Say("name.events"), 0}, {KindVictim, b.Say("nav.victims"), 0}, {KindCopied, b.Say("reading.passages"), len(notes)}}
	seen := map[stemma.ID]bool{} // a broken quotation has several marks
	for i := range list {
		for _, m := range marks {
			if m.Kind == list[i].Kind && !seen[m.ID] {
				seen[m.ID] = true
				list[i].Count++
			}
		}
	}
	return list
}

// furtherMarks gives the marks of holes and of passages shared with other texts.
func furtherMarks(b *message.Book, a *stemma.Article, notes []Note) []Mark {
	var marks []Mark
	for _, h := range a.Holes {
		marks = append(marks, Mark{Kind: KindHole, Span: h.Span, Label: holeWords(b, h.Type)})
	}
	for _, n := range notes {
		marks = append(marks, Mark{ID: n.ID, Kind: KindCopied, Span: n.Span, Label: n.Label})
	}
	return marks
}

// holeWords words a type of hole: “photo caption, not the article's own words”.
func holeWords(b *message.Book, kind string) string {
	return b.Say("reading.hole", "what", b.Term("hole", kind))
}
