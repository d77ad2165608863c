package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"stemma/internal/watch/fetch"
)

// clock is a clock that stands still but for those who sleep.
type clock struct {
	now   time.Time
	slept time.Duration
}

func (c *clock) world(t http.RoundTripper) fetch.World {
	c.now = time.Date(2031, 5, 3, 9, 0, 0, 0, time.UTC)
	return fetch.World{
		Transport: t, Now: func() time.Time { return c.now },
		Sleep: func(ctx context.Context, d time.Duration) error {
			c.now, c.slept = c.now.Add(d), c.slept+d
			return ctx.Err()
		},
	}
}

var options = fetch.Options{Agent: "Stemma/test", Pause: 2 * time.Second}

// serve runs a server; asked collects what it was asked for.
func serve(t *testing.T, answer http.HandlerFunc) (base string, asked *[]string) {
	asked = new([]string)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked = append(*asked, r.URL.Path)
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

// TestConditional: what is known already is asked for with a condition, by our name.
func TestConditional(t *testing.T) {
	base, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("User-Agent"); got != "Stemma/test" {
			t.Errorf("user agent %q", got)
		}
		if r.Header.Get("Cookie") != "" {
			t.Error("a cookie was sent")
		}
		w.Header().Set("Set-Cookie", "a=b")
		if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "Sat, 03 May 2031 08:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "new")
	})
	c := fetch.New(new(clock).world(fetch.Transport(true)), options)
	a, err := c.Get(t.Context(), fetch.Request{URL: base + "/feed#top", Max: 100})
	if err != nil || a.Status != 200 || string(a.Body) != "new" || a.URL != base+"/feed" {
		t.Errorf("first: %+v, %v", a, err)
	}
	a, err = c.Get(t.Context(), fetch.Request{URL: base + "/feed", ETag: `"v1"`, LastModified: "Sat, 03 May 2031 08:00:00 GMT", Max: 100})
	if err != nil || a.Status != 304 || a.Body != nil {
		t.Errorf("second: %+v, %v", a, err)
	}
}

// TestPause: two requests to one host are apart, further if robots.txt asks for that;
// robots.txt is fetched once.
func TestPause(t *testing.T) {
	base, asked := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, "Disallow: /stray\nUser-agent: *\nCrawl-delay: soon\nCrawl-delay: 7\nDisallow: /closed\nDisallow: /*/print\nUser-agent: other\nDisallow: /\n")
			return
		}
		fmt.Fprint(w, "page")
	})
	var k clock
	c := fetch.New(k.world(fetch.Transport(true)), options)
	for _, path := range []string{"/a", "/b"} {
		if _, err := c.Get(t.Context(), fetch.Request{URL: base + path, Robots: true, Max: 100}); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{"/closed/c", "/d/print"} {
		_, err := c.Get(t.Context(), fetch.Request{URL: base + path, Robots: true, Max: 100})
		var refused fetch.Refusal
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), "robots.txt") {
			t.Errorf("%s: %v", path, err)
		}
	}
	if got := strings.Join(*asked, " "); got != "/robots.txt /a /b" {
		t.Errorf("asked for %s", got)
	}
	if k.slept != 14*time.Second {
		t.Errorf("waited %v in all, want twice 7 s", k.slept)
	}
}

// TestRobotsInTrouble: without a robots.txt all is open; where it cannot be had all is
// closed, for an hour.
func TestRobotsInTrouble(t *testing.T) {
	status := http.StatusInternalServerError
	base, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(status)
		}
	})
	var k clock
	c := fetch.New(k.world(fetch.Transport(true)), options)
	get := func() error {
		_, err := c.Get(t.Context(), fetch.Request{URL: base + "/a", Robots: true, Max: 100})
		return err
	}
	if err := get(); err == nil {
		t.Error("the server is in trouble, and was asked all the same")
	}
	status = http.StatusNotFound
	if err := get(); err == nil {
		t.Error("the hour is not over, and it was asked all the same")
	}
	k.now = k.now.Add(time.Hour)
	if err := get(); err != nil {
		t.Errorf("there is no robots.txt, and yet: %v", err)
	}
}

// TestLongRobots: of a robots.txt that is far too long the beginning counts.
func TestLongRobots(t *testing.T) {
	base, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n"+strings.Repeat("Allow: /open\n", 100_000)+"Disallow: /\n")
		}
	})
	c := fetch.New(new(clock).world(fetch.Transport(true)), options)
	if _, err := c.Get(t.Context(), fetch.Request{URL: base + "/a", Robots: true, Max: 100}); err != nil {
		t.Error(err)
	}
	if _, err := c.Get(t.Context(), fetch.Request{URL: base + "/closed", Robots: true, Max: 100}); err == nil {
		t.Error("a page that the beginning closes was fetched")
	}
}

// TestRedirects: they are followed a few times, to the web only, and robots.txt counts
// for where they lead.
func TestRedirects(t *testing.T) {
	base, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: stemma\nDisallow: /closed\n")
		case "/once":
			http.Redirect(w, r, "/end", http.StatusFound)
		case "/end":
			fmt.Fprint(w, "here")
		case "/round":
			http.Redirect(w, r, "/round", http.StatusMovedPermanently)
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case "/in":
			http.Redirect(w, r, "/closed", http.StatusFound)
		case "/nowhere":
			w.WriteHeader(http.StatusFound)
		}
	})
	c := fetch.New(new(clock).world(fetch.Transport(true)), options)
	for path, want := range map[string]string{
		"/once": "", "/round": "redirects more than", "/file": "no address", "/in": "robots.txt", "/nowhere": "to nowhere",
	} {
		a, err := c.Get(t.Context(), fetch.Request{URL: base + path, Robots: true, Max: 100})
		switch {
		case want == "" && (err != nil || string(a.Body) != "here" || a.URL != base+"/end"):
			t.Errorf("%s: %+v, %v", path, a, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
}

// TestPrivate: nothing connects to this computer or an inner network, by address, by
// name or by redirect.
func TestPrivate(t *testing.T) {
	base, asked := serve(t, func(w http.ResponseWriter, r *http.Request) {})
	closed := fetch.New(new(clock).world(fetch.Transport(false)), options)
	_, port, _ := strings.Cut(strings.TrimPrefix(base, "http://"), ":")
	for _, at := range []string{base, "http://localhost:" + port, "http://[::1]:" + port, "http://[::ffff:127.0.0.1]:" + port, "http://0.0.0.0:" + port, "http://2130706433:" + port} {
		for _, robots := range []bool{false, true} {
			_, err := closed.Get(t.Context(), fetch.Request{URL: at, Robots: robots, Max: 100})
			if err == nil {
				t.Errorf("%s was asked", at)
			}
		}
	}
	if len(*asked) > 0 {
		t.Errorf("it was asked for %v", *asked)
	}
	from := roundTrip(func(r *http.Request) (*http.Response, error) { // a server outside that redirects inwards
		if r.URL.Host != "outside.example" {
			return fetch.Transport(false).RoundTrip(r)
		}
		return &http.Response{StatusCode: 302, Proto: "HTTP/1.1", Header: http.Header{"Location": {base + "/inside"}}, Body: http.NoBody}, nil
	})
	c := fetch.New(new(clock).world(from), options)
	if _, err := c.Get(t.Context(), fetch.Request{URL: "http://outside.example/", Max: 100}); err == nil || !strings.Contains(err.Error(), "open internet") {
		t.Errorf("redirected inwards: %v", err)
	}
	if len(*asked) > 0 {
		t.Errorf("the redirect was followed: %v", *asked)
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestBounds: too much is not taken, whether it is announced, sent, or packed; pictures
// are not read.
func TestBounds(t *testing.T) {
	base, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/announced":
			fmt.Fprint(w, strings.Repeat("x", 200))
		case "/sent":
			for range 50 {
				fmt.Fprint(w, strings.Repeat("x", 1000))
				w.(http.Flusher).Flush()
			}
		case "/picture":
			w.Header().Set("Content-Type", "image/png")
			fmt.Fprint(w, "x")
		case "/busy":
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/later":
			w.Header().Set("Retry-After", "Sat, 03 May 2031 10:00:00 GMT")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	var k clock
	c := fetch.New(k.world(fetch.Transport(true)), fetch.Options{Agent: "Stemma/test"})
	for path, want := range map[string]string{"/announced": "more than", "/sent": "more than", "/picture": "image"} {
		_, err := c.Get(t.Context(), fetch.Request{URL: base + path, Max: 100})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	for path, want := range map[string]time.Duration{"/busy": 2 * time.Minute, "/later": time.Hour} {
		a, err := c.Get(t.Context(), fetch.Request{URL: base + path, Max: 100})
		if err != nil || a.RetryAfter != want {
			t.Errorf("%s: asks for %v, %v; want %v", path, a.RetryAfter, err, want)
		}
	}
}
