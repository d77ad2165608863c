// Package fetch asks servers for feeds and pages, politely. It is the only room of
// Stemma that asks the network for anything, and it is entered by “stemma watch” alone.
//
// It takes addresses, and its needs as arguments: a transport, a clock, a way to wait.
// It gives what a server answered, or why nobody was asked. It promises:
//
//   - one request at a time, and a pause between two to the same host, longer where the
//     host's robots.txt asks for that;
//   - no page that robots.txt closes to Stemma; a robots.txt that cannot be had because
//     the server is in trouble closes all of it for an hour (RFC 9309);
//   - a user agent that names Stemma, no cookies, no passwords handed on;
//   - no connection to this computer or to addresses that are not on the open internet,
//     whatever names, redirects or feeds say: [Transport] looks at the address itself
//     when it is dialled;
//   - bounds on bytes, time and redirects.
//
// It does not read what comes, keeps nothing, and does not try again: when to ask again
// is decided by who asks.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// Bounds on one request.
const (
	MaxFeed = 16 << 20 // bytes of a feed, unpacked
	MaxPage = 16 << 20 // bytes of a page, unpacked

	maxTime      = 30 * time.Second // from dialling to the last byte
	maxRedirects = 5
)

// World is what the client needs of the world.
type World struct {
	Transport http.RoundTripper
	Now       func() time.Time
	Sleep     func(ctx context.Context, d time.Duration) error // gives ctx's error when it ends first
}

// Options say how the client behaves.
type Options struct {
	Agent string        // the header User-Agent; its first word up to “/” is what robots.txt is asked about
	Pause time.Duration // between two requests to one host
}

// Client asks servers. It is for one goroutine.
type Client struct {
	world   World
	options Options
	next    map[string]time.Time     // host → when it may be asked again
	delay   map[string]time.Duration // host → the pause that its robots.txt asks for
	robots  map[string]*rules        // “https://host” → what its robots.txt says
}

// New makes a client.
func New(w World, o Options) *Client {
	return &Client{world: w, options: o, next: map[string]time.Time{}, delay: map[string]time.Duration{}, robots: map[string]*rules{}}
}

// Request is what is asked for.
type Request struct {
	URL                string // http or https
	ETag, LastModified string // of the answer that is known already; "" asks without condition
	Robots             bool   // ask robots.txt first: for all that no person named
	Max                int64  // bytes
	Cut                bool   // of a longer body take the first Max bytes, instead of refusing it
}

// Answer is what a server said.
type Answer struct {
	Status     int       // 200, 304, 404, …
	URL        string    // where the answer came from, after redirects, without user and fragment
	At         time.Time // when it came
	Proto      string    // “HTTP/1.1”
	Header     http.Header
	Body       []byte        // of an answer of status 200, unpacked
	RetryAfter time.Duration // how long the server asks to be left alone; 0 when it does not
}

// Refusal says that nobody was asked, or that an answer was not taken, for a reason that
// will be the same the next time. It is a plain sentence.
type Refusal string

// Error implements error.
func (r Refusal) Error() string { return string(r) }

// Get asks for an address. The error is a [Refusal], ctx's, or trouble with the network.
func (c *Client) Get(ctx context.Context, r Request) (Answer, error) {
	at, err := address(r.URL)
	if err != nil {
		return Answer{}, err
	}
	for range maxRedirects + 1 {
		if r.Robots {
			if err := c.permitted(ctx, at); err != nil {
				return Answer{}, err
			}
		}
		a, to, err := c.once(ctx, at, r)
		if err != nil || to == nil {
			return a, err
		}
		at = to
	}
	return Answer{}, Refusal(fmt.Sprintf("the address redirects more than %d times", maxRedirects))
}

// address reads an address that may be asked.
func address(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, Refusal("it is no address that begins with http:// or https://")
	}
	u.Fragment = ""
	return u, nil
}

// once sends one request; to is where the server says that the thing is instead.
func (c *Client) once(ctx context.Context, at *url.URL, r Request) (a Answer, to *url.URL, err error) {
	if err := c.turn(ctx, at.Host); err != nil {
		return a, nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return a, nil, Refusal("the address cannot be asked: " + err.Error())
	}
	c.dress(req, r)
	resp, err := c.world.Transport.RoundTrip(req)
	if err != nil {
		return a, nil, trouble(err)
	}
	defer resp.Body.Close()
	named := *at
	named.User = nil
	a = Answer{Status: resp.StatusCode, URL: named.String(), At: c.world.Now(), Proto: resp.Proto, Header: resp.Header}
	a.RetryAfter = retryAfter(resp.Header.Get("Retry-After"), a.At)
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		to, err := at.Parse(resp.Header.Get("Location"))
		if err != nil || resp.Header.Get("Location") == "" {
			return a, nil, Refusal("it redirects to nowhere")
		}
		to.User = nil
		to, err = address(to.String())
		return a, to, err
	case http.StatusOK:
		a.Body, err = body(resp, r.Max, r.Cut)
	}
	return a, nil, err
}

// dress gives a request its headers.
func (c *Client) dress(req *http.Request, r Request) {
	req.Header.Set("User-Agent", c.options.Agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.1")
	if r.ETag != "" {
		req.Header.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		req.Header.Set("If-Modified-Since", r.LastModified)
	}
	if u := req.URL.User; u != nil { // a person put it into the address of a source
		password, _ := u.Password()
		req.SetBasicAuth(u.Username(), password)
		req.URL.User = nil
	}
}

// trouble words an error of the transport; a refusal inside it stays one.
func trouble(err error) error {
	var refused Refusal
	if errors.As(err, &refused) {
		return refused
	}
	return fmt.Errorf("the server cannot be reached: %w", err)
}
