package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folder is a folder of the disk without the files of the pile that its pages are added
// to: “stemma add .” does not add the pile to itself, and “stemma watch .” does not see
// its own writing.
type folder struct {
	disk
	at   string // the pile's folder, relative to this one
	pile string // the pile's name in it
}

// disk is what [os.DirFS] gives.
type disk interface {
	fs.StatFS
	fs.ReadDirFS
	fs.ReadFileFS
	fs.ReadLinkFS
}

// beside reports whether a name is the pile's or that of a file that stands beside it:
// the lock, those of SQLite, what watch remembers.
func beside(pile, name string) bool {
	end, ok := strings.CutPrefix(name, pile)
	return ok && (end == "" || end[0] == '-' || strings.HasPrefix(end, ".watch"))
}

// folderFor opens a folder for adding to a pile.
func folderFor(path, pile string) fs.FS {
	all, ok := os.DirFS(path).(disk)
	at, err := filepath.Rel(path, filepath.Dir(pile))
	if !ok || err != nil || !filepath.IsLocal(at) {
		return os.DirFS(path)
	}
	return folder{all, filepath.ToSlash(at), filepath.Base(pile)}
}

// ReadDir implements [fs.ReadDirFS].
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.disk.ReadDir(name)
	if name == f.at {
		entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return beside(f.pile, e.Name()) })
	}
	return entries, err
}
