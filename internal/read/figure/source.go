package figure

import (
	"sort"
	"strings"

	"stemma"
	"stemma/internal/text"
)

// report is a stretch of a text that somebody is said to have said: tokens first to
// before end.
type report struct {
	sentence   int
	first, end int
	cue        int // token of the reporting verb, 0 when the report goes on from before
	by         stemma.Named
}

// sources are the reports of a text, in order.
type sources []report

// of gives the report that a number stands in, nil when the text says it itself.
func (s sources) of(c *count) *report {
	i := sort.Search(len(s), func(i int) bool { return s[i].sentence >= c.sentence })
	var best *report
	for n := 0; i < len(s) && s[i].sentence == c.sentence && n < reach; i, n = i+1, n+1 {
		if r := &s[i]; r.first <= c.first && c.end <= r.end && (best == nil || r.end-r.first < best.end-best.first) {
			best = r
		}
	}
	return best
}

// reports reads who says what, in the sentences that have figures and those around
// them in their paragraph.
func (f *finder) reports() {
	wanted := map[int]bool{}
	for _, c := range f.counts {
		wanted[f.d.Sentences[c.sentence].Paragraph] = true
	}
	var last, intro stemma.Named // who spoke last; who the paragraph before ends with
	for p, par := range f.d.Paragraphs {
		if !wanted[p] && !wanted[p+1] {
			continue
		}
		open := false
		if intro != (stemma.Named{}) && f.opens(f.d.Sentences[par.First].First) {
			last = intro
		}
		intro = f.subject(f.d.Sentences[par.End-1])
		for i := par.First; i < par.End; i++ {
			s := f.d.Sentences[i]
			if s.Hole {
				continue
			}
			n := len(f.sources)
			f.sentenceReports(i, s, last)
			if len(f.sources) > n {
				last = f.sources[len(f.sources)-1].by
			} else if by := f.statedIn(s); by != (stemma.Named{}) {
				last = by
			}
			open = f.quoted(i, s, open, len(f.sources) > n, last)
		}
	}
	sort.SliceStable(f.sources, func(i, j int) bool { return f.sources[i].sentence < f.sources[j].sentence })
}

// subject gives the person that a sentence begins with, who speaks in a quotation that
// makes the next paragraph.
func (f *finder) subject(s text.Sentence) stemma.Named {
	names := f.in(s.Span)
	if len(names) == 0 || names[0].Type != stemma.Person || f.d.TokenAt(names[0].Span.Start) > s.First+3 {
		return stemma.Named{}
	}
	return named(&names[0])
}

// quoted adds what stands in quotation marks in a sentence that has no reporting verb,
// as said by the last speaker; it gives whether a quotation is still open.
func (f *finder) quoted(i int, s text.Sentence, open, reported bool, last stemma.Named) bool {
	from := s.First
	for k := s.First; k < s.End; k++ {
		t := f.d.Tokens[k]
		if t.Kind != text.Mark || t.Norm != `"` {
			continue
		}
		switch w := t.Span.Of(f.d.Text); {
		case strings.Contains("“«„", w) || !strings.Contains("”»", w) && !open:
			open, from = true, k
		default:
			if open && !reported && f.whole(from, k, s) {
				f.addReport(report{sentence: i, first: from, end: k, by: last})
			}
			open = false
		}
	}
	if open && !reported && from == s.First {
		f.addReport(report{sentence: i, first: from, end: s.End, by: last})
	}
	return open
}

// whole reports whether a quotation is the sentence, or all but a few words of it: one
// that is only a part of a sentence is the text's own choice of words.
func (f *finder) whole(from, to int, s text.Sentence) bool {
	return from <= s.First+1 && to >= s.End-3
}

func (f *finder) addReport(r report) {
	if r.by.Name == "" {
		r.by.Span = f.trimmed(r.by.Span)
	}
	if (r.by.Name != "" || !r.by.Span.Empty()) && r.end > r.first {
		f.sources = append(f.sources, r)
	}
}

// trimmed cuts off a source in words what is no part of it (“a poll published on
// Thursday”), and gives nothing for what can be none: “the”, “40 percent of voters”.
func (f *finder) trimmed(s stemma.Span) stemma.Span {
	if s.Empty() {
		return s
	}
	first, end := f.d.Range(s)
	if f.is(first, "of") {
		return stemma.Span{}
	}
	heads := 0
	for i := first; i < end; i++ {
		t := &f.d.Tokens[i]
		w := f.k.word(t.Norm)
		switch {
		case t.Kind == text.Number, w.sort == hundredths, w.sort == adds && w.value > 1:
			return stemma.Span{}
		case i > first && heads > 0 && (f.k.ending(t.Norm) == "past" || f.is(i, "aux")) && !f.k.people.Has(t.Norm):
			return f.d.Span(first, i)
		case t.Kind == text.Word && !f.is(i, "det") && !f.is(i, "a") && !f.is(i, "and") && !f.is(i, "stop") && !f.is(i, "of"):
			heads++
		}
	}
	if heads == 0 {
		return stemma.Span{}
	}
	return s
}

// sentenceReports finds the reporting verbs of a sentence.
func (f *finder) sentenceReports(i int, s text.Sentence, last stemma.Named) {
	for k := s.First; k < s.End; k++ {
		n, value := f.d.Longest(f.k.speech, k, s.End)
		if n == 0 {
			continue
		}
		switch {
		case holds(value, "source"):
			by, end := f.sourceAt(f.told(k+n, s.End), s.End, last)
			first := s.First
			f.addReport(report{sentence: i, first: first, end: s.End, cue: k, by: by})
			k = max(k+n-1, end-1)
		case holds(value, "noun") && !f.follows(k+n, s.End), holds(value, "ing"), holds(value, "base") && !holds(value, "past"):
		case holds(value, "say") || holds(value, "that") || holds(value, "bare") || holds(value, "tell") || holds(value, "thing"):
			f.spoken(i, s, k, n, value, last)
			k += n - 1
		}
	}
}

// follows reports whether “that” or a quotation follows a word that may be a noun.
func (f *finder) follows(at, end int) bool {
	return at < end && (f.is(at, "that") || f.opens(at))
}

// spoken adds the report of a reporting verb at token k: what follows it, or, where
// the sentence ends with it, what stands before it.
func (f *finder) spoken(i int, s text.Sentence, k, n int, value string, last stemma.Named) {
	by, subject := f.speakerBefore(k, s.First, last)
	if subject > s.First && !f.speaks(by) {
		by, subject = stemma.Named{}, k
	}
	after := k + n
	if by != (stemma.Named{}) && subject > s.First && s.End-after <= 12 && !f.follows(after, s.End) && f.closes(subject-1) && !f.hasNumber(after, s.End) {
		f.addReport(report{sentence: i, first: s.First, end: subject, cue: k, by: by})
		return
	}
	if f.speaks(by) && subject > s.First+2 && f.closes(subject-1) && after < s.End && f.d.Norm(after) == "," { // “…, X said, …”
		f.addReport(report{sentence: i, first: s.First, end: subject, cue: k, by: by})
		return
	}
	if by == (stemma.Named{}) && k > s.First && f.closes(k-1) { // “…”, said X
		after = f.hearers(after, s.End)
		if after < s.End && (f.is(after, "stop") && !f.is(after, "a") || f.timeAt(after) || f.is(after, "det") && after+1 < s.End && f.timeAt(after+1)) {
			return
		}
		by, _ = f.sourceAt(after, s.End, last)
		f.addReport(report{sentence: i, first: s.First, end: k, cue: k, by: by})
		return
	}
	first := after
	for first < s.End && first < after+12 && !f.is(first, "that") && !(f.opens(first) && (first == after || f.closes(first-1) || f.d.Norm(first-1) == ":")) {
		first++
	}
	if first < s.End && first < after+12 { // “that”, or an opening quotation mark
		if f.opens(first) || holds(value, "that") {
			f.addReport(report{sentence: i, first: first, end: s.End, cue: k, by: by})
		}
		return
	}
	if holds(value, "bare") && !f.preposition(after) && f.speaks(by) && f.clausal(after, s.End) || by.Name != "" && f.countAt(after) {
		f.addReport(report{sentence: i, first: after, end: s.End, cue: k, by: by})
	}
}

// clausal reports whether a verb follows, so that what follows a reporting verb can be
// what was said and not its object.
func (f *finder) clausal(first, end int) bool {
	for i := first; i < end && i < first+20; i++ {
		if f.is(i, "aux") || i > first && f.k.ending(f.d.Norm(i)) == "past" {
			return true
		}
		if n, value := f.d.Longest(f.k.harm, i, end); n > 0 && (holds(value, "act") || holds(value, "self")) {
			return true
		}
	}
	return false
}

// opens reports whether a quotation begins at token k.
func (f *finder) opens(k int) bool {
	t := f.d.Tokens
	return t[k].Kind == text.Mark && !t[k].Glued && k+1 < len(t) && t[k+1].Glued
}

// countAt reports whether a figure begins at a token: “reported 12 deaths”.
func (f *finder) countAt(k int) bool {
	i := sort.Search(len(f.counts), func(i int) bool { return f.counts[i].first >= k })
	return i < len(f.counts) && f.counts[i].from <= k && (harms[f.counts[i].measure] || f.counts[i].measure == "protesters")
}

// closes reports whether a reported clause may end with the token.
func (f *finder) closes(k int) bool {
	t := f.d.Tokens[k]
	return t.Kind == text.Mark || t.Norm == "," || t.Norm == "?" || t.Norm == "!" || t.Norm == "—"
}

func (f *finder) hasNumber(first, end int) bool { return len(f.countsIn(first, end)) > 0 }
