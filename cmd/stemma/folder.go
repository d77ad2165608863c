package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// folder is a folder of the disk without the files of the pile that its pages are added
// to: “stemma add .” does not add the pile to itself.
type folder struct {
	disk
	at   string   // the pile's folder, relative to this one
	hide []string // names in it
}

// disk is what [os.DirFS] gives.
type disk interface {
	fs.StatFS
	fs.ReadDirFS
	fs.ReadFileFS
	fs.ReadLinkFS
}

// besides are the ends of the files that stand beside a pile: the lock, those of SQLite,
// and what watch remembers.
var besides = []string{"", "-lock", "-wal", "-shm", "-journal", ".watch"}

// folderFor opens a folder for adding to a pile.
func folderFor(path, pile string) fs.FS {
	all, ok := os.DirFS(path).(disk)
	at, err := filepath.Rel(path, filepath.Dir(pile))
	if !ok || err != nil || !filepath.IsLocal(at) {
		return os.DirFS(path)
	}
	f := folder{disk: all, at: filepath.ToSlash(at)}
	for _, end := range besides {
		f.hide = append(f.hide, filepath.Base(pile)+end)
	}
	return f
}

// ReadDir implements [fs.ReadDirFS].
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.disk.ReadDir(name)
	if name == f.at {
		entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return slices.Contains(f.hide, e.Name()) })
	}
	return entries, err
}
