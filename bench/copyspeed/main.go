// Command copyspeed measures how fast copies are found, and how many of them.
//
// It makes texts in which it is known what was taken from where (see package copies), and
// gives on standard output the share of copies found, by kind; texts a
// second of CPU beside those of a MinHash-LSH index on the same texts in the same run; the
// cost of one more copy in families of more and more, in piles of as many texts; and, with
// -disk, how long it takes to look a text up in a pile on disk and how large the index is
// there. It promises the same texts for the same flags. It sets no limit to time: a run says what it measured.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"stemma"
	"stemma/bench/copies"
	"stemma/bench/measure"
	"stemma/internal/kin"
)

func main() {
	texts := flag.Int("texts", 20000, "how many texts to make and compare in memory")
	viral := flag.String("viral", "500,1000,2000,4000,10000", "of how many copies each the families of one viral text are, with commas between; none if empty")
	disk := flag.Int("disk", 0, "how many texts to put into a pile on disk; 0 for none")
	memory := flag.Bool("memory", false, "make that pile's index in memory, part by part, and not as texts come")
	keep := flag.Bool("keep", false, "take the index that is in that pile, and make none")
	file := flag.String("pile", "", "file for that pile, to be used again; a temporary one if not given")
	queries := flag.Int("queries", 2000, "how many texts to look up there")
	runs := flag.Int("runs", 3, "how often to measure each speed, of which the median is told")
	profile := flag.String("cpuprofile", "", "file for a profile")
	flag.Parse()
	err := measure.Profiled(*profile, func() error { return run(*texts, *disk, *queries, *runs, *viral, *file, *memory, *keep) })
	if err != nil {
		fmt.Fprintln(os.Stderr, "copyspeed:", err)
		os.Exit(1)
	}
}

func run(texts, disk, queries, runs int, viral, file string, memory, keep bool) error {
	if texts > 0 {
		inMemory(os.Stdout, texts, runs)
	}
	if viral != "" {
		if err := ofOne(os.Stdout, viral, runs); err != nil {
			return err
		}
	}
	if disk > 0 {
		return onDisk(os.Stdout, file, disk, queries, memory, keep)
	}
	return nil
}

// inMemory measures what is found and how fast.
func inMemory(w io.Writer, texts, runs int) {
	p := copies.Generate(1, texts, 0)
	bytes := 0
	for _, a := range p.Articles {
		bytes += len(a.Text)
	}
	fmt.Fprintf(w, "texts   %d of %d bytes, %d copies\n", len(p.Articles), bytes/len(p.Articles), len(p.Truths))
	found, families := kin.Families(p.Articles)
	printRecall(w, p, found, families)
	var placed, whole, rival []float64
	for range runs {
		placed = append(placed, cpu(func() { place(p.Articles) }))
		whole = append(whole, cpu(func() { kin.Families(p.Articles) }))
		rival = append(rival, cpu(func() { minHash(p.Articles) }))
	}
	speed := func(name string, took []float64) {
		slices.Sort(took)
		m := took[len(took)/2]
		fmt.Fprintf(w, "speed   %-34s %7.0f texts a second, %5.1f MB/s, %5.1f × MinHash\n", name, float64(len(p.Articles))/m, float64(bytes)/1e6/m, rival[len(rival)/2]/m)
	}
	slices.Sort(rival)
	speed("cut into words, placed, aligned", placed)
	speed("and judged, in families with trees", whole)
	speed("MinHash-LSH, candidates only", rival)
}

func printRecall(w io.Writer, p copies.Pile, found []stemma.Copy, families []stemma.Family) {
	for _, f := range copies.Recall(p, found, families) {
		fmt.Fprintf(w, "recall  %-18s %.4f  n %d\n", f.Kind, float64(f.Found)/float64(f.There), f.There)
	}
	pairs, joined := copies.Wrong(p, found)
	fmt.Fprintf(w, "wrong   shared words %d, copies %d, of %d pairs\n", pairs, joined, len(found))
}

// place puts all texts into an index, which aligns each with those that it shares passages
// with.
func place(articles []stemma.Article) {
	x := kin.NewIndex(nil, nil)
	for i := range articles {
		if _, err := x.Add(&articles[i]); err != nil {
			panic(err) // an index in memory asks no shelf
		}
	}
}

// cpu gives the seconds of CPU that something takes.
func cpu(do func()) float64 {
	before := measure.CPU()
	do()
	return measure.CPU() - before
}
