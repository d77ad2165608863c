package concord

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma"
)

// form is one wording of an utterance.
type form struct {
	content string
	words   []string // folded, spelt as one house does
	ids     []stemma.ID
	told    []telling
}

// wordingClash tells of a saying that is worded differently: words changed inside, not
// only cut at its ends, and not only spelt otherwise. The group is of one language.
func wordingClash(p *pile, s *stemma.Saying, all []utterance, group []int) []stemma.Clash {
	kept := fullForms(formsOf(p, all, group))
	if len(kept) < 2 {
		return nil
	}
	most := slices.MaxFunc(kept, func(a, b *form) int { return cmp.Compare(len(a.told), len(b.told)) })
	if !slices.ContainsFunc(kept, func(f *form) bool { return f != most && reworded(most.words, f.words) }) {
		return nil
	}
	short := slices.MinFunc(kept, func(a, b *form) int { return cmp.Compare(len(a.words), len(b.words)) })
	var sides []stemma.Side
	for _, f := range kept {
		sides = append(sides, side(excerpt(f, short), f.ids, f.told))
	}
	return []stemma.Clash{newClash("wording", "variant", s.Label, "the same utterance is quoted in different words", sides)}
}

// formsOf gives the wordings of a group, ordered by their words.
func formsOf(p *pile, all []utterance, group []int) []*form {
	group = slices.Clone(group)
	slices.SortFunc(group, func(i, j int) int { return cmp.Compare(all[i].id, all[j].id) })
	forms, spaced := map[string]*form{}, map[string]string{}
	for _, i := range group {
		q := &all[i]
		told := spelt(words(q.content), p.texts[q.text].lang)
		key := strings.Join(told, " ")
		if joined := strings.ReplaceAll(key, " ", ""); spaced[joined] != "" {
			key = spaced[joined] // “right wing” and “rightwing” are one wording
		} else {
			spaced[joined] = key
		}
		if forms[key] == nil {
			forms[key] = &form{content: q.content, words: told}
		}
		forms[key].ids = append(forms[key].ids, q.id)
		forms[key].told = append(forms[key].told, telling{q.text, q.witness})
	}
	var out []*form
	for _, key := range ordered(setOf(forms))[:min(len(forms), mostForms)] {
		out = append(out, forms[key])
	}
	return out
}

// fullForms leaves out those that stand whole in another.
func fullForms(all []*form) (kept []*form) {
	for _, f := range all {
		within := func(o *form) bool {
			return o != f && strings.Contains(" "+strings.Join(o.words, " ")+" ", " "+strings.Join(f.words, " ")+" ")
		}
		if !slices.ContainsFunc(all, within) {
			kept = append(kept, f)
		}
	}
	return kept
}

// mostForms bounds how many wordings of one saying are compared.
const mostForms = 100

// mostOther is how many words of a form may be another wording of those of another form: more
// are other parts of the utterance, or another one.
const mostOther = 4

// reworded reports whether two forms are the same but for a few words inside, or a few with
// which both begin or end, and do not only give more or less of the utterance.
func reworded(a, b []string) bool {
	pairs := matched(a, b)
	if 10*len(pairs) < 7*min(len(a), len(b)) || len(pairs) == 0 {
		return false
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	moreA, moreB := last[0]-first[0]+1-len(pairs), last[1]-first[1]+1-len(pairs)
	if max(moreA, moreB) > mostOther {
		return false
	}
	return moreA > 0 || moreB > 0 || beside(first[0], first[1]) || beside(len(a)-1-last[0], len(b)-1-last[1])
}

// beside reports whether two forms have so many words each where they do not meet that these
// stand for each other.
func beside(a, b int) bool { return min(a, b) > 0 && max(a, b) <= mostOther }

// dateClashes tells of one meeting or signature of the same two parties that
// independent texts put on different days within a month.
func dateClashes(p *pile, all []act) []stemma.Clash {
	met := map[string][]*act{}
	for i := range all {
		a := &all[i]
		if !a.date.Exact() || len(a.who) < 2 || a.status != "happened" || (a.kind != "CONSULT" && a.kind != "AGREE") {
			continue
		}
		key := a.kind
		for _, id := range a.who {
			key += " " + strconv.Itoa(int(id))
		}
		met[key] = append(met[key], a)
	}
	var out []stemma.Clash
	for _, key := range ordered(setOf(met)) {
		if c, ok := dateClash(p, met[key]); ok {
			out = append(out, c)
		}
	}
	return out
}

func dateClash(p *pile, all []*act) (stemma.Clash, bool) {
	days := map[stemma.Date][]*act{}
	perFamily := map[int32]map[stemma.Date]bool{}
	for _, a := range all {
		days[a.date] = append(days[a.date], a)
		f := a.witness
		if perFamily[f] == nil {
			perFamily[f] = map[stemma.Date]bool{}
		}
		perFamily[f][a.date] = true
	}
	if len(days) != 2 || len(perFamily) < 2 {
		return stemma.Clash{}, false
	}
	for _, dates := range perFamily {
		if len(dates) > 1 {
			return stemma.Clash{}, false // a text that tells of both days tells of two meetings
		}
	}
	var sides []stemma.Side
	var order []stemma.Date
	for d := range days {
		order = append(order, d)
	}
	slices.SortFunc(order, stemma.Date.Compare)
	if apart(order[0], order[1]) > 31*24*time.Hour {
		return stemma.Clash{}, false
	}
	for _, d := range order {
		var ids []stemma.ID
		var tellings []telling
		for _, a := range days[d] {
			ids = append(ids, a.id)
			tellings = append(tellings, telling{a.text, a.witness})
		}
		sides = append(sides, side(string(d), ids, tellings))
	}
	why := fmt.Sprintf("the same parties are said to have met on %s and on %s, and no text tells of two meetings", order[0], order[1])
	return newClash("date", "contradiction", all[0].label, why, sides), true
}

func apart(a, b stemma.Date) time.Duration {
	af, _, _ := a.Bounds()
	bf, _, _ := b.Bounds()
	return max(bf.Sub(af), af.Sub(bf))
}
