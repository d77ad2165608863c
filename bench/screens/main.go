// Command screens measures how fast the screens answer on the loopback address.
//
// It takes a pile, or fills one with made texts, and asks for every screen that links lead
// to. It gives, for each kind of screen, the median, the 95th and 99th percentile and the
// worst of the times until the last byte, with what was sent. It promises that screens are
// asked for by one reader at a time, over HTTP, from the process that serves them, after
// what “stemma serve” prepares; how long that took stands apart. Beside the times stands the CPU
// that answering used, which counts where others work on the same machine. It sets no limit.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"stemma/bench/measure"
	"stemma/bench/press"
	"stemma/internal/pipeline"
	"stemma/internal/store/sqlite"
)

func main() {
	texts := flag.Int("texts", 1000, "how many texts of own making")
	sentences := flag.Int("sentences", 20, "sentences of each of them")
	pile := flag.String("pile", "", "a pile to show instead; made when it is not there")
	each := flag.Int("each", 40, "how many requests of each kind of screen")
	profile := flag.String("cpuprofile", "", "file for a profile of the requests")
	slow := flag.Duration("slow", 0, "name the screens that take more CPU than this")
	after := flag.Bool("ruled", false, "make rulings in the pile, and tell what the first look after each costs")
	flag.Parse()
	if err := run(*pile, *texts, *sentences, *each, *profile, *slow, *after); err != nil {
		fmt.Fprintln(os.Stderr, "screens:", err)
		os.Exit(1)
	}
}

func run(pile string, texts, sentences, each int, profile string, slow time.Duration, after bool) error {
	ctx := context.Background()
	if pile == "" {
		folder, err := os.MkdirTemp("", "stemma-screens-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		pile = filepath.Join(folder, "screens.stemma")
	}
	if _, err := os.Stat(pile); err != nil {
		if err := fill(ctx, pile, texts, sentences); err != nil {
			return err
		}
	}
	s, err := sqlite.Open(ctx, pile, sqlite.Options{ReadOnly: !after})
	if err != nil {
		return err
	}
	defer s.Close()
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%d texts, %d sentences, %d figures, %d quotes, %d events; %d cores, %s\n",
		counts.Articles, counts.Sentences, counts.Figures, counts.Quotes, counts.Events, runtime.GOMAXPROCS(0), time.Now().Format(time.DateOnly))
	if after {
		return measure.Profiled(profile, func() error { return ruled(ctx, s, counts) })
	}
	return measure.Profiled(profile, func() error { return load(ctx, s, each, slow) })
}

// fill adds made texts to a new pile and prints what it took.
func fill(ctx context.Context, pile string, texts, sentences int) error {
	s, err := sqlite.Open(ctx, pile, sqlite.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	began, used := time.Now(), measure.CPU()
	if _, err := pipeline.Add(ctx, press.Pages(1, texts, sentences), s, pipeline.Options{}); err != nil {
		return err
	}
	fmt.Printf("filled in %.0f s, %.0f s of CPU, peak memory %d MB\n", time.Since(began).Seconds(), measure.CPU()-used, measure.Peak())
	return nil
}
