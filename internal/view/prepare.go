package view

import (
	"context"
	"sync/atomic"

	"stemma/internal/message"
	"stemma/internal/store"
)

// KeepPrepared does as Prepare, and again whenever somebody looks at the pile after it has
// changed: who looks at one screen waits for what that needs, and finds the others ready. It
// goes on until ctx ends. What goes wrong the screen that needs it tells.
func (l *Library) KeepPrepared(ctx context.Context) {
	l.held.preparing.Store(true)
	defer l.held.preparing.Store(false)
	for {
		_ = l.Prepare(ctx)
		select {
		case <-l.held.fresh:
		case <-ctx.Done():
			return
		}
	}
}

// Prepare makes what the screens need of the whole pile, so that the first who looks need
// not wait for it. Who looks at a screen meanwhile waits for what it needs, the first time: it
// would only be read twice. Later each screen makes what it needs alone if that is not ready.
func (l *Library) Prepare(ctx context.Context) error {
	if l.Sparing != nil {
		defer l.Sparing()()
	}
	var overview error
	done := make(chan struct{})
	first := l.held.prepared.CompareAndSwap(false, true)
	if first {
		defer l.held.progress.end()
	}
	s := l.shelf()
	c, err := s.catalogue(ctx)
	if err != nil {
		return err
	}
	pieces := s.pieces(c, first)
	go func() { // it is what most look at first, and needs little
		defer close(done)
		_, overview = l.Overview(ctx)
	}()
	err = s.sweepAll(ctx, pieces)
	l.held.progress.end() // what is left takes moments
	<-done
	for _, show := range append([]func() error{func() error { return err }, func() error { return overview }}, l.shown(ctx)...) {
		if err := show(); err != nil {
			return err
		}
	}
	return nil
}

// sweepAll makes pieces of the catalogue, all in one reading of the texts.
func (s *shelf) sweepAll(ctx context.Context, pieces []*piece) error {
	defer func() {
		for _, p := range pieces {
			p.release()
		}
	}()
	counts, err := s.r.Counts(ctx)
	if err != nil {
		return err
	}
	s.lib.held.progress.begin(counts.Articles)
	var kinds []string
	take := []func(*store.Text) error{s.lib.held.progress.step}
	for _, p := range pieces {
		if err := p.begin(ctx); err != nil {
			return err
		}
		kinds, take = append(kinds, p.kinds...), append(take, p.take)
	}
	if len(pieces) > 0 {
		if err := sweep(ctx, s.r, kinds, take...); err != nil {
			return err
		}
	}
	take = nil // nothing is left of a piece on its way when it is done
	for _, p := range pieces {
		p.done()
		p.release()
		*p = piece{release: func() {}}
	}
	return nil
}

// shown are the screens that need something of the whole pile.
func (l *Library) shown(ctx context.Context) []func() error {
	var all Choice
	return []func() error{
		func() error { _, err := l.Texts(ctx, all); return err },
		func() error { _, err := l.Figures(ctx, all); return err },
		func() error { _, err := l.Quotes(ctx, all); return err },
		func() error { _, err := l.Timeline(ctx, all); return err },
		func() error { return l.prepareLanes(ctx) },
		func() error { _, err := l.Names(ctx, all); return err },
		func() error { _, err := l.Victims(ctx, all); return err },
		func() error { _, err := l.Clashes(ctx, all); return err },
		func() error { _, err := l.stories(ctx); return err },
		func() error { _, err := l.Map(ctx, all); return err },
		func() error { _, err := l.Votes(ctx, all); return err },
		func() error { _, err := l.Polls(ctx, all); return err },
		func() error { _, err := l.LegalMeasures(ctx, all); return err },
		func() error { _, err := l.Demands(ctx, all); return err },
		func() error { _, err := l.shelf().allDeeds(ctx); return err },
		func() error { _, err := l.shelf().census(ctx); return err },
		func() error { _, err := l.shelf().vocabulary(ctx); return err },
	}
}

// prepareLanes draws the timeline of all events in each of its ways and languages: of a
// million sentences each takes a fifth of a second.
func (l *Library) prepareLanes(ctx context.Context) error {
	for _, lang := range message.Languages() {
		for _, kind := range LaneKinds {
			if _, err := l.In(message.In(lang)).Timeline(ctx, Choice{}.with("lanes", kind)); err != nil {
				return err
			}
		}
	}
	return nil
}

// progress is how far the first preparation of a pile has come.
type progress struct {
	read, all atomic.Int64 // texts
	ended     atomic.Bool
}

// begin says how many texts there are; they are read twice, for the people first.
func (p *progress) begin(texts int) { p.all.Store(int64(texts)) }

func (p *progress) step(*store.Text) error { p.read.Add(1); return nil }

func (p *progress) end() { p.ended.Store(true) }

// fewTexts is how many texts are read while nobody notices.
const fewTexts = 2000

// Preparing tells how far the first preparation of the pile has come, in percent; ok is false
// where nobody has to wait for it: before it has begun, when all texts are read, and for a small pile.
func (l *Library) Preparing() (percent int, ok bool) {
	p := &l.held.progress
	all := p.all.Load()
	return int(min(50*p.read.Load()/max(all, 1), 99)), all > fewTexts && !p.ended.Load()
}
