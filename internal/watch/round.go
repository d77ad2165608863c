package watch

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"stemma"
	"stemma/internal/clip/feed"
	"stemma/internal/watch/fetch"
)

// Watcher asks feeds.
type Watcher struct {
	Client   *fetch.Client
	Now      func() time.Time
	Every    time.Duration // between two rounds; a feed in trouble is left alone for longer
	MaxPages int           // that are asked for in a round; the rest waits for the next
}

// Batch is what a round brought.
type Batch struct {
	Archive  []byte // a web archive; nil when nothing came
	Pages    int    // in it
	Problems []stemma.Problem
	Notes    []Note // trouble with servers, in the order met
}

// Name names the archive: by when it was made, for people, and by what is in it.
func (b Batch) Name(at time.Time) string {
	return "watch-" + at.UTC().Format("2006-01-02T15.04.05Z") + b.mark()
}

// Bears says whether a name that [Batch.Name] gave is that of this batch's archive.
func (b Batch) Bears(name string) bool { return b.Archive != nil && strings.HasSuffix(name, b.mark()) }

func (b Batch) mark() string { return "-" + digest(string(b.Archive))[:8] + ".warc" }

// Note is a sentence about a source.
type Note struct{ Source, Text string }

// round is one round under way.
type round struct {
	*Watcher
	state   State // after it
	archive archive
	batch   Batch
	taken   int       // pages asked for
	began   time.Time // when all that is met in this round was seen
}

// Round asks all feeds whose time has come, and their new pages. The state given is left
// as it is; the error is ctx's, or a fault, and then nothing has happened.
func (w *Watcher) Round(ctx context.Context, s State, feeds []string) (State, Batch, error) {
	r := &round{Watcher: w, state: s.clone(), began: w.Now().UTC()}
	for _, at := range feeds {
		if err := r.ask(ctx, at); err != nil {
			return s, Batch{}, fmt.Errorf("watching %s: %w", withoutUser(at), err)
		}
	}
	r.state.forget(r.began)
	if r.archive.Len() > 0 {
		r.batch.Archive = r.archive.Bytes()
	}
	return r.state, r.batch, nil
}

func (r *round) now() time.Time { return r.Now().UTC() }

func (r *round) note(source, text string) {
	r.batch.Notes = append(r.batch.Notes, Note{withoutUser(source), text})
}

// ask asks one feed.
func (r *round) ask(ctx context.Context, at string) error {
	f := r.state.feed(at)
	if f.Gone || r.now().Before(f.NotBefore) {
		return nil
	}
	a, err := r.Client.Get(ctx, fetch.Request{URL: at, ETag: f.ETag, LastModified: f.LastModified, Max: fetch.MaxFeed})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	switch {
	case err != nil:
		r.fail(at, f, 0, err.Error())
	case a.Status == http.StatusNotModified:
		f.Failures, f.NotBefore = 0, time.Time{}
		r.keepInMind(f)
	case a.Status == http.StatusOK:
		return r.read(ctx, at, f, a)
	case a.Status == http.StatusGone:
		f.Gone = true
		r.note(at, "the server says that the feed is gone for good; it is not asked again")
	default:
		r.fail(at, f, a.RetryAfter, fmt.Sprintf("the server answers with status %d", a.Status))
	}
	return nil
}

// fail notes trouble with a feed and when it is asked again.
func (r *round) fail(at string, f *Feed, asked time.Duration, why string) {
	f.Failures++
	f.NotBefore = r.now().Add(pause(f.Failures, r.Every, asked))
	r.note(at, fmt.Sprintf("%s; it is asked again after %s UTC", strings.TrimSuffix(why, "."), f.NotBefore.Format("2 January 15:04")))
}

// read takes the new entries of a feed. While some of them wait, the answer counts as
// not known, so that the next round sees them again.
func (r *round) read(ctx context.Context, at string, f *Feed, a fetch.Answer) error {
	entries, err := feed.Read(a.Body)
	if err != nil {
		r.fail(at, f, a.RetryAfter, "the feed cannot be read: "+err.Error())
		return nil
	}
	f.Failures, f.NotBefore = 0, time.Time{}
	waiting := 0
	for _, e := range entries {
		done, err := r.entry(ctx, at, f, e)
		if err != nil {
			return err
		}
		if !done {
			waiting++
		}
	}
	f.ETag, f.LastModified = a.Header.Get("ETag"), a.Header.Get("Last-Modified")
	if waiting > 0 {
		f.ETag, f.LastModified = "", ""
		r.note(at, fmt.Sprintf("%d of its entries wait for the next round", waiting))
	}
	return nil
}

// keepInMind keeps the entries that stood in a feed when it was read last: it has not
// changed, so they stand there still.
func (r *round) keepInMind(f *Feed) {
	var last time.Time
	for _, e := range f.Entries {
		if e.Seen.After(last) {
			last = e.Seen
		}
	}
	for key, e := range f.Entries {
		if !e.Seen.Equal(last) {
			continue
		}
		f.Entries[key] = Entry{e.Words, r.began}
		if p := r.state.Pages[key]; p != nil {
			p.Seen = r.began
		}
	}
}
