package watch_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stemma/internal/watch"
)

// TestRounds: a page is taken once; again only when the feed has other words for it and
// its own bytes are others; and once for all feeds.
func TestRounds(t *testing.T) {
	s := newSite(t, map[string]string{"/feed": feedOf("a|first", "b|second"), "/a.html": page("A"), "/b.html": page("B"), "/other": feedOf("b|another wording")})
	w, state := s.watcher(), new(watch.State)
	for _, step := range []struct {
		what          string
		change        func()
		asked, titles string
	}{
		{"the first round", func() {}, "/feed 200, /a.html 200, /b.html 200, /other 200", "html:A, html:B"},
		{"nothing new", func() {}, "/feed 304, /other 304", ""},
		{"a new entry", func() { s.files["/feed"] = feedOf("c|third", "a|first", "b|second"); s.files["/c.html"] = page("C") }, "/feed 200, /c.html 200, /other 304", "html:C"},
		{"other words too soon", func() { s.files["/feed"] = feedOf("a|first, more", "b|second") }, "/feed 200, /other 304", ""},
		{"other words for the same page", func() { s.now = s.now.Add(6 * time.Hour); s.files["/feed"] = feedOf("a|first, much more", "b|second") }, "/feed 200, /a.html 304, /other 304", ""},
		{"other words for another page", func() {
			s.now = s.now.Add(6 * time.Hour)
			s.files["/feed"] = feedOf("a|corrected", "b|second")
			s.files["/a.html"] = page("A2")
		}, "/feed 200, /a.html 200, /other 304", "html:A2"},
	} {
		step.change()
		asked, titles, b := s.round(t, w, state, "/feed", "/other")
		if asked != step.asked || titles != step.titles {
			t.Errorf("%s:\nasked %s\nwant  %s\ntook %s\nwant %s", step.what, asked, step.asked, titles, step.titles)
		}
		if strings.Contains(string(b.Archive), "who=you") {
			t.Errorf("%s: a cookie is kept", step.what)
		}
	}
}

// TestPagesInTrouble: a page whose server is in trouble is tried again, a few times; then,
// as for one that is not there, the entry is taken as the feed gives it, and if it gives
// none, that is a problem.
func TestPagesInTrouble(t *testing.T) {
	s := newSite(t, map[string]string{"/feed": feedOf("a|The lamp of the pier was lit on Friday.", "gone|It is said here, too.", "bare|")})
	s.bad["/a.html"] = http.StatusBadGateway
	w, state := s.watcher(), new(watch.State)
	asked, titles, b := s.round(t, w, state, "/feed")
	if asked != "/feed 200, /a.html 502" || titles != "" {
		t.Errorf("first: asked %s, took %s; a server in trouble is left alone for the round", asked, titles)
	}
	s.round(t, w, state, "/feed")
	asked, titles, b = s.round(t, w, state, "/feed")
	if asked != "/feed 200, /a.html 502" || titles != "feed:A" || len(b.Notes) == 0 || !strings.Contains(b.Notes[0].Text, "taken as the feed gives it") {
		t.Errorf("third: asked %s, took %s, said %v", asked, titles, b.Notes)
	}
	delete(s.bad, "/a.html")
	asked, titles, b = s.round(t, w, state, "/feed")
	if asked != "/feed 200, /gone.html 404, /bare.html 404" || titles != "feed:GONE" {
		t.Errorf("fourth: asked %s, took %s", asked, titles)
	}
	if len(b.Problems) != 1 || b.Problems[0].Source != s.URL+"/bare.html" || b.Problems[0].Hint == "" {
		t.Errorf("problems %+v", b.Problems)
	}
	if asked, _, _ = s.round(t, w, state, "/feed"); asked != "/feed 304" {
		t.Errorf("fifth: asked %s; nothing waits any more", asked)
	}
}

// TestHostInTrouble: a host that wants to be left alone is, though its feed is elsewhere.
func TestHostInTrouble(t *testing.T) {
	pages := newSite(t, map[string]string{})
	pages.bad["/a.html"] = http.StatusServiceUnavailable // for two hours
	s := newSite(t, map[string]string{"/feed": strings.Replace(feedOf("a|words"), "/a.html", pages.URL+"/a.html", 1)})
	w, state := s.watcher(), new(watch.State)
	for range 7 {
		s.round(t, w, state, "/feed")
	}
	if len(pages.asked) != 1 {
		t.Errorf("within two hours it was asked for %v", pages.asked)
	}
	for range 2 {
		s.round(t, w, state, "/feed")
	}
	if len(pages.asked) != 2 {
		t.Errorf("after two hours it was asked for %v", pages.asked)
	}
}

// TestFeedInTrouble: a feed in trouble is asked less and less often, and not before its
// server allows; one that is gone is left alone.
func TestFeedInTrouble(t *testing.T) {
	s := newSite(t, map[string]string{"/feed": "no feed at all"})
	w, state := s.watcher(), new(watch.State)
	var when []int
	for i := range 16 {
		if asked, _, _ := s.round(t, w, state, "/feed"); asked != "" {
			when = append(when, i)
		}
	}
	if !slices.Equal(when, []int{0, 2, 6, 14}) {
		t.Errorf("asked in rounds %v; each pause is to be twice as long", when)
	}
	s.now = s.now.Add(24 * time.Hour)
	s.files["/feed"] = feedOf()
	s.bad["/feed"] = http.StatusServiceUnavailable
	state = new(watch.State)
	if _, _, b := s.round(t, w, state, "/feed"); len(b.Notes) != 1 || !strings.Contains(b.Notes[0].Text, "status 503; it is asked again after") {
		t.Errorf("said %v", b.Notes)
	}
	for range 7 {
		if asked, _, _ := s.round(t, w, state, "/feed"); asked != "" {
			t.Error("asked before the two hours that the server wanted")
		}
	}
	s.bad["/feed"] = http.StatusGone
	if asked, _, _ := s.round(t, w, state, "/feed"); asked != "/feed 410" {
		t.Errorf("after two hours: asked %q", asked)
	}
	s.now = s.now.Add(48 * time.Hour)
	if asked, _, _ := s.round(t, w, state, "/feed"); asked != "" {
		t.Error("a feed that is gone was asked again")
	}
}

// TestManyPages: what does not fit into a round comes in the next ones.
func TestManyPages(t *testing.T) {
	s := newSite(t, map[string]string{})
	var entries []string
	for i := range 25 {
		name := fmt.Sprintf("p%02d", i)
		entries = append(entries, name+"|words")
		s.files["/"+name+".html"] = page(name)
	}
	s.files["/feed"] = feedOf(entries...)
	w, state := s.watcher(), new(watch.State)
	var got []int
	for range 4 {
		_, _, b := s.round(t, w, state, "/feed")
		got = append(got, b.Pages)
	}
	if !slices.Equal(got, []int{10, 10, 5, 0}) {
		t.Errorf("pages in each round: %v", got)
	}
}

// TestFingerprint: a folder is as it was until a name, a size or a time in it changes.
func TestFingerprint(t *testing.T) {
	at := time.Date(2031, 5, 3, 9, 0, 0, 0, time.UTC)
	files := fstest.MapFS{"f/a.txt": {Data: []byte("x"), ModTime: at}, "f/g/b.txt": {Data: []byte("y"), ModTime: at.Add(time.Hour)}}
	first, last := watch.Fingerprint(files, "f")
	if again, _ := watch.Fingerprint(files, "f"); again != first || !last.Equal(at.Add(time.Hour)) {
		t.Errorf("the same folder: %s, %s; changed last %v", first, again, last)
	}
	for what, change := range map[string]func(fstest.MapFS){
		"a new file": func(m fstest.MapFS) { m["f/c.txt"] = &fstest.MapFile{} },
		"a size":     func(m fstest.MapFS) { m["f/a.txt"].Data = []byte("xx") },
		"a time":     func(m fstest.MapFS) { m["f/a.txt"].ModTime = at.Add(time.Second) },
		"a name":     func(m fstest.MapFS) { m["f/d.txt"] = m["f/a.txt"]; delete(m, "f/a.txt") },
	} {
		other := fstest.MapFS{"f/a.txt": {Data: []byte("x"), ModTime: at}, "f/g/b.txt": {Data: []byte("y"), ModTime: at.Add(time.Hour)}}
		change(other)
		if got, _ := watch.Fingerprint(other, "f"); got == first {
			t.Errorf("%s is not seen", what)
		}
	}
}

// FuzzDecode: a state that somebody damaged is refused or read, and then it can be used.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"Feeds":{"a":null,"b":{"Entries":null}},"Pages":{"c":null},"Pending":"x"}`))
	f.Add([]byte(`{}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := watch.Decode(b)
		if err != nil {
			return
		}
		w := &watch.Watcher{Now: func() time.Time { return time.Time{} }}
		if _, _, err := w.Round(t.Context(), s, nil); err != nil {
			t.Fatal(err)
		}
	})
}
