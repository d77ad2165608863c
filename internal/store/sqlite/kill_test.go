package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

// The child of the kill test is told by these what to do.
const (
	killPile  = "STEMMA_TEST_KILL_PILE"
	killFirst = "STEMMA_TEST_KILL_FIRST"
)

const killBatch = 7 // texts in a batch

func killEntries(batch int) []store.Entry { return storetest.Entries(killBatch, uint64(batch)) }

// TestKilledChild is the process that the kill test kills: it keeps batch after
// batch and says the number of each when it is acknowledged.
func TestKilledChild(t *testing.T) {
	path := os.Getenv(killPile)
	if path == "" {
		t.Skip("run by TestKill only")
	}
	s := opened(t, path, Options{})
	first, _ := strconv.Atoi(os.Getenv(killFirst))
	for batch := first; batch < first+1000; batch++ {
		if err := s.Put(context.Background(), killEntries(batch), nil, nil); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("kept %d\n", batch)
	}
}

// TestKill kills a writing process at random moments. Every batch that was
// acknowledged is there afterwards, no batch is there in part, and the file is sound.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	path := filepath.Join(t.TempDir(), "pile")
	rnd := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	kept := 0 // batches 0 to kept-1 are there
	for round := range 8 {
		early := round == 0 || round == 4 // perhaps while the pile is made or opened
		acknowledged := killOnce(t, path, kept, early, rnd)
		s := opened(t, path, Options{ReadOnly: round%3 == 2}) // a killed pile can be read without being mended
		there := checkKilled(t, s, path)
		if there < acknowledged || there > acknowledged+1 {
			t.Errorf("%d batches are there, %d were acknowledged", there, acknowledged)
		}
		kept = there
		if round%2 == 0 {
			closed(t, s)
		} else { // as if this process had been killed too
			s.read.Close()
			if s.write != nil {
				s.write.close()
				s.lock.Close() // its file stays, as it does then
			}
		}
	}
	if kept == 0 {
		t.Error("nothing was ever kept")
	}
}

// killOnce runs the child, kills it after a few batches (or early: after none) and a
// moment, and gives the number of batches that the pile must hold.
func killOnce(t *testing.T, path string, first int, early bool, rnd *rand.Rand) (acknowledged int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilledChild$")
	cmd.Env = append(os.Environ(), killPile+"="+path, killFirst+"="+strconv.Itoa(first))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged = first
	last := first + rnd.IntN(5)
	moment := time.Duration(rnd.IntN(20_000)) * time.Microsecond
	if early {
		last = -1
		time.AfterFunc(2*moment, func() { cmd.Process.Kill() })
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var n int
		if _, err := fmt.Sscanf(lines.Text(), "kept %d", &n); err != nil {
			t.Errorf("the child says %q", lines.Text())
			continue
		}
		acknowledged = n + 1
		if n == last {
			time.AfterFunc(moment, func() { cmd.Process.Kill() })
		}
	}
	cmd.Wait() // its error is that it was killed
	return acknowledged
}

// checkKilled gives the number of whole batches in the pile.
func checkKilled(t *testing.T, s *Store, path string) int {
	t.Helper()
	counts, err := s.Counts(t.Context())
	if err != nil || counts.Pages%killBatch != 0 || counts.Articles != counts.Pages {
		t.Fatalf("counts %+v, %v", counts, err)
	}
	batches := counts.Pages / killBatch
	for batch := range batches {
		for _, e := range killEntries(batch) {
			a, err := s.Article(t.Context(), e.Articles[0].ID)
			if err != nil || a.Text != e.Articles[0].Text {
				t.Fatalf("batch %d of %d: %v", batch, batches, err)
			}
			if _, err := s.Original(t.Context(), e.Page.SHA256); err != nil {
				t.Fatal(err)
			}
		}
	}
	hits, err := s.Search(t.Context(), store.Search{Match: "and"})
	if err != nil || hits.Total != min(counts.Sentences, store.TotalCap) {
		t.Errorf("%d hits in %d sentences, %v", hits.Total, counts.Sentences, err)
	}
	var verdict string
	if err := s.first(t.Context(), "PRAGMA integrity_check", nil, &verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity check of %s: %q, %v", path, verdict, err)
	}
	if s.write != nil {
		for _, index := range []string{"sentence", "finding"} {
			if err := s.write.exec("INSERT INTO " + index + " (" + index + ") VALUES ('integrity-check')"); err != nil {
				t.Errorf("integrity check of the index: %v", err)
			}
		}
	}
	return batches
}
