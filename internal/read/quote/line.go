package quote

import (
	"stemma/internal/text"
	"stemma/lang"
)

// line is a sentence that no words in marks leave: “Where is it?” and “asked Ruiz.”
// are one line though they are two sentences.
type line struct {
	tokens
	paragraph int
	title     bool
	cues      tokens // in finder.cues
}

// makeLines joins sentences into lines.
func (f *finder) makeLines() {
	d := f.d
	for s := 0; s < len(d.Sentences); s++ {
		sen := &d.Sentences[s]
		if sen.Hole {
			continue
		}
		l := line{tokens: tokens{sen.First, sen.End}, paragraph: sen.Paragraph, title: sen.Title}
		for s+1 < len(d.Sentences) && !d.Sentences[s+1].Hole && (f.cutsMarks(l.end) || f.fragment(l, s+1)) {
			s++
			l.end = d.Sentences[s].End
		}
		f.lines = append(f.lines, l)
	}
}

// cutsMarks reports whether words in marks run over the token border.
func (f *finder) cutsMarks(at int) bool {
	return at > 0 && at < len(f.in) && f.in[at] != 0 && f.in[at] == f.in[at-1]
}

// most tokens before the verb of a reporting clause that stands alone as a sentence.
const shortFragment = 4

// fragment reports whether the sentence is only the reporting clause of the words in
// marks that end the line: “Where is it?” Ana Ruiz asked.
func (f *finder) fragment(l line, s int) bool {
	d := f.d
	sen := &d.Sentences[s]
	last := f.in[l.end-1]
	if last == 0 || sen.Paragraph != l.paragraph || f.in[sen.First] != 0 {
		return false
	}
	m := &f.marked[last-1]
	if !m.closed || m.content.empty() {
		return false
	}
	end := d.Norm(m.content.end - 1)
	for i := sen.First; i < sen.End && i < sen.First+longestPhrase && f.in[i] == 0; i++ {
		n, value := d.Longest(f.k.speech, i, sen.End)
		if n == 0 || !lang.Flag(value, "say") && !lang.Flag(value, "tell") || lang.Flag(value, "ing") {
			continue
		}
		next := i + n
		if !lang.Flag(value, "say") {
			return end != "." && next < len(f.name) && (f.name[next] > 0 || f.is(next, isDet|isObject)) // “Where is it?” Ruiz told Harbour Review.
		}
		if next+1 == sen.End && i > sen.First && d.Norm(next) == "." && end == "." {
			return i-sen.First <= shortFragment && m.first == l.first // “It is shut.” Ruiz said.
		}
		if next >= sen.End || d.Tokens[next].Kind == text.Punct && d.Norm(next) != ":" || i == sen.First {
			return end != "."
		}
		return end != "." && f.is(next, isTime|isPrep|isAdverb|isSub|isConj)
	}
	return false
}

// lineOf gives the number of the line that holds the token, -1 when none does.
func (f *finder) lineOf(i int) int {
	lo, hi := 0, len(f.lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.lines[mid].end <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(f.lines) && f.lines[lo].first <= i {
		return lo
	}
	return -1
}
