package kin

import (
	"slices"
	"strings"
)

// byCredit looks for a text that names the other's outlet as its source.
func byCredit(x, y *text) []reason {
	return append(credits(y, x), turnedReasons(credits(x, y))...)
}

// credits gives the reasons for to being a copy of from.
func credits(to, from *text) []reason {
	name, own := from.article.Outlet.Name, to.article.Outlet.Name
	credit := to.credit()
	switch {
	case creditsOutlet(to, from):
		return []reason{{weight: creditWeight, why: "the later text says that it was first in " + name}}
	case name != "" && to.names(from.outlet) && !sameName(name, own) && !from.names(to.outlet):
		return []reason{{weight: creditWeight, why: "the later text names " + name + ", where the earlier one stands"}}
	case credit == "" || from.credit() != "" || to.inDateline():
		return nil
	case name == "":
		return []reason{{weight: repostWeight, fits: true, why: "the later text is a repost from " + credit}}
	}
	return []reason{{weight: elsewhereWeight, fits: true, why: "the later text is a repost, though from " + credit}}
}

// inDateline reports whether the credit is an agency's mark in the dateline, which stands
// in the first of all texts as it does in their copies.
func (t *text) inDateline() bool {
	c := t.article.Credit.Span
	for _, h := range t.article.Holes {
		if h.Type == "dateline" && h.Span.Start <= c.Start && c.End <= h.Span.End {
			return true
		}
	}
	return false
}

// creditsOutlet reports whether a text says that it was first in the other's outlet.
func creditsOutlet(to, from *text) bool {
	return sameName(from.article.Outlet.Name, to.credit())
}

// credit gives the outlet that the text says it was first in, or "".
func (t *text) credit() string {
	if t.article.Credit.Name != "" {
		return t.article.Credit.Name
	}
	return t.article.Credit.Span.Of(t.article.Text)
}

// sameName compares two names of outlets by their letters and digits.
func sameName(a, b string) bool {
	return a != "" && b != "" && strings.EqualFold(letters(a), letters(b))
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if letter(r) {
			return fold(r)
		}
		return -1
	}, s)
}

// names reports whether a name stands in the text, given as the hashes of its words.
func (t *text) names(words []uint32) bool {
	if len(words) == 0 {
		return false
	}
	for i := 0; i+len(words) <= len(t.hash); i++ {
		if t.hash[i] == words[0] && t.flag[i]&isName != 0 && slices.Equal(t.hash[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
