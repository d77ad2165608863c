package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"stemma/demo"
)

// stage is where all is tried: the command, what it is given, and what must come of it.
type stage struct {
	ctx     context.Context
	chance  *rand.Rand
	folder  string
	program string
	input   string        // a folder
	pages   int           // in it
	want    []byte        // the export after an undisturbed run
	took    time.Duration // of that run
}

// newStage makes the texts and does the undisturbed run.
func newStage(ctx context.Context, program string, texts int, chance *rand.Rand) (*stage, error) {
	folder, err := os.MkdirTemp("", "stemma-crash-")
	if err != nil {
		return nil, err
	}
	s := &stage{ctx: ctx, chance: chance, folder: folder, program: program, input: filepath.Join(folder, "input")}
	if program == "" {
		s.program = filepath.Join(folder, "stemma")
		if out, err := exec.CommandContext(ctx, "go", "build", "-o", s.program, "./cmd/stemma").CombinedOutput(); err != nil {
			return s, fmt.Errorf("building the command: %w\n%s", err, out)
		}
	}
	if err := os.CopyFS(s.input, demo.Pile()); err != nil {
		return s, err
	}
	files, err := fs.ReadDir(demo.Pile(), ".")
	if err != nil {
		return s, err
	}
	s.pages = len(files) + texts
	for part := range parts {
		if err := os.WriteFile(filepath.Join(s.input, fmt.Sprintf("wire-%d.jsonl", part)), wire(texts, part), 0o666); err != nil {
			return s, err
		}
	}
	calm := filepath.Join(folder, "calm.stemma")
	began := time.Now()
	if err := s.add(calm); err != nil {
		return s, err
	}
	s.took = time.Since(began)
	s.want, err = s.stemma("export", "--pile", calm)
	return s, errors.Join(err, drop(calm))
}

// stemma runs the command; the error holds what it said.
func (s *stage) stemma(args ...string) ([]byte, error) {
	c := exec.CommandContext(s.ctx, s.program, args...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		err = fmt.Errorf("stemma %v: %w: %s", args, err, told(errs.Bytes()))
	}
	return out, err
}

// add adds the whole input to a pile.
func (s *stage) add(pile string) error {
	_, err := s.stemma("add", "--pile", pile, s.input)
	return err
}

// same looks whether a pile's export is that of the undisturbed run, and whether all in
// it is where it was.
func (s *stage) same(pile string) error {
	got, err := s.stemma("export", "--pile", pile)
	if err != nil {
		return err
	}
	if !bytes.Equal(got, s.want) {
		return fmt.Errorf("the export of %s differs: %d bytes, want %d", pile, len(got), len(s.want))
	}
	_, err = s.stemma("verify", "--pile", pile)
	return err
}

// drop removes a pile with what stands beside it.
func drop(pile string) error {
	beside, err := filepath.Glob(pile + "*")
	for _, path := range beside {
		err = errors.Join(err, os.RemoveAll(path))
	}
	return err
}

// parts is how many files the texts are in: batches end inside them and between them.
const parts = 3

// wire makes a part of an agency's feed: short texts, one in ten of them the reprint of an
// earlier one, with figures that rise from day to day.
func wire(texts, part int) []byte {
	var b bytes.Buffer
	for i := part; i < texts; i += parts {
		of := i
		if i%10 == 9 {
			of = i - 7
		}
		fmt.Fprintf(&b, `{"id":"wire-%04d","title":"Storm %d in Velmora","outlet":"Paper %d","published":"2031-%02d-%02d","text":%q}`+"\n",
			i, of, i%13, 1+i/100%12, 1+i%28, invented(of))
	}
	return b.Bytes()
}

func invented(i int) string {
	towns := []string{"Port Else", "Sund", "Tal Bridge", "Marek's Ferry", "Upper Brandt"}
	town := towns[i%len(towns)]
	return fmt.Sprintf("Storm number %d has killed %d people in %s, the fire service said on Monday.\n\n"+
		"“We counted roof %d of the quay and gave up,” said the head of the service, Ida Brandt. "+
		"The repair of the harbour wall of %s will cost $%d million and take %d months, the town council wrote in a letter to all who live by pier %d.",
		i, 2+i%40, town, i*7, town, 3+i%9, 2+i%11, i)
}
