package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"syscall"

	"stemma/internal/kin"
)

func main() {
	n := flag.Int("texts", 20000, "how many texts to make")
	viralSize := flag.Int("viral", 500, "of these, in one viral family")
	prof := flag.String("cpuprofile", "", "")
	disk := flag.Int("disk", 0, "")
	queries := flag.Int("queries", 2000, "")
	flag.Parse()
	if *prof != "" {
		f, _ := os.Create(*prof)
		pprof.StartCPUProfile(f)
		defer pprof.StopCPUProfile()
	}
	if *disk > 0 {
		if err := onDisk(os.Stdout, *disk, *queries); err != nil {
			fmt.Fprintln(os.Stderr, "copies:", err)
			os.Exit(1)
		}
		return
	}
	p := generate(1, *n, *viralSize)
	bytes := 0
	for _, a := range p.articles {
		bytes += len(a.Text)
	}
	began := cpuTime()
	copies, families := kin.Families(p.articles)
	took := cpuTime() - began
	fmt.Printf("%d texts of %d bytes: %.0f texts a second of CPU\n", len(p.articles), bytes/len(p.articles), float64(len(p.articles))/took)
	printRecall(os.Stdout, p, copies, families)
}

func cpuTime() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}
