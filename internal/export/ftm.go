package export

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// writeFtM writes entities of the FollowTheMoney model, one a line, as Aleph and OpenAleph
// take them: an Article a text, a Person, Organization or Address for each of those across
// texts, an Event an event, a Note for each other statement. The proof of a statement is
// its text; where it stands is in its notes.
func writeFtM(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of("article", "quote", "figure", "victim", "event", "entity")
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	put := func(id stemma.ID, schema string, properties map[string][]string) error {
		for name, list := range properties {
			if len(list) == 0 || joined("", list...) == "" {
				delete(properties, name)
			}
		}
		return enc.Encode(struct {
			ID         stemma.ID           `json:"id"`
			Schema     string              `json:"schema"`
			Properties map[string][]string `json:"properties"`
		}{id, schema, properties})
	}
	return s.walk(ctx, kinds, func(r *row) error {
		switch x := r.record.(type) {
		case *view.ArticleRecord:
			return put(r.text.ID, "Article", articleFtM(r))
		case *view.EventRecord:
			return put(r.ID, "Event", eventFtM(r, x))
		}
		return put(r.ID, "Note", noteFtM(r))
	}, func(record any) error {
		e := record.(*view.EntityRecord)
		schema, properties := entityFtM(e)
		return put(e.ID, schema, properties)
	})
}

func articleFtM(r *row) map[string][]string {
	t := r.text
	return map[string][]string{
		"name": {cmp.Or(t.Title, t.Source)}, "title": {t.Title}, "fileName": {t.Source}, "author": t.Byline, "publisher": {t.Outlet},
		"publishedAt": {iso(t.Published)}, "language": {language(t.Lang)}, "sourceUrl": {t.URL}, "retrievedAt": {iso(t.Captured)}, "notes": {note(r)},
	}
}

func eventFtM(r *row, e *view.EventRecord) map[string][]string {
	var involved []string
	for _, list := range [][]view.RecordPlace{e.Actors, e.Targets} {
		for i := range list {
			if list[i].Entity != nil {
				involved = append(involved, string(*list[i].Entity))
			}
		}
	}
	p := noteFtM(r)
	delete(p, "entity")
	p["name"], p["date"], p["endDate"] = []string{cmp.Or(deed(e), r.Exact)}, []string{iso(value(e.Date))}, []string{iso(value(e.Until))}
	p["location"], p["involved"], p["keywords"] = []string{worded(e.Place)}, involved, []string{joined(" ", value(e.Type), value(e.Mode), e.Status)}
	return p
}

// noteFtM gives the properties of a statement.
func noteFtM(r *row) map[string][]string {
	return map[string][]string{
		"name": {describe(r)}, "description": {strings.Join(strings.Fields(cmp.Or(r.sentence, r.Exact)), " ")}, "entity": {string(r.text.ID)},
		"proof": {string(r.text.ID)}, "sourceUrl": {r.text.URL}, "publisher": {r.text.Outlet},
		"notes": cited(r)[3:],
	}
}

func entityFtM(e *view.EntityRecord) (schema string, properties map[string][]string) {
	var alias []string
	for form := range e.Forms {
		if form != e.Name {
			alias = append(alias, strings.Join(strings.Fields(form), " "))
		}
	}
	slices.Sort(alias)
	p := map[string][]string{"name": {e.Name}, "alias": alias, "country": {strings.ToLower(value(e.Country))}}
	switch e.Type {
	case stemma.Person:
		for _, role := range e.Roles {
			p["position"] = append(p["position"], role.Role)
		}
		return "Person", p
	case stemma.Place:
		p["full"] = []string{e.Name}
		if e.Lat != nil && e.Lon != nil {
			p["latitude"], p["longitude"] = []string{written(*e.Lat)}, []string{written(*e.Lon)}
		}
		return "Address", p
	}
	return "Organization", p
}

// language gives the code of a language as FollowTheMoney has it, ISO 639-3 for those that
// Stemma reads; "" for others.
func language(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return map[string]string{"en": "eng", "es": "spa"}[base]
}
