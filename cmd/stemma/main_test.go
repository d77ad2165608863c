package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"stemma"
)

// TestTell: every sort of error has its exit code, and a message without the words that
// only programs need.
func TestTell(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{nil, exitOK, ""},
		{errors.New("the disk is full"), exitFailed, "stemma: the disk is full\n"},
		{fmt.Errorf("no pile x: %w", stemma.ErrNotFound), exitNotFound, "stemma: no pile x\n"},
		{fmt.Errorf("search: no word: %w", stemma.ErrInvalid), exitUsage, "stemma: search: no word\n"},
		{fmt.Errorf("somebody writes: %w", stemma.ErrConflict), exitConflict, "stemma: somebody writes\n"},
		{fmt.Errorf("texts: %w", stemma.ErrDamaged), exitFailed, "stemma: texts: the pile is damaged\nRestore a copy of the pile's file, or add the pages to a new pile.\n"},
		{fmt.Errorf("damaged: %w (page 7)", stemma.ErrInvalid), exitUsage, "stemma: damaged: invalid (page 7)\n"},
		{fmt.Errorf("adding: %w", context.Canceled), exitFailed, "stopped; what was read so far is kept"},
	} {
		var errs strings.Builder
		if code := tell(&errs, c.err); code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%v: exit code %d, want %d; says %q, want %q", c.err, code, c.code, errs.String(), c.says)
		}
	}
}

// TestCutPart: “#2” at the end of a name is a number only when it is one.
func TestCutPart(t *testing.T) {
	for name, want := range map[string]struct {
		page string
		part int
	}{
		"a.txt":      {"a.txt", 0},
		"a.txt#2":    {"a.txt", 2},
		"a#b.txt#12": {"a#b.txt", 12},
		"a.txt#0":    {"a.txt#0", 0},
		"a.txt#-1":   {"a.txt#-1", 0},
		"a.txt#":     {"a.txt#", 0},
		"feed.xml#x": {"feed.xml#x", 0},
		"#3":         {"", 3},
	} {
		if page, part := cutPart(name); page != want.page || part != want.part {
			t.Errorf("%s: %q %d, want %q %d", name, page, part, want.page, want.part)
		}
	}
}
