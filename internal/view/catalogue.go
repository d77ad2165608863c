package view

import (
	"context"
	"fmt"
	"sync"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/store"
)

// catalogue holds what is worked out of a whole pile, so that a screen reads no more than
// the rows it shows. It stands for one state of the pile; its parts are made when they are
// first asked for, and are not changed then.
type catalogue struct {
	state string
	*grounds

	deeds     kept[map[stemma.ID]*deeds] // by actor
	victims   kept[[]harmed]
	sightings [len(searchKinds)]kept[*sightings] // by number in searchKinds
	census    kept[*census]
	saved     kept[[]savedEntry]
	clashes   kept[*clashes]
	rulings   kept[*rulingLog]
	stories   kept[*storyIndex]
	overviews map[string]*kept[*Overview] // by language; it is small
	quotes    kept[*quotes]
	acts      kept[*acts]
	figures   kept[*figures]
	atlas     kept[*atlas]
	registers [4]kept[*register]                 // by number in Registers
	tallies   kept[[]tallyEntry]                 // the best attested first
	sayings   kept[map[stemma.ID]*stemma.Saying] // by quote
}

// grounds are those parts that hang by pages, copies, names and actors alone: they stand as long
// as [store.Reader.Ground] does, and a ruling about another finding leaves them.
type grounds struct {
	name      string
	sources   kept[map[stemma.ID]string] // by page
	kinship   kept[*kinship]
	texts     kept[*textList]
	people    kept[*people]
	actors    kept[*actors]
	nameParts kept[*namesByPart]
	words     kept[*vocabulary]
}

func newCatalogue(state string, g *grounds) *catalogue {
	c := &catalogue{state: state, grounds: g, overviews: map[string]*kept[*Overview]{}}
	for _, lang := range message.Languages() {
		c.overviews[lang] = &kept[*Overview]{}
	}
	return c
}

// State names what the pile holds now; see [store.Reader].
func (l *Library) State(ctx context.Context) (string, error) { return l.r.State(ctx) }

// catalogue gives the catalogue of the pile as it is now.
func (l *Library) catalogue(ctx context.Context) (*catalogue, error) {
	state, err := l.r.State(ctx)
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	ground, err := l.r.Ground(ctx)
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	l.held.Lock()
	defer l.held.Unlock()
	if old := l.held.catalogue; old == nil || old.state != state {
		g := &grounds{name: ground}
		if old != nil && old.name == ground {
			g = old.grounds
		}
		l.held.catalogue = newCatalogue(state, g)
		select {
		case l.held.fresh <- struct{}{}:
		default: // that was told already
		}
	}
	return l.held.catalogue, nil
}

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
// not wait for it.
func (l *Library) Prepare(ctx context.Context) error {
	var all Choice
	for _, show := range []func() error{
		func() error { _, err := l.Overview(ctx); return err },
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
	} {
		if err := show(); err != nil {
			return err
		}
	}
	return nil
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

// kept is something that is made once. Who asks while it is made waits for it; what could
// not be made is made anew.
type kept[T any] struct {
	mu   sync.Mutex
	made bool
	it   T
}

func (k *kept[T]) get(ctx context.Context, r store.Reader, from func(context.Context, store.Reader) (T, error)) (T, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.made {
		return k.it, nil
	}
	it, err := from(ctx, r)
	if err != nil {
		return it, err
	}
	k.it, k.made = it, true
	return k.it, nil
}

// peek gives it if it is made already, without waiting.
func (k *kept[T]) peek() (it T, made bool) {
	if !k.mu.TryLock() {
		return it, false
	}
	defer k.mu.Unlock()
	return k.it, k.made
}
