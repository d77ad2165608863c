package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test program be the command “stemma”, for the scripts and for the
// tests that kill it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stemma": main})
}

// TestScripts runs testdata/script: each file shows one trait of the commands, first in
// words, then as commands with what they must print, then the pages that they read.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			example, err := filepath.Abs("../../demo/pile")
			e.Setenv("EXAMPLE", example)
			e.Setenv("TMPDIR", e.WorkDir)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":        status,
			"one-by-one":    oneByOne,
			"write":         write,
			"damage":        damage,
			"hold":          hold,
			"release":       release,
			"golden-reads":  goldenReads,
			"ordered":       ordered,
			"free-port":     freePort,
			"get":           get,
			"places":        places,
			"is-empty":      isEmpty,
			"holds-nothing": holdsNothing,
			"id-of":         idOf,
			"seeds":         seeds,
			"pack":          pack,
			"site":          site,
			"stale":         stale,
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "development-data":
				_, err := os.Stat(seedPages)
				return err == nil, nil
			case "root":
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
	})
}
