// Package intake opens a pile of saved pages and gives each page with its text.
//
// It takes a read-only file system and gives an [Input] for every page in it, in
// the order of the folders: plain text, HTML and JSON Lines (also gzipped). It
// promises that the page text is valid UTF-8 with its line ends untouched, that the
// same bytes give the same page ID wherever they lie, that what cannot be read
// becomes a [stemma.Problem] with a reason and the run goes on, and that memory
// stays bounded whatever the input is: a JSON Lines file is never held as pages all
// at once, no link is followed into a folder, nothing over a stated limit is
// decoded. It does not cut pages into articles (that is clip), does not write
// anything, and knows no word of a human language.
package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"strings"

	"stemma"
)

// Limits on what is taken for a saved page. No newspaper article comes near them;
// they keep one bad file from stopping a pile.
const (
	MaxFile   = 64 << 20 // bytes of a text or HTML file, and of a JSON Lines file whose body is kept
	MaxText   = 4 << 20  // bytes of one page's text
	MaxLine   = 1 << 20  // bytes of one line of plain text
	MaxRecord = 16 << 20 // bytes of one line of a JSON Lines file
	MaxStream = 16 << 30 // bytes of a JSON Lines file, unpacked
)

// Input is one page that was read, or one problem instead of it.
type Input struct {
	Page stemma.Page
	// Body is the file's original bytes. It comes with the first page of a file and
	// is nil with the others, and for a JSON Lines file over MaxFile.
	Body []byte
	// Problem is not nil when no page could be made; Page is then zero.
	Problem *stemma.Problem
}

// Pages gives every page below the root of fsys, folder by folder, names in byte
// order. Root is the base name of what was added; it becomes [stemma.Page.Root].
// The error is not nil only when the root itself cannot be opened; it then comes
// once, last.
func Pages(fsys fs.FS, root string) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		entries, err := fs.ReadDir(fsys, ".")
		if err != nil {
			yield(Input{}, fmt.Errorf("intake %s: %w", root, err))
			return
		}
		w := &walk{fsys: fsys, root: root, yield: yield}
		if w.folder(".", entries) && w.hidden > 0 {
			w.problem(".", fmt.Sprintf("%d hidden files or folders were left out (the first is %s)", w.hidden, w.firstHidden),
				"Names that begin with a dot are not read; rename what belongs to the pile.")
		}
	}
}

// File gives the pages of one file that was added alone: its Root is "" and its
// Path is its base name.
func File(fsys fs.FS, name string) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		info, err := fs.Stat(fsys, name)
		if err != nil {
			yield(Input{}, fmt.Errorf("intake %s: %w", name, err))
			return
		}
		w := &walk{fsys: fsys, alone: true, yield: yield}
		w.regular(name, info)
	}
}

// walk carries what every step of one run through a file system needs. Its methods
// report false when the caller wants no more.
type walk struct {
	fsys        fs.FS
	root        string
	alone       bool // one file, not a folder
	yield       func(Input, error) bool
	hidden      int
	firstHidden string
}

func (w *walk) folder(dir string, entries []fs.DirEntry) bool {
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			if w.hidden == 0 {
				w.firstHidden = strings.ToValidUTF8(name, "\uFFFD")
			}
			w.hidden++
			continue
		}
		if !w.entry(name, e) {
			return false
		}
	}
	return true
}

func (w *walk) entry(name string, e fs.DirEntry) bool {
	if !fs.ValidPath(name) {
		return w.problem(name, "the file's name is not valid UTF-8, so it cannot be opened", "Rename the file.")
	}
	if e.IsDir() {
		entries, err := fs.ReadDir(w.fsys, name)
		if err != nil && !w.problem(name, "the folder cannot be opened: "+reason(err), "Check its permissions, then add it again.") {
			return false
		}
		return w.folder(name, entries)
	}
	info, err := fs.Stat(w.fsys, name) // follows a link to its end
	switch {
	case err != nil && e.Type()&fs.ModeSymlink != 0:
		return w.problem(name, "the link leads nowhere or in a circle", "Remove the link, or let it point to a file.")
	case err != nil:
		return w.problem(name, "the file cannot be opened: "+reason(err), "Check its permissions, then add it again.")
	case info.IsDir():
		return w.problem(name, "the link leads to a folder; links to folders are not followed, because they can run in a circle",
			"If the folder is not in the pile already, add it by its own name.")
	}
	return w.regular(name, info)
}

func (w *walk) regular(name string, info fs.FileInfo) bool {
	if !info.Mode().IsRegular() {
		return w.problem(name, "it is neither a file nor a folder, but a device or a pipe", "Remove it from the pile.")
	}
	k := kindOf(name)
	switch {
	case k == kindNone:
		return w.unknown(name)
	case info.Size() == 0:
		return w.problem(name, "the file is empty", "Save the page again.")
	case k == kindRecords:
		return w.records(name, info.Size())
	case info.Size() > MaxFile:
		return w.problem(name, fmt.Sprintf("the file has %d MB; a page may have %d", info.Size()>>20, MaxFile>>20),
			"Split the file, or turn it into JSON Lines with one article a line.")
	}
	body, err := readAll(w.fsys, name)
	if err != nil {
		return w.problem(name, "the file cannot be read: "+reason(err), "Check its permissions, then add it again.")
	}
	sum := sha256.Sum256(body)
	p := stemma.Page{SHA256: hex.EncodeToString(sum[:]), Format: string(k)}
	w.place(&p, name)
	if trouble := fill(&p, body); trouble != nil {
		return w.problem(name, trouble.message, trouble.hint)
	}
	return w.yield(Input{Page: p, Body: body}, nil)
}

// unknown says why a file of no known kind is not read; it looks at its first bytes
// to say so precisely.
func (w *walk) unknown(name string) bool {
	head := make([]byte, 512)
	n := 0
	if f, err := w.fsys.Open(name); err == nil {
		n, _ = io.ReadFull(f, head)
		f.Close()
	}
	if t := binary(head[:n]); t != nil {
		return w.problem(name, t.message, t.hint)
	}
	what := "files without an ending such as .txt"
	if ext := path.Ext(name); ext != "" {
		what = fmt.Sprintf("files of the kind “%s”", ext)
	}
	return w.problem(name, what+" cannot be read",
		"Saved pages are read as .txt, .html or .jsonl; rename or convert the file.")
}

// place says where the page lies, and gives it its ID.
func (w *walk) place(p *stemma.Page, name string) {
	p.Root, p.Path = w.root, name
	if w.alone {
		p.Path = path.Base(name)
	}
	p.ID = stemma.NewID("p", p.SHA256, p.Member)
}

// problem hands on a problem with a whole file.
func (w *walk) problem(name, message, hint string) bool {
	return w.yield(Input{Problem: &stemma.Problem{
		Source: strings.ToValidUTF8(name, "\uFFFD"), Step: "intake", Message: message, Hint: hint,
	}}, nil)
}

// readAll reads a file that is known to be within MaxFile, and stops there should
// it have grown since.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxFile))
}

// reason gives an error without the path that fs wraps around it.
func reason(err error) string {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err.Error()
	}
	return err.Error()
}
