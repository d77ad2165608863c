// Package mail reads messages as they are saved: one a file (.eml), many a file
// (mbox), and web pages saved as one (MHTML), which have the same form.
//
// It takes a message's bytes and gives its head and its parts, decoded from their
// transfer encodings (RFC 2045), texts as UTF-8 where the charset they state is known. It
// promises bounded memory, parts and depth. It does not choose among the parts, and
// checks no signatures.
package mail

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // words of heads in any charset
	gomail "github.com/emersion/go-message/mail"
)

// Message is what a message says.
type Message struct {
	Subject, From string // From is the sender's name; "" if there is only an address
	Date          time.Time
	List          bool   // it went to a mailing list: it was published
	Location      string // of a saved web page: its address
	Parts         []Part // without those that only hold others, in their order
	Note          string // what is wrong with it, a plain sentence; "" if nothing is
}

// Part is one part of a message.
type Part struct {
	ContentType string // as stated; “text/plain” if it is not
	Name        string // of an attachment, "" if it has none
	Location    string // address that a saved web page knows it by
	Attached    bool
	// Alternative numbers the part's group of alternatives, from 1; 0 is none. A group
	// says the same in several forms, the best last.
	Alternative int
	Body        []byte
}

const (
	maxParts = 2000
	maxDepth = 16
)

var errMany = fmt.Errorf("it has more than %d parts, or they are nested more than %d deep", maxParts, maxDepth)

// Read reads a message; of its parts it decodes up to max bytes. The error is a plain
// sentence for people.
func Read(body []byte, max int64) (Message, error) {
	e, err := message.ReadWithOptions(bytes.NewReader(body), &message.ReadOptions{MaxHeaderBytes: 1 << 20})
	if e == nil || err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		return Message{}, errors.New("its head is damaged")
	}
	r := &reader{left: max}
	h := gomail.Header{Header: e.Header}
	r.m.Subject = text(h.Subject)
	if list, err := h.AddressList("From"); err == nil && len(list) > 0 {
		r.m.From = strings.Join(strings.Fields(strings.ToValidUTF8(list[0].Name, "\uFFFD")), " ")
	}
	if t, err := h.Date(); err == nil {
		r.m.Date = t
	}
	r.m.List = h.Has("List-Id") || h.Has("List-Unsubscribe")
	r.m.Location = h.Get("Snapshot-Content-Location")
	r.entity(e, 0, 0)
	return r.m, nil
}

func text(get func() (string, error)) string {
	s, _ := get() // an unknown charset leaves the words as they are
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

// reader goes through a message's parts.
type reader struct {
	m      Message
	groups int
	left   int64
}

// entity reads a part, and those in it. What cannot be read is noted.
func (r *reader) entity(e *message.Entity, depth, alternative int) {
	if depth > maxDepth || len(r.m.Parts) >= maxParts {
		r.m.Note = errMany.Error()
		return
	}
	if m := e.MultipartReader(); m != nil {
		if t, _, _ := e.Header.ContentType(); t == "multipart/alternative" {
			r.groups++
			alternative = r.groups
		}
		for n := 0; n < maxParts; n++ {
			part, err := m.NextPart()
			if err == io.EOF {
				return
			}
			if part == nil {
				r.m.Note = "its parts are damaged; what stands before the damage was read"
				return
			}
			r.entity(part, depth+1, alternative)
		}
		r.m.Note = errMany.Error()
		return
	}
	r.leaf(e, alternative)
}

func (r *reader) leaf(e *message.Entity, alternative int) {
	p := Part{ContentType: e.Header.Get("Content-Type"), Alternative: alternative, Location: strings.TrimSpace(e.Header.Get("Content-Location"))}
	if p.ContentType == "" {
		p.ContentType = "text/plain"
	}
	disposition, params, _ := e.Header.ContentDisposition()
	p.Attached = disposition == "attachment"
	p.Name = params["filename"]
	if p.Name == "" {
		if _, params, err := e.Header.ContentType(); err == nil {
			p.Name = params["name"]
		}
	}
	body, err := io.ReadAll(io.LimitReader(e.Body, r.left+1))
	if r.left -= int64(len(body)); r.left < 0 {
		r.left = 0
		r.m.Note = "its parts are too big; the rest was left out"
		return
	}
	if err != nil && r.m.Note == "" {
		r.m.Note = "a part is damaged; its beginning was read"
	}
	p.Body = body
	r.m.Parts = append(r.m.Parts, p)
}
