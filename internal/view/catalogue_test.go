package view_test

import (
	"context"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// changing is a pile that may be told to be another one, and that counts how often all its
// quotations were read.
type changing struct {
	store.Reader
	state, read atomic.Int32
}

func (c *changing) State(context.Context) (string, error) {
	return strconv.Itoa(int(c.state.Load())), nil
}

func (c *changing) Quotes(ctx context.Context, q store.Query) ([]stemma.Quote, error) {
	if q.IDs == nil && q.Article == "" {
		c.read.Add(1)
	}
	return c.Reader.Quotes(ctx, q)
}

// Whoever looks at one screen of a pile that has changed finds the others ready.
func TestKeepPrepared(t *testing.T) {
	pile := &changing{Reader: viewtest.Velmora()}
	l := view.New(pile)
	go l.KeepPrepared(t.Context())
	reads := func() int32 { // until no more come
		last := int32(-1)
		for end := time.Now().Add(10 * time.Second); time.Now().Before(end) && (pile.read.Load() != last || last == 0); time.Sleep(50 * time.Millisecond) {
			last = pile.read.Load()
		}
		return pile.read.Load()
	}
	before := reads()
	if before == 0 {
		t.Fatal("nothing was prepared")
	}
	if _, err := l.Problems(t.Context()); err != nil || reads() != before {
		t.Errorf("looking at what is prepared read the quotations again: %v", err)
	}
	pile.state.Add(1)
	if _, err := l.Texts(t.Context(), view.Choice{}); err != nil {
		t.Fatal(err)
	}
	if reads() == before {
		t.Error("after a change nothing was prepared but the screen that was looked at")
	}
}
