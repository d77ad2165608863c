package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

// BenchmarkPut keeps 2,000 texts in batches, full-text index included, and says how
// many texts a second went in and how large the file is for each.
func BenchmarkPut(b *testing.B) {
	const texts = 2000
	entries := storetest.Entries(texts, 1)
	size, findings := 0, 0
	for _, e := range entries {
		r := e.Readings[0]
		size += len(e.Body)
		findings += len(r.Mentions) + len(r.Times) + len(r.Quotes) + len(r.Figures) + len(r.Events)
	}
	for _, batch := range []int{1, 50, 500} {
		b.Run(fmt.Sprintf("batch=%d", batch), func(b *testing.B) {
			b.ReportAllocs()
			var kept int64
			for b.Loop() {
				b.StopTimer()
				path := filepath.Join(b.TempDir(), "pile")
				s, err := Open(b.Context(), path, Options{})
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				for at := 0; at < texts; at += batch {
					if err := s.Put(b.Context(), entries[at:at+batch], nil, nil); err != nil {
						b.Fatal(err)
					}
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				if info, err := os.Stat(path); err == nil {
					kept = info.Size()
				}
			}
			b.ReportMetric(texts*float64(b.N)/b.Elapsed().Seconds(), "texts/s")
			b.ReportMetric(float64(kept)/texts, "kept-B/text")
			b.ReportMetric(float64(size)/texts, "B/text")
			b.ReportMetric(float64(findings)/texts, "findings/text")
		})
	}
}

// BenchmarkRead asks a pile of 2,000 texts what screens and steps ask.
func BenchmarkRead(b *testing.B) {
	entries := storetest.Entries(2000, 1)
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "pile"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Put(b.Context(), entries, nil, nil); err != nil {
		b.Fatal(err)
	}
	article := entries[77].Articles[0].ID
	some := []stemma.ID{entries[5].Readings[0].Quotes[1].ID, entries[905].Readings[0].Quotes[2].ID, entries[1500].Readings[0].Quotes[0].ID}
	for name, ask := range map[string]func() error{
		"Articles":     func() error { _, err := s.Articles(b.Context()); return err },
		"Article":      func() error { _, err := s.Article(b.Context(), article); return err },
		"Reading":      func() error { _, err := s.Reading(b.Context(), article); return err },
		"Figures":      func() error { _, err := s.Figures(b.Context(), store.Query{}); return err },
		"FiguresPage":  func() error { _, err := s.Figures(b.Context(), store.Query{Offset: 9000, Limit: 50}); return err },
		"QuotesByID":   func() error { _, err := s.Quotes(b.Context(), store.Query{IDs: some}); return err },
		"SearchCommon": func() error { _, err := s.Search(b.Context(), store.Search{Match: "the", Limit: 20}); return err },
		"SearchRare": func() error {
			_, err := s.Search(b.Context(), store.Search{Match: `"tariff before" 77`, Limit: 20})
			return err
		},
		"Counts": func() error { _, err := s.Counts(b.Context()); return err },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPutLineup keeps what 2,000 texts say together, in groups of seven.
func BenchmarkPutLineup(b *testing.B) {
	entries := storetest.Entries(2000, 1)
	var l stemma.Lineup
	for i := range entries {
		r := &entries[i].Readings[0]
		for j, m := range r.Mentions {
			if j%7 == 0 {
				l.Actors = append(l.Actors, stemma.Actor{ID: stemma.NewID("x", string(m.ID)), Name: m.Name, Forms: map[string]int{m.Name: 7}})
			}
			last := &l.Actors[len(l.Actors)-1]
			last.Members = append(last.Members, m.ID)
		}
		for j, f := range r.Figures {
			if j%7 == 0 {
				l.Tallies = append(l.Tallies, stemma.Tally{ID: stemma.NewID("t", string(f.ID)), Measure: f.Measure})
			}
			last := &l.Tallies[len(l.Tallies)-1]
			last.Members = append(last.Members, f.ID)
			last.Points = append(last.Points, stemma.Point{AsOf: f.Date, Op: f.Op, Value: f.Value, Figures: []stemma.ID{f.ID}})
		}
	}
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "pile"), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := s.Put(b.Context(), entries, nil, nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := s.PutLineup(b.Context(), nil, nil, store.Whole(l)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(l.Actors)+len(l.Tallies)), "groups")
}
