package view

import (
	"context"
	"fmt"

	"stemma"
	"stemma/internal/message"
)

// catalogue holds what is worked out of a whole pile, so that a screen reads no more than
// the rows it shows. It stands for one state of the pile; its parts are made when they are
// first asked for, and are not changed then.
type catalogue struct {
	state string
	*grounds

	deeds     kept[map[stemma.ID]*deeds] // by actor
	victims   kept[*victims]
	sightings [len(searchKinds)]kept[*sightings] // by number in searchKinds
	census    kept[*census]
	saved     kept[[]savedEntry]
	searches  memo[*searched]
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
	counting  kept[map[stemma.ID][]int32]        // tally → its texts, by their places in the order of appearance
	sayings   kept[map[stemma.ID]*stemma.Saying] // by quote
}

// grounds are those parts that hang by pages, copies, names and actors alone: they stand as long
// as [store.Reader.Ground] does, and a ruling about another finding leaves them.
type grounds struct {
	name      string
	sources   kept[map[stemma.ID]string] // by page
	kinship   kept[*kinship]
	texts     kept[*textList]
	lengths   kept[[]int32] // in words, by the text's place in the order of appearance
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
