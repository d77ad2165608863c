package watch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"stemma"
	"stemma/internal/clip/feed"
	"stemma/internal/watch/fetch"
)

const (
	maxTries   = 3             // for a page whose server is in trouble, before the entry is taken instead
	again      = 6 * time.Hour // that a page is left alone, whatever its feed says: some count comments in their entries
	maxArchive = 64 << 20      // bytes after which the rest waits for the next round
)

// entry takes an entry if it is new or has other words than before. It reports whether
// that is done, or has to wait for another round. The error is ctx's, or a fault.
func (r *round) entry(ctx context.Context, at string, f *Feed, e feed.Entry) (done bool, err error) {
	link := pageOf(at, e.Meta.URL)
	words := digest(e.Meta.Title, e.HTML)
	key := link
	if key == "" {
		key = words
	}
	before, known := f.Entries[key]
	if before.Words != words {
		page := r.state.Pages[link]
		switch {
		case known && page != nil && page.Failures == 0 && r.now().Sub(page.Asked) < again:
			words = before.Words // so that it is asked for later
		case link == "":
			err = r.asFed(at, link, e)
		case known || page == nil || page.Failures > 0:
			if done, err := r.page(ctx, at, link, e); !done || err != nil {
				return false, err
			}
		} // else another feed led to it
	}
	f.Entries[key] = Entry{words, r.began}
	if p := r.state.Pages[link]; p != nil {
		p.Seen = r.began
	}
	return true, err
}

// page fetches a page, if it is not the one that is known already.
func (r *round) page(ctx context.Context, at, link string, e feed.Entry) (done bool, err error) {
	host := hostOf(link)
	if r.taken >= r.MaxPages || r.archive.Len() >= maxArchive || r.now().Before(r.state.Hosts[host]) {
		return false, nil
	}
	r.taken++
	p := r.state.Pages[link]
	if p == nil {
		p = &Page{Seen: r.began}
		r.state.Pages[link] = p
	}
	p.Asked = r.now()
	a, err := r.Client.Get(ctx, fetch.Request{URL: link, ETag: p.ETag, LastModified: p.LastModified, Robots: true, Max: fetch.MaxPage})
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	var refused fetch.Refusal
	why := ""
	switch {
	case err == nil && a.Status == http.StatusNotModified:
		return true, nil
	case err == nil && a.Status == http.StatusOK:
		p.ETag, p.LastModified, p.Failures = a.Header.Get("ETag"), a.Header.Get("Last-Modified"), 0
		if sum := digest(string(a.Body)); sum != p.Bytes {
			p.Bytes = sum
			r.batch.Pages++
			err = r.archive.response(a, e)
		}
		return true, err
	case errors.As(err, &refused):
		why = string(refused)
	case err == nil && a.Status < 500 && a.Status != http.StatusTooManyRequests:
		why = fmt.Sprintf("the server answers with status %d", a.Status)
	default: // trouble that may pass
		r.state.Hosts[host] = r.now().Add(max(a.RetryAfter, r.Every/2)) // half: the next round may ask again
		if p.Failures++; p.Failures < maxTries {
			return false, nil
		}
		why = fmt.Sprintf("the server was in trouble %d times", p.Failures)
	}
	p.Failures = 0
	return true, r.instead(at, link, e, why)
}

// instead takes an entry as its feed gives it, since its page cannot be had. One without
// a text is a problem.
func (r *round) instead(at, link string, e feed.Entry, why string) error {
	if strings.TrimSpace(e.HTML) != "" {
		r.note(link, why+"; the entry is taken as the feed gives it")
		return r.asFed(at, link, e)
	}
	r.batch.Problems = append(r.batch.Problems, stemma.Problem{
		Source: link, Step: "intake", Message: "the page was not fetched: " + why,
		Hint: "Save it by hand and add it, if it matters.",
	})
	return nil
}

// asFed takes an entry as its feed gives it.
func (r *round) asFed(at, link string, e feed.Entry) error {
	e.Meta.URL = link // as it is from the feed's place
	if strings.TrimSpace(e.HTML) == "" {
		return nil
	}
	r.batch.Pages++
	return r.archive.entry(withoutUser(at), e, r.now())
}

// pageOf gives the address of an entry's page, "" when it has none that can be fetched.
func pageOf(at, link string) string {
	base, err := url.Parse(at)
	if err != nil || link == "" {
		return ""
	}
	base.User = nil
	u, err := base.Parse(link)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Fragment, u.User = "", nil
	return u.String()
}

func withoutUser(at string) string {
	if u, err := url.Parse(at); err == nil && u.User != nil {
		u.User = nil
		return u.String()
	}
	return at
}

func hostOf(at string) string {
	if u, err := url.Parse(at); err == nil {
		return u.Host
	}
	return ""
}

// digest gives the SHA-256 of strings that are told apart.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}
