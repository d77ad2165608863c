package message

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"stemma"
)

// Count words a number of things by a message of the list “count”: “2,310 texts” for “texts”.
func (b *Book) Count(what string, n int) string { return b.Say("count."+what, "n", n) }

// Language names a language: “Spanish” for “es”.
func (b *Book) Language(tag string) string {
	if tag == "" || tag == "und" {
		return b.Say("word.language-unknown")
	}
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.Languages(language.Make(b.lang)).Name(t); name != "" {
		return name
	}
	return tag
}

// Country names a country by its ISO 3166-1 alpha-2 code: “Peru” for “PE”.
func (b *Book) Country(code string) string {
	if r, err := language.ParseRegion(code); err == nil {
		if name := display.Regions(language.Make(b.lang)).Name(r); name != "" {
			return name
		}
	}
	return code
}

// Support words how well something is attested, families first: they are what counts as
// independent; then, where they are fewer, the voices.
func (b *Book) Support(s stemma.Support) string {
	return b.Attested(s.Texts, s.Families, s.Voices)
}

// Attested words how many texts of how many families say something, and by how many voices
// where these are fewer; 0 voices are not known.
func (b *Book) Attested(texts, families, voices int) string {
	if voices == 0 || voices >= families {
		return b.Standing(texts, families)
	}
	return b.Say("count.voices", "n", voices, "standing", b.Standing(texts, families))
}

// Standing words how many texts of how many families say something.
func (b *Book) Standing(texts, families int) string {
	return b.Say("count.standing", "n", families, "texts", texts)
}

// Relation words what one text is to another: “an edited reprint”.
func (b *Book) Relation(relation string) string {
	return b.Term("relation", cmp.Or(relation, "unknown"))
}

// Bound words a stated number with its operator: “at least 27”, “20 to 30”.
func (b *Book) Bound(op string, value, least, most *float64) string {
	number := func(f *float64) string {
		if f == nil {
			return "?"
		}
		return b.Number(*f)
	}
	if value == nil {
		switch {
		case least != nil && most != nil:
			return b.Say("bound.range", "from", number(least), "to", number(most))
		case least != nil:
			return b.Say("bound.at-least", "number", number(least))
		case most != nil:
			return b.Say("bound.at-most", "number", number(most))
		}
		return b.Say("bound.unstated")
	}
	id := map[string]string{">=": "bound.at-least", ">": "bound.more", "<=": "bound.at-most", "<": "bound.fewer", "~": "bound.about"}[op]
	if id == "" {
		return number(value)
	}
	return b.Say(id, "number", number(value))
}

// Measure words a measure of the contract: “in_hospital” is “in hospital”.
func (b *Book) Measure(measure string) string { return b.Term("measure", measure) }

// Counted words what a figure counts, in the form that goes with its number: “death” of one.
func (b *Book) Counted(f stemma.Figure) string {
	if f.Value != nil && *f.Value == 1 {
		if one, ok := b.form("term.one."+f.Measure, nil); ok {
			return one
		}
	}
	return b.Measure(f.Measure)
}

// OfMeasure words a number of a measure: shares and what polls say are per cent.
func (b *Book) OfMeasure(measure, number string) string {
	switch measure {
	case "share", "poll_approve", "poll_disapprove", "poll_share":
		return b.Say("number.percent", "percent", number)
	}
	return number
}

// Figure words a figure: “at least 27 deaths”, “25,000 USD”, “31 %”.
func (b *Book) Figure(f stemma.Figure) string {
	s := b.OfMeasure(f.Measure, b.Bound(f.Op, f.Value, f.Min, f.Max))
	if f.Unit != "" {
		s += " " + f.Unit
	}
	of := b.Counted(f)
	switch f.Measure {
	case "count", "people", "places":
		of = cmp.Or(f.Of.Name, of)
	case "share":
		return s
	case "money":
		if f.Unit != "" {
			return s
		}
	}
	return s + " " + of
}

// Quote words a quotation: “direct quotation, Laura Ortega”.
func (b *Book) Quote(q stemma.Quote) string {
	if q.Type == stemma.ScareQuote {
		return b.Say("label.scare")
	}
	return b.Say("label.quote", "type", b.Term("quote", q.Type), "speaker", cmp.Or(q.Speaker.Name, b.Say("label.no-speaker")))
}

// Name words a name: “person: Laura Ortega, health minister”.
func (b *Book) Name(m stemma.Mention) string {
	s := b.Term("name", m.Type) + ": " + m.Name
	switch {
	case m.Role.Name != "" && m.Former:
		s += ", " + b.Say("role.former", "role", m.Role.Name)
	case m.Role.Name != "":
		s += ", " + m.Role.Name
	}
	return s
}

// Role words an office: “former health minister”.
func (b *Book) Role(r stemma.Role) string {
	switch {
	case r.How == "held" && r.From != "" && r.Until != "":
		return r.Name + ", " + b.Date(r.From+"/"+r.Until)
	case r.How == "taken" && r.From != "":
		return b.Say("role.from", "role", r.Name, "date", b.On(r.From))
	case r.How == "left" && r.Until != "":
		return b.Say("role.until", "role", r.Name, "date", b.On(r.Until))
	case r.How == "member":
		return b.Say("role.member", "body", r.Name)
	case r.How == "former" || r.How == "left":
		return b.Say("role.former", "role", r.Name)
	}
	return r.Name
}

// Tally words what a tally is of: “deaths · Oro · since 1 March 2022”. The pile keeps it in English,
// with its date as it is: “deaths · Oro · from 2022-03-01”.
func (b *Book) Tally(label string) string {
	parts := strings.Split(label, " · ")
	parts[0] = b.Measure(strings.ReplaceAll(parts[0], " ", "_"))
	if from, ok := strings.CutPrefix(parts[len(parts)-1], "from "); ok {
		parts[len(parts)-1] = b.Say("tally.since", "date", b.On(stemma.Date(from)))
	}
	return strings.Join(parts, " · ")
}

// EventKind words what sort of event it is: its category, or its mode where it has none.
func (b *Book) EventKind(kind string) string { return b.Term("event", kind) }

// Event words an event by its kind: “protest, 4 March 2021, planned”. Its mode goes with a kind
// that is a category.
func (b *Book) Event(e stemma.Event, kind string) string {
	s := b.EventKind(kind)
	if mode := strings.ToLower(e.Mode); mode != "" && mode != kind {
		s += " (" + b.EventKind(mode) + ")"
	}
	if e.Date != "" {
		s += ", " + b.Date(e.Date)
	}
	if e.Status != "" && e.Status != "happened" {
		s += ", " + b.Term("status", e.Status)
	}
	return s
}

// Victim words somebody harmed: “killed: Marta Oluo, 34”.
func (b *Book) Victim(v stemma.Victim) string {
	s := b.Term("harm", v.Harm) + ": " + cmp.Or(v.Name, b.Say("label.no-name"))
	if v.Age > 0 {
		s += ", " + strconv.Itoa(v.Age)
	}
	return s
}

// Or joins what several texts say: “34 or 35”. It leaves the list as it is.
func (b *Book) Or(said []string) string { return strings.Join(said, " "+b.Say("word.or")+" ") }
