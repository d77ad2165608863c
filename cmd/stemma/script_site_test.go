package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// site NAME FOLDER shows a folder as a web site on this computer, with times of change
// and answers to conditions; NAME is set to its address. What is asked for is written to
// FOLDER.log, a line each with the status of the answer; what is posted to /hook, to
// FOLDER.hook. “SITE” in files is the address.
func site(ts *testscript.TestScript, neg bool, args []string) {
	folder := ts.MkAbs(args[1])
	var mu sync.Mutex
	write := func(path, line string) {
		mu.Lock()
		defer mu.Unlock()
		f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
		if err == nil {
			fmt.Fprintln(f, line)
			f.Close()
		}
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost && r.URL.Path == "/hook" {
			body, _ := io.ReadAll(r.Body)
			if !json.Valid(body) {
				w.WriteHeader(http.StatusBadRequest)
			}
			write(folder+".hook", string(body))
			return
		}
		told := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		serveSite(told, r, folder)
		write(folder+".log", fmt.Sprintf("%d %s", told.status, r.URL.Path))
	}))
	ts.Defer(server.Close)
	ts.Setenv(args[0], server.URL)
}

func serveSite(w http.ResponseWriter, r *http.Request, folder string) {
	path := filepath.Join(folder, filepath.FromSlash(r.URL.Path))
	data, err := os.ReadFile(path)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	info, err := os.Stat(path)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	text := strings.ReplaceAll(string(data), "SITE", "http://"+r.Host)
	w.Header().Set("ETag", fmt.Sprintf(`"%d-%d"`, len(text), info.ModTime().UnixNano()))
	if filepath.Ext(path) == ".xml" {
		w.Header().Set("Content-Type", "application/atom+xml")
	}
	http.ServeContent(w, r, path, info.ModTime(), strings.NewReader(text))
}

// statusWriter keeps the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

// WriteHeader implements [http.ResponseWriter].
func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}
