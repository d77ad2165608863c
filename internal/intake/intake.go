// Package intake opens a pile of saved pages and gives each page with its text.
//
// It takes a read-only file system and gives an [Input] for every page in it, in
// the order of the folders: files of text, HTML, Markdown, PDF, Word, mail, feeds and
// JSON Lines, and the parts of containers (WARC, WACZ, zip, tar, mbox, EPUB, saved
// pages of one file), some deep. It promises that the page text is valid UTF-8, that of
// a text file its line ends are untouched, that the same bytes give the same page ID
// wherever they lie, that what cannot be read becomes a [stemma.Problem] with a reason
// and the run goes on, that what is passed over on purpose is counted, and that memory
// stays bounded whatever the input is: a container over MaxKept is read as a stream, no
// link is followed into a folder, nothing over a stated limit is unpacked. Names inside
// archives are labels and never paths. It does not cut pages into articles (that is
// clip), does not write anything, opens no socket, and knows no word of a human
// language.
package intake

import (
	"archive/zip"
	"bytes"
	"errors"
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
	MaxFile   = 64 << 20  // bytes of a page's file or part
	MaxKept   = 256 << 20 // bytes of a container that is held whole; above, it is a stream
	MaxText   = 4 << 20   // bytes of one page's text
	MaxLine   = 1 << 20   // bytes of one line of plain text
	MaxRecord = 16 << 20  // bytes of one line of a JSON Lines file
)

// Input is one page that was read, or one problem instead of it.
type Input struct {
	Page stemma.Page
	// Body is the file's original bytes. It comes with the first page of a file and
	// is nil with the others, and for a container over MaxKept.
	Body []byte
	// Open gives the bytes of a container over MaxKept from the beginning. It comes with the
	// first page of the file, and is nil with the others.
	Open func() (io.ReadCloser, error)
	// Problem is not nil when no page could be made; Page is then zero.
	Problem *stemma.Problem
}

// Pages gives every page below the root of fsys, folder by folder, names in byte
// order. Small files are read several at a time, so fsys must bear that; the order of
// what is given does not depend on it. Root is the base name of what was added; it becomes [stemma.Page.Root].
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
		end := inOrder(w)
		defer end()
		if w.folder(".", entries) && w.hidden > 0 {
			w.tell(stemma.Passed, ".", fmt.Sprintf("hidden files or folders left out: %d, the first of them %s", w.hidden, w.firstHidden),
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
	ahead       *ahead // reads files before their turn; nil when each waits for its turn
	hidden      int
	firstHidden string
}

func (w *walk) folder(dir string, entries []fs.DirEntry) bool {
	parts := w.partFolders(dir, entries)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if page := parts[e.Name()]; page != "" {
			if !w.passParts(name, page) {
				return false
			}
			continue
		}
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
	if k := kindOf(name); k.passed() {
		return w.pass(name, k)
	}
	if info.Size() == 0 {
		return w.problem(name, "the file is empty", "Save the page again.")
	}
	if w.ahead != nil && info.Size() <= maxAhead {
		return w.ahead.file(*w, name, info)
	}
	return w.file(name, info)
}

// place says where the page lies, and gives it its ID.
func (w *walk) place(p *stemma.Page, name string) {
	p.Root, p.Path = w.root, name
	if w.alone {
		p.Path = path.Base(name)
	}
	p.ID = stemma.NewID("p", p.SHA256, p.Member)
}

// problem hands on a problem with a file, or a part of one.
func (w *walk) problem(name, message, hint string) bool {
	return w.tell("intake", name, message, hint)
}

// passedHint goes with all that was passed over on purpose.
const passedHint = "Nothing needs to be done."

// pass tells of a file that is passed over because of its kind.
func (w *walk) pass(name string, k kind) bool {
	return w.tell(stemma.Passed, name, fmt.Sprintf("%s are not read", k), passedHint)
}

func (w *walk) tell(step, name, message, hint string) bool {
	return w.yield(Input{Problem: &stemma.Problem{
		Source: strings.ToValidUTF8(name, "\uFFFD"), Step: step, Message: strings.ToValidUTF8(message, "\uFFFD"), Hint: hint,
	}}, nil)
}

// readAll reads a file that is known to be within MaxKept, and stops there should
// it have grown since.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var body bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() < MaxKept {
		body.Grow(int(info.Size()) + bytes.MinRead)
	}
	_, err = body.ReadFrom(io.LimitReader(f, MaxKept))
	return body.Bytes(), err
}

// reason gives an error in plain words, without the path that fs wraps around it.
func reason(err error) string {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "it is cut off; its end is missing"
	case errors.Is(err, zip.ErrFormat):
		return "it is no zip file, or its end is missing"
	}
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err.Error()
	}
	return err.Error()
}
