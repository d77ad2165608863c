package main

import (
	"bytes"
	"context"
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"stemma/internal/golden"
)

// The commands that the scripts have besides those of testscript.

// seedPages is where development data lies beside the repository; scripts that use it
// are skipped where it is not there.
const seedPages = "../../../shared/data/seeds"

// seeds FOLDER copies the saved pages of the development data.
func seeds(ts *testscript.TestScript, neg bool, args []string) {
	pages, err := filepath.Glob(filepath.Join(seedPages, "*.txt"))
	ts.Check(err)
	to := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(to, 0o777))
	for _, p := range pages {
		data, err := os.ReadFile(p)
		ts.Check(err)
		ts.Check(os.WriteFile(filepath.Join(to, filepath.Base(p)), data, 0o666))
	}
}

// status CODE ARGS… runs stemma, which must end with that exit code. What it prints
// can be looked at as after exec.
func status(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("stemma", args[1:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// one-by-one PILE FOLDER [backwards] adds each file of a folder by a run of its own.
func oneByOne(ts *testscript.TestScript, neg bool, args []string) {
	files, err := os.ReadDir(ts.MkAbs(args[1]))
	ts.Check(err)
	if len(args) > 2 {
		slices.Reverse(files)
	}
	for _, f := range files {
		ts.Check(ts.Exec("stemma", "add", "--pile", args[0], filepath.Join(args[1], f.Name())))
	}
}

// write FILE TEXT [TIMES [TEXT TIMES]…] writes texts, each so many times; \n and \xNN
// are read as in Go.
func write(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	for rest := args[1:]; len(rest) > 0; rest = rest[min(2, len(rest)):] {
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(rest[0], `"`, `\"`) + `"`)
		ts.Check(err)
		times := 1
		if len(rest) > 1 {
			times, err = strconv.Atoi(rest[1])
			ts.Check(err)
		}
		b.WriteString(strings.Repeat(text, times))
	}
	path := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o777))
	ts.Check(os.WriteFile(path, b.Bytes(), 0o666))
}

// damage FILE original|half changes one byte of every compressed original that the file
// holds, or cuts the file in half.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	if args[1] == "half" {
		ts.Check(os.WriteFile(path, data[:len(data)/2], 0o666))
		return
	}
	frame := []byte{0x28, 0xb5, 0x2f, 0xfd} // as Zstandard frames begin, RFC 8878
	found := 0
	for at := 0; ; {
		i := bytes.Index(data[at:], frame)
		if i < 0 {
			break
		}
		at += i + len(frame) + 12
		data[at] ^= 0xff
		found++
	}
	if found == 0 {
		ts.Fatalf("%s holds nothing compressed", args[0])
	}
	ts.Check(os.WriteFile(path, data, 0o666))
}

// stale PILE takes all quotations out of a pile's readings, as if its rules had found none.
func stale(ts *testscript.TestScript, neg bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec("UPDATE reading SET quotes = (SELECT quotes FROM reading ORDER BY length(quotes) LIMIT 1)")
	ts.Check(err)
}

var held sync.Map // the pile's file → *sql.Conn

// hold PILE writes to a pile, as another process would, until it is released.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	path := ts.MkAbs(args[0])
	db, err := sql.Open("sqlite", path)
	ts.Check(err)
	c, err := db.Conn(context.Background())
	ts.Check(err)
	_, err = c.ExecContext(context.Background(), "BEGIN IMMEDIATE")
	ts.Check(err)
	held.Store(path, c)
	ts.Defer(func() { c.Close(); db.Close() })
}

// release PILE ends what hold began.
func release(ts *testscript.TestScript, neg bool, args []string) {
	c, ok := held.Load(ts.MkAbs(args[0]))
	if !ok {
		ts.Fatalf("%s is not held", args[0])
	}
	_, err := c.(*sql.Conn).ExecContext(context.Background(), "ROLLBACK")
	ts.Check(err)
}

// golden-reads FILE checks that a file is an annotated article.
func goldenReads(ts *testscript.TestScript, neg bool, args []string) {
	c, err := golden.Parse([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	if c.Article.Text == "" || c.Section != "want" {
		ts.Fatalf("no article, or no section “want”")
	}
}

// ordered FILE checks that lines are in byte order, without doubles.
func ordered(ts *testscript.TestScript, neg bool, args []string) {
	lines := strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i-1] >= lines[i] {
			ts.Fatalf("%q stands before %q", lines[i-1], lines[i])
		}
	}
}

// free-port NAME sets a variable to a port that nobody listens on.
func freePort(ts *testscript.TestScript, neg bool, args []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	ts.Check(err)
	ts.Setenv(args[0], port)
}

// get URL asks for a page, as often as needed until the server is up, and prints it.
func get(ts *testscript.TestScript, neg bool, args []string) {
	for range 600 {
		r, err := http.Get(args[0])
		if err != nil {
			time.Sleep(100 * time.Millisecond)
			continue
		}
		defer r.Body.Close()
		_, err = io.Copy(ts.Stdout(), r.Body)
		ts.Check(err)
		return
	}
	ts.Fatalf("nobody answers at %s", args[0])
}

// is-empty FILE checks that a file has no bytes.
func isEmpty(ts *testscript.TestScript, neg bool, args []string) {
	if s := ts.ReadFile(args[0]); s != "" {
		ts.Fatalf("%s is not empty: %q", args[0], s)
	}
}

// holds-nothing FOLDER checks that a folder has no entries of the program's.
func holdsNothing(ts *testscript.TestScript, neg bool, args []string) {
	left, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "stemma-*"))
	ts.Check(err)
	if len(left) > 0 {
		ts.Fatalf("left behind: %v", left)
	}
}

// id-of KIND NAME sets a variable to the ID of the first record of a kind in the export
// of the pile STEMMA_PILE.
func idOf(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("stemma", "export", "--kinds", args[0]))
	_, rest, ok := strings.Cut(ts.ReadFile("stdout"), `"kind":"`+args[0]+`","id":"`)
	if !ok {
		ts.Fatalf("the export has no %s", args[0])
	}
	id, _, _ := strings.Cut(rest, `"`)
	ts.Setenv(args[1], id)
}
