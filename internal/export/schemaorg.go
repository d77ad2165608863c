package export

import (
	"cmp"
	"context"
	"io"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// schemaTerms are the words of schema.org, with those of the Web Annotation vocabulary for
// places in a text.
var schemaTerms = object{"@vocab": "https://schema.org/", "oa": "http://www.w3.org/ns/oa#"}

// writeSchemaOrg writes one graph (schema.org as JSON-LD): a NewsArticle a text, a
// Quotation a statement, a Claim for all statements that are lined up as one and for each
// that stands alone, and a ClaimReview a contradiction. The reviews are drafts without a
// rating: who is right is for a person to say.
func writeSchemaOrg(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of("article", "quote", "figure", "event", "saying", "tally", "happening", "clash")
	if err != nil {
		return err
	}
	out, err := listIn(w, object{"@context": schemaTerms}, "@graph")
	if err != nil {
		return err
	}
	g := &claims{out: out, all: map[stemma.ID]claimed{}, grouped: map[stemma.ID]bool{}}
	if err := s.walk(ctx, kinds, g.row, g.group); err != nil {
		return err
	}
	if err := g.alone(); err != nil {
		return err
	}
	return out.end()
}

// claims writes the graph; it keeps of each statement what its claim will say.
type claims struct {
	out     *items
	all     map[stemma.ID]claimed
	order   []stemma.ID
	grouped map[stemma.ID]bool
}

type claimed struct {
	text, by string
	when     stemma.Date // of the text
}

func (g *claims) row(r *row) error {
	if r.Kind == "article" {
		return g.out.add(article(r.text))
	}
	c := claimed{text: describe(r), when: r.text.when()}
	switch x := r.record.(type) {
	case *view.QuoteRecord:
		c.by = worded(x.Speaker)
	case *view.FigureRecord:
		c.by = worded(x.SaidBy)
	case *view.EventRecord:
		c.by = worded(x.SaidBy)
	}
	g.all[r.ID], g.order = c, append(g.order, r.ID)
	return g.out.add(without(object{
		"@id": iri(r.ID), "@type": "Quotation", "text": strings.Join(strings.Fields(cmp.Or(r.sentence, r.Exact)), " "),
		"abstract": c.text, "spokenByCharacter": named(c.by), "isPartOf": object{"@id": iri(r.text.ID)},
		"oa:hasSelector": []object{
			{"@type": "oa:TextQuoteSelector", "oa:exact": r.Exact, "oa:prefix": r.prefix, "oa:suffix": r.suffix},
			{"@type": "oa:TextPositionSelector", "oa:start": r.Start, "oa:end": r.End},
		},
		"url": r.text.URL, "sha256": r.text.SHA256,
	}))
}

// article describes a text.
func article(t *text) object {
	var authors []object
	for _, name := range t.Byline {
		authors = append(authors, named(name))
	}
	o := without(object{
		"@id": iri(t.ID), "@type": "NewsArticle", "headline": t.Title, "author": authors, "url": t.URL, "inLanguage": t.Lang,
		"datePublished": iso(t.Published), "sha256": t.SHA256, "identifier": string(t.ID),
	})
	if t.Family != t.ID {
		o["isPartOf"] = object{"@id": iri(t.Family)}
	}
	if t.Outlet != "" {
		o["publisher"] = object{"@type": "Organization", "name": t.Outlet}
	}
	return o
}

// named describes somebody of whom no more than the name is known.
func named(name string) object {
	if name == "" {
		return nil
	}
	return object{"@type": "Thing", "name": name}
}

// group writes the claim of lined-up statements, or the draft of a review.
func (g *claims) group(record any) error {
	switch x := record.(type) {
	case *view.SayingRecord:
		return g.claim(x.ID, x.Label, x.Members)
	case *view.HappeningRecord:
		return g.claim(x.ID, x.Label, x.Members)
	case *view.TallyRecord: // one claim a point: a count and its day
		for _, p := range x.Points {
			day := cmp.Or(value(p.AsOf), value(p.Published))
			words := x.Label + ": " + view.Bound(p.Op, p.Value, p.Min, p.Max) + before(", ", string(day))
			if err := g.claim(stemma.NewID("point", string(x.ID), words), words, p.Figures); err != nil {
				return err
			}
		}
	case *view.ClashRecord:
		if x.Verdict == "contradiction" {
			return g.review(x)
		}
	}
	return nil
}

// claim writes one claim with all statements that make it; the first of them in the pile,
// where the dates tell it, is its first appearance.
func (g *claims) claim(id stemma.ID, words string, members []stemma.ID) error {
	o := object{"@id": iri(id), "@type": "Claim", "text": words}
	var seen []object
	var by []string
	var first stemma.ID
	for _, m := range members {
		c, ok := g.all[m]
		if !ok {
			continue // its text is not in the part
		}
		g.grouped[m] = true
		seen, by = append(seen, object{"@id": iri(m)}), append(by, c.by)
		if _, _, dated := c.when.Bounds(); dated && (first == "" || c.when.Compare(g.all[first].when) < 0) {
			first = m
		}
	}
	if len(seen) == 0 {
		return nil
	}
	if first != "" {
		o["firstAppearance"] = object{"@id": iri(first)}
	}
	o["appearance"], o["author"] = seen, named(oneOf(by))
	return g.out.add(without(o))
}

// oneOf gives the name that all have; "" where they have several.
func oneOf(names []string) string {
	for _, n := range names {
		if n != names[0] {
			return ""
		}
	}
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

// alone writes the claims of statements that are lined up with nothing.
func (g *claims) alone() error {
	for _, id := range g.order {
		if g.grouped[id] {
			continue
		}
		if err := g.claim(id+"-claim", g.all[id].text, []stemma.ID{id}); err != nil {
			return err
		}
	}
	return nil
}

func (g *claims) review(c *view.ClashRecord) error {
	var sides []object
	for i, side := range c.Sides {
		var seen []object
		for _, m := range side.Members {
			seen = append(seen, object{"@id": iri(m)})
		}
		sides = append(sides, without(object{
			"@id": iri(stemma.NewID("side", string(c.ID), written(i))), "@type": "Claim", "text": side.Value, "appearance": seen,
			"description": view.Standing(side.Texts, side.Families),
		}))
	}
	return g.out.add(without(object{
		"@id": iri(c.ID), "@type": "ClaimReview", "creativeWorkStatus": "Draft", "claimReviewed": c.About, "itemReviewed": sides, "reviewBody": c.Why,
	}))
}

// iso gives a date that is a day, a month or a year of the calendar; "" for others.
func iso(d stemma.Date) string {
	day, _, _ := strings.Cut(string(d), "T")
	for i, r := range day {
		if (r < '0' || r > '9') && !(r == '-' && i > 0) {
			return ""
		}
	}
	if _, _, ok := stemma.Date(day).Bounds(); !ok || len(day) > len("2006-01-02") {
		return ""
	}
	return day
}
