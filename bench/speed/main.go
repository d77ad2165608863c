// Command speed measures how fast texts go into a pile, in CPU time.
//
// It takes a file or a folder of saved pages, or makes texts of its own of invented
// words; it gives pages and texts a second and peak memory on standard output. It promises medians over several runs of
// one process each, and the machine's cores beside them. It sets no limit: what is fast
// enough is told by people.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"stemma"
	"stemma/bench/measure"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/store/sqlite"
)

func main() {
	texts := flag.Int("texts", 2000, "how many texts of own making")
	path := flag.String("file", "", "file or folder to read instead")
	runs := flag.Int("runs", 3, "how often")
	profile := flag.String("cpuprofile", "", "file for a profile")
	flag.Parse()
	if err := measure.Profiled(*profile, func() error { return run(*texts, *path, *runs) }); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(texts int, path string, runs int) error {
	var wall, cpu []float64
	var report pipeline.Report
	for range runs {
		w, c, r, err := once(texts, path)
		if err != nil {
			return err
		}
		wall, cpu, report = append(wall, w), append(cpu, c), r
	}
	slices.Sort(wall)
	slices.Sort(cpu)
	m := len(wall) / 2
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return err
	}
	pages, articles := float64(report.Added), float64(report.Articles)
	fmt.Printf("%.0f texts on %.0f pages, %d cores: %.0f texts a second, %.2f ms of CPU a text, %.0f pages a second of CPU (median of %d runs), peak memory %d MB\n",
		articles, pages, runtime.GOMAXPROCS(0), articles/wall[m], 1000*cpu[m]/articles, pages/cpu[m], runs, usage.Maxrss/1024)
	return nil
}

// once adds the texts to a new pile: seconds of wall clock and of CPU.
func once(texts int, path string) (wall, cpu float64, report pipeline.Report, err error) {
	folder, err := os.MkdirTemp("", "stemma-speed-")
	if err != nil {
		return 0, 0, report, err
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(folder, "speed.stemma"), sqlite.Options{})
	if err != nil {
		return 0, 0, report, err
	}
	defer s.Close()
	inputs := own(texts)
	if info, err := os.Stat(path); path != "" && err != nil {
		return 0, 0, report, err
	} else if path != "" && info.IsDir() {
		inputs = intake.Pages(os.DirFS(path), filepath.Base(path))
	} else if path != "" {
		inputs = intake.File(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	}
	began, used := time.Now(), measure.CPU()
	report, err = pipeline.Add(ctx, inputs, s, pipeline.Options{})
	return time.Since(began).Seconds(), measure.CPU() - used, report, err
}

// own makes reports of invented places, each a little different.
func own(n int) iter.Seq2[intake.Input, error] {
	towns := []string{"Velmora", "Port Sella", "Kelmaru", "Ostrava Bay", "Nimwe", "Tarkas"}
	people := []string{"Ana Duarte", "Festus Kalimbe", "Joan Hale", "Marta Oyelle", "Idris Vann", "Leo Marsh"}
	return func(yield func(intake.Input, error) bool) {
		for i := range n {
			town, who := towns[i%len(towns)], people[i/3%len(people)]
			var b strings.Builder
			for k := range 6 {
				fmt.Fprintf(&b, "Health officer %s said on Monday that %d people had been killed and %d injured near %s since 4 March 2021. ", who, i%90+k, i%40+7*k, town)
				fmt.Fprintf(&b, "“We counted %d houses under water in district %d,” %s told reporters, adding that %d soldiers would be sent to the valley by Friday. ", i+k, k, who, 100+i)
				fmt.Fprintf(&b, "Protesters in %s demanded the resignation of the minister, and %d of them were detained.\n\n", town, i%30)
			}
			sum := sha256.Sum256([]byte(b.String()))
			p := stemma.Page{
				ID: stemma.NewID("p", fmt.Sprint(i)), SHA256: hex.EncodeToString(sum[:]), Path: fmt.Sprintf("%d.jsonl", i), Member: fmt.Sprint(i),
				Format: "jsonl", Encoding: "utf-8", Text: b.String(), Given: &stemma.Meta{Title: "Report " + fmt.Sprint(i), Published: "2021-03-09", Lang: "en"},
			}
			if !yield(intake.Input{Page: p, Body: []byte(b.String())}, nil) {
				return
			}
		}
	}
}
