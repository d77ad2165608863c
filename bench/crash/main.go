// Command crash shows that “stemma add” loses nothing: killed at moments that chance
// chooses or in front of a write, and begun again; run twice at once; on a disk that fills
// up; on a pile that cannot be written.
//
// It builds the command, makes texts of invented words, and gives on standard output
// what was tried, how often, and what came of it. It promises that every export at an
// end is compared, byte for byte, with that of one undisturbed run, and an exit code of 1
// when one differs. What cannot be tried on a machine is told and left out. It does not
// try what becomes of a pile when the power fails.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"strings"
	"time"
)

func main() {
	kills := flag.Int("kills", 1000, "how often to kill")
	texts := flag.Int("texts", 2400, "how many texts of own making there are, besides the example pile")
	writes := flag.Int("writes", 200, "how often to kill in front of a write")
	pairs := flag.Int("pairs", 20, "how often to run two at once")
	disks := flag.Int("disks", 20, "how many sizes of a disk to try")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "what chance begins with")
	program := flag.String("stemma", "", "the command to try; built when not given")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	fmt.Printf("seed %d\n", *seed)
	s, err := newStage(ctx, *program, *texts, rand.New(rand.NewPCG(*seed, 1)))
	if err == nil {
		err = s.run(*kills, *writes, *pairs, *disks)
	}
	if s != nil {
		os.RemoveAll(s.folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "crash:", err)
		os.Exit(1)
	}
}

// run tries everything; the error is the first thing that went wrong.
func (s *stage) run(kills, writes, pairs, disks int) error {
	fmt.Printf("undisturbed: %d pages in %v, export of %d bytes\n", s.pages, s.took.Round(time.Millisecond), len(s.want))
	if kills > 0 {
		if err := s.kill(kills); err != nil {
			return fmt.Errorf("killed: %w", err)
		}
	}
	if writes > 0 {
		if err := s.writes(writes); err != nil {
			return fmt.Errorf("killed: %w", err)
		}
	}
	if pairs > 0 {
		if err := s.twice(pairs); err != nil {
			return fmt.Errorf("two at once: %w", err)
		}
	}
	if err := s.readOnly(); err != nil {
		return fmt.Errorf("read-only: %w", err)
	}
	if disks > 0 {
		if err := s.fullDisk(disks); err != nil {
			return fmt.Errorf("full disk: %w", err)
		}
	}
	return nil
}

// told gives the last line that a command printed, for people.
func told(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}
