package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

const (
	killTexts  = 400 // several batches
	killRounds = 20
)

// TestKilledAdd kills “stemma add” at moments that chance chooses, and starts it again,
// until it has been killed often. What the pile holds at the end is, byte for byte, what
// one undisturbed run makes of the same texts.
func TestKilledAdd(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	folder := t.TempDir()
	wire := filepath.Join(folder, "wire.jsonl")
	if err := os.WriteFile(wire, inventedWire(killTexts), 0o666); err != nil {
		t.Fatal(err)
	}
	calm := filepath.Join(folder, "calm.stemma")
	began := time.Now()
	stemmaRun(t, "add", "--pile", calm, wire)
	took := time.Since(began)
	want := stemmaRun(t, "export", "--pile", calm)

	pile := filepath.Join(folder, "killed.stemma")
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	rnd := rand.New(rand.NewPCG(seed, 1))
	killed := 0
	for round := range killRounds {
		add := exec.Command("stemma", "add", "--pile", pile, wire)
		if err := add.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rnd.Int64N(int64(took))))
		add.Process.Kill()
		if err := add.Wait(); err != nil {
			killed++
		}
		if round%10 == 9 { // what is there is whole, and can be shown
			stemmaRun(t, "verify", "--pile", pile)
		}
	}
	stemmaRun(t, "add", "--pile", pile, wire)
	if got := stemmaRun(t, "export", "--pile", pile); !bytes.Equal(got, want) {
		t.Errorf("after %d kills the export differs: %d bytes, want %d", killed, len(got), len(want))
	}
	if killed == 0 {
		t.Error("no run was killed: this test has shown nothing")
	}
}

// stemmaRun runs the command, which must succeed, and gives what it prints.
func stemmaRun(t *testing.T, args ...string) []byte {
	t.Helper()
	c := exec.Command("stemma", args...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("stemma %v: %v\n%s", args, err, &errs)
	}
	return out
}

// inventedWire makes an agency's feed: short texts, some of them reprints of earlier
// ones, some with figures that rise from day to day.
func inventedWire(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		of := i
		if i%10 == 9 {
			of = i - 7 // the reprint of an earlier text
		}
		fmt.Fprintf(&b, `{"id":"wire-%04d","title":"Storm %d in Velmora","outlet":"Paper %d","published":"2031-%02d-%02d","text":%q}`+"\n",
			i, of, i%13, 1+i/100, 1+i%28, inventedText(of))
	}
	return b.Bytes()
}

func inventedText(i int) string {
	towns := []string{"Port Else", "Sund", "Tal Bridge", "Marek's Ferry", "Upper Brandt"}
	town := towns[i%len(towns)]
	return fmt.Sprintf("Storm number %d killed %d people in %s on Monday, the fire service said.\n\n"+
		"“We counted roof %d of the quay and gave up,” said the head of the service, Ida Brandt. "+
		"The repair of the harbour wall of %s will cost $%d million and take %d months, the town council wrote in a letter to all who live by pier %d.",
		i, 2+i%40, town, i*7, town, 3+i%9, 2+i%11, i)
}
