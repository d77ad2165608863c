package main

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"
)

// kill kills runs at moments that chance chooses, each between the start and somewhat
// behind the end of an undisturbed run, and begins each again where it was killed until
// one comes to its end; then the next pile. Every tenth time what a killed run left is
// looked at before it goes on: it must be whole, as far as it goes.
func (s *stage) kill(times int) error {
	began := time.Now()
	killed, piles, longest := 0, 0, 0
	for killed < times {
		pile := filepath.Join(s.folder, fmt.Sprintf("killed-%d.stemma", piles))
		here := 0
		for {
			ended, err := s.killOnce(pile)
			if err != nil {
				return err
			}
			if ended {
				break
			}
			killed, here = killed+1, here+1
			if killed%10 == 0 {
				if err := s.whole(pile); err != nil {
					return fmt.Errorf("after %d kills: %w", killed, err)
				}
			}
		}
		if err := s.same(pile); err != nil {
			return fmt.Errorf("after %d kills, %d of them in this pile: %w", killed, here, err)
		}
		piles, longest = piles+1, max(longest, here)
		if err := drop(pile); err != nil {
			return err
		}
	}
	fmt.Printf("killed with SIGKILL %d times in %d piles (up to %d in one): every export is that of the undisturbed run; %v\n",
		killed, piles, longest, time.Since(began).Round(time.Second))
	return nil
}

// killOnce begins a run and kills it; ended says that it had come to its end before.
func (s *stage) killOnce(pile string) (ended bool, err error) {
	add := exec.Command(s.program, "add", "--pile", pile, s.input)
	if err := add.Start(); err != nil {
		return false, err
	}
	time.Sleep(time.Duration(s.chance.Int64N(int64(s.took + s.took/8))))
	add.Process.Kill()
	err = add.Wait()
	if s.ctx.Err() != nil {
		return false, s.ctx.Err()
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Exited() { // by itself, with an error
		return false, fmt.Errorf("a run that goes on where another was killed ends with %w", err)
	}
	return err == nil, nil
}

// whole looks at what a killed run left: if there is a pile at all, it can be verified.
func (s *stage) whole(pile string) error {
	left, err := filepath.Glob(pile)
	if err != nil || len(left) == 0 {
		return err
	}
	_, err = s.stemma("verify", "--pile", pile)
	return err
}
