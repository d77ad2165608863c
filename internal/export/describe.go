package export

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
)

// describe says in a line what a statement states, in English, with dates as they are kept.
func describe(r *row) string {
	return describeIn(english, func(d stemma.Date) string { return string(d) }, r)
}

// describeIn says so in a language, with dates worded by a function.
func describeIn(b *message.Book, dated func(stemma.Date) string, r *row) string {
	date := func(d *stemma.Date) string {
		if d == nil || *d == "" {
			return ""
		}
		return dated(*d)
	}
	put := func(id, name, words string) string {
		if words == "" {
			return ""
		}
		return b.Say(id, name, words)
	}
	switch x := r.record.(type) {
	case *view.QuoteRecord:
		return cmp.Or(worded(x.Speaker), b.Say("dossier.somebody")) + ": “" + strings.Join(strings.Fields(content(x)), " ") + "”"
	case *view.FigureRecord:
		number, measure, of := strings.TrimSpace(b.OfMeasure(x.Measure, b.Bound(x.Op, x.Value, x.Min, x.Max))+" "+value(x.Unit)), b.Measure(x.Measure), worded(x.Of)
		if x.Measure == "share" || x.Measure == "money" && value(x.Unit) != "" { // as the number says already
			measure = ""
		}
		if strings.EqualFold(of, measure) || strings.EqualFold(of, value(x.Unit)) {
			of = ""
		}
		return joined(", ", strings.TrimSpace(number+" "+measure), of, worded(x.Place),
			date(x.Date), put("figures.as-of", "date", date(x.AsOf)), put("dossier.said-by", "who", worded(x.SaidBy)), notHappened(b, x.Status))
	case *view.VictimRecord:
		return joined(", ", b.Term("harm", x.Harm)+": "+cmp.Or(value(x.Name), x.Exact), written(plainAge(x.Age)), worded(x.Place), date(x.Date), put("dossier.said-by", "who", worded(x.SaidBy)))
	case *view.TimeRecord:
		return joined(", ", x.Exact, date(x.Value))
	case *view.NameRecord:
		return joined(", ", b.Term("name", x.Type)+": "+cmp.Or(value(x.Name), x.Exact), worded(x.Role))
	case *view.EventRecord:
		return joined(", ", deed(x), worded(x.Place), date(x.Date), notHappened(b, x.Status))
	case *view.ArticleRecord:
		return joined(", ", r.text.Title, r.text.Outlet, string(r.text.Published))
	}
	return r.Exact
}

// deed says who did what to whom, in the words of the text.
func deed(e *view.EventRecord) string {
	return joined(" ", joined(" and ", listed(e.Actors)...), strings.Join(strings.Fields(e.Exact), " "), joined(" and ", listed(e.Targets)...))
}

// content gives the words of a quotation without its marks.
func content(q *view.QuoteRecord) string {
	if q.Content == nil {
		return q.Exact
	}
	return cmp.Or(value(q.Content.Exact), q.Exact)
}

// listed words each place of a list.
func listed(places []view.RecordPlace) []string {
	var out []string
	for i := range places {
		out = append(out, worded(&places[i]))
	}
	return out
}

func plainAge(age *int) any {
	if age == nil {
		return nil
	}
	return *age
}

func notHappened(b *message.Book, status string) string {
	if status == "happened" {
		return ""
	}
	return b.Term("status", status)
}

// joined puts what is known one after the other.
func joined(sep string, parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, sep)
}

// before puts a word in front of what is known.
func before(word, s string) string {
	if s == "" {
		return ""
	}
	return word + s
}

// when gives the text's own date, else that of its repost.
func (t *text) when() stemma.Date { return cmp.Or(t.Published, t.Reposted) }

// where says in a line where a text is from: “Harbour Post, 2021-03-05”.
func (t *text) where() string {
	return joined(", ", cmp.Or(t.Outlet, t.Source), string(t.when()))
}
