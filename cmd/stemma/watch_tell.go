package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"stemma/internal/view"
	"stemma/internal/watch"
	"stemma/internal/watch/change"
	"stemma/internal/watch/send"
)

// newsShown is how many changes of a round are printed; elsewhere all are told.
const newsShown = 25

// show prints what changed. Of the first texts of a pile everything is new, and nothing is
// told but their number.
func (k *watching) show(r change.Report, n send.News, known bool) error {
	switch {
	case len(r.Articles) == 0:
		if k.Once {
			fmt.Fprintln(k.out, "Nothing new.")
		}
		return nil
	case !known:
		_, err := fmt.Fprintf(k.out, "%s in the pile now; changes are told from the next round on.\n", view.Count(len(r.Articles), "text is", "texts are"))
		return err
	}
	return n.Lines(k.out, newsShown)
}

// ways are how news are told besides on the terminal, as asked for.
func (k *watching) ways() map[string]func(context.Context, send.News) error {
	ways := map[string]func(context.Context, send.News) error{}
	if k.Feed != "" {
		ways["feed"] = func(_ context.Context, n send.News) error { return k.atom(n) }
	}
	if k.Webhook != "" {
		ways["webhook"] = func(ctx context.Context, n send.News) error { return send.Post(ctx, k.Webhook, k.agent, n, sleep) }
	}
	if k.mail.Host != "" {
		ways["mail"] = k.mail.Send
	}
	return ways
}

// queue puts news into a state, for each way behind those that wait there.
func (k *watching) queue(s *watch.State, n send.News) error {
	for way := range k.ways() {
		all := n
		if waiting, err := send.FromJSON(s.Untold[way]); err == nil {
			all = waiting.With(n)
		}
		body, err := all.JSON()
		if err != nil {
			return err
		}
		s.Untold[way] = json.RawMessage(body)
	}
	return nil
}

// deliver tells what waits in a state. What fails waits for the next round, and keeps
// neither the other ways from being tried nor the watch from going on; the error is
// trouble with the state.
func (k *watching) deliver(ctx context.Context, m *memory, s *watch.State) error {
	ways := k.ways()
	var errs []error
	for name, body := range s.Untold {
		n, err := send.FromJSON(body)
		if way := ways[name]; err == nil && way != nil { // else nobody asks for it any more
			err = way(ctx, n)
		}
		if err != nil {
			errs = append(errs, err)
			continue
		}
		delete(s.Untold, name)
	}
	if k.untold = errors.Join(errs...); k.untold != nil && !k.Once {
		fmt.Fprintf(k.world.err, "stemma: %v; the next round tries again\n", k.untold)
	}
	return m.save(*s)
}

// atom puts news into the Atom feed.
func (k *watching) atom(n send.News) error {
	old, err := os.ReadFile(k.Feed)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	body, err := send.Atom(old, n, filepath.Base(k.Pile))
	if err != nil {
		return fmt.Errorf("the feed %s is left as it is: %w", k.Feed, err)
	}
	return writeWhole(k.Feed, body)
}
