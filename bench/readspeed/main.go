// Command readspeed measures what reading costs: words a second of CPU, the share of
// each group of rules, and the memory of the packs.
//
// It takes the annotated texts of bench/gold, or a JSON Lines file of articles with text
// and language, and gives a table on standard output. It promises CPU time of the whole
// process with the texts in memory, all rules on and one text after another, so that the
// shares of one run can be compared on any machine. It opens no pile, compares no texts
// with each other and sets no limit.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"

	"stemma"
	"stemma/bench/measure"
	"stemma/internal/gazetteer"
	"stemma/internal/read"
)

func main() {
	file := flag.String("file", "", "JSON Lines file of articles instead of the annotated texts")
	root := flag.String("root", ".", "the project's folder")
	most := flag.Int("texts", 500, "how many texts of the file")
	words := flag.Int("words", 1_000_000, "how many words to read, the texts again and again")
	profile := flag.String("cpuprofile", "", "file for a profile")
	flag.Parse()
	if err := run(*root, *file, *most, *words, *profile); err != nil {
		fmt.Fprintln(os.Stderr, "readspeed:", err)
		os.Exit(1)
	}
}

func run(root, file string, most, words int, profile string) error {
	texts, err := goldTexts(root)
	if file != "" {
		texts, err = fileTexts(file, most)
	}
	if err != nil {
		return err
	}
	fmt.Println(memory(texts))
	var c costs
	if err := measure.Profiled(profile, func() error { c = readAll(texts, words); return nil }); err != nil {
		return err
	}
	fmt.Print(c.table())
	return nil
}

// memory reads one text of each language and says what that leaves behind for good: the
// packs with their compiled rules, and the gazetteer's index.
func memory(texts []stemma.Article) string {
	before := heap()
	met := map[string]bool{}
	for i := range texts {
		if !met[texts[i].Lang] {
			met[texts[i].Lang] = true
			read.Read(&texts[i], gazetteer.Default())
		}
	}
	return fmt.Sprintf("packs of %d languages and gazetteer, in memory: %.1f MB", len(met), float64(heap()-before)/1e6)
}

// heap gives the bytes in use after a collection.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what the first one let go of a pool
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
