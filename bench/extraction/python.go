package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
)

// program reads the named files with trafilatura and prints its texts and the CPU time
// that finding them took, as JSON.
const program = `
import json, os, sys, time
import trafilatura
folder, names = sys.argv[1], json.load(sys.stdin)
docs = [open(os.path.join(folder, n), encoding="utf-8", errors="replace").read() for n in names]
start = time.process_time()
texts = [trafilatura.extract(d, include_comments=False) or "" for d in docs]
json.dump({"texts": texts, "cpu": time.process_time() - start}, sys.stdout)
`

// pythonHas gives the version of trafilatura that a Python has.
func pythonHas(python string) (version string, ok bool) {
	out, err := exec.Command(python, "-c", "import trafilatura; print(trafilatura.__version__)").Output()
	return strings.TrimSpace(string(out)), err == nil
}

// inPython extracts with trafilatura in a process of its own; its start is not counted.
func inPython(python, folder string) func([]page) ([]string, float64, error) {
	return func(pages []page) ([]string, float64, error) {
		var names []string
		for _, p := range pages {
			names = append(names, p.name)
		}
		list, err := json.Marshal(names)
		if err != nil {
			return nil, 0, err
		}
		c := exec.Command(python, "-c", program, folder)
		c.Stdin = strings.NewReader(string(list))
		out, err := c.Output()
		if err != nil {
			return nil, 0, fmt.Errorf("running %s: %w", python, err)
		}
		var found struct {
			Texts []string
			CPU   float64
		}
		return found.Texts, found.CPU, json.Unmarshal(out, &found)
	}
}
