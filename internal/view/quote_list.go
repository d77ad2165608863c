package view

import (
	"cmp"
	"context"
	"slices"

	"stemma"
	"stemma/internal/store"
)

// quotes are all quotations of a pile: a speaker's own words before what a reporter gives
// for them, then by the date of the text; forms of one utterance stand together.
type quotes struct {
	ledger // by the fields of choices
	list   []uttered
	memo   memo[*spoken]
}

// uttered is one quotation in few bytes.
type uttered struct {
	sighting
	saying  *stemma.Saying // nil for one that stands alone
	speaker string         // address of the speaker's screen; "" when there is none
}

// nobody stands in the list for a speaker who is not named.
const nobody = "?"

func (s *shelf) quotes(ctx context.Context) (*quotes, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return swept(ctx, s, &c.quotes, s.beginQuotes)
}

// beginQuotes begins the list of all quotations.
func (s *shelf) beginQuotes(ctx context.Context) (*making[*quotes], error) {
	k, people, err := s.kinAndPeople(ctx)
	if err != nil {
		return nil, err
	}
	sayings, err := s.sayingOf(ctx)
	if err != nil {
		return nil, err
	}
	var all []quoteInList
	take := func(t *store.Text) error {
		for i := range t.Reading.Quotes {
			q := &t.Reading.Quotes[i]
			all = append(all, quoteInList{
				uttered: uttered{sighting{q.ID, q.Article, q.Sentence}, sayings[q.ID], people.href(q.Article, q.Speaker)},
				text:    k.place(q.Article), start: int32(q.Span.Start), kind: q.Type, speaker: cmp.Or(people.name(q.Article, q.Speaker), nobody),
			})
		}
		return nil
	}
	return &making[*quotes]{[]string{store.Quotes.Kind}, take, func() *quotes { return newQuotes(all, k) }}, nil
}

// quoteInList is what the list keeps of a quotation, and by what it is ordered.
type quoteInList struct {
	uttered
	text, start   int32
	kind, speaker string
}

func newQuotes(all []quoteInList, k *kinship) *quotes {
	inTime := sorted(all, func(a, b *quoteInList) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.article, b.article), cmp.Compare(a.start, b.start))
	})
	type place struct{ reported, at, own int }
	order := make([]place, len(all))
	first := map[*stemma.Saying]place{}
	for i, at := range inTime {
		order[i] = place{reported(all[at].kind), i, i}
		if g := all[at].saying; g != nil {
			if _, ok := first[g]; !ok {
				first[g] = order[i]
			}
			order[i] = place{first[g].reported, first[g].at, i}
		}
	}
	slices.SortFunc(order, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.reported, b.reported), cmp.Compare(a.at, b.at), cmp.Compare(a.own, b.own))
	})
	out := &quotes{ledger: *newLedger(choices["quotes"]...), list: make([]uttered, 0, len(all))}
	out.columns[1].shy = out.columns[1].numbered(stemma.ScareQuote)
	spans := make([]days, 0, len(all))
	for _, p := range order {
		q := &all[inTime[p.own]]
		out.add(append([]string{q.speaker, q.kind}, k.aboutText(q.text)...)...)
		out.list = append(out.list, q.uttered)
		spans = append(spans, appearedOn(k.articles[q.article]))
	}
	out.timed(spans)
	return out
}

// spoken is the quotations of a choice by speaker.
type spoken struct {
	total  int
	counts []map[string]int // how often; see [ledger.choose]
	by     map[string][]int32
	order  []string // the most quoted first, nobody last
}

// choose is that of the ledger, by speaker. Scare marks quote nobody and are shy. What it gives
// must not be changed.
func (q *quotes) choose(c Choice) *spoken {
	return q.memo.get(c, func() *spoken {
		rows, counts := q.look(c, nil) // its memo is this one
		out := &spoken{total: len(rows), counts: counts, by: map[string][]int32{}}
		delete(counts[0], nobody)
		for _, row := range rows {
			out.by[q.value(0, row)] = append(out.by[q.value(0, row)], row)
		}
		for who := range out.by {
			out.order = append(out.order, who)
		}
		slices.SortFunc(out.order, func(a, b string) int {
			return cmp.Or(cmp.Compare(last(a), last(b)), cmp.Compare(len(out.by[b]), len(out.by[a])), cmp.Compare(a, b))
		})
		return out
	})
}

// mostForms bounds the quotations of one saying that are read for one screen.
const mostForms = 200

// whole gives the end of a stretch of rows, moved so that no saying is cut in two, unless it
// has very many forms.
func (q *quotes) whole(rows []int32, end int) int {
	for n := 0; end > 0 && end < len(rows) && n < mostForms && q.together(rows[end-1], rows[end]); n++ {
		end++
	}
	return end
}

// first gives the end of the rows of the first n utterances.
func (q *quotes) first(rows []int32, n int) int {
	end := 0
	for ; n > 0 && end < len(rows); n-- {
		end = q.whole(rows, end+1)
	}
	return end
}

// together reports whether two quotations are forms of one saying.
func (q *quotes) together(a, b int32) bool {
	return q.list[a].saying != nil && q.list[a].saying == q.list[b].saying
}

// last puts nobody behind all others.
func last(who string) int {
	if who == nobody {
		return 1
	}
	return 0
}
