// Package view answers one screen's question at a time.
//
// It takes a [store.Reader] and gives plain structs that hold all a screen shows:
// sorted, worded, linked and paged. The web, the API, the exports and the commands
// only print them; the Text method of each is what the commands print.
//
// It promises that the same pile gives the same view, that every finding in a view
// leads to its sentence, and that support is always told in families beside texts.
// It is the only package with JSON tags besides export. It does not find or line up
// anything, reads no raw text for findings again, and knows neither HTML nor HTTP
// (the paths in its links are the addresses of screens, whoever serves them).
package view

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// Screen is what every view can do: print itself for a terminal.
type Screen interface {
	Text(w io.Writer) error
}

// Library answers the questions of the screens from one pile. It may be used by
// many goroutines at once.
type Library struct {
	// Diff aligns two stretches of text word by word for the copy screen. The
	// edits must cover both texts from end to end. Nil shows stretches that differ
	// as replaced whole.
	Diff func(a, b string) []Edit
	// Labelled gives annotated texts with how they were read, for the screen that says
	// how often Stemma is right; nil offers none.
	Labelled func() (Labelled, error)
	// Sparing is called before the whole pile is prepared, and what it gives afterwards: a
	// program may be sparing with memory meanwhile. Nil does nothing.
	Sparing func() (end func())

	r     *store.UpheldReader
	words *message.Book // in which views are worded
	held  *held
}

// New gives the library of a pile.
func New(r store.Reader) *Library {
	return &Library{r: store.Upheld(r), words: english, held: &held{fresh: make(chan struct{}, 1)}}
}

// In gives the library with its views worded in the language of a book. [New] gives it in
// English, which is what commands, exports and the API speak.
func (l *Library) In(words *message.Book) *Library {
	in := *l
	in.words = words
	return &in
}

// held is the catalogue of the state in which the pile was last, for all languages.
type held struct {
	sync.Mutex
	catalogue *catalogue
	fresh     chan struct{} // told when that is another one
	preparing atomic.Bool   // somebody prepares the whole pile, again and again; see KeepPrepared
	prepared  atomic.Bool   // somebody has begun to prepare it
	progress  progress
}

// Edit is one step of a word diff: the stretch A of the first text stands as the
// stretch B in the second. Same says that the words are equal; an empty A is an
// addition, an empty B an omission. Spans are bytes of the strings compared.
type Edit struct {
	A, B stemma.Span
	Same bool
}

// shelf keeps the texts that one view has taken down, so that none is read twice.
type shelf struct {
	lib      *Library
	r        store.Reader
	c        *catalogue
	words    *message.Book
	articles map[stemma.ID]*stemma.Article
	readings map[stemma.ID]*stemma.Reading
	counted  map[stemma.ID]stemma.Figure // of the rows of a register; see takeDown
	told     map[stemma.ID]stemma.Event  // likewise
}

func (l *Library) shelf() *shelf {
	return &shelf{
		lib:      l,
		r:        l.r,
		words:    l.words,
		articles: map[stemma.ID]*stemma.Article{},
		readings: map[stemma.ID]*stemma.Reading{},
	}
}

// article gives an article with its text.
func (s *shelf) article(ctx context.Context, id stemma.ID) (*stemma.Article, error) {
	if a, ok := s.articles[id]; ok {
		return a, nil
	}
	a, err := s.r.Article(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("text %s: %w", id, err)
	}
	s.articles[id] = &a
	return &a, nil
}

// reading gives what an article states.
func (s *shelf) reading(ctx context.Context, id stemma.ID) (*stemma.Reading, error) {
	if r, ok := s.readings[id]; ok {
		return r, nil
	}
	r, err := s.r.Reading(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("reading of %s: %w", id, err)
	}
	s.readings[id] = &r
	return &r, nil
}

// catalogue gives the catalogue of the pile, the same one for the whole view.
func (s *shelf) catalogue(ctx context.Context) (_ *catalogue, err error) {
	if s.c == nil {
		s.c, err = s.lib.catalogue(ctx)
	}
	return s.c, err
}

// source gives the name that a page goes by.
func (s *shelf) source(ctx context.Context, page stemma.ID) (string, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return "", err
	}
	names, err := c.sources.get(ctx, s.r, sources)
	return names[page], err
}
