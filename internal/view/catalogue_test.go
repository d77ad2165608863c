package view_test

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// changing is a pile that may be told to be another one, and that counts how often all its
// texts were read.
type changing struct {
	store.Reader
	state, read atomic.Int32
	may         chan struct{} // read from before the texts are; nil reads them at once
}

func (c *changing) State(context.Context) (string, error) {
	return strconv.Itoa(int(c.state.Load())), nil
}

func (c *changing) Texts(ctx context.Context, kinds ...string) iter.Seq2[store.Text, error] {
	c.read.Add(1)
	if c.may != nil {
		<-c.may
	}
	return c.Reader.Texts(ctx, kinds...)
}

// Whoever looks at one screen of a pile that has changed finds the others ready.
func TestKeepPrepared(t *testing.T) {
	pile := &changing{Reader: viewtest.Velmora()}
	l := view.New(pile)
	go l.KeepPrepared(t.Context())
	readMore := func(than int32) int32 {
		for end := time.Now().Add(time.Minute); pile.read.Load() <= than && time.Now().Before(end); time.Sleep(time.Millisecond) {
		}
		return pile.read.Load()
	}
	if readMore(1) != 2 {
		t.Fatal("nothing was prepared")
	}
	if _, err := l.Quotes(t.Context(), view.Choice{}); err != nil || pile.read.Load() != 2 {
		t.Errorf("looking at what is prepared read the texts again: %v", err)
	}
	pile.state.Add(1)
	if _, err := l.Texts(t.Context(), view.Choice{}); err != nil {
		t.Fatal(err)
	}
	if readMore(2) == 2 {
		t.Error("after a change nothing was prepared but the screen that was looked at")
	}
}

// All texts are read for their names, and once more for everything else.
func TestPrepareReadsTextsTwice(t *testing.T) {
	pile := &changing{Reader: viewtest.Velmora()}
	l := view.New(pile)
	if err := l.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Search(t.Context(), view.SearchQuery{Text: "type:figure"}); err != nil || pile.read.Load() != 2 {
		t.Errorf("all texts were read %d times, %v", pile.read.Load(), err)
	}
}

// Whoever looks while the pile is prepared reads nothing twice, waits, and may give up.
func TestLookWhilePreparing(t *testing.T) {
	pile := &changing{Reader: viewtest.Velmora(), may: make(chan struct{})}
	l := view.New(pile)
	done := make(chan error)
	go func() { done <- l.Prepare(t.Context()) }()
	pile.may <- struct{}{} // it is at the names
	impatient, stop := context.WithCancel(t.Context())
	stop()
	if _, err := l.Figures(impatient, view.Choice{}); !errors.Is(err, context.Canceled) {
		t.Errorf("who gives up gets %v", err)
	}
	looked := make(chan error)
	go func() { _, err := l.Figures(t.Context(), view.Choice{}); looked <- err }()
	close(pile.may)
	if err := errors.Join(<-looked, <-done); err != nil || pile.read.Load() != 2 {
		t.Errorf("all texts were read %d times, %v", pile.read.Load(), err)
	}
}

// A pile that was prepared shows what one shows whose screens make what they need one by one.
func TestPreparedShowsTheSame(t *testing.T) {
	prepared := view.New(viewtest.Velmora())
	if err := prepared.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	all, killed := view.Choice{}, view.Choice{Fields: map[string]string{"harm": "killed", "from": "2022"}}
	for name, show := range map[string]func(*view.Library) (any, error){
		"texts":    func(l *view.Library) (any, error) { return l.Texts(t.Context(), all) },
		"figures":  func(l *view.Library) (any, error) { return l.Figures(t.Context(), all) },
		"quotes":   func(l *view.Library) (any, error) { return l.Quotes(t.Context(), all) },
		"timeline": func(l *view.Library) (any, error) { return l.Timeline(t.Context(), all) },
		"names":    func(l *view.Library) (any, error) { return l.Names(t.Context(), all) },
		"victims":  func(l *view.Library) (any, error) { return l.Victims(t.Context(), all) },
		"killed":   func(l *view.Library) (any, error) { return l.Victims(t.Context(), killed) },
		"map":      func(l *view.Library) (any, error) { return l.Map(t.Context(), all) },
		"votes":    func(l *view.Library) (any, error) { return l.Votes(t.Context(), all) },
		"polls":    func(l *view.Library) (any, error) { return l.Polls(t.Context(), all) },
		"measures": func(l *view.Library) (any, error) { return l.LegalMeasures(t.Context(), all) },
		"demands":  func(l *view.Library) (any, error) { return l.Demands(t.Context(), all) },
		"speaker": func(l *view.Library) (any, error) {
			return l.Search(t.Context(), view.SearchQuery{Text: "speaker:corvane"})
		},
		"overviews": func(l *view.Library) (any, error) { return l.Overview(t.Context()) },
	} {
		want, err := show(view.New(viewtest.Velmora()))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := show(prepared)
		if err != nil || !reflect.DeepEqual(want, got) {
			t.Errorf("%s: %v\nalone    %+v\nprepared %+v", name, err, want, got)
		}
	}
}
