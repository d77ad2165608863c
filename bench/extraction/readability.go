package main

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability"
	parse "golang.org/x/net/html"

	"stemma/bench/measure"
	"stemma/internal/clip/html"
	"stemma/internal/clip/readable"
)

// compareReadability tells on how many pages [readable.Find] keeps what the library keeps
// whose signals it asks, letter for letter, and how fast both are on parsed documents.
func compareReadability(pages []page, runs int) {
	var ours, theirs []float64
	same, asked := 0, 0
	var apart []string
	for range runs {
		var us, them float64
		same, asked, apart = 0, 0, nil
		for _, p := range pages {
			meta := html.Read(p.doc).Meta
			root, err := parse.Parse(strings.NewReader(p.doc))
			if err != nil {
				continue
			}
			asked++
			began := measure.CPU()
			kept := readable.Find(root, meta.Title, meta.Byline != "")
			between := measure.CPU()
			text := libraryKeeps(root)
			them += measure.CPU() - between
			us += between - began
			if signs(keptText(root, kept)) == signs(text) {
				same++
			} else {
				apart = append(apart, p.name)
			}
		}
		ours, theirs = append(ours, us), append(theirs, them)
	}
	fmt.Printf("go-readability keeps the same letters on %d of %d pages and needs %.1f times the CPU; apart: %s\n",
		same, asked, median(theirs)/median(ours), strings.Join(apart, " "))
}

// libraryKeeps asks the library, which changes the document.
func libraryKeeps(root *parse.Node) string {
	p := readability.NewParser()
	base, err := url.Parse("http://localhost/")
	if err != nil {
		return ""
	}
	a, err := p.ParseAndMutate(root, base)
	if err != nil || a.Node == nil {
		return ""
	}
	var text strings.Builder
	for n := range a.Node.Descendants() {
		if n.Type == parse.TextNode {
			text.WriteString(n.Data)
		}
	}
	return text.String()
}

// keptText gives the texts that are kept, in document order.
func keptText(root *parse.Node, kept readable.Kept) string {
	var text strings.Builder
	for n := range root.Descendants() {
		if kept.Texts[n] {
			text.WriteString(n.Data)
		}
	}
	return text.String()
}

// signs gives the letters and digits of a text.
func signs(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
