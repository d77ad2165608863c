package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"stemma/internal/view"
	"stemma/internal/watch/change"
	"stemma/internal/watch/send"
)

// newsShown is how many changes of a round are printed; the feed and the webhook get all.
const newsShown = 25

// tell says what changed, in all ways that were asked for. Of the first texts of a pile
// everything is new, and nothing is told but their number. One way that fails does not
// keep the others from being tried; the change is in the pile in any case.
func (k *watching) tell(ctx context.Context, r change.Report, known bool) error {
	n := send.Word(r, time.Now())
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
	if err := n.Lines(k.out, newsShown); err != nil || !r.Alarm() {
		return err
	}
	var errs []error
	if k.Feed != "" {
		errs = append(errs, k.atom(n))
	}
	if k.Webhook != "" {
		errs = append(errs, send.Post(ctx, k.Webhook, k.agent, n, sleep))
	}
	if k.mail.Host != "" {
		errs = append(errs, k.mail.Send(ctx, n))
	}
	err := errors.Join(errs...)
	if err != nil && !k.Once { // the watch goes on
		fmt.Fprintf(k.world.err, "stemma: %v\n", err)
		return nil
	}
	return err
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
