package quote

import (
	"stemma"
	"stemma/internal/text"
)

// kindOf tells whole sentences, words inside a sentence, and marks that quote nobody
// apart.
func (f *finder) kindOf(n int) string {
	m := &f.marked[n]
	if m.scare != "" {
		return stemma.ScareQuote
	}
	words := f.words(m.content)
	whole := f.wholeSentence(m)
	switch {
	case f.capitals(m.content) && words > 1 && words <= 7 && f.titleBefore(m):
		return stemma.ScareQuote
	case whole && f.runsOn(m):
		return stemma.PartialQuote
	case m.tight && whole:
		return stemma.DirectQuote
	case m.tight && (m.first == f.cueRight(m) || words > 2 || f.d.Tokens[m.content.first].Case == text.Lower):
		return stemma.PartialQuote
	case f.capitals(m.content) && words <= 7 && !f.alone(m) && !f.asksInSmall(m.content):
		return stemma.ScareQuote
	case whole && (m.cue > 0 || f.opensLine(m)) && (words > 2 || f.alone(m) || words == 2 && f.norm(m.first-1) == ":" && !f.capitals(m.content)):
		return stemma.DirectQuote
	case m.cue > 0 || words > 2:
		return stemma.PartialQuote
	}
	return stemma.ScareQuote
}

// asksInSmall reports whether marked words are a question of one capital and small words: “How
// many more?” is no title.
func (f *finder) asksInSmall(t tokens) bool {
	capitals := 0
	for i := t.first; i < t.end; i++ {
		if f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Case != text.Lower {
			capitals++
		}
	}
	return capitals == 1 && f.words(t) > 2 && f.norm(t.end-1) == "?"
}

// titleBefore reports whether marked words stand right behind a word, and whoever speaks
// only behind them: “… who starred in “Guardians of the Dam,” posted the clip”.
func (f *finder) titleBefore(m *marked) bool {
	return m.first > 0 && !f.opensLine(m) && f.d.Tokens[m.first-1].Kind == text.Word && m.cue > 0 && f.cues[m.cue-1].first >= m.end
}

func (f *finder) cueRight(m *marked) int {
	if m.cue == 0 {
		return -1
	}
	return f.cues[m.cue-1].right
}

// wholeSentence reports whether the marks hold one sentence or more: they begin with a
// capital or an inserted letter, or stand behind “that,” or a colon and end as a
// sentence does.
func (f *finder) wholeSentence(m *marked) bool {
	i := m.content.first
	for i < m.content.end && f.d.Tokens[i].Kind != text.Word && f.d.Tokens[i].Kind != text.Number {
		if f.norm(i) == "[" {
			return true
		}
		i++
	}
	if i >= m.content.end {
		return false
	}
	if f.d.Tokens[i].Case != text.Lower {
		return m.first == 0 || f.opensLine(m) || f.in[m.first-1] > 0 || f.d.Tokens[m.first-1].Kind != text.Word || m.tight
	}
	last := f.norm(m.content.end - 1)
	before := f.norm(m.first - 1)
	return (before == "," && f.is(m.first-2, isThat) || before == ":") && f.words(m.content) > 5 && (last == "." || last == "?" || last == "!")
}

// runsOn reports whether the sentence goes on behind the marks in the writer's words:
// He said “the bridge is safe” for lorries.
func (f *finder) runsOn(m *marked) bool {
	t := &f.d.Tokens[m.content.end-1]
	return m.closed && t.Kind != text.Punct && m.end < len(f.d.Tokens) && f.d.Tokens[m.end].Case == text.Lower &&
		(m.cue == 0 || f.cues[m.cue-1].first < m.first)
}

// opensLine reports whether the marked words stand where a sentence begins: at the
// beginning of their line, or behind a colon.
func (f *finder) opensLine(m *marked) bool {
	li := f.lineOf(m.first)
	return li >= 0 && (f.lines[li].first == m.first || f.norm(m.first-1) == ":")
}

func (f *finder) words(t tokens) (n int) {
	for i := t.first; i < t.end; i++ {
		if k := f.d.Tokens[i].Kind; k == text.Word || k == text.Number {
			n++
		}
	}
	return n
}

// alone reports whether the marked words are all that their line says, below a title:
// “Never.”
func (f *finder) alone(m *marked) bool {
	li := f.lineOf(m.first)
	if li < 0 || f.lines[li].title {
		return false
	}
	l := &f.lines[li]
	for i := l.first; i < l.end; i++ {
		if (i < m.first || i >= m.end) && f.d.Tokens[i].Kind != text.Punct {
			return false
		}
	}
	last := f.norm(m.content.end - 1)
	return last == "." || last == "!" || last == "?" || last == "…" || f.norm(m.end) == "."
}
