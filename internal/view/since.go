package view

import (
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/message"
)

// News is how much more a pile holds than when somebody last said that he or she has seen it.
// It is told by numbers; that of texts leads to those that are new.
type News struct {
	Day   string     `json:"day"` // on which it was seen, in words
	Lines []NewsLine `json:"lines"`
}

// NewsLine is one of the numbers that have changed.
type NewsLine struct {
	What string `json:"what"` // “texts”, “independent” (texts), “clashes” …
	More int    `json:"more"` // less than 0 where there are fewer, as after a ruling
	Href string `json:"href"`
}

// seenNumbers are the numbers of an overview that a mark holds, in its order.
var seenNumbers = []struct {
	what, href string
	of         func(*Overview) int
}{
	{"texts", "/texts", func(v *Overview) int { return v.Articles }},
	{"independent", "/texts", func(v *Overview) int { return v.Independent }},
	{"clashes", "/clashes", func(v *Overview) int { return v.Clashes }},
	{"quotations", "/quotes", func(v *Overview) int { return v.Counts.Quotes }},
	{"figures", "/figures", func(v *Overview) int { return v.Counts.Figures }},
	{"events", "/timeline", func(v *Overview) int { return v.Counts.Events }},
	{"victims", "/victims", func(v *Overview) int { return v.Counts.Victims }},
	{"problems", "/problems", func(v *Overview) int { return v.Problems }},
}

const (
	seenVersion = "2"
	seenPages   = 4 // of a pile, by which it is known again
)

// Mark is what a browser keeps of an overview that was seen on a day: its numbers, how many pages
// had come in and which was the last, and a few pages by which the pile is known again. It is short, and
// holds no word of any text.
func (v *Overview) Mark(day stemma.Date) string {
	parts := []string{seenVersion, string(day)}
	for _, n := range seenNumbers {
		parts = append(parts, strconv.Itoa(n.of(v)))
	}
	last := stemma.ID("")
	if n := len(v.arrived); n > 0 {
		last = v.arrived[n-1]
	}
	parts = append(parts, strconv.Itoa(len(v.arrived)), string(last))
	for _, id := range head(v.pages, seenPages) {
		parts = append(parts, string(id))
	}
	return strings.Join(parts, "~")
}

// Since tells what is new since a mark. It gives nil for a mark of another pile, of another
// version, or for what is none.
func (v *Overview) Since(b *message.Book, mark string) *News {
	parts := strings.Split(mark, "~")
	numbers := 4 + len(seenNumbers)
	if len(parts) <= numbers || len(parts) > numbers+seenPages || parts[0] != seenVersion || !stemma.Date(parts[1]).Exact() {
		return nil
	}
	for _, id := range parts[numbers:] { // pages stay, so that those of this pile are still there
		if _, known := slices.BinarySearch(v.pages, stemma.ID(id)); !known {
			return nil
		}
	}
	after := v.lastThen(parts[numbers-2], stemma.ID(parts[numbers-1]))
	news := &News{Day: b.Date(stemma.Date(parts[1]))}
	for i, n := range seenNumbers {
		was, err := strconv.Atoi(parts[2+i])
		if err != nil {
			return nil
		}
		if more := n.of(v) - was; more != 0 {
			href := n.href
			if more > 0 && href == "/texts" && after != "" {
				href = listHref(href, Choice{}, afterField, string(after))
			}
			news.Lines = append(news.Lines, NewsLine{n.what, more, href})
		}
	}
	return news
}

// lastThen gives the page that was the last of so many; "" where it is not any more: pages of a pile
// that was rebuilt came in anew.
func (v *Overview) lastThen(pages string, last stemma.ID) stemma.ID {
	if n, err := strconv.Atoi(pages); err == nil && n > 0 && n <= len(v.arrived) && v.arrived[n-1] == last {
		return last
	}
	return ""
}
