package concord

import "strings"

// around is how many words an excerpt has before and behind what two forms share.
const around = 4

// excerpt gives of a form, as published, what another has too, with a few words on each
// side: in a long quotation the beginning may have nothing to do with where the two differ.
func excerpt(f, other *form) string {
	pairs := matched(f.words, other.words)
	if f == other || len(pairs) == 0 {
		return shorten(f.content)
	}
	first, last := pairs[0][0]-around, pairs[len(pairs)-1][0]+around
	var shown []string
	at := 0 // of the form's words
	fields := strings.Fields(f.content)
	for _, w := range fields {
		n := len(words(w))
		if at+n > first && at <= last {
			shown = append(shown, w)
		}
		at += n
	}
	out := strings.Join(shown, " ")
	if first > 0 {
		out = "… " + out
	}
	if cut := shorten(out); cut != out {
		return cut
	}
	if len(shown) > 0 && last < at-1 {
		out += " …"
	}
	return out
}
