package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"stemma"
	"stemma/bench/copies"
	"stemma/bench/measure"
	"stemma/internal/kin"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

// chunk is how many texts are made at a time: only these are in memory.
const chunk = 20000

// colds is how many texts are looked up once more while the system holds nothing of the file
// in memory: it is told to forget the file before each.
const colds = 300

// pageSize is that of the pile's file; a block of a large segment fills one.
const pageSize = 8192

// onDisk makes a pile of n texts in a file, or takes the one that an earlier run has made,
// and asks for texts in it: new ones, and copies of all kinds of texts that are there. The
// index is made as texts come, or at once in memory and sealed then; or that is taken which
// is there.
func onDisk(w io.Writer, file string, n, queries int, inMemory, keep bool) error {
	if file == "" {
		folder, err := os.MkdirTemp("", "stemma-copies-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		file = filepath.Join(folder, "pile.stemma")
	}
	ctx := context.Background()
	s, err := sqlite.Open(ctx, file, sqlite.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	if !keep {
		if err := s.DropSeeds(ctx); err != nil {
			return err
		}
	}
	var m *builder
	if inMemory && !keep {
		m = &builder{ctx: ctx, to: s, index: kin.NewIndex(nil, nil)}
	}
	asked, err := fill(ctx, s, n, queries, counts.Articles > 0, m)
	if err != nil {
		return err
	}
	began, used := time.Now(), measure.CPU()
	if err := pipeline.Place(ctx, s); err != nil {
		return err
	}
	fmt.Fprintf(w, "disk    %d texts placed in %.0f s, %.0f µs of CPU a text, with reading and writing\n", n, time.Since(began).Seconds(), 1e6*(measure.CPU()-used)/float64(n))
	segments, err := s.Segments(ctx)
	if err != nil {
		return err
	}
	var bytes, pages int
	for _, g := range segments {
		fmt.Fprintf(w, "disk    segment of %d texts, %d seeds, %d blocks\n", g.Texts, g.Seeds, g.Blocks)
		for i := range g.Blocks {
			err := s.Blocks(ctx, g.Number, []int{i}, func(_ int, body []byte) error {
				bytes, pages = bytes+len(body), pages+(len(body)+pageSize-1)/pageSize
				return nil
			})
			if err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(w, "disk    the index takes %d bytes a text, %d in pages of the database\n", bytes/n, pages*pageSize/n)
	if err := ask(ctx, w, s, asked, "", nil); err != nil {
		return err
	}
	return ask(ctx, w, s, asked[:min(len(asked), colds)], "cold ", func() error { return forget(file) })
}

// fill puts n texts into a store, unless they are there, and gives texts to ask for. With a
// builder it adds them to its index.
func fill(ctx context.Context, s store.Store, n, queries int, there bool, m *builder) ([]stemma.Article, error) {
	rng := rand.New(rand.NewPCG(7, 7))
	var asked []stemma.Article
	for from := 0; from < n; from += chunk {
		size := min(chunk, n-from)
		made := copies.Generate(uint64(from+1), size+queries*size/n, 0)
		var entries []store.Entry
		for i, a := range made.Articles {
			a.ID = stemma.NewID("a", fmt.Sprint(from, i))
			if i >= size {
				asked = append(asked, a)
				continue
			}
			if m != nil {
				if err := m.add(&a); err != nil {
					return nil, err
				}
			}
			if there {
				continue
			}
			p := stemma.Page{ID: stemma.NewID("p", fmt.Sprint(from, i)), SHA256: fmt.Sprintf("%064x", from+i), Path: fmt.Sprint(from + i), Format: "txt", Text: a.Text}
			a.Page = p.ID
			entries = append(entries, store.Entry{Page: p, Articles: []stemma.Article{a}, Readings: []stemma.Reading{{Article: a.ID}}})
			if len(entries) == 2000 || i+1 == size {
				if err := s.Put(ctx, entries, nil, nil); err != nil {
					return nil, err
				}
				entries = nil
			}
		}
	}
	if m != nil {
		if err := m.end(); err != nil {
			return nil, err
		}
	}
	rng.Shuffle(len(asked), func(i, j int) { asked[i], asked[j] = asked[j], asked[i] })
	return asked, nil
}

// ask opens the index as a new process would and looks texts up in it; what is done before
// each is not counted.
func ask(ctx context.Context, w io.Writer, s store.Reader, asked []stemma.Article, kind string, before func() error) error {
	began := time.Now()
	finder, err := pipeline.NewFinder(ctx, s)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "disk    opened in %.1f ms\n", 1e3*time.Since(began).Seconds())
	var took, spent []float64
	found, used := 0, 0.0
	for i := range asked {
		if before != nil {
			if err := before(); err != nil {
				return err
			}
		}
		began, at := time.Now(), measure.CPU()
		shared, err := finder.Find(&asked[i])
		if err != nil {
			return err
		}
		cpu := measure.CPU() - at
		took, spent, used = append(took, 1e3*time.Since(began).Seconds()), append(spent, 1e3*cpu), used+cpu
		if len(shared) > 0 {
			found++
		}
	}
	fmt.Fprintf(w, "disk    %d %slook-ups, %d with copies; %.2f ms of CPU each\n", len(took), kind, found, 1e3*used/float64(len(took)))
	fmt.Fprintf(w, "disk    by the clock: %s\n", quantiles(took))
	fmt.Fprintf(w, "disk    of CPU:       %s\n", quantiles(spent))
	return nil
}

// quantiles words what takes half, nine tenths, 99 hundredths and all of some times.
func quantiles(ms []float64) string {
	slices.Sort(ms)
	at := func(q float64) float64 { return ms[min(len(ms)-1, int(q*float64(len(ms))))] }
	return fmt.Sprintf("p50 %.2f ms, p90 %.2f, p99 %.2f, max %.2f", at(.5), at(.9), at(.99), at(1))
}
