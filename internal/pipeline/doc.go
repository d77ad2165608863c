// Package pipeline carries a pile through the steps into a store: pages are opened,
// cut, read and kept; then all texts are compared and lined up.
//
// It takes inputs and a [store.Store]. It promises that what a batch committed stays,
// whenever the run ends; that a run begun again goes on where it stopped; that the
// number of workers and the order of the inputs change nothing in the result; and that
// a step that panics on one page costs that page, which becomes a Problem, and not the
// run. It knows nothing of files, screens or databases, and finds nothing itself.
package pipeline

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"strings"

	"stemma"
	"stemma/internal/clip"
	"stemma/internal/gazetteer"
	"stemma/internal/intake"
	"stemma/internal/store"
	"stemma/lang"
)

// steps rises with every change of what kin or concord gives. The index of seeds is made
// anew when it rises, since it may be cut otherwise; new rules of a language leave it alone.
const steps = "10"

// Version names the steps as they are now: a lineup made by another version is made anew.
func Version() string { return steps + "+" + lang.Version() }

// sameSteps reports whether a version that is kept is one of today's steps, whatever the
// rules; nothing is known of a pile that no version is kept of, and what it holds was put
// there by a run that did not come to its end.
func sameSteps(version string) bool {
	before, _, _ := strings.Cut(version, "+")
	return version == "" || before == steps
}

// Options says how to run.
type Options struct {
	Workers  int            // 0 means one for each core
	Progress func(Progress) // called between batches, never at the same time; may be nil
}

// Progress says how far a run has come.
type Progress struct {
	Step     string // “reading”, “placing”, “comparing”, “lining up”
	Pages    int    // opened so far
	Added    int    // of these, new to the pile
	Articles int    // cut from the new ones
	Problems int
	Percent  int // of the texts that a step after reading goes through; it has come no further than 99
}

// Report says what a run did.
type Report struct {
	Pages, Added, Known, Articles int
	Problems                      []stemma.Problem // of this run, in the order met
	Passed                        []stemma.Problem // what was passed over on purpose ([stemma.Passed])
}

func (r *Report) progress(step string) Progress {
	return Progress{Step: step, Pages: r.Pages, Added: r.Added, Articles: r.Articles, Problems: len(r.Problems)}
}

// Add takes inputs into the pile and lines the pile up again if anything is new. When
// ctx is cancelled it stops between two batches and gives ctx's error; what was
// committed stays.
func Add(ctx context.Context, inputs iter.Seq2[intake.Input, error], to store.Store, o Options) (Report, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	var packs []*lang.Pack
	for _, code := range lang.Codes() {
		packs = append(packs, lang.Load(code))
	}
	back := roomy()
	a := &adder{ctx: ctx, to: to, options: o, gazetteer: gazetteer.Default(), cutter: clip.New(packs...), crowded: func() { crowded(back) }}
	err := a.run(inputs)
	back() // what is lined up lives until the end
	if err == nil {
		err = LineUp(ctx, to, o)
	}
	if err != nil {
		return a.report, fmt.Errorf("adding to the pile: %w", err)
	}
	return a.report, nil
}
