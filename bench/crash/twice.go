package main

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"time"
)

// exitConflict is the exit code that says that another process is writing.
const exitConflict = 4

// twice runs two commands on one pile at once, the second begun at a moment that chance
// chooses. Each comes to its end or is told that another is writing; who was told comes
// again.
func (s *stage) twice(times int) error {
	refused := 0
	for i := range times {
		pile := filepath.Join(s.folder, fmt.Sprintf("twice-%d.stemma", i))
		var runs [2]*exec.Cmd
		var said [2]bytes.Buffer
		for k := range runs {
			runs[k] = exec.CommandContext(s.ctx, s.program, "add", "--pile", pile, s.input)
			runs[k].Stderr = &said[k]
			if err := runs[k].Start(); err != nil {
				return err
			}
			if k == 0 {
				time.Sleep(time.Duration(s.chance.Int64N(int64(s.took))))
			}
		}
		for k, r := range runs {
			err := r.Wait()
			var exit *exec.ExitError
			switch {
			case errors.As(err, &exit) && exit.ExitCode() == exitConflict:
				refused++
			case err != nil:
				return fmt.Errorf("run %d of pair %d: %w: %s", k+1, i, err, told(said[k].Bytes()))
			}
		}
		if err := s.add(pile); err != nil {
			return err
		}
		if err := s.same(pile); err != nil {
			return err
		}
		if err := drop(pile); err != nil {
			return err
		}
	}
	fmt.Printf("two at once %d times: of %d runs %d waited or had nothing to wait for, %d were told that another is writing; every export is that of the undisturbed run\n",
		times, 2*times, 2*times-refused, refused)
	return nil
}
