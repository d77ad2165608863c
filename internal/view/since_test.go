package view

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/store"
)

// What was seen is told apart from what came later, and another pile's mark says nothing.
func TestSince(t *testing.T) {
	v := &Overview{Articles: 6, Independent: 5, Clashes: 2, Counts: store.Counts{Quotes: 9}, pages: []stemma.ID{"p-1", "p-2", "p-3", "p-4", "p-5"}, arrived: []stemma.ID{"p-2", "p-9", "p-1"}}
	mark := v.Mark("2026-11-26")
	if news := v.Since(english, mark); news == nil || len(news.Lines) > 0 || news.Day != "26 November 2026" {
		t.Errorf("nothing is new: %+v", news)
	}
	later := *v
	later.Articles, later.Independent, later.Clashes = 1008, 6, 1
	later.arrived = append(later.arrived, "p-0")
	later.pages = []stemma.ID{"p-0", "p-1", "p-2", "p-3", "p-4", "p-5"}
	var words []string
	for _, l := range later.Since(english, mark).Lines {
		words = append(words, fmt.Sprintf("%+d %s", l.More, l.What))
	}
	if got := strings.Join(words, ", "); got != "+1002 texts, +1 independent, -1 clashes" {
		t.Errorf("it is told as %q", got)
	}
	if got := later.Since(english, mark).Lines[0].Href; got != "/texts?after=p-1" {
		t.Errorf("new texts are at %s", got)
	}
	later.arrived = []stemma.ID{"p-1", "p-2", "p-9", "p-0"} // rebuilt
	if got := later.Since(english, mark).Lines[0].Href; got != "/texts" {
		t.Errorf("new texts of a pile that was rebuilt are at %s", got)
	}
	other := &Overview{Articles: 6, pages: []stemma.ID{"p-7"}}
	for _, broken := range []string{"", "1", "x~y", strings.Replace(mark, "2~", "3~", 1), strings.Replace(mark, "2026-11-26", "yesterday", 1), strings.Replace(mark, "~9~", "~many~", 1), mark + "~p-5", mark[:20]} {
		if v.Since(english, broken) != nil {
			t.Errorf("%q is a mark", broken)
		}
	}
	if other.Since(english, mark) != nil || len(mark) > 200 {
		t.Errorf("the mark %q is taken by another pile", mark)
	}
}
