package main

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
)

// writes kills runs at the moments that are the most delicate, in front of a call by which
// something comes onto the disk: the first of each thread, the second, and so on, each
// with a new pile, until there are no more or it was often enough. That takes strace, which
// may not look at programs everywhere.
func (s *stage) writes(times int) error {
	strace, err := exec.LookPath("strace")
	if err == nil {
		err = exec.CommandContext(s.ctx, strace, "-qq", "-e", "trace=none", "true").Run()
	}
	if err != nil {
		fmt.Printf("killed in front of a write: not tried, since strace does not run here (%v)\n", err)
		return nil
	}
	killed := map[string]int{}
	calls := []string{"pwrite64", "fsync", "ftruncate", "unlink"}
	for n := 1; len(calls) > 0 && total(killed) < times; n++ {
		for _, call := range slices.Clone(calls) {
			ended, err := s.killAt(strace, call, n)
			switch {
			case err != nil:
				return fmt.Errorf("in front of %s number %d of a thread: %w", call, n, err)
			case ended:
				calls = slices.DeleteFunc(calls, func(c string) bool { return c == call })
			default:
				killed[call]++
			}
		}
	}
	if total(killed) == 0 {
		return errors.New("no run was killed: nothing was shown")
	}
	fmt.Printf("killed in front of a write %d times (%v): every export is that of the undisturbed run\n", total(killed), killed)
	return nil
}

func total(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}

// killAt kills a run in front of a call of the system, the nth that one of its threads
// makes; ended says that there was none.
func (s *stage) killAt(strace, call string, n int) (ended bool, err error) {
	pile := filepath.Join(s.folder, "writes.stemma")
	c := exec.CommandContext(s.ctx, strace, "-f", "-qq", "-o", filepath.Join(s.folder, "calls"), "-e", "trace="+call,
		"-e", fmt.Sprintf("inject=%s:signal=SIGKILL:when=%d", call, n), s.program, "add", "--pile", pile, s.input)
	err = c.Run()
	if s.ctx.Err() != nil {
		return false, s.ctx.Err()
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Exited() {
		return false, fmt.Errorf("the run ends with %w", err)
	}
	ended = err == nil
	if err := s.whole(pile); err != nil {
		return false, err
	}
	if err := s.add(pile); err != nil {
		return false, err
	}
	return ended, errors.Join(s.same(pile), drop(pile))
}
