package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoSockets looks over the shoulder of the commands, with strace: on pages full of
// addresses none of them asks the system for a socket of the internet.
func TestNoSockets(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("there is no strace here; sockets_test.go reads the sources")
	}
	if err := exec.Command(strace, "-qq", "-e", "trace=none", "true").Run(); err != nil {
		t.Skipf("strace may not look at programs here: %v", err)
	}
	folder := t.TempDir()
	pages := filepath.Join(folder, "pages")
	if err := os.Mkdir(pages, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{
		"a.html": `<!doctype html><html><head><title>Pier</title><link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script>
			<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"></head><body><h1>Pier</h1><p>The pier of Sund was closed on Friday, police said. <img src="http://127.0.0.1:9/a.png"></p></body></html>`,
		"b.xml": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tal</title><entry><title>Ferry</title><link href="http://127.0.0.1:9/b"/><summary>The ferry left.</summary></entry></feed>`,
	} {
		if err := os.WriteFile(filepath.Join(pages, name), []byte(body), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pile := filepath.Join(folder, "p.stemma")
	for _, args := range [][]string{
		{"add", "--pile", pile, pages}, {"watch", "--once", "--pile", pile, pages}, {"export", "--pile", pile}, {"texts", "--pile", pile},
		{"search", "--pile", pile, "pier"}, {"verify", "--pile", pile}, {"rebuild", "--pile", pile}, {"problems", "--pile", pile},
	} {
		if calls := traced(t, strace, args); strings.Contains(calls, "AF_INET") {
			t.Errorf("stemma %v opens a socket:\n%s", args, calls)
		}
	}
	// The same look sees a socket where there is one.
	if calls := traced(t, strace, []string{"watch", "--once", "--allow-private", "--pile", pile, "http://127.0.0.1:9/feed"}); !strings.Contains(calls, "AF_INET") {
		t.Errorf("“stemma watch” asks a server, and this test does not see it:\n%s", calls)
	}
}

// traced runs stemma and gives the calls about sockets that it made.
func traced(t *testing.T, strace string, args []string) string {
	t.Helper()
	calls := filepath.Join(t.TempDir(), "calls")
	c := exec.Command(strace, append([]string{"-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", calls, "stemma"}, args...)...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("stemma %v: %v\n%s", args, err, out)
	}
	data, err := os.ReadFile(calls)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
