// Package send tells people what is new in a pile: as lines, as an Atom feed, to a
// webhook, by e-mail.
//
// It takes a [change.Report] and gives [News], its wording, which all four ways tell
// alike. It promises that what pages say stays text: no control characters, nothing that
// turns the direction of what follows, no line or header more than was meant; and that
// it talks only to the webhook and the mail host that the user named, within bounds of
// time. It decides neither what is news nor when to tell it.
package send

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"stemma"
	"stemma/internal/view"
	"stemma/internal/watch/change"
)

// News is what a round brought, in words.
type News struct {
	At       time.Time `json:"at"`
	Texts    int       `json:"texts"`    // new ones
	Reprints int       `json:"reprints"` // of these, repeating a text of before
	Items    []Item    `json:"changes"`
}

// Item is one change in words.
type Item struct {
	ID     stemma.ID `json:"id"`
	Kind   string    `json:"kind"`  // as [change.Change.Kind]
	Group  stemma.ID `json:"group"` // what “stemma” commands and screens take
	Title  string    `json:"title"`
	Detail string    `json:"detail"`
	Texts  []Text    `json:"texts"` // that say it, new ones only
}

// Text is a new text, as it may be named to people.
type Text struct {
	ID        stemma.ID   `json:"id"`
	Title     string      `json:"title"`
	Outlet    string      `json:"outlet,omitempty"`
	Published stemma.Date `json:"published,omitempty"`
	URL       string      `json:"url,omitempty"`
}

// Word words a report of a moment.
func Word(r change.Report, at time.Time) News {
	texts := map[stemma.ID]Text{}
	for _, a := range r.Articles {
		texts[a.ID] = Text{a.ID, cmp.Or(clean(a.TitleText), view.Untitled), clean(a.Outlet.Name), a.Published, clean(a.URL)}
	}
	n := News{At: at.UTC().Truncate(time.Second), Texts: len(r.Articles), Reprints: len(r.Reprints), Items: []Item{}}
	for _, c := range r.Changes {
		i := Item{ID: c.ID, Kind: c.Kind, Group: c.Group, Title: clean(title(c)), Detail: clean(detail(c)), Texts: []Text{}}
		for _, id := range c.Texts {
			i.Texts = append(i.Texts, texts[id])
		}
		n.Items = append(n.Items, i)
	}
	return n
}

// mostWaiting is how many changes wait at most for somebody who cannot be told.
const mostWaiting = 1000

// With puts news behind earlier ones that are not told yet. Of very many the first are
// dropped.
func (n News) With(later News) News {
	n.At, n.Texts, n.Reprints = later.At, n.Texts+later.Texts, n.Reprints+later.Reprints
	n.Items = append(slices.Clone(n.Items), later.Items...)
	n.Items = n.Items[max(len(n.Items)-mostWaiting, 0):]
	return n
}

// title words what changed.
func title(c change.Change) string {
	switch {
	case c.Kind == change.Clash:
		return fmt.Sprintf("texts clash (%s): %s", c.Of, c.Label)
	case c.Kind == change.Toll:
		return fmt.Sprintf("%s: now %s", c.Label, numbers(c.Now))
	case c.Of == "count":
		return fmt.Sprintf("new count: %s: %s", c.Label, numbers(c.Now))
	case c.Figure != nil:
		return "new figure: " + view.FigureWords(*c.Figure)
	case c.Event != nil:
		return "new event: " + view.EventLabel(*c.Event)
	case c.Quote != nil:
		return "new quotation: " + cmp.Or(c.Speaker, "speaker unknown")
	case c.Date != "":
		return fmt.Sprintf("new event: %s (%s)", c.Label, view.DateWords(c.Date))
	}
	return fmt.Sprintf("new %s: %s", c.Of, c.Label)
}

// detail words what helps to judge it.
func detail(c change.Change) string {
	switch {
	case c.Kind == change.Clash:
		return c.Why
	case c.Kind == change.Toll:
		return "before: " + numbers(c.Before)
	case c.Figure != nil, c.Event != nil, c.Quote != nil:
		return "“" + strings.Trim(c.Label, "“”\"") + "”"
	}
	return view.Support(c.Support)
}

// numbersShown bounds how many numbers of one count are worded.
const numbersShown = 5

func numbers(points []stemma.Point) string {
	if len(points) == 0 {
		return view.Unknown
	}
	var words []string
	for i, p := range points {
		if i == numbersShown {
			words = append(words, fmt.Sprintf("%d more", len(points)-i))
			break
		}
		s := view.Bound(p.Op, p.Value, p.Min, p.Max)
		if p.Stated && p.AsOf != "" {
			s += " as of " + view.DateWords(p.AsOf)
		}
		words = append(words, s)
	}
	return strings.Join(words, "; ")
}

// Head says in a line how much came.
func (n News) Head() string {
	s := view.Count(n.Texts, "new text", "new texts")
	if n.Reprints > 0 {
		s += ", " + view.Number(float64(n.Reprints)) + " of them only repeating an earlier one"
	}
	if len(n.Items) == 0 {
		return s + "; nothing new is said"
	}
	return s + "; " + view.Count(len(n.Items), "change", "changes") + " in what is said"
}

// Lines prints the news, up to most items; 0 means all.
func (n News) Lines(w io.Writer, most int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s UTC: %s\n", n.At.Format("2006-01-02 15:04"), n.Head())
	for i, item := range n.Items {
		if i == most && most > 0 {
			fmt.Fprintf(&b, "  … and %s\n", view.Count(len(n.Items)-i, "more change", "more changes"))
			break
		}
		fmt.Fprintf(&b, "  %s\n", item.Title)
		if item.Detail != "" {
			fmt.Fprintf(&b, "    %s\n", item.Detail)
		}
		for _, t := range item.Texts {
			fmt.Fprintf(&b, "    %s\n", t.line())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// line names a text in one line.
func (t Text) line() string {
	s := string(t.ID) + "  " + t.Title
	if t.Outlet != "" {
		s += ", " + t.Outlet
	}
	if t.Published != "" {
		s += ", " + view.DateWords(t.Published)
	}
	return s
}

// clean takes out of words what is not to be seen: controls, line ends, and marks that
// turn the direction of what follows.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}
