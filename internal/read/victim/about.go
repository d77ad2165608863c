package victim

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// about fills in what the sentence says of how, where, when and by whom somebody was
// harmed: by the event of the same words where there is one.
func (f *finder) about(v *stemma.Victim, p *person, s text.Sentence) (happened bool) {
	v.Circumstance = f.circumstance(s, p)
	if e := f.event(p); e != nil {
		if e.Status == "planned" || e.Status == "denied" {
			return false
		}
		v.Place, v.SaidBy = e.Place, e.SaidBy
		if calendar(e.Date) {
			v.Date = e.Date
		}
		for _, a := range e.Actors {
			first, _ := f.d.Range(a.Span)
			if (first < p.from || first >= p.to) && (a.Entity == "" || a.Entity != p.entity) {
				v.By = a
				break
			}
		}
	}
	if v.Date == "" {
		v.Date = f.onlyDate(s)
	}
	if v.By == (stemma.Named{}) {
		v.By = f.doer(p, s)
	}
	return true
}

// event gives the event whose trigger is the word of harm; nil for none.
func (f *finder) event(p *person) *stemma.Event {
	if p.word[1] <= p.word[0] {
		return nil
	}
	at := f.d.Span(p.word[0], p.word[1])
	for i := range f.events {
		if e := &f.events[i]; e.Span.Start < at.End && at.Start < e.Span.End {
			return e
		}
	}
	return nil
}

// onlyDate gives the day of a sentence that names just one.
func (f *finder) onlyDate(s text.Sentence) stemma.Date {
	var day stemma.Date
	for i := range f.times {
		t := &f.times[i]
		if t.Span.Start < s.Span.Start || t.Span.End > s.Span.End || t.Type != stemma.TimeDate || len(t.Value) != len("2006-01-02") {
			continue
		}
		if day != "" && day != t.Value {
			return ""
		}
		day = t.Value
	}
	return day
}

// calendar reports whether a value is a day, month or year, and no “now”.
func calendar(d stemma.Date) bool { return d != "" && !strings.HasSuffix(string(d), "_REF") }

// circumstance gives what harmed, or what went on: “a stray bullet”, “a raid on the
// market”: the nearest cause to the word of harm, with the words before it up to its
// preposition.
func (f *finder) circumstance(s text.Sentence, p *person) stemma.Named {
	best, near := stemma.Named{}, s.End
	for i := s.First; i < s.End; i++ {
		n := f.cause(i, s)
		if n == 0 || i < p.to && i+n > p.first || i >= p.word[0] && i < p.word[1] {
			continue
		}
		gap := max(i-p.word[1], p.word[0]-i-n)
		if first := f.behindPreposition(i, s.First); first >= 0 && gap < near && !f.parted(i, p.word[0]) {
			near = gap
			best = stemma.Named{Span: f.d.Span(first, i+n), Name: f.d.Words(first, i+n)}
		}
	}
	return best
}

// parted reports whether a semicolon stands between two tokens.
func (f *finder) parted(a, b int) bool {
	for i := min(a, b); i < max(a, b); i++ {
		if f.d.Norm(i) == ";" {
			return true
		}
	}
	return false
}

// behindPreposition walks back from a cause to the word behind its preposition; -1 when
// none stands before it.
func (f *finder) behindPreposition(i, first int) int {
	for j := i - 1; j >= first && j >= i-6; j-- {
		t := &f.d.Tokens[j]
		if t.Kind != text.Word {
			return -1
		}
		if value, ok := t.Value(f.k.words); ok && lang.Flag(value, "by") {
			return j + 1
		}
		if f.verbal(j, i) {
			return -1
		}
	}
	return -1
}

// doer gives who is named behind “by”: a name, or people and bodies of a known kind.
func (f *finder) doer(p *person, s text.Sentence) stemma.Named {
	i := p.word[1]
	if value, ok := f.d.Value(f.k.words, i); !ok || !lang.Flag(value, "agent") || i >= s.End || p.word[1] == p.word[0] {
		return stemma.Named{}
	}
	for j := i + 1; j < s.End && j < i+6; j++ {
		at := f.d.Tokens[j].Span.Start
		for k := range f.names {
			if m := &f.names[k]; m.Span.Start == at && m.Type != stemma.Place {
				return stemma.Named{Span: m.Span, Name: m.Name, Entity: m.Entity}
			}
		}
		if n, class := f.d.Longest(f.k.people, j, s.End); n > 0 && class != "not" {
			return stemma.Named{Span: f.d.Span(i+1, j+n), Name: f.d.Words(i+1, j+n)}
		}
		if f.d.Tokens[j].Kind != text.Word {
			break
		}
	}
	return stemma.Named{}
}

// add makes the record of a person, or adds what is new to the record of the same
// person and harm.
func (f *finder) add(p *person, s text.Sentence) {
	span := f.d.Span(p.first, p.end)
	v := stemma.Victim{
		ID:       stemma.FindingID("victim", f.d.Article.ID, span, p.harm),
		Evidence: stemma.Evidence{Article: f.d.Article.ID, Span: span, Rule: p.rule},
		Name:     p.name, Age: p.age, Harm: p.harm, Sentence: s.Span,
	}
	if !f.about(&v, p, s) {
		return
	}
	key := f.key(p)
	for i := range f.found {
		old := &f.found[i]
		if f.keys[i] != key || old.Harm != v.Harm && !(deadly(old.Harm) && deadly(v.Harm)) {
			continue
		}
		fill(old, &v)
		return
	}
	f.found, f.keys = append(f.found, v), append(f.keys, key)
}

func deadly(harm string) bool { return harm == "killed" || harm == "died" }

// key tells people of one text apart: by entity, else by what they are called, and how
// old they are.
func (f *finder) key(p *person) string {
	if p.entity != "" {
		return string(p.entity)
	}
	return cmp.Or(lang.Fold(p.name), lang.Fold(f.d.Words(p.first, p.end)))
}

// fill adds to a record what another one of the same person knows besides.
func fill(v, more *stemma.Victim) {
	if more.Harm == "killed" && v.Harm == "died" {
		v.Harm, v.Rule = more.Harm, more.Rule
	}
	v.Age = cmp.Or(v.Age, more.Age)
	v.Date = cmp.Or(v.Date, more.Date)
	for _, x := range []struct{ to, from *stemma.Named }{
		{&v.Circumstance, &more.Circumstance}, {&v.Place, &more.Place}, {&v.By, &more.By}, {&v.SaidBy, &more.SaidBy},
	} {
		if *x.to == (stemma.Named{}) {
			*x.to = *x.from
		}
	}
}
