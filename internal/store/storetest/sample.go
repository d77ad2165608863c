package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// Text makes the entry of a page with one article that is these sentences, without
// findings. The path also tells pages of the same words apart.
func Text(path string, sentences ...string) store.Entry {
	body := path + "\n\n" + strings.Join(sentences, " ") + "\n"
	sum := sha256.Sum256([]byte(body))
	p := stemma.Page{SHA256: hex.EncodeToString(sum[:]), Root: "pile", Path: path, Format: "txt", Encoding: "utf-8", Text: body}
	p.ID = stemma.NewID("p", p.SHA256, "")
	a := stemma.Article{ID: stemma.NewID("a", string(p.ID), "0"), Page: p.ID, Start: len(path) + 2, Lang: "en"}
	a.Text = body[a.Start : len(body)-1]
	r := stemma.Reading{Article: a.ID}
	at := 0
	for _, s := range sentences {
		r.Sentences = append(r.Sentences, stemma.Span{Start: at, End: at + len(s)})
		at += len(s) + 1
	}
	return store.Entry{Page: p, Body: []byte(body), Articles: []stemma.Article{a}, Readings: []stemma.Reading{r}}
}

// The invented world of the samples.
var (
	sampleOpenings = strings.Split("As of Tuesday|According to the ministry|In the harbour district|After a long session|On the same evening|Despite the rain|Two days later", "|")
	sampleActors   = strings.Split("Prime Minister Ilva Torrin|the Velmoran Senate|dockworkers in Port Quarn|the Ministry of Waters|Captain Osk Brenn|the Lowmarsh Assembly|students from Tessaly Hill|the opposition bloc", "|")
	sampleActs     = strings.Split("rejected|announced|condemned|approved|blocked|described|promised|documented|withdrew", "|")
	sampleObjects  = strings.Split("the new ferry tariff|a curfew of nine days|the report on the flooded mines|an appeal by forty-one families|the sale of the grain reserve|the removal of two judges|a march towards the old customs house|the early election", "|")
	sampleTails    = strings.Split("while shops stayed shut|and at least %d people were detained|although %d members abstained|as prices rose by %d percent|before the sitting was suspended|in front of some %d residents|with %d injured in hospital", "|")
)

// Entries makes n pages in the size of news texts: some ten sentences and sixty
// findings each, the same for the same seed.
func Entries(n int, seed uint64) []store.Entry {
	rnd := rand.New(rand.NewPCG(seed, 1))
	pick := func(list []string) string { return list[rnd.IntN(len(list))] }
	entries := make([]store.Entry, n)
	for i := range entries {
		sentences := make([]string, 6+rnd.IntN(9))
		for j := range sentences {
			tail := pick(sampleTails)
			if strings.Contains(tail, "%d") {
				tail = fmt.Sprintf(tail, 2+rnd.IntN(900))
			}
			sentences[j] = fmt.Sprintf("%s, %s %s %s, and %s %s %s %s.", pick(sampleOpenings), pick(sampleActors), pick(sampleActs),
				pick(sampleObjects), pick(sampleActors), pick(sampleActs), pick(sampleObjects), tail)
		}
		entries[i] = Text(fmt.Sprintf("texts/%d-%06d.txt", seed, i), sentences...)
		fill(&entries[i], rnd)
	}
	return entries
}

// fill gives an article some details, and the findings a reader of it might find.
func fill(e *store.Entry, rnd *rand.Rand) {
	a, r := &e.Articles[0], &e.Readings[0]
	first := r.Sentences[0]
	a.Title, a.TitleText = stemma.Span{Start: 0, End: first.End}, first.Of(a.Text)
	a.Byline = []stemma.Named{{Name: "Marn Ellery"}}
	a.Outlet, a.Published, a.PublishedFrom = stemma.Named{Name: "The Quarn Courier"}, "2031-05-06", "url"
	a.Holes = []stemma.Hole{{Span: stemma.Span{Start: 3, End: 7}, Type: "teaser"}}
	e.Furniture = []stemma.Furniture{{Page: a.Page, Span: stemma.Span{Start: 0, End: 5}, Type: "masthead", Rule: "clip.first-line"}}
	for _, s := range r.Sentences {
		span := func() stemma.Span {
			start := s.Start + rnd.IntN(s.Len()/2)
			return stemma.Span{Start: start, End: start + 5 + rnd.IntN(20)}
		}
		named := func(n int) stemma.Named {
			return stemma.Named{Span: span(), Name: sampleActors[n%len(sampleActors)], Entity: stemma.NewID("n", string(a.ID), fmt.Sprint(n%4))}
		}
		at := func(kind, rule string) (stemma.ID, stemma.Evidence) {
			e := stemma.Evidence{Article: a.ID, Span: span(), Rule: rule}
			return stemma.FindingID(kind, a.ID, e.Span, rule, fmt.Sprint(rnd.Uint32())), e
		}
		for n := range 3 {
			m := stemma.Mention{Type: stemma.Organisation, Name: sampleActors[n], Entity: named(n).Entity, Role: named(n + 1), Gender: "f"}
			m.ID, m.Evidence = at("name", "name.title-name")
			if n == 2 {
				m.Type, m.Geo = stemma.Place, &stemma.Geo{Lat: 0, Lon: -12.25, Country: "VE", Precision: "city"}
			}
			r.Mentions = append(r.Mentions, m)
		}
		value := float64(rnd.IntN(900))
		f := stemma.Figure{Value: &value, Op: ">=", Measure: "detained", Of: named(1), Place: named(2), Date: "2031-05-04/..", SaidBy: named(3), Status: "happened", Sentence: s}
		f.ID, f.Evidence = at("figure", "figure.en.be-detained")
		r.Figures = append(r.Figures, f)
		q := stemma.Quote{Type: stemma.DirectQuote, Content: span(), Pieces: []stemma.Span{span(), span()}, Speaker: named(0), Cue: span(), Sentence: s}
		q.ID, q.Evidence = at("quote", "quote.said-after")
		r.Quotes = append(r.Quotes, q)
		w := stemma.Time{Type: stemma.TimeDate, Value: "2031-05-04", Anchor: "published", Sentence: s}
		w.ID, w.Evidence = at("time", "when.weekday")
		r.Times = append(r.Times, w)
		v := stemma.Event{Type: "PROTEST", Mode: "demo", ACLED: "Protests/Peaceful protest", Status: "happened", Date: "2031-05-04", Actors: []stemma.Named{named(4), named(5)}, Place: named(2), Sentence: s}
		v.ID, v.Evidence = at("event", "event.en.march")
		r.Events = append(r.Events, v)
		h := stemma.Victim{Name: "T. R.", Age: 17, Harm: "injured", Circumstance: named(4), Place: named(2), Date: "2031-05-04", Sentence: s}
		h.ID, h.Evidence = at("victim", "victim.en.was-harmed")
		r.Victims = append(r.Victims, h)
	}
	store.Mentions.Sort(r.Mentions, false)
	store.Figures.Sort(r.Figures, false)
	store.Quotes.Sort(r.Quotes, false)
	store.Times.Sort(r.Times, false)
	store.Events.Sort(r.Events, false)
	store.Victims.Sort(r.Victims, false)
}
