package concord

import (
	"testing"

	"stemma"
)

// An office that is taken or left has its day; what is only planned makes no office.
func TestOfficesTakenAndLeft(t *testing.T) {
	b := text(draft{"a-1", "2031-03-14", "Port Post", "Ana Duarte was appointed harbour minister on 2 March. Leo Marsh resigned as mayor on 5 March. Leo Marsh will be named envoy."}).
		name(stemma.Person, "Ana Duarte", "Ana Duarte").name(stemma.Person, "Leo Marsh", "Leo Marsh")
	act := func(words, mode, date, status, office string, who string) stemma.Event {
		e := stemma.Event{Evidence: b.evidence(words), Type: "NONE", Mode: mode, Date: stemma.Date(date), Status: status, Matter: stemma.Named{Name: office, Span: b.at(office)}}
		e.ID = stemma.FindingID("event", b.article.ID, e.Span)
		if n := []stemma.Named{{Name: who, Entity: stemma.ID(who)}}; mode == "resign" {
			e.Actors = n
		} else {
			e.Targets = n
		}
		return e
	}
	b.reading.Events = []stemma.Event{
		act("appointed", "appoint", "2031-03-02", "happened", "harbour minister", "Ana Duarte"),
		act("resigned", "resign", "2031-03-05", "happened", "mayor", "Leo Marsh"),
		act("named", "appoint", "", "planned", "envoy", "Leo Marsh"),
	}
	want := map[string]stemma.Role{
		"Ana Duarte": {Name: "harbour minister", From: "2031-03-02", How: "taken"},
		"Leo Marsh":  {Name: "mayor", Until: "2031-03-05", How: "left"},
	}
	for _, a := range Lineup(texts(b), nil).Actors {
		if len(a.Roles) != 1 {
			t.Fatalf("%s has the roles %+v", a.Name, a.Roles)
		}
		got, w := a.Roles[0], want[a.Name]
		if got.Name != w.Name || got.From != w.From || got.Until != w.Until || got.How != w.How || got.At.Span.Of(b.article.Text) != w.Name {
			t.Errorf("%s: %+v, want %+v", a.Name, got, w)
		}
	}
}
