package concord

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
)

func saying(p *pile, all []utterance, group []int) stemma.Saying {
	b := newBacking()
	var s stemma.Saying
	for _, i := range group {
		q := &all[i]
		b.add(p, q.text, q.witness, q.source)
		s.Members = append(s.Members, q.id)
	}
	longest := fullest(p, all, group)
	slices.Sort(s.Members)
	s.ID = stemma.NewID("y", string(s.Members[0]))
	s.Label = shorten(strings.TrimRight(longest.content, " ,;"))
	if longest.source != "" {
		s.Label = longest.source + ": " + s.Label
	}
	s.Support = b.support()
	return s
}

// fullest gives the longest form in the language in which most texts quote an utterance.
func fullest(p *pile, all []utterance, group []int) *utterance {
	most := slices.MaxFunc(inOneLanguage(p, all, group), func(a, b []int) int { return cmp.Compare(len(a), len(b)) })
	longest := &all[most[0]]
	for _, i := range most {
		if len(all[i].words) > len(longest.words) {
			longest = &all[i]
		}
	}
	return longest
}

// shorten cuts a label at a word after 80 bytes.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= 80 {
		return s
	}
	if i := strings.LastIndexByte(s[:80], ' '); i > 0 {
		return s[:i] + " …"
	}
	return strings.ToValidUTF8(s[:80], "") + " …"
}
