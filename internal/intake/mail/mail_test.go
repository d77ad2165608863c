package mail_test

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/intake/mail"
)

const letter = "From: =?iso-8859-1?q?Jos=E9?= <j@a.example>\r\nSubject: =?utf-8?b?UHVlbnRlIMK3IFRhbA==?=\r\nDate: Sat, 03 May 2031 09:00:00 +0200\r\n" +
	"List-Id: <a.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n" +
	"--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nThe bridge\r\n--a\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGhlIGJyaWRnZTwvcD4=\r\n--a--\r\n" +
	"--m\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"plan.pdf\"\r\n\r\n%PDF-\r\n--m--\r\n"

func TestRead(t *testing.T) {
	m, err := mail.Read([]byte(letter), 1<<20)
	if err != nil || len(m.Parts) != 3 {
		t.Fatalf("%d parts, %v", len(m.Parts), err)
	}
	if m.Subject != "Puente · Tal" || m.From != "José" || !m.List || m.Date.Format("2006-01-02T15:04Z07:00") != "2031-05-03T09:00+02:00" || m.Note != "" {
		t.Errorf("message %+v", m)
	}
	if p := m.Parts[1]; string(p.Body) != "<p>The bridge</p>" || p.Alternative != 1 || p.Attached {
		t.Errorf("part %+v", p)
	}
	if p := m.Parts[2]; p.Name != "plan.pdf" || !p.Attached || p.Alternative != 0 {
		t.Errorf("part %+v", p)
	}
}

// TestMbox: messages by their “From ” lines; a line of the text that begins so was
// quoted; one in the midst of a text is none.
func TestMbox(t *testing.T) {
	box := mail.NewMbox(strings.NewReader("From a\nSubject: 1\n\none\nFrom here on\n>From there\n\nFrom b\r\nSubject: 2\r\n\r\ntwo\r\n"), 1<<10)
	var got []string
	for {
		body, _, short, err := box.Next()
		if err == io.EOF {
			break
		}
		if err != nil || short {
			t.Fatal(err, short)
		}
		got = append(got, string(body))
	}
	if len(got) != 2 || got[0] != "Subject: 1\n\none\nFrom here on\nFrom there\n\n" || got[1] != "Subject: 2\r\n\r\ntwo\r\n" {
		t.Errorf("messages %q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(letter))
	f.Add([]byte("Subject: x\n\ny"))
	f.Add([]byte("Content-Type: text/plain; charset=x-own\nContent-Transfer-Encoding: quoted-printable\n\n=E9=\n"))
	f.Add([]byte("From a\n" + letter + "\nFrom b\n" + letter))
	f.Fuzz(func(t *testing.T, body []byte) {
		if m, err := mail.Read(body, 1<<20); err == nil {
			if !utf8.ValidString(m.Subject + m.From) {
				t.Fatalf("message %+v", m)
			}
		} else if err.Error() == "" {
			t.Fatal("an error without words")
		}
		box := mail.NewMbox(strings.NewReader(string(body)), 1<<16)
		for last := int64(-1); ; {
			_, offset, _, err := box.Next()
			if err != nil {
				break
			}
			if offset <= last {
				t.Fatalf("a message at %d behind one at %d", offset, last)
			}
			last = offset
		}
	})
}
