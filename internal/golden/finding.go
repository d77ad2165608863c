package golden

import (
	"sort"
	"strconv"

	"stemma"
)

// Of gives the findings of a reading in golden form, ordered by place, then kind. With
// no kinds named it gives all of them.
func Of(a *stemma.Article, r *stemma.Reading, kinds ...string) []Finding {
	w := writer{text: a.Text, kinds: kinds, names: map[stemma.ID]string{}}
	for i := range r.Figures {
		w.names[r.Figures[i].ID] = Anchor(a.Text, r.Figures[i].Span)
	}
	for i := range r.Quotes {
		w.quote(&r.Quotes[i])
	}
	for i := range r.Figures {
		w.figure(&r.Figures[i])
	}
	for i := range r.Times {
		t := &r.Times[i]
		w.add(t.Span, t.Rule, Finding{Kind: "time", Fields: []string{string(t.Value)}})
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		f := Finding{Kind: "name", Fields: []string{m.Type}}
		f.word("name", m.Name, m.Name == m.Span.Of(a.Text))
		w.add(m.Span, m.Rule, f)
	}
	for i := range r.Events {
		w.event(&r.Events[i])
	}
	for i := range r.Victims {
		w.victim(&r.Victims[i])
	}
	sort.SliceStable(w.out, func(i, j int) bool {
		if w.out[i].span != w.out[j].span {
			return w.out[i].span.Less(w.out[j].span)
		}
		return w.out[i].Kind < w.out[j].Kind
	})
	var out []Finding
	for _, p := range w.out {
		out = append(out, p.Finding)
	}
	return out
}

type placed struct {
	span stemma.Span
	Finding
}

type writer struct {
	text  string
	kinds []string
	names map[stemma.ID]string
	out   []placed
}

func (w *writer) add(s stemma.Span, rule string, f Finding) {
	wanted := len(w.kinds) == 0
	for _, k := range w.kinds {
		wanted = wanted || k == f.Kind
	}
	if !wanted {
		return
	}
	f.Anchor, f.Span = Anchor(w.text, s), s
	f.Attrs = append(f.Attrs, Field{"rule", rule})
	w.out = append(w.out, placed{s, f})
}

// word adds an attribute whose value is a name, unless it is empty or goes without
// saying.
func (f *Finding) word(key, value string, plain bool) {
	if value != "" && !plain {
		f.Attrs = append(f.Attrs, Field{key, quote(value)})
	}
}

func (f *Finding) bare(key, value string, plain bool) {
	if value != "" && !plain {
		f.Attrs = append(f.Attrs, Field{key, value})
	}
}

// named adds who or what a finding points to: by full name, else by its words.
func (w *writer) named(f *Finding, key string, n stemma.Named) {
	if n.Name != "" {
		f.word(key, n.Name, false)
	} else {
		f.word(key, n.Span.Of(w.text), false)
	}
}

func (w *writer) quote(q *stemma.Quote) {
	f := Finding{Kind: "quote", Fields: []string{q.Type}}
	w.named(&f, "speaker", q.Speaker)
	f.word("cue", q.Cue.Of(w.text), false)
	w.named(&f, "relayed-by", q.RelayedBy)
	w.named(&f, "occasion", q.Occasion)
	if q.Translated {
		f.Attrs = append(f.Attrs, Field{"translated", "yes"})
	}
	w.add(q.Span, q.Rule, f)
}

func (w *writer) figure(g *stemma.Figure) {
	f := Finding{Kind: "figure", Fields: []string{g.Measure, Amount(g)}}
	f.bare("unit", g.Unit, false)
	w.named(&f, "of", g.Of)
	w.named(&f, "about", g.About)
	w.named(&f, "place", g.Place)
	f.bare("date", string(g.Date), false)
	f.bare("as-of", string(g.AsOf), false)
	w.named(&f, "said-by", g.SaidBy)
	f.word("part-of", w.names[g.PartOf], g.PartOf == "")
	f.bare("status", g.Status, g.Status == "happened")
	w.add(g.Span, g.Rule, f)
}

func (w *writer) event(e *stemma.Event) {
	f := Finding{Kind: "event", Fields: []string{e.Type}}
	f.bare("date", string(e.Date), false)
	f.bare("until", string(e.Until), false)
	f.bare("status", e.Status, e.Status == "happened")
	for _, a := range e.Actors {
		w.named(&f, "actor", a)
	}
	for _, t := range e.Targets {
		w.named(&f, "target", t)
	}
	w.named(&f, "place", e.Place)
	w.named(&f, "matter", e.Matter)
	for _, p := range e.Scope {
		w.named(&f, "scope", p)
	}
	f.bare("starts", string(e.Starts), false)
	f.bare("hours", string(e.Hours), false)
	for _, r := range e.Rights {
		w.named(&f, "right", r)
	}
	w.named(&f, "purpose", e.Purpose)
	w.named(&f, "said-by", e.SaidBy)
	w.add(e.Span, e.Rule, f)
}

func (w *writer) victim(v *stemma.Victim) {
	f := Finding{Kind: "victim", Fields: []string{v.Harm}}
	f.word("name", v.Name, v.Name == v.Span.Of(w.text))
	if v.Age > 0 {
		f.bare("age", strconv.Itoa(v.Age), false)
	}
	w.named(&f, "circumstance", v.Circumstance)
	w.named(&f, "by", v.By)
	w.named(&f, "place", v.Place)
	f.bare("date", string(v.Date), false)
	w.named(&f, "said-by", v.SaidBy)
	w.add(v.Span, v.Rule, f)
}

// Amount writes a figure's number with its operator: “=27”, “>=27”, “~60”, “20..30”,
// “vague:24..” for a vague one with a lower bound.
func Amount(g *stemma.Figure) string {
	bound := func(v *float64) string {
		if v == nil {
			return ""
		}
		return number(*v)
	}
	switch {
	case g.Op == "range":
		return bound(g.Min) + ".." + bound(g.Max)
	case g.Op == "vague":
		return "vague:" + bound(g.Min) + ".." + bound(g.Max)
	}
	return g.Op + bound(g.Value)
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
