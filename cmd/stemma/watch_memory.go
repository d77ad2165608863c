package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"stemma"
	"stemma/internal/watch"
)

// memory is what a watch remembers, beside the pile: the state, and the archive of a
// round that may not be added yet.
type memory struct {
	path  string
	bytes []byte      // as they were read or written last
	last  watch.State // what they say
}

// archive is where what a round brought lies until it is added.
func (m *memory) archive() string { return m.path + ".warc" }

// tidy removes the archive that a watch was killed beside, when all of it is in the pile.
// One that another watch has just written has another name, and stays.
func (m *memory) tidy(s watch.State) {
	if body, err := os.ReadFile(m.archive()); err == nil && s.Pending == "" && (watch.Batch{Archive: body}).Bears(s.Added) {
		os.Remove(m.archive())
	}
}

// load reads the state.
func (m *memory) load() (watch.State, error) {
	data, err := os.ReadFile(m.path)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = []byte("{}"), nil
	}
	if err != nil {
		return watch.State{}, err
	}
	s, err := watch.Decode(data)
	if err != nil {
		return s, fmt.Errorf("%s, where it is remembered what feeds said: %w", m.path, err)
	}
	m.bytes, m.last = data, s
	return watch.Decode(data)
}

// mine gives an error when somebody else has written the state since it was read.
func (m *memory) mine() error {
	now, err := os.ReadFile(m.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && !bytes.Equal(now, m.bytes):
		return fmt.Errorf("another “stemma watch” is at work on this pile: %w", stemma.ErrConflict)
	}
	return err
}

// save writes the state, unless somebody else has written it since it was read.
func (m *memory) save(s watch.State) error {
	if err := m.mine(); err != nil {
		return err
	}
	data, err := s.Encode()
	if err != nil || bytes.Equal(data, m.bytes) {
		return err
	}
	if err := writeWhole(m.path, data); err != nil {
		return err
	}
	m.bytes, m.last = data, s
	return nil
}

// writeWhole writes a file whole or not at all, whenever the machine stops.
func writeWhole(path string, data []byte) error {
	part := path + ".part"
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		os.Remove(part)
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}
