package fetch

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	robotsKept   = 24 * time.Hour // how long a robots.txt is believed (RFC 9309, 2.4)
	robotsClosed = time.Hour      // how long a server in trouble is left alone
	robotsMax    = 512 << 10      // bytes of it that are read (RFC 9309, 2.5: at least 500 KiB)
	longestDelay = time.Minute    // that a robots.txt may ask for between two requests
)

// rules are what one host's robots.txt says of Stemma.
type rules struct {
	group  *robotstxt.Group // nil when nothing is closed
	closed bool             // all is closed, since the server is in trouble
	until  time.Time
}

// permitted gives a [Refusal] for an address that robots.txt closes, and another error
// for a server that is in trouble.
func (c *Client) permitted(ctx context.Context, at *url.URL) error {
	origin := at.Scheme + "://" + at.Host
	r := c.robots[origin]
	if r == nil || !c.world.Now().Before(r.until) {
		var err error
		if r, err = c.ask(ctx, at.Host, origin); err != nil {
			return err
		}
		c.robots[origin] = r
	}
	switch {
	case r.closed:
		return errors.New("robots.txt of " + at.Host + " cannot be had, so nothing is asked for there")
	case r.group != nil && !r.group.Test(at.RequestURI()):
		return Refusal("robots.txt of " + at.Host + " closes it to programs")
	}
	return nil
}

// ask fetches a host's robots.txt. A host without one closes nothing; one that cannot
// answer closes all for a while. The error is a refusal to go there at all, or ctx's.
func (c *Client) ask(ctx context.Context, host, origin string) (*rules, error) {
	a, err := c.Get(ctx, Request{URL: origin + "/robots.txt", Max: robotsMax, Cut: true})
	var refused Refusal
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, &refused):
		return nil, refused
	case err != nil || a.Status >= 500 || a.Status == http.StatusTooManyRequests:
		return &rules{closed: true, until: c.world.Now().Add(max(robotsClosed, a.RetryAfter))}, nil
	}
	r := &rules{until: c.world.Now().Add(robotsKept)}
	if a.Status == http.StatusOK {
		r.group = c.group(a.Body)
	}
	if r.group != nil {
		c.slow(host, min(r.group.CrawlDelay, longestDelay))
	}
	return r, nil
}

// group gives what a robots.txt says to Stemma; nil when nothing.
func (c *Client) group(body []byte) (g *robotstxt.Group) {
	defer func() {
		if recover() != nil { // the library was not written for hostile input
			g = nil
		}
	}()
	name, _, _ := strings.Cut(c.options.Agent, "/")
	data, err := robotstxt.FromBytes(sane(body))
	if err != nil {
		return nil
	}
	return data.FindGroup(name)
}

// sane leaves out the lines of a robots.txt for which the library would give up the
// whole: rules that stand before any user agent, and delays that are no number.
func sane(body []byte) []byte {
	var out []byte
	begun := false
	for line := range bytes.Lines(bytes.TrimPrefix(body, []byte("\uFEFF"))) {
		key, value, _ := strings.Cut(string(line), ":")
		value, _, _ = strings.Cut(value, "#")
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "user-agent", "useragent":
			begun = true
		case "crawl-delay", "crawldelay":
			if d, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err != nil || !(d >= 0 && d < 1e6) {
				continue
			}
		case "allow", "disallow":
		default:
			continue
		}
		if begun {
			out = append(append(out, line...), '\n')
		}
	}
	return out
}
