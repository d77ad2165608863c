package watch_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"stemma/internal/intake"
	"stemma/internal/watch"
	"stemma/internal/watch/fetch"
)

// site is a server with files that a test changes.
type site struct {
	*httptest.Server
	files map[string]string
	bad   map[string]int // path → status instead
	asked []string
	now   time.Time
}

func newSite(t *testing.T, files map[string]string) *site {
	s := &site{files: files, bad: map[string]int{}, now: time.Date(2031, 5, 3, 9, 0, 0, 0, time.UTC)}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := s.files[r.URL.Path]
		tag := fmt.Sprintf(`"%x"`, body)
		status := s.bad[r.URL.Path]
		switch {
		case status != 0:
			if status == http.StatusServiceUnavailable {
				w.Header().Set("Retry-After", "7200")
			}
		case !ok:
			status = http.StatusNotFound
		case r.Header.Get("If-None-Match") == tag:
			status = http.StatusNotModified
		default:
			status = http.StatusOK
		}
		if r.URL.Path != "/robots.txt" {
			s.asked = append(s.asked, fmt.Sprint(r.URL.Path, " ", status))
		}
		w.Header().Set("ETag", tag)
		w.Header().Set("Set-Cookie", "who=you")
		if strings.HasSuffix(r.URL.Path, ".html") {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		w.WriteHeader(status)
		if status == http.StatusOK {
			fmt.Fprint(w, body)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) watcher() *watch.Watcher {
	now := func() time.Time { return s.now }
	client := fetch.New(fetch.World{Transport: fetch.Transport(true), Now: now, Sleep: func(context.Context, time.Duration) error { return nil }}, fetch.Options{Agent: "Stemma/test"})
	return &watch.Watcher{Client: client, Now: now, Every: 15 * time.Minute, MaxPages: 10}
}

// round does one round, a quarter of an hour after the one before, and gives what was
// asked for and the titles of the pages that came.
func (s *site) round(t *testing.T, w *watch.Watcher, state *watch.State, feeds ...string) (asked, titles string, b watch.Batch) {
	t.Helper()
	s.asked = nil
	s.now = s.now.Add(15 * time.Minute)
	for i := range feeds {
		feeds[i] = s.URL + feeds[i]
	}
	written, err := state.Encode()
	if err != nil {
		t.Fatal(err)
	}
	read, err := watch.Decode(written) // as between two runs
	if err != nil {
		t.Fatal(err)
	}
	next, b, err := w.Round(t.Context(), read, feeds)
	if err != nil {
		t.Fatal(err)
	}
	*state = next
	var list []string
	if b.Archive != nil {
		for in, err := range intake.Again("", "watch.warc", b.Archive) {
			if err != nil || in.Problem != nil {
				t.Fatalf("the archive cannot be read: %v %+v", err, in.Problem)
			}
			if in.Page.Meta.Outlet != "Tal Wire" {
				t.Errorf("page %s: outlet %q, not what the feed says", in.Page.Meta.Title, in.Page.Meta.Outlet)
			}
			if in.Page.URL == "" || in.Page.Captured == "" {
				t.Errorf("page %s says not where it was taken, or when: %q %q", in.Page.Meta.Title, in.Page.URL, in.Page.Captured)
			}
			list = append(list, in.Page.Format+":"+in.Page.Meta.Title)
		}
	}
	if len(list) != b.Pages {
		t.Errorf("%d pages are told, %d are in the archive", b.Pages, len(list))
	}
	return strings.Join(s.asked, ", "), strings.Join(list, ", "), b
}

func page(title string) string {
	return "<!doctype html><html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>The lamp of the pier of " + title + " was lit on Friday, and the harbour master of Sund said nothing.</p></body></html>"
}

func feedOf(entries ...string) string {
	var b strings.Builder
	b.WriteString(`<rss version="2.0"><channel><title>Tal Wire</title>`)
	for _, e := range entries {
		name, words, _ := strings.Cut(e, "|")
		fmt.Fprintf(&b, "<item><title>%s</title><link>/%s.html</link><description>%s</description></item>", strings.ToUpper(name), name, words)
	}
	return b.String() + "</channel></rss>"
}
