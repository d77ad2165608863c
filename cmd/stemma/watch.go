package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"stemma"
	"stemma/internal/watch"
	"stemma/internal/watch/fetch"
	"stemma/internal/watch/send"
)

type watchCommand struct {
	pileFlag
	Every        time.Duration `help:"How long to wait between two rounds." default:"15m" placeholder:"TIME"`
	Once         bool          `help:"Do one round and end."`
	Feed         string        `help:"Tell changes in this Atom feed, for a feed reader." type:"path" placeholder:"FILE"`
	Webhook      string        `help:"Send changes as JSON to this address." placeholder:"URL"`
	MailTo       []string      `help:"Send changes by e-mail to these addresses." placeholder:"ADDRESS"`
	MailFrom     string        `help:"The sender of e-mail." placeholder:"ADDRESS"`
	SMTP         string        `name:"smtp" help:"The host that sends e-mail; a login for it comes from STEMMA_SMTP_USER and STEMMA_SMTP_PASSWORD." placeholder:"HOST:PORT"`
	Contact      string        `help:"How those who run servers can reach you; it is told to them in the user agent." placeholder:"TEXT"`
	Pause        time.Duration `help:"How long to wait between two requests to one host." default:"3s" placeholder:"TIME"`
	MaxPages     int           `help:"How many pages to ask for in one round; the rest waits for the next." default:"200" placeholder:"N"`
	AllowPrivate bool          `help:"Also fetch from this computer and from addresses of inner networks."`
	Sources      []string      `arg:"" name:"source" help:"Addresses of feeds (RSS, Atom, JSON Feed), folders and files."`
}

// Help is the long help of the command.
func (watchCommand) Help() string {
	return `Feeds are asked again and again, politely: only for what has changed, one request at a time, less and
less often when a server is in trouble, and no page that robots.txt closes to programs. New pages that
they lead to are added to the pile, and so is what is new in folders. Then watch says what changed in
what the texts say: contradictions, new numbers of counts, new statements. A reprint changes nothing.

This is the only command that asks the network for anything.

  stemma watch https://agency.example/feed.xml saved-pages/
  stemma watch --once --feed changes.atom https://agency.example/feed.xml`
}

// Run watches the sources until it is interrupted, or once.
func (c *watchCommand) Run(w *world) error {
	k, err := c.watcher(w)
	if err != nil {
		return err
	}
	for {
		err := k.round(w.ctx)
		switch {
		case c.Once:
			return errors.Join(err, k.untold)
		case w.ctx.Err() != nil:
			return nil // nothing is lost: what was not told is asked for again
		case errors.Is(err, stemma.ErrConflict):
			fmt.Fprintf(w.err, "stemma: %v; the next round tries again\n", err)
		case err != nil:
			return err
		}
		if sleep(w.ctx, c.Every) != nil {
			return nil
		}
	}
}

// watcher sorts the sources, and looks whether all that is asked for can be done.
func (c *watchCommand) watcher(w *world) (*watching, error) {
	k := &watching{watchCommand: c, world: w, agent: c.agent()}
	for _, s := range c.Sources {
		if strings.Contains(s, "://") {
			k.feeds = append(k.feeds, s)
			continue
		}
		path, err := filepath.Abs(s)
		if err == nil {
			_, err = os.Stat(path)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no file or folder %s, and it is no address that begins with http:// or https://: %w", s, stemma.ErrNotFound)
		} else if err != nil {
			return nil, err
		}
		k.paths = append(k.paths, path)
	}
	if c.Webhook != "" {
		if err := send.Hook(c.Webhook); err != nil {
			return nil, err
		}
	}
	if c.SMTP != "" || len(c.MailTo) > 0 || c.MailFrom != "" {
		k.mail = send.Mail{Host: c.SMTP, From: cmp.Or(c.MailFrom, first(c.MailTo)), To: c.MailTo, User: os.Getenv("STEMMA_SMTP_USER"), Password: os.Getenv("STEMMA_SMTP_PASSWORD")}
		if err := k.mail.Check(); err != nil {
			return nil, err
		}
	}
	transport := fetch.Transport(c.AllowPrivate)
	k.asks = &watch.Watcher{
		Client: fetch.New(fetch.World{Transport: transport, Now: time.Now, Sleep: sleep}, fetch.Options{Agent: k.agent, Pause: c.Pause}),
		Now:    time.Now, Every: c.Every, MaxPages: c.MaxPages,
	}
	return k, nil
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// agent is what servers are told of who asks.
func (c *watchCommand) agent() string {
	about := "news reader of one person"
	if c.Contact != "" {
		about += "; " + strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' || r == '(' || r == ')' {
				return -1
			}
			return r
		}, c.Contact)
	}
	return "Stemma/" + versionName() + " (" + about + ")"
}

// sleep waits, unless ctx ends first.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
