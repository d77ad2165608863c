// Package gold holds texts that people labelled by hand with what is right, by which the
// program says how often it is right itself.
//
// It takes nothing and gives the annotated texts as a read-only file system, a folder a
// set. It promises that they are the bytes of this folder. It does not read or judge them:
// that is for package eval. README.md says what each set is for and how it was labelled.
package gold

import (
	"embed"
	"io/fs"
)

// Held is the set that is kept for measuring: no rule is mended by its errors.
const Held = "held"

//go:embed */*.txtar
var files embed.FS

// Texts gives the annotated texts, as SET/NAME.txtar.
func Texts() fs.FS { return files }
