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
	full, shut := 0, 0
	for i := range sizes {
		size := need * int64(i+1) / int64(sizes+1)
		end, err := s.fill(folder, max(size, 64<<10))
		if err != nil {
			return fmt.Errorf("%d KB: %w", size>>10, err)
		}
		if end != enough {
			full++
		}
		if end == tooSmallToOpen {
			shut++
		}
	}
	if full == 0 {
		return errors.New("no disk was too small: nothing was shown")
	}
	fmt.Printf("full disk: %d sizes up to %d KB, %d too small, each told; what was kept verifies (%d too small even for an empty pile, which is told too), and after the disk grew every export is that of the undisturbed run\n",
		sizes, need>>10, full, shut)
	return nil
}

// What becomes of a run on a small disk.
const (
	enough         = iota // it had room
	tooSmall              // what it kept can be verified
	tooSmallToOpen        // it did not come to make a pile of today's layout, and there is no room to finish that
)

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

// fill adds on a disk of so many bytes, and when they are not enough again on a larger one.
func (s *stage) fill(folder string, size int64) (end int, err error) {
	if err := mount(folder, size); err != nil {
		return 0, err
	}
	defer unmount(folder)
	pile := filepath.Join(folder, "p.stemma")
	said, err := exec.CommandContext(s.ctx, s.program, "add", "--pile", pile, s.input).CombinedOutput()
	if err == nil {
		return enough, s.same(pile)
	}
	if !strings.Contains(string(said), "the disk is full") {
		return 0, fmt.Errorf("the command says (%w): %s", err, said)
	}
	end = tooSmall
	if err := s.whole(pile); err != nil {
		if !strings.Contains(err.Error(), "migration") || !strings.Contains(err.Error(), "the disk is full") {
			return 0, fmt.Errorf("what was kept: %w", err)
		}
		end = tooSmallToOpen
	}
	if err := grow(folder, 1<<30); err != nil {
		return 0, err
	}
	if err := s.add(pile); err != nil {
		return 0, err
	}
	return end, s.same(pile)
}
