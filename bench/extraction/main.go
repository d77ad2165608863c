// Command extraction measures how fast the main text of web pages is found, beside
// go-trafilatura and, where Python has it, trafilatura, on the same pages in the same run.
//
// It takes a folder of HTML files and gives, for each of them, pages a second of CPU time
// and the ratio to Stemma on standard output; with a file of expected texts also how much
// of these each finds. It is a module of its own, so that Stemma does not depend on what it
// is compared with. All are given the same decoded documents, one after the other, in
// turns, so that a busy machine is busy for all.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/markusmobius/go-trafilatura"

	"stemma"
	"stemma/bench/measure"
	"stemma/internal/clip"
	"stemma/internal/clip/html"
	"stemma/lang"
)

func main() {
	runs := flag.Int("runs", 5, "how often each reads all pages; the median counts")
	python := flag.String("python", "python3", "a Python that has trafilatura; left out where it has not")
	expected := flag.String("expected", "", "JSON Lines of {source, text}: what should be found; source ends with the file's name")
	opinion := flag.Bool("readability", false, "compare what a reader's view keeps with go-readability instead")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "extraction: name one folder of HTML files")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *runs, *python, *expected, *opinion); err != nil {
		fmt.Fprintln(os.Stderr, "extraction:", err)
		os.Exit(1)
	}
}

// An extractor finds the main text of each page.
type extractor struct {
	name    string
	extract func(pages []page) (texts []string, cpu float64, err error)
}

// page is one HTML file, decoded.
type page struct{ name, doc string }

func run(folder string, runs int, python, expected string, opinion bool) error {
	pages, err := load(folder)
	if err != nil {
		return err
	}
	if opinion {
		compareReadability(pages, runs)
		return nil
	}
	extractors := []extractor{
		{"Stemma", each(stemmaText())},
		{"go-trafilatura", each(trafilaturaText(false))},
		{"go-trafilatura with fallbacks", each(trafilaturaText(true))},
	}
	if version, ok := pythonHas(python); ok {
		extractors = append(extractors, extractor{"trafilatura " + version + " (Python)", inPython(python, folder)})
	}
	times, texts := make([][]float64, len(extractors)), make([][]string, len(extractors))
	for range runs {
		for i, x := range extractors {
			found, cpu, err := x.extract(pages)
			if err != nil {
				return fmt.Errorf("%s: %w", x.name, err)
			}
			times[i], texts[i] = append(times[i], cpu), found
		}
	}
	want, err := wanted(expected, pages)
	if err != nil {
		return err
	}
	fmt.Printf("%d pages, %d bytes, median of %d runs\n", len(pages), size(pages), runs)
	for i, x := range extractors {
		cpu := median(times[i])
		fmt.Printf("%-32s %7.1f pages a second of CPU, Stemma is %.2f times as fast", x.name, float64(len(pages))/cpu, cpu/median(times[0]))
		if len(want) > 0 {
			p, r := shared(want, texts[i])
			fmt.Printf(", precision %.3f, recall %.3f, F1 %.3f", p, r, 2*p*r/max(p+r, 1e-9))
		}
		fmt.Println()
	}
	return nil
}

// load reads the HTML files of a folder, in the order of their names.
func load(folder string) ([]page, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.html"))
	if err != nil {
		return nil, err
	}
	var pages []page
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page{filepath.Base(f), strings.ToValidUTF8(string(body), "\uFFFD")})
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("no files *.html in %s", folder)
	}
	return pages, nil
}

// each makes an extractor of a function for one document, and takes the CPU time.
func each(text func(doc string) string) func([]page) ([]string, float64, error) {
	return func(pages []page) ([]string, float64, error) {
		var texts []string
		before := measure.CPU()
		for _, p := range pages {
			texts = append(texts, text(p.doc))
		}
		return texts, measure.CPU() - before, nil
	}
}

// stemmaText reads a document's blocks and metadata and cuts it into articles, all that
// is done before statements are looked for.
func stemmaText() func(string) string {
	var packs []*lang.Pack
	for _, code := range lang.Codes() {
		packs = append(packs, lang.Load(code))
	}
	cutter := clip.New(packs...)
	return func(doc string) string {
		c := html.Read(doc)
		articles, _, _ := cutter.Articles(stemma.Page{Text: c.Text, Blocks: c.Blocks, Meta: c.Meta, Format: "html"})
		var own []string
		for _, a := range articles {
			own = append(own, a.Own())
		}
		return strings.Join(own, "\n")
	}
}

// trafilaturaText is go-trafilatura with its defaults, with or without the other
// extractors that it can ask where it is in doubt. A page without text gives none.
func trafilaturaText(fallback bool) func(string) string {
	return func(doc string) string {
		found, err := trafilatura.Extract(strings.NewReader(doc), trafilatura.Options{EnableFallback: fallback, ExcludeComments: true})
		if err != nil || found == nil {
			return ""
		}
		return found.ContentText
	}
}

func median[T cmp.Ordered](xs []T) T {
	s := slices.Sorted(slices.Values(xs))
	return s[len(s)/2]
}

func size(pages []page) (n int) {
	for _, p := range pages {
		n += len(p.doc)
	}
	return n
}
