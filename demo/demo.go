// Package demo holds the example pile: a dozen saved pages about an invented
// country, Marenda, written for this project.
//
// It takes nothing and gives the pile as a read-only file system, so that
// “stemma demo” and the tests have something to read without a network and
// without anybody's articles. It promises that the pages are the bytes in the
// folder pile/, encodings and all. It does not read, cut or interpret them;
// what should be found in them stands in README.md.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed pile
var files embed.FS

// Pile returns the example pages as a file system whose root is the folder
// pile/: its names are those of the pages, without a folder in front.
func Pile() fs.FS {
	pile, err := fs.Sub(files, "pile")
	if err != nil { // “pile” is a valid path, fixed at compile time
		panic("demo: " + err.Error())
	}
	return pile
}
