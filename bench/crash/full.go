package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fullDisk adds to a pile on disks that are too small, of sizes from next to nothing to
// what is just not enough; then the disk grows and the run goes on.
func (s *stage) fullDisk(sizes int) error {
	folder := filepath.Join(s.folder, "disk")
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	if err := mount(folder, 64<<10); err != nil {
		fmt.Printf("full disk: not tried, since no file system can be made here (%v)\n", err)
		return nil
	}
	unmount(folder)
	need, err := s.space()
	if err != nil {
		return err
	}
	full := 0
	for i := range sizes {
		size := need * int64(i+1) / int64(sizes+1)
		ran, err := s.fill(folder, max(size, 64<<10))
		if err != nil {
			return fmt.Errorf("%d KB: %w", size>>10, err)
		}
		if !ran {
			full++
		}
	}
	if full == 0 {
		return errors.New("no disk was too small: nothing was shown")
	}
	fmt.Printf("full disk: %d sizes up to %d KB, %d too small, each told; what was kept verifies, and after the disk grew every export is that of the undisturbed run\n",
		sizes, need>>10, full)
	return nil
}

// space is how many bytes an undisturbed run leaves; while it runs it needs more.
func (s *stage) space() (int64, error) {
	pile := filepath.Join(s.folder, "space.stemma")
	if err := s.add(pile); err != nil {
		return 0, err
	}
	info, err := os.Stat(pile)
	if err != nil {
		return 0, err
	}
	return 2 * info.Size(), drop(pile)
}

// fill adds on a disk of so many bytes; ran says that they were enough.
func (s *stage) fill(folder string, size int64) (ran bool, err error) {
	if err := mount(folder, size); err != nil {
		return false, err
	}
	defer unmount(folder)
	pile := filepath.Join(folder, "p.stemma")
	said, err := exec.CommandContext(s.ctx, s.program, "add", "--pile", pile, s.input).CombinedOutput()
	if err == nil {
		return true, s.same(pile)
	}
	if !strings.Contains(string(said), "the disk is full") {
		return false, fmt.Errorf("the command says (%w): %s", err, said)
	}
	if err := s.whole(pile); err != nil {
		return false, fmt.Errorf("what was kept: %w", err)
	}
	if err := grow(folder, 1<<30); err != nil {
		return false, err
	}
	if err := s.add(pile); err != nil {
		return false, err
	}
	return false, s.same(pile)
}
