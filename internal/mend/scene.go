package mend

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// scene is where a finding stands: the text around it, in which the words of its fields are
// looked for.
type scene struct {
	text     string
	reading  *stemma.Reading
	at       stemma.Span
	sentence stemma.Span
}

func newScene(t *Text, at stemma.Span) *scene {
	s := &scene{text: t.Article.Text, reading: &t.Reading, at: at}
	if i := t.Reading.SentenceAt(at.Start); i >= 0 {
		s.sentence = t.Reading.Sentences[i]
	}
	return s
}

// named gives whom or what words mean: where they stand, nearest to the finding, in its
// sentence if they stand there; and as whom the text knows it. Words that stand nowhere are
// a name without a place.
func (s *scene) named(words string) stemma.Named {
	n := stemma.Named{Name: strings.Join(strings.Fields(words), " ")}
	if n.Name == "" || s.reading == nil {
		return n
	}
	var known *stemma.Mention
	for i := range s.reading.Mentions {
		m := &s.reading.Mentions[i]
		if !strings.EqualFold(m.Name, n.Name) && !strings.EqualFold(m.Span.Of(s.text), n.Name) {
			continue
		}
		if known == nil || s.rank(m.Span) < s.rank(known.Span) {
			known = m
		}
	}
	if known != nil {
		return stemma.Named{Span: known.Span, Name: known.Name, Entity: known.Entity}
	}
	n.Span = s.nearest(n.Name)
	return n
}

// rank is how far a place is from the finding; places in its sentence come first.
func (s *scene) rank(at stemma.Span) int {
	away := max(at.Start-s.at.Start, s.at.Start-at.Start)
	if !s.sentence.Holds(at) {
		away += len(s.text)
	}
	return away
}

// nearest gives the place of words that is nearest to the finding; an empty one for none.
func (s *scene) nearest(words string) stemma.Span {
	best := stemma.Span{}
	for from := 0; ; {
		at, ok := Find(s.text, stemma.Span{Start: from, End: len(s.text)}, words)
		if !ok {
			return best
		}
		if best.Empty() || s.rank(at) < s.rank(best) {
			best = at
		}
		_, n := utf8.DecodeRuneInString(s.text[at.Start:])
		from = at.Start + n
	}
}

// Find gives the first place within a stretch of a text where words stand, whatever white
// space lies between them and whether quotation marks and apostrophes are straight or
// curved. It reports false where they stand nowhere.
func Find(text string, within stemma.Span, words string) (stemma.Span, bool) {
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return stemma.Span{}, false
	}
	first, _ := utf8.DecodeRuneInString(words)
	for i, r := range within.Of(text) {
		if plain(r) != plain(first) {
			continue
		}
		if n := length(text[within.Start+i:within.End], words); n > 0 {
			return stemma.Span{Start: within.Start + i, End: within.Start + i + n}, true
		}
	}
	return stemma.Span{}, false
}

// length is how many bytes at the beginning of a text are the words; 0 where it begins with
// others.
func length(text, words string) int {
	at := 0
	for _, want := range words {
		got, n := utf8.DecodeRuneInString(text[at:])
		if n == 0 || plain(got) != plain(want) {
			return 0
		}
		at += n
		if want == ' ' {
			at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		}
	}
	return at
}

// plain gives the straight form of a mark, and one blank for all.
func plain(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case strings.ContainsRune("“”„«»", r):
		return '"'
	case strings.ContainsRune("‘’‹›", r):
		return '\''
	}
	return r
}
