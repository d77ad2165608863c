package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// readOnly tries to add to a pile that cannot be written: the file, its folder, or both,
// with a text that it does not hold. The run must say so; the pile and its folder stay as
// they were, and can be read.
func (s *stage) readOnly() error {
	more := filepath.Join(s.folder, "more.txt")
	if err := os.WriteFile(more, []byte("The pier of Sund\n\nThe pier of Sund was closed on Friday, police said.\n"), 0o666); err != nil {
		return err
	}
	if err := os.Chmod(s.folder, 0o755); err != nil {
		return err
	}
	for _, c := range []struct {
		what         string
		file, folder os.FileMode
	}{{"the file", 0o444, 0o777}, {"the folder", 0o666, 0o555}, {"both", 0o444, 0o555}} {
		folder := filepath.Join(s.folder, "closed")
		pile := filepath.Join(folder, "p.stemma")
		if err := os.Mkdir(folder, 0o777); err != nil {
			return err
		}
		if err := s.add(pile); err != nil {
			return err
		}
		before, err := os.ReadFile(pile)
		if err != nil {
			return err
		}
		if err := errors.Join(os.Chmod(pile, c.file), os.Chmod(folder, c.folder)); err != nil {
			return err
		}
		add := exec.CommandContext(s.ctx, s.program, "add", "--pile", pile, more)
		powerless(add)
		said, err := add.CombinedOutput()
		if err == nil || !strings.Contains(string(said), "cannot be written") {
			return fmt.Errorf("%s is closed, and the command says (%v): %s", c.what, err, said)
		}
		if after, err := os.ReadFile(pile); err != nil || !bytes.Equal(after, before) {
			return fmt.Errorf("%s is closed, and the pile is another: %v", c.what, err)
		}
		if left, _ := os.ReadDir(folder); len(left) != 1 {
			return fmt.Errorf("%s is closed, and beside the pile stands: %v", c.what, left)
		}
		fmt.Printf("read-only (%s): “%s”; nothing changed\n", c.what, strings.ReplaceAll(told(said), folder+"/", ""))
		os.Chmod(folder, 0o777)
		if err := s.same(pile); err != nil {
			return err
		}
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
	}
	return nil
}
