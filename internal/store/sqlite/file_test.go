package sqlite

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

// filled makes a pile of some texts and closes it.
func filled(t *testing.T, entries []store.Entry) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "pile")
	s := opened(t, path, Options{})
	if err := s.Put(t.Context(), entries, nil, nil); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	return path
}

func opened(t *testing.T, path string, opts Options) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func closed(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// refused checks that a path is not opened, and that the error says these words.
func refused(t *testing.T, path string, opts Options, want error, words string) {
	t.Helper()
	s, err := Open(t.Context(), path, opts)
	if err == nil {
		s.Close()
		t.Fatalf("%s was opened", path)
	}
	if !errors.Is(err, want) || !strings.Contains(err.Error(), words) {
		t.Errorf("error %q, want one that wraps %q and says %q", err, want, words)
	}
}

func TestOneFileAfterClose(t *testing.T) {
	path := filled(t, storetest.Entries(3, 1))
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 || files[0].Name() != "pile" {
		t.Errorf("files after Close: %v, %v", files, err)
	}
}

func TestRefusedFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	refused(t, dir, Options{}, stemma.ErrInvalid, "it is a folder")
	refused(t, filepath.Join(dir, "none", "pile"), Options{}, stemma.ErrNotFound, "no such file or folder")
	refused(t, filepath.Join(dir, "none"), Options{ReadOnly: true}, stemma.ErrNotFound, "no such file")
	refused(t, write("short", "x"), Options{}, stemma.ErrInvalid, "not a pile")
	refused(t, write("news.txt", strings.Repeat("The ferry sailed. ", 900)), Options{}, stemma.ErrInvalid, "not a pile")
	refused(t, write("header", magic), Options{}, stemma.ErrInvalid, "not a pile")
	closed(t, opened(t, write("empty", ""), Options{})) // an empty file becomes a pile
}

// Another program's database is refused, and not a byte of it is touched.
func TestForeignDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "birds.db")
	c, err := dial(dsn(path, time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.script("PRAGMA journal_mode = WAL; CREATE TABLE bird (name TEXT)"), c.close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, path, Options{}, stemma.ErrInvalid, "not a pile")
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed, or %v", err)
	}
}

func TestReadOnly(t *testing.T) {
	entries := storetest.Entries(4, 1)
	path := filled(t, entries)
	check := func(t *testing.T, s *Store) {
		defer closed(t, s)
		a, err := s.Article(t.Context(), entries[2].Articles[0].ID)
		if err != nil || a.Text != entries[2].Articles[0].Text {
			t.Errorf("article %q, %v", a.Text, err)
		}
		if err := s.Put(t.Context(), entries, nil, nil); !errors.Is(err, stemma.ErrInvalid) || !s.ReadOnly() {
			t.Errorf("put into a pile to be read only: %v", err)
		}
	}
	t.Run("option", func(t *testing.T) { check(t, opened(t, path, Options{ReadOnly: true})) })
	t.Run("permissions", func(t *testing.T) {
		if err := errors.Join(os.Chmod(path, 0o444), os.Chmod(filepath.Dir(path), 0o555)); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(filepath.Dir(path), 0o777)
		if f, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
			f.Close()
			t.Skip("this user may write what nobody may write")
		}
		check(t, opened(t, path, Options{}))
	})
}

func TestDamagedHeader(t *testing.T) {
	whole, err := os.ReadFile(filled(t, storetest.Entries(4, 1)))
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func([]byte) []byte{
		"page size":   func(b []byte) []byte { b[16], b[17] = 0x12, 0x34; return b },
		"format":      func(b []byte) []byte { b[18], b[19] = 9, 9; return b },
		"schema page": func(b []byte) []byte { copy(b[100:], bytes.Repeat([]byte{0xa5}, 2000)); return b },
		"cut off":     func(b []byte) []byte { return b[:5000] },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "pile")
			if err := os.WriteFile(path, damage(bytes.Clone(whole)), 0o666); err != nil {
				t.Fatal(err)
			}
			refused(t, path, Options{}, stemma.ErrDamaged, "damaged")
			refused(t, path, Options{ReadOnly: true}, stemma.ErrDamaged, "damaged")
		})
	}
}

// A pile with some bytes changed anywhere gives answers or errors, never a panic,
// and never other bytes for an original than those that came in.
func TestDamagedAnywhere(t *testing.T) {
	entries := storetest.Entries(6, 1)
	whole, err := os.ReadFile(filled(t, entries))
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	failures := 0
	for range 60 {
		b := bytes.Clone(whole)
		for range 40 {
			b[headerSize+rnd.IntN(len(b)-headerSize)] = byte(rnd.Uint32())
		}
		path := filepath.Join(t.TempDir(), "pile")
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			failures++
			continue
		}
		if readAll(t, s, entries) != nil {
			failures++
		}
		s.Close()
	}
	if failures == 0 {
		t.Error("no damage was ever noticed")
	}
}

func readAll(t *testing.T, s *Store, entries []store.Entry) error {
	ctx := t.Context()
	_, err1 := s.Counts(ctx)
	_, err2 := s.Figures(ctx, store.Query{})
	_, err3 := s.Search(ctx, store.Search{Match: "the tariff"})
	_, err4 := s.Pages(ctx)
	errs := []error{err1, err2, err3, err4}
	for _, e := range entries {
		b, err := s.Original(ctx, e.Page.SHA256)
		if err == nil && !bytes.Equal(b, e.Body) {
			t.Error("an original came back changed")
		}
		_, err5 := s.Article(ctx, e.Articles[0].ID)
		_, err6 := s.Reading(ctx, e.Articles[0].ID)
		errs = append(errs, err, err5, err6)
	}
	return errors.Join(append(errs, s.Put(ctx, storetest.Entries(3, 9), nil, nil))...)
}

// steps gives the migrations up to a number.
func steps(t *testing.T, last int) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names[:last] {
		text, err := migrations.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(name)] = &fstest.MapFile{Data: text}
	}
	return files
}

func TestMigrations(t *testing.T) {
	entries := storetest.Entries(3, 1)
	path := filepath.Join(t.TempDir(), "pile")
	old, err := open(t.Context(), path, Options{}, steps(t, 1))
	if err != nil {
		t.Fatal(err)
	}
	// This program's Put knows one column and one table more than the first schema: they are
	// there for the time of writing.
	err = errors.Join(old.write.exec("ALTER TABLE article ADD COLUMN victims INTEGER NOT NULL DEFAULT 0"), old.write.exec("CREATE TABLE memo (x)"),
		old.Put(t.Context(), entries, nil, nil), old.write.exec("ALTER TABLE article DROP COLUMN victims"), old.write.exec("DROP TABLE memo"))
	if err != nil {
		t.Fatal(err)
	}
	closed(t, old)
	refused(t, path, Options{ReadOnly: true}, stemma.ErrInvalid, "older Stemma")

	broken := steps(t, 1)
	broken["0002_broken.sql"] = &fstest.MapFile{Data: []byte("CREATE TABLE half (x); CREATE TABLE family (x); CREATE NONSENSE")}
	if _, err := open(t.Context(), path, Options{}, broken); err == nil {
		t.Error("a broken migration was taken")
	}

	s := opened(t, path, Options{})
	if err := s.PutLineup(t.Context(), nil, []stemma.Family{{ID: "f-1"}}, store.Whole(stemma.Lineup{})); err != nil {
		t.Error(err)
	}
	a, err := s.Article(t.Context(), entries[1].Articles[0].ID)
	if err != nil || a.Text != entries[1].Articles[0].Text {
		t.Errorf("after the upgrade: %q, %v", a.Text, err)
	}
	if err := s.write.exec("INSERT INTO version (number, name) VALUES (99, 'of the future')"); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	refused(t, path, Options{}, stemma.ErrInvalid, "newer Stemma")
	refused(t, path, Options{ReadOnly: true}, stemma.ErrInvalid, "newer Stemma")

	gap := fstest.MapFS{"0002_late.sql": &fstest.MapFile{Data: []byte("CREATE TABLE late (x)")}}
	if _, err := open(t.Context(), filepath.Join(t.TempDir(), "gap"), Options{}, gap); err == nil {
		t.Error("a migration without the one before it was taken")
	}
}

// A second writer waits, then gets a clear error; readers go on. Who waits long enough gets
// the pile, whether the first one has closed it or was killed.
func TestSecondWriter(t *testing.T) {
	entries := storetest.Entries(2, 1)
	path := filled(t, entries[:1])
	first := opened(t, path, Options{})
	refused(t, path, Options{Wait: time.Millisecond}, stemma.ErrConflict, "another process")
	reader := opened(t, path, Options{ReadOnly: true})
	if pages, err := reader.Pages(t.Context()); err != nil || len(pages) != 1 {
		t.Errorf("pages beside a writer: %d, %v", len(pages), err)
	}
	closed(t, reader)
	got := make(chan *Store)
	for range 3 {
		go func() {
			s, err := Open(context.Background(), path, Options{Wait: time.Hour})
			if err != nil {
				t.Error(err)
			}
			got <- s
		}()
	}
	closed(t, first)
	for range 2 {
		s := <-got
		select {
		case <-got:
			t.Fatal("two have the pile open for writing")
		case <-time.After(50 * time.Millisecond):
		}
		closed(t, s)
	}
	last := <-got
	if err := last.Put(t.Context(), entries[1:], nil, nil); err != nil {
		t.Error(err)
	}
	closed(t, last)
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("files after all have closed: %v", files)
	}
	if err := os.WriteFile(path+"-lock", nil, 0o666); err != nil { // of one that was killed
		t.Fatal(err)
	}
	closed(t, opened(t, path, Options{Wait: time.Millisecond}))
}

// Rulings and saved searches stay, even when someone speaks SQL.
func TestRulingsStay(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "pile"), Options{})
	defer s.Close()
	if err := s.Rule(t.Context(), stemma.Ruling{ID: "r-1", Verdict: "note"}); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepSearch(t.Context(), stemma.SearchEntry{ID: "s-1"}); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{"DELETE FROM search_entry", "UPDATE search_entry SET name = ''", "DELETE FROM ruling", "UPDATE ruling SET verdict = 'accept'"} {
		if err := s.write.exec(query); err == nil {
			t.Errorf("%s was done", query)
		}
	}
}
