package figure

import (
	"sort"

	"stemma"
	"stemma/internal/text"
)

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
			f.addReport(report{sentence: i, first: f.behindSource(i, k), end: s.End, cue: k, by: by})
			k = max(k+n-1, end-1)
		case holds(value, "ing"):
			f.goesOn(i, s, k, n, value, last)
		case holds(value, "noun") && !f.follows(k+n, s.End), holds(value, "base") && !holds(value, "past") && !f.plainSubject(k, s):
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
	if f.inverted(i, s, k, k+n, last) {
		return
	}
	by, subject := f.speakerBefore(k, s.First, last)
	if subject > s.First && !f.speaks(by) {
		by, subject = stemma.Named{}, k
	}
	after := k + n
	object := !holds(value, "bare") && !holds(value, "tell") && !holds(value, "that") && after < s.End && f.d.Tokens[after].Kind == text.Word && !f.timeAt(after)
	if by != (stemma.Named{}) && !object && subject > s.First && s.End-after <= 12 && !f.follows(after, s.End) && f.closes(subject-1) && !f.hasNumber(after, s.End) {
		f.addReport(report{sentence: i, first: s.First, end: subject, cue: k, by: by})
		return
	}
	if f.speaks(by) && subject > s.First+2 && f.closes(subject-1) && after < s.End && f.d.Norm(after) == "," { // “…, X said, …”
		f.addReport(report{sentence: i, first: s.First, end: subject, cue: k, by: by})
		return
	}
	if by == (stemma.Named{}) && k > s.First && f.closes(k-1) && (holds(value, "say") || !holds(value, "tell")) { // “…”, said X
		after = f.hearers(after, s.End)
		if after < s.End && (f.is(after, "stop") && !f.is(after, "a") || f.timeAt(after) || f.is(after, "det") && after+1 < s.End && f.timeAt(after+1)) {
			return
		}
		by, _ = f.sourceAt(after, s.End, last)
		f.addReport(report{sentence: i, first: s.First, end: k, cue: k, by: by})
		return
	}
	first := after
	for first < s.End && first < after+12 && f.d.Norm(first) != ";" && !f.is(first, "that") && !(f.opens(first) && (first == after || f.closes(first-1) || f.d.Norm(first-1) == ":")) {
		first++
	}
	if first > after+1 && first < min(s.End, after+12) && f.is(first, "that") && f.is(first-1, "and") && f.clausal(after, first) {
		first = after // “said 60 had come and that …”
		f.addReport(report{sentence: i, first: first, end: s.End, cue: k, by: by})
		return
	}
	if first < s.End && first < after+12 && f.d.Norm(first) != ";" { // “that”, or an opening quotation mark
		if f.opens(first) || holds(value, "that") || holds(value, "tell") {
			f.addReport(report{sentence: i, first: first, end: s.End, cue: k, by: by})
		}
		return
	}
	if holds(value, "bare") && (!f.preposition(after) && !f.is(after, "by") || f.numberAt(after)) && f.speaks(by) && f.clausal(after, s.End) || by.Name != "" && f.countAt(after) || f.speaks(by) && holds(value, "say") && holds(value, "bare") && f.numberAt(after) {
		f.addReport(report{sentence: i, first: after, end: s.End, cue: k, by: by})
	}
}

// clausal reports whether a verb follows, so that what follows a reporting verb can be
// what was said and not its object.
func (f *finder) clausal(first, end int) bool {
	for i := first; i < end && i < first+20; i++ {
		if f.is(i, "aux") || i > first && (f.k.ending(f.d.Norm(i)) == "past" || f.k.past(&f.d.Tokens[i])) {
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

// numberAt reports whether the words before a figure that say how exact it is begin at a
// token: “said up to 60 had come”.
func (f *finder) numberAt(k int) bool {
	i := sort.Search(len(f.counts), func(i int) bool { return f.counts[i].first >= k })
	return i < len(f.counts) && f.counts[i].from <= k
}

// plainSubject reports whether the word before a verb in its base form can be its
// subject: “the police say”, and not “to say”, “would say”.
func (f *finder) plainSubject(k int, s text.Sentence) bool {
	if k <= s.First || f.is(k-1, "aux") || f.is(k-1, "stop") && !f.is(k-1, "bodies") {
		return false
	}
	return f.d.Has(f.k.people, k-1) || f.is(k-1, "bodies") || f.plural(f.d.Norm(k-1)) && (f.d.Has(f.k.organisations, k-1) || f.is(k-1, "voice"))
}

// behindSource gives the token at which what a source says begins, where the sentence
// named another source before it: “25,000 according to the unions and 6,000 according to
// the police”. What the first one says ends there.
func (f *finder) behindSource(i, cue int) int {
	first := f.d.Sentences[i].First
	n := len(f.sources) - 1
	if n < 0 || f.sources[n].sentence != i || f.sources[n].by.Span.Empty() {
		return first
	}
	before := &f.sources[n]
	_, end := f.d.Range(before.by.Span)
	if before.cue <= before.first+1 || end <= before.cue || end >= cue || len(f.countsIn(end, cue)) == 0 || len(f.countsIn(before.first, before.cue)) == 0 {
		return first
	}
	before.end = end
	return end
}

// goesOn adds what a speaker says further in a clause without a subject: “…, adding that
// two had been suspended”.
func (f *finder) goesOn(i int, s text.Sentence, k, n int, value string, last stemma.Named) {
	if k <= s.First+2 || f.d.Norm(k-1) != "," || !holds(value, "bare") && !holds(value, "that") {
		return
	}
	var by stemma.Named
	if n := len(f.sources) - 1; n >= 0 && f.sources[n].sentence == i {
		by = f.sources[n].by
	} else if gender, ok := f.d.Value(f.k.pronouns, s.First); ok {
		by = f.personBefore(s.First, gender, last)
	} else {
		by = f.subject(s)
	}
	after := k + n
	if after < s.End && f.is(after, "that") {
		after++
	}
	if f.speaks(by) && f.clausal(after, s.End) {
		f.addReport(report{sentence: i, first: after, end: s.End, cue: k, by: by})
	}
}
