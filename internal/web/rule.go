package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"stemma"
)

// Decision is what a person says, as a form of ours or the API sends it.
type Decision struct {
	By      string
	Why     string
	Verdict string            // one of stemma's
	Text    stemma.ID         // the article that it is about, or whose finding it is about
	Other   stemma.ID         // the other article of a pair, or the mention of whoever is the same
	Finding stemma.ID         // that it is about
	Clash   stemma.ID         // that is settled
	Kind    string            // of the finding that is made
	Words   string            // on which a finding is to stand
	From    int               // byte of the article's text at which to begin to look for them
	Say     map[string]string // what a finding says, by field
	Copies  bool              // in all copies of the text too
	Answers stemma.ID         // the ruling that is taken back
}

// maxForm bounds a form that is sent, in bytes.
const maxForm = 64 << 10

// rulings lists what people have decided.
func (s *server) rulings(r *http.Request) (page, error) {
	c := choice(r, fieldsOf("rulings")...)
	v, err := s.lib.Rulings(r.Context(), c)
	return page{Title: s.book.Say("rulings.title"), View: v, Part: list("rulings", c)}, err
}

// rule takes a person's decision and goes back to the screen that it came from. What was
// sent is kept even when the browser does not wait for the answer.
func (s *server) rule(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := s.decide(r.Context(), decision(r)); err != nil {
		s.trouble(w, r, err)
		return
	}
	tellDone(w, "ruling."+r.PostFormValue("verdict"))
	http.Redirect(w, r, ownPath(r.PostFormValue("to"), "/rulings"), http.StatusSeeOther)
}

// decision reads a form. What a finding says stands in fields named “say.” and its field.
func decision(r *http.Request) Decision {
	id := func(name string) stemma.ID { return stemma.ID(strings.TrimSpace(r.PostFormValue(name))) }
	from, _ := strconv.Atoi(r.PostFormValue("from")) // 0, the beginning, where it says nothing
	d := Decision{
		By: r.PostFormValue("by"), Why: strings.TrimSpace(r.PostFormValue("why")), Verdict: r.PostFormValue("verdict"),
		Text: id("text"), Other: id("other"), Finding: id("finding"), Clash: id("clash"), Kind: r.PostFormValue("kind"), Words: r.PostFormValue("words"), From: from,
		Copies: r.PostFormValue("copies") == "1", Answers: id("answers"),
	}
	for name := range r.PostForm {
		if field, ok := strings.CutPrefix(name, "say."); ok {
			if d.Say == nil {
				d.Say = map[string]string{}
			}
			d.Say[field] = r.PostFormValue(name)
		}
	}
	return d
}

// decide has a decision kept. Whoever is the same as somebody may be told as people do: by a
// name.
func (s *server) decide(ctx context.Context, d Decision) (err error) {
	if d.By = strings.TrimSpace(d.By); d.By == "" {
		return errNoName
	}
	if d.Verdict == stemma.SameOne || d.Verdict == stemma.Apart || d.Verdict == stemma.Renamed {
		for _, who := range []*stemma.ID{&d.Finding, &d.Other} {
			if *who == "" {
				continue
			}
			if *who, err = s.lib.Mention(ctx, string(*who)); err != nil {
				return err
			}
		}
	}
	return s.options.Rule(context.WithoutCancel(ctx), d)
}

// ownPath gives an address on this server, and another one of ours for any elsewhere.
func ownPath(to, other string) string {
	u, err := url.Parse(to)
	if err != nil || u.Host != "" || u.Scheme != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, "\\") {
		return other
	}
	return u.String()
}

// ownForm reports whether a request was sent by a page of ours: browsers tell the site
// that a form stands on, or its origin.
func ownForm(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site == "same-origin"
	}
	origin, err := url.Parse(r.Header.Get("Origin"))
	return err == nil && origin.Host != "" && origin.Host == r.Host
}
