package quote

import (
	"sort"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// dialogue finds speech that a dash opens, where the language writes it so: “—No hay
// tregua —dijo Ruiz—. Seguiremos.” A text counts as dialogue only when one of its
// dashes leads to a reporting verb; else the dashes are those of a list.
func (f *finder) dialogue() {
	if !f.k.dialogue {
		return
	}
	var turns []turn
	told := false
	for i := range f.d.Paragraphs {
		par := &f.d.Paragraphs[i]
		if s := &f.d.Sentences[par.First]; s.Hole || s.Title || !f.dashes(s.First) {
			continue
		}
		t := f.turnOf(tokens{f.d.Sentences[par.First].First, f.d.Sentences[par.End-1].End})
		told = told || !t.cue.empty()
		turns = append(turns, t)
	}
	if !told {
		return
	}
	for _, t := range turns {
		f.addTurn(t)
	}
	sort.SliceStable(f.marked, func(i, j int) bool { return f.marked[i].first < f.marked[j].first })
	kept := f.marked[:0]
	for _, m := range f.marked {
		if n := len(kept); n == 0 || m.first >= kept[n-1].end {
			kept = append(kept, m)
		}
	}
	f.marked = kept
	f.place()
}

// turn is a paragraph of dialogue.
type turn struct {
	whole   tokens
	content []tokens
	cue     tokens
	speaker tokens
}

// dashes reports whether token i is a dash that is glued to a word behind it.
func (f *finder) dashes(i int) bool {
	return f.norm(i) == "—" && i+1 < len(f.d.Tokens) && f.d.Tokens[i+1].Glued && f.in[i] == 0
}

// turnOf takes a paragraph that a dash opens apart: what is said, and the insertions
// that say who says it.
func (f *finder) turnOf(par tokens) turn {
	t := turn{whole: par}
	start := par.first + 1
	for i := start; i < par.end; i++ {
		if !f.dashes(i) || f.d.Tokens[i].Glued {
			continue
		}
		n, value := f.d.Longest(f.k.speech, i+1, par.end)
		if n == 0 || !lang.Flag(value, "say") {
			continue
		}
		t.content = append(t.content, tokens{start, i})
		t.cue = tokens{i + 1, i + 1 + n}
		t.speaker = f.phraseAfter(t.cue.end, par.end)
		start = par.end
		for j := t.cue.end; j < par.end; j++ {
			if f.norm(j) == "—" && f.d.Tokens[j].Glued {
				start = j + 1
				break
			}
		}
		t.whole.end = i
		i = start
	}
	if start < par.end {
		for start < par.end && f.d.Tokens[start].Glued && f.d.Tokens[start].Kind == text.Punct {
			start++
		}
		t.content, t.whole.end = append(t.content, tokens{start, par.end}), par.end
	}
	return t
}

// addTurn adds the finding and keeps its words from being read as the writer's.
func (f *finder) addTurn(t turn) {
	q := finding{kind: stemma.DirectQuote, whole: t.whole, cue: t.cue, speaker: f.named(t.speaker), rule: f.k.id("dialogue")}
	for _, c := range t.content {
		if !c.empty() {
			q.content = append(q.content, c)
		}
	}
	if len(q.content) == 0 {
		return
	}
	q.whole.end = q.content[len(q.content)-1].end
	f.found = append(f.found, q)
	f.marked = append(f.marked, marked{tokens: t.whole, content: t.whole, closed: true, fixed: true, kind: stemma.DirectQuote})
}
