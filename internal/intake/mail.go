package intake

import (
	"fmt"
	"io"
	"strings"
	"time"

	"stemma"
	"stemma/internal/intake/mail"
)

// mbox reads a file of messages: each is an item named by where it begins.
func (f *opened) mbox(it *item) bool {
	from, err := it.reader()
	if err != nil {
		return f.trouble(it, &trouble{"the file cannot be read: " + reason(err), "Check the file and its permissions, then add it again."})
	}
	defer from.Close()
	box := mail.NewMbox(f.metered(from), MaxFile)
	for n := 0; ; n++ {
		body, offset, short, err := box.Next()
		if err == io.EOF {
			if n == 0 {
				return f.trouble(it, &trouble{"the file holds no messages: none begins with a line “From …”", "Save each message as .eml."})
			}
			return true
		}
		if err != nil {
			return f.trouble(it, &trouble{"reading stops: " + reason(err), "What stands before was read."})
		}
		in := it.within(fmt.Sprint(offset), body)
		in.kind = kindMail
		if short {
			in.notes = append(in.notes, fmt.Sprintf("the message has over %d MB; the rest was left out", MaxFile>>20))
		}
		if !f.item(in) {
			return false
		}
	}
}

// mail reads a message, or a web page that was saved as one: its text is a page, and so
// is every attachment of a kind that is read.
func (f *opened) mail(it *item, body []byte) bool {
	m, err := mail.Read(body, MaxFile)
	if err != nil {
		return f.trouble(it, &trouble{"the message cannot be read: " + err.Error(), "Save it again."})
	}
	if m.Note != "" {
		it.notes = append(it.notes, m.Note)
	}
	if f.left -= int64(len(body)); f.left < 0 {
		return f.trouble(it, &trouble{errUnpacks.Error(), "Save the parts by themselves."})
	}
	if y := m.Date.Year(); it.captured == "" && y > 1 && y < 10_000 {
		it.captured = moment(m.Date)
	}
	if saved := savedPage(it, &m); saved >= 0 {
		return f.savedMail(it, &m, saved)
	}
	main := mainPart(m.Parts)
	for i := range m.Parts {
		p := &m.Parts[i]
		in := it.within(partName(p, i), p.Body)
		in.kind, in.charset = kindOfMedia(p.ContentType)
		if in.kind == kindNone {
			in.kind = kindOf(in.name)
		}
		ok := true
		switch {
		case i == main:
			ok = f.letter(it, &m, p)
		case p.Alternative > 0 && !p.Attached:
			f.passed["other forms of a message's text"]++
		case in.kind == kindNone && sniff(p.Body) == kindNone:
			f.passed["attachments of other kinds"]++
		default:
			ok = f.item(in)
		}
		if !ok {
			return false
		}
	}
	if main < 0 && len(m.Parts) == 0 {
		return f.trouble(it, &trouble{"the message holds no text", "Save it again."})
	}
	return true
}

func moment(t time.Time) stemma.Date { return stemma.Date(t.Format("2006-01-02T15:04Z07:00")) }

// mainPart gives the part that is the message's own text: the HTML form if there is
// one, since it keeps paragraphs, links and headings apart; -1 if there is none.
func mainPart(parts []mail.Part) int {
	best := -1
	for i := range parts {
		k, _ := kindOfMedia(parts[i].ContentType)
		if parts[i].Attached || k != kindHTML && k != kindText || strings.TrimSpace(string(parts[i].Body)) == "" {
			continue
		}
		if best < 0 || k == kindHTML && parts[i].Alternative > 0 && parts[i].Alternative == parts[best].Alternative {
			best = i
		}
	}
	return best
}

// letter makes the page of a message: its subject, then its text.
func (f *opened) letter(it *item, m *mail.Message, part *mail.Part) bool {
	in := *it
	in.kind, in.charset = kindOfMedia(part.ContentType)
	var p stemma.Page
	notes, t := fromText(&p, &in, part.Body)
	if t == nil {
		t = tooMuch(p.Text, false)
	}
	if t != nil {
		return f.trouble(it, t)
	}
	if m.Subject != "" && !strings.HasPrefix(strings.TrimSpace(p.Text), m.Subject) {
		putAbove(&p, m.Subject)
	}
	p.Meta.Title, p.Meta.Byline, p.Meta.Published = m.Subject, m.From, it.captured
	if m.List { // whoever runs a list is its outlet, and no author
		p.Meta.Byline, p.Meta.Outlet = "", m.From
	}
	it.kind = kindMail
	return f.page(it, p, notes)
}

// putAbove puts a heading above a page's text.
func putAbove(p *stemma.Page, heading string) {
	shift := len(heading) + 2
	if len(p.Blocks) > 0 {
		blocks := []stemma.Block{{Span: stemma.Span{End: len(heading)}, Tag: "h1", Main: true}}
		for _, b := range p.Blocks {
			b.Span.Start += shift
			b.Span.End += shift
			blocks = append(blocks, b)
		}
		p.Blocks = blocks
	}
	p.Text = heading + "\n\n" + strings.TrimPrefix(p.Text, "\uFEFF")
}

// partName names a part of a message by its number, and an attachment by its name too.
func partName(p *mail.Part, i int) string {
	if name := label(p.Name); name != "" {
		return fmt.Sprintf("%d/%s", i+1, name)
	}
	return fmt.Sprint(i + 1)
}

// savedPage gives the part that is the saved web page itself; -1 if the message is none.
func savedPage(it *item, m *mail.Message) int {
	if it.kind != kindMHTML && m.Location == "" {
		return -1
	}
	for i := range m.Parts {
		if k, _ := kindOfMedia(m.Parts[i].ContentType); k == kindHTML {
			return i
		}
	}
	return -1
}

// savedMail reads the page; what belongs to it is counted.
func (f *opened) savedMail(it *item, m *mail.Message, i int) bool {
	part := &m.Parts[i]
	if n := len(m.Parts) - 1; n > 0 {
		f.passed["parts of saved pages"] += n
	}
	in := *it
	in.kind = kindHTML
	_, in.charset = kindOfMedia(part.ContentType)
	in.body, in.open = part.Body, nil
	for _, address := range []string{m.Location, part.Location} {
		if in.url == "" && strings.HasPrefix(address, "http") {
			in.url = strings.ToValidUTF8(address, "\uFFFD")
		}
	}
	return f.content(&in, part.Body)
}
