// Command touch measures what one more page and one ruling cost in a pile that is there
// already, in CPU time: each must line up again what it touches, and no more.
//
// It takes how many short texts the pile is made of, or a pile, and gives seconds of CPU for
// pages and rulings of each kind, the median of several, and peak memory. A pile that is
// named is changed. It sets no limit.
package main

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"time"

	"stemma"
	"stemma/bench/measure"
	"stemma/bench/press"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store"
	"stemma/internal/store/sqlite"
)

func main() {
	texts := flag.Int("texts", 2000, "how many texts of own making")
	sentences := flag.Int("sentences", 3, "sentences of each of them")
	pile := flag.String("pile", "", "a pile to change instead; made when it is not there")
	times := flag.Int("times", 3, "how often each is done; 0 fills the pile and changes nothing")
	profile := flag.String("cpuprofile", "", "file for a profile of the changes")
	flag.Parse()
	if err := run(*pile, *texts, *sentences, *times, *profile); err != nil {
		fmt.Fprintln(os.Stderr, "touch:", err)
		os.Exit(1)
	}
}

func run(pile string, texts, sentences, times int, profile string) error {
	ctx := context.Background()
	if pile == "" {
		folder, err := os.MkdirTemp("", "stemma-touch-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		pile = filepath.Join(folder, "touch.stemma")
	}
	s, err := sqlite.Open(ctx, pile, sqlite.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	counts, err := s.Counts(ctx)
	if err == nil && counts.Articles == 0 {
		used := measure.CPU()
		_, err = pipeline.Add(ctx, press.Pages(1, texts, sentences), s, pipeline.Options{Progress: peaks()})
		fmt.Printf("filled in %.1f s of CPU, peak memory %d MB\n", measure.CPU()-used, measure.Peak())
		if err == nil {
			counts, err = s.Counts(ctx)
		}
	}
	if err != nil {
		return err
	}
	fmt.Printf("%d texts, %d figures, %d quotes, %d events\n", counts.Articles, counts.Figures, counts.Quotes, counts.Events)
	if times <= 0 {
		return nil
	}
	return measure.Profiled(profile, func() error { return changes(ctx, s, counts, times) })
}

// peaks prints the peak of memory and the CPU used at the end of each step.
func peaks() func(pipeline.Progress) {
	last := ""
	return func(p pipeline.Progress) {
		if last != "" && p.Step != last {
			fmt.Printf("%s: %.1f s of CPU, peak memory %d MB\n", last, measure.CPU(), measure.Peak())
		}
		last = p.Step
	}
}

// changes does each kind of change so often, and prints what it took.
func changes(ctx context.Context, s store.Store, counts store.Counts, times int) error {
	var page []float64
	for i := range times {
		used := measure.CPU()
		if _, err := pipeline.Add(ctx, one(uint64(counts.Pages+i)), s, pipeline.Options{}); err != nil {
			return err
		}
		page = append(page, measure.CPU()-used)
	}
	report("one page", page)
	said, err := s.Rulings(ctx) // of runs before this one; the same one again would be none
	if err != nil {
		return err
	}
	for _, k := range []struct {
		kind   string
		chosen func(n int) (stemma.ID, error)
	}{
		{"a figure rejected", nth(ctx, s.Figures, counts.Figures, func(f stemma.Figure) stemma.ID { return f.ID })},
		{"a quote rejected", nth(ctx, s.Quotes, counts.Quotes, func(q stemma.Quote) stemma.ID { return q.ID })},
		{"an event rejected", nth(ctx, s.Events, counts.Events, func(e stemma.Event) stemma.ID { return e.ID })},
		{"a name rejected", nth(ctx, s.Mentions, counts.Mentions, func(m stemma.Mention) stemma.ID { return m.ID })},
	} {
		var took []float64
		for i := range times {
			id, err := k.chosen(i + 1)
			if err != nil {
				return err
			}
			used := measure.CPU()
			if _, err := pipeline.Rule(ctx, s, pipeline.Decision{By: "bench", At: time.Unix(int64(len(said)+i), 0), Verdict: stemma.Rejected, Finding: id}); err != nil {
				return err
			}
			took = append(took, measure.CPU()-used)
		}
		report(k.kind, took)
	}
	fmt.Printf("peak memory %d MB\n", measure.Peak())
	return nil
}

func report(what string, took []float64) {
	slices.Sort(took)
	fmt.Printf("%-18s %8.3f s of CPU (median of %d)\n", what, took[len(took)/2], len(took))
}

// one gives one page that is not in the pile yet.
func one(seed uint64) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for in, err := range press.Pages(1000+seed, 1, 3) {
			in.Page.ID, in.Page.Path = stemma.NewID("p", "touch", fmt.Sprint(seed)), fmt.Sprintf("touch-%d", seed)
			yield(in, err)
			return
		}
	}
}

// nth chooses findings here and there.
func nth[T any](ctx context.Context, list func(context.Context, store.Query) ([]T, error), all int, id func(T) stemma.ID) func(n int) (stemma.ID, error) {
	return func(n int) (stemma.ID, error) {
		found, err := list(ctx, store.Query{Offset: all * n / 7, Limit: 1})
		if err != nil || len(found) == 0 {
			return "", fmt.Errorf("nothing to rule about: %w", err)
		}
		return id(found[0]), nil
	}
}
