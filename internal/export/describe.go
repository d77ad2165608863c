package export

import (
	"cmp"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// describe says in a line what a statement states.
func describe(r *row) string {
	switch x := r.record.(type) {
	case *view.QuoteRecord:
		return cmp.Or(worded(x.Speaker), "somebody") + ": “" + strings.Join(strings.Fields(content(x)), " ") + "”"
	case *view.FigureRecord:
		return joined(", ", strings.TrimSpace(view.Bound(x.Op, x.Value, x.Min, x.Max)+" "+value(x.Unit))+" "+view.Measure(x.Measure), worded(x.Of), worded(x.Place),
			string(value(x.Date)), before("as of ", string(value(x.AsOf))), before("said by ", worded(x.SaidBy)), notHappened(x.Status))
	case *view.VictimRecord:
		return joined(", ", x.Harm+": "+cmp.Or(value(x.Name), x.Exact), written(plainAge(x.Age)), worded(x.Place), string(value(x.Date)), before("said by ", worded(x.SaidBy)))
	case *view.TimeRecord:
		return joined(", ", x.Exact, string(value(x.Value)))
	case *view.NameRecord:
		return joined(", ", x.Type+": "+cmp.Or(value(x.Name), x.Exact), worded(x.Role))
	case *view.EventRecord:
		return joined(", ", deed(x), worded(x.Place), string(value(x.Date)), notHappened(x.Status))
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

func notHappened(status string) string {
	if status == "happened" {
		return ""
	}
	return status
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
