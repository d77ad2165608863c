package send_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"net"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"stemma"
	"stemma/internal/watch/change"
	"stemma/internal/watch/send"
)

var at = time.Date(2031, 5, 3, 9, 12, 0, 0, time.UTC)

func value(v float64) *float64 { return &v }

// report holds words that were chosen to do harm.
func report() change.Report {
	return change.Report{
		Articles: []stemma.Article{{ID: "a-1", TitleText: "Storm\r\nBcc: x@evil.example\r\n", Published: "2031-05-03", URL: "https://tal.example/1"}, {ID: "a-2"}},
		Reprints: []stemma.ID{"a-2"},
		Changes: []change.Change{
			{ID: "w-1", Kind: change.Clash, Of: "number", Label: "deaths \u202egnihtyna\x1b[31m", Why: "14 and 19 cannot both be right", Texts: []stemma.ID{"a-1"}},
			{ID: "w-2", Kind: change.Toll, Of: "count", Label: "deaths · Velmora", Texts: []stemma.ID{"a-1"},
				Before: []stemma.Point{{Op: "=", Value: value(14)}}, Now: []stemma.Point{{Op: ">=", Value: value(19), AsOf: "2031-05-03", Stated: true}}},
			{ID: "w-3", Kind: change.Statement, Of: "quotation", Label: "“<script>alert(1)</script> & so on”", Quote: &stemma.Quote{}, Texts: []stemma.ID{"a-1"}},
		},
	}
}

func TestLines(t *testing.T) {
	var b strings.Builder
	if err := send.Word(report(), at).Lines(&b, 2); err != nil {
		t.Fatal(err)
	}
	want := `2031-05-03 09:12 UTC: 2 new texts, 1 of them only repeating an earlier one; 3 changes in what is said
  texts clash (number): deaths gnihtyna[31m
    14 and 19 cannot both be right
    a-1  Storm Bcc: x@evil.example, 3 May 2031
  deaths · Velmora: now at least 19 as of 3 May 2031
    before: 14
    a-1  Storm Bcc: x@evil.example, 3 May 2031
  … and 1 more change
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &b, want)
	}
	if head := send.Word(change.Report{Articles: []stemma.Article{{ID: "a-1"}}}, at).Head(); head != "1 new text; nothing new is said" {
		t.Errorf("head %q", head)
	}
}

// TestAtom: a feed reader reads what is written; the next news come in front; another's
// feed is left alone.
func TestAtom(t *testing.T) {
	n := send.Word(report(), at)
	first, err := send.Atom(nil, n, "p.stemma")
	if err != nil {
		t.Fatal(err)
	}
	n.At = at.Add(time.Hour)
	n.Items = n.Items[1:2]
	second, err := send.Atom(first, n, "p.stemma")
	if err != nil {
		t.Fatal(err)
	}
	f, err := gofeed.NewParser().ParseString(string(second))
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, i := range f.Items {
		titles = append(titles, i.Title)
	}
	want := "deaths · Velmora: now at least 19 as of 3 May 2031|texts clash (number): deaths gnihtyna[31m|deaths · Velmora: now at least 19 as of 3 May 2031|new quotation: speaker unknown"
	if got := strings.Join(titles, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if strings.Contains(string(second), "<script>") {
		t.Error("words of a page became markup")
	}
	if last := f.Items[3]; !strings.Contains(last.Content, "<script>alert(1)</script> & so on") || f.Updated != "2031-05-03T10:12:00Z" {
		t.Errorf("content %q, updated %s", last.Content, f.Updated)
	}
	for _, other := range []string{"no feed", `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:other</id></feed>`} {
		if _, err := send.Atom([]byte(other), n, "p"); !errors.Is(err, stemma.ErrInvalid) {
			t.Errorf("%s: %v", other, err)
		}
	}
}

// TestPost: a webhook gets JSON; one in trouble is told again, a redirect is not followed.
func TestPost(t *testing.T) {
	var got []send.News
	status := []int{503, 200}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n send.News
		if err := json.NewDecoder(r.Body).Decode(&n); err != nil || r.Header.Get("Content-Type") != "application/json" || r.Header.Get("User-Agent") != "Stemma/test" {
			t.Errorf("%v, headers %v", err, r.Header)
		}
		got = append(got, n)
		w.Header().Set("Location", "/elsewhere")
		w.WriteHeader(status[0])
		status = status[1:]
	}))
	defer s.Close()
	var slept time.Duration
	sleep := func(_ context.Context, d time.Duration) error { slept += d; return nil }
	if err := send.Post(t.Context(), s.URL+"/hook", "Stemma/test", send.Word(report(), at), sleep); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[1].Items[1].Title != "deaths · Velmora: now at least 19 as of 3 May 2031" || got[1].Reprints != 1 || slept != 5*time.Second {
		t.Errorf("got %+v, slept %v", got, slept)
	}
	for _, codes := range [][]int{{302}, {404}, {500, 500, 500}} {
		status = codes
		if err := send.Post(t.Context(), s.URL+"/secret", "Stemma/test", send.News{}, sleep); err == nil || strings.Contains(err.Error(), "secret") || len(status) > 0 {
			t.Errorf("%v: %v", codes, err)
		}
	}
}

// TestMail: one message comes to all, with the headers that it should have and no more.
func TestMail(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	talk := make(chan []string, 1)
	go func() { talk <- mailHost(l) }()
	m := send.Mail{Host: l.Addr().String(), From: "Stemma <stemma@sund.example>", To: []string{"ana@sund.example", "Tomas Reyl <tomas@tal.example>"}}
	if err := m.Check(); err != nil {
		t.Fatal(err)
	}
	if err := m.Send(t.Context(), send.Word(report(), at)); err != nil {
		t.Fatal(err)
	}
	said := <-talk
	if got := strings.Join(said[:3], " "); got != "MAIL FROM:<stemma@sund.example> RCPT TO:<ana@sund.example> RCPT TO:<tomas@tal.example>" {
		t.Errorf("envelope %s", got)
	}
	message, err := mail.ReadMessage(strings.NewReader(strings.Join(said[3:], "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(message.Body))
	if err != nil || !strings.Contains(string(body), "deaths · Velmora: now at least 19 as of 3 May 2031") {
		t.Errorf("body %s, %v", body, err)
	}
	if got := message.Header.Get("Subject"); got != "Stemma: 2 new texts, 1 of them only repeating an earlier one; 3 changes in what is said" {
		t.Errorf("subject %s", got)
	}
	if message.Header.Get("Bcc") != "" || message.Header.Get("Auto-Submitted") != "auto-generated" {
		t.Errorf("headers %v", message.Header)
	}
	for _, bad := range []send.Mail{{}, {Host: "h", From: "x", To: []string{"a@b.example"}}, {Host: "h", From: "a@b.example"}, {Host: "h", From: "a@b.example", To: []string{"a\r\nBcc: c@d.example"}}} {
		if err := bad.Check(); !errors.Is(err, stemma.ErrInvalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

// mailHost takes one message and gives the envelope and the lines.
func mailHost(l net.Listener) (said []string) {
	c, err := l.Accept()
	if err != nil {
		return nil
	}
	defer c.Close()
	fmt.Fprint(c, "220 here\r\n")
	in := bufio.NewScanner(c)
	for data := false; in.Scan(); {
		line := in.Text()
		switch word, _, _ := strings.Cut(line, " "); {
		case data && line == ".":
			data = false
			fmt.Fprint(c, "250 taken\r\n")
		case data:
			said = append(said, line)
		case word == "MAIL" || word == "RCPT":
			said = append(said, strings.TrimSuffix(strings.TrimSuffix(line, " BODY=8BITMIME"), " SMTPUTF8"))
			fmt.Fprint(c, "250 ok\r\n")
		case word == "DATA":
			data = true
			fmt.Fprint(c, "354 go on\r\n")
		case word == "QUIT":
			fmt.Fprint(c, "221 bye\r\n")
			return said
		default:
			fmt.Fprint(c, "250 ok\r\n")
		}
	}
	return said
}
