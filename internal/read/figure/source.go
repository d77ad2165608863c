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
	if (r.by.Name != "" || !r.by.Span.Empty()) && r.end > r.first {
		f.sources = append(f.sources, r)
	}
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
			by, end := f.sourceAt(k+n, s.End, last)
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
	if by == (stemma.Named{}) && k > s.First && f.closes(k-1) { // “…”, said X
		if after < s.End && f.is(after, "stop") && !f.is(after, "a") {
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

// speaks reports whether a source is one that can say something: a name, or people,
// bodies and papers in words (“officials”, “the report”).
func (f *finder) speaks(by stemma.Named) bool {
	if by.Name != "" {
		return true
	}
	_, end := f.d.Range(by.Span)
	if end == 0 {
		return false
	}
	norm := f.d.Norm(end - 1)
	return f.k.people.Has(norm) || f.k.titles.Has(norm) || f.k.organisations.Has(norm) || f.k.pollster(norm)
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

// speakerBefore finds the subject of the verb at token k: a name close before it, a
// pronoun for the last speaker, or a noun phrase that begins with an article or stands
// bare (“officials said”). It gives the token at which the subject begins.
func (f *finder) speakerBefore(k, first int, last stemma.Named) (stemma.Named, int) {
	i := k - 1
	for i >= first && (f.is(i, "aux") || f.adverb(i) || f.timeAt(i)) {
		if f.be(i) {
			return stemma.Named{}, k // “was charged”
		}
		i--
	}
	if i < first {
		return stemma.Named{}, k
	}
	if m := f.nameAt(i); m != nil {
		at := f.d.TokenAt(m.Span.Start)
		if m.Type != stemma.Place || at == first || f.is(at-1, "stop") {
			return named(m), f.titleBefore(at, first)
		}
	}
	if gender, ok := f.k.pronouns.Value(f.d.Norm(i)); ok {
		return f.personBefore(i, gender, last), i
	}
	if f.d.Norm(i) == "," || f.d.Norm(i) == ")" || f.d.Norm(i) == "—" { // an apposition: “Ana Ruiz, the minister, said”
		for j := i - 1; j >= first && i-j < 16; j-- {
			if m := f.nameAt(j); m != nil && (m.Type != stemma.Place) {
				at := f.d.TokenAt(m.Span.Start)
				if at == first || f.d.Norm(j+1) == "," || f.d.Norm(j+1) == "(" || f.d.Norm(j+1) == "—" {
					return named(m), f.titleBefore(at, first)
				}
			}
		}
		return stemma.Named{}, k
	}
	return f.described(i, first, last)
}

// adverb reports whether token i is an adverb.
func (f *finder) adverb(i int) bool {
	value, _ := f.k.clause.Value(f.d.Norm(i))
	return f.is(i, "adverb") || holds(value, "adverb") || f.k.ending(f.d.Norm(i)) == "adverb"
}

// be reports whether token i is a form of “be”, which makes the verb behind it passive.
func (f *finder) be(i int) bool {
	value, _ := f.k.nounphrase.Value(f.d.Norm(i))
	return holds(value, "be")
}

// timeAt reports whether token i belongs to a time, or to the preposition before one.
func (f *finder) timeAt(i int) bool {
	at := f.d.Tokens[i].Span
	k := sort.Search(len(f.times), func(k int) bool { return f.times[k].Span.End > at.Start })
	if k >= len(f.times) {
		return false
	}
	if f.times[k].Span.Start <= at.Start {
		return true
	}
	return f.is(i, "loc") && f.d.TokenAt(f.times[k].Span.Start) == i+1
}

// titleBefore steps back over the words of a title before a name.
func (f *finder) titleBefore(at, first int) int {
	for at > first && f.d.Tokens[at-1].Kind == text.Word && !f.is(at-1, "stop") && !f.is(at-1, "and") {
		at--
	}
	return at
}

// described reads a source that has no name of its own, back from its last token.
func (f *finder) described(i, first int, last stemma.Named) (stemma.Named, int) {
	at := i
	for at > first && i-at < 8 && f.d.Tokens[at].Kind == text.Word && !f.is(at, "det") {
		prev := f.d.Tokens[at-1]
		if prev.Kind != text.Word || f.is(at-1, "and") || f.is(at-1, "stop") && !f.is(at-1, "a") {
			break
		}
		at--
	}
	if f.d.Tokens[at].Kind != text.Word || (f.is(at, "stop") || f.is(at, "and")) && at == i {
		return stemma.Named{}, i + 1
	}
	span := f.d.Span(at, i+1)
	if m := f.mentionIn(span); m != nil {
		return named(m), at
	}
	if f.is(at, "det") && i-at <= 2 { // “the ministry”: the last body whose name has the word
		if m := f.bodyBefore(f.d.Tokens[at].Span.Start, f.d.Norm(i)); m != nil {
			return stemma.Named{Span: span, Name: m.Name, Entity: m.Entity}, at
		}
	}
	return stemma.Named{Span: span}, at
}

// mentionIn gives the last person or body that is named inside a span.
func (f *finder) mentionIn(s stemma.Span) *stemma.Mention {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.End > s.Start })
	var best *stemma.Mention
	for ; i < len(f.names) && f.names[i].Span.Start < s.End; i++ {
		if m := &f.names[i]; m.Type != stemma.Place && s.Holds(m.Span) {
			best = m
		}
	}
	return best
}

// bodyBefore gives the last organisation before a byte whose name holds the word.
func (f *finder) bodyBefore(at int, word string) *stemma.Mention {
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.Start >= at })
	for n := 0; i > 0 && n < reach; n++ {
		i--
		if m := &f.names[i]; m.Type == stemma.Organisation && strings.Contains(strings.ToLower(m.Name), word) {
			return m
		}
	}
	return nil
}

// personBefore gives who a pronoun stands for: the last speaker where the gender does
// not speak against it, else the last person of that gender.
func (f *finder) personBefore(i int, gender string, last stemma.Named) stemma.Named {
	at := f.d.Tokens[i].Span
	k := sort.Search(len(f.names), func(k int) bool { return f.names[k].Span.Start >= at.Start })
	for n := 0; k > 0 && n < reach; n++ {
		k--
		m := &f.names[k]
		if m.Type == stemma.Person && (m.Gender == "" || m.Gender == gender) {
			return stemma.Named{Span: at, Name: m.Name, Entity: m.Entity}
		}
	}
	return last
}

// pollster reports whether a word is one for a poll.
func (k *knowledge) pollster(norm string) bool {
	value, _ := k.stance.Value(norm)
	return holds(value, "poll")
}

// sourceAt reads the source that begins at a token: a name behind its titles, or a
// noun phrase. It gives the token behind it.
func (f *finder) sourceAt(k, end int, last stemma.Named) (stemma.Named, int) {
	i := k
	for i < end && i-k < 10 && f.d.Tokens[i].Kind == text.Word {
		if m := f.nameAt(i); m != nil && m.Type != stemma.Place {
			return named(m), f.d.TokenAt(m.Span.End)
		}
		if f.is(i, "stop") && !f.is(i, "a") && i > k && !f.is(i, "loc") {
			break
		}
		i++
	}
	if i == k {
		return stemma.Named{}, k
	}
	span := f.d.Span(k, i)
	if f.k.pollster(f.d.Norm(i - 1)) { // “a poll by the institute”
		for j := i; j < end && j < i+3; j++ {
			if m := f.nameAt(j); m != nil && m.Type != stemma.Place {
				return named(m), f.d.TokenAt(m.Span.End)
			}
		}
	}
	if m := f.bodyBefore(f.d.Tokens[k].Span.Start, f.d.Norm(i-1)); m != nil && f.is(k, "det") && i-k <= 3 {
		return stemma.Named{Span: span, Name: m.Name, Entity: m.Entity}, i
	}
	return stemma.Named{Span: span}, i
}
