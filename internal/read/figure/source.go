package figure

import (
	"sort"

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
		if r := &s[i]; r.first <= c.first && c.end <= r.end && (best == nil || r.end-r.first < best.end-best.first || r.end-r.first == best.end-best.first && best.cue < r.cue && r.cue < c.first) {
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
		w := f.wordAt(i)
		switch {
		case (i == first || i == first+1 && f.is(first, "det")) && w.sort == adds && w.value > 1 && (f.d.Has(f.k.people, end-1) || f.d.Has(f.k.doers, end-1)): // “two diplomats”, “the three firms”
		case i > first && f.is(i-1, "det") && t.Kind == text.Number && f.timeAt(i): // “the 2009 paper”
		case heads > 0 && (t.Kind == text.Number || w.sort == adds) && f.is(i-1, "of"):
			return f.d.Span(first, i-1) // “the poll of 2,000 adults”
		case t.Kind == text.Number, w.sort == hundredths, w.sort == adds && w.value > 1:
			return stemma.Span{}
		case i > first && heads > 0 && (f.k.ending(t.Norm) == "past" || f.is(i, "aux")) && !t.Has(f.k.people):
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
