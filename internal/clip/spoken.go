package clip

// maxSpoken is how many paragraphs of prose below a line are looked at for its words.
const maxSpoken = 8

// minWord is the length in bytes from which a word is one of content.
const minWord = 5

// spokenOf counts a line's words of content that the text from a paragraph on has, too: a
// headline shares some with its text, a button or a row of names does not.
func (l *layout) spokenOf(p *para, body int) int {
	said := l.saidFrom(body)
	n := 0
	for _, w := range p.words {
		if len(w.fold) >= minWord && said[w.fold] {
			n++
		}
	}
	return n
}

// saidFrom gives the words of content of the first paragraphs of prose from one on. The last
// answer is kept, since all lines above a text are asked about it.
func (l *layout) saidFrom(body int) map[string]bool {
	if l.said != nil && l.saidAt == body {
		return l.said
	}
	l.said, l.saidAt = map[string]bool{}, body
	prose := 0
	for i := body; i < len(l.ps) && prose < maxSpoken && i < body+4*maxSpoken; i++ {
		if l.ps[i].kind != kProse {
			continue
		}
		prose++
		for _, w := range l.ps[i].words {
			if len(w.fold) >= minWord {
				l.said[w.fold] = true
			}
		}
	}
	return l.said
}

// bodyBelow gives the first long paragraph of prose below a line.
func (l *layout) bodyBelow(i int) int {
	for j := i + 1; j < len(l.ps) && j < i+16; j++ {
		if l.ps[j].kind == kProse && l.ps[j].n >= 12 {
			return j
		}
	}
	return -1
}

// betterSpoken gives, instead of the line chosen as a headline, the nearest line above it that
// shares at least two words with the text, when the chosen one shares none and is short. The
// line chosen is given back where there is none. It never goes up to the headlines before.
func (l *layout) betterSpoken(chosen int, before []int) int {
	body := l.bodyBelow(chosen)
	if body < 0 || l.ps[chosen].n > 12 || l.spokenOf(&l.ps[chosen], body) > 0 {
		return chosen
	}
	least := max(0, chosen-10)
	if n := len(before); n > 0 {
		least = max(least, before[n-1]+1)
	}
	for i := chosen - 1; i >= least; i-- {
		p := &l.ps[i]
		if p.kind == kProse && p.n >= 12 || p.kind == kSeparator {
			return chosen // another text's
		}
		if p.kind == kTitle && p.n >= 4 && l.spokenOf(p, body) >= 2 {
			return i
		}
	}
	return chosen
}
