package intake

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"stemma"
)

// A browser that saves a page with its pictures makes a folder beside it: “Page.html”
// and “Page_files/”. What is in there belongs to the page and is no page of its own.
// The folder's name begins as the page's does, but how it ends depends on the browser's
// language, so the page is asked: it names the folder in its links.

// folderParts gives those folders of an archive that belong to a saved page beside
// them, as far as their names tell.
func folderParts(names []string) map[string]bool {
	stems := map[string]bool{}
	for _, name := range names {
		if kindOf(name) == kindHTML {
			stems[stem(name)] = true
		}
	}
	parts := map[string]bool{}
	for _, name := range names {
		for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
			if page, ok := strings.CutSuffix(dir, "_files"); ok && stems[page] {
				parts[dir] = true
			}
		}
	}
	return parts
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// partFolders gives those of a folder's entries that are folders of a saved page beside
// them, with that page's name.
func (w *walk) partFolders(dir string, entries []fs.DirEntry) map[string]string {
	var pages []string
	for _, e := range entries {
		if !e.IsDir() && kindOf(e.Name()) == kindHTML {
			pages = append(pages, e.Name())
		}
	}
	parts := map[string]string{}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		for _, page := range pages {
			rest, ok := strings.CutPrefix(e.Name(), stem(page))
			if ok && rest != "" && strings.ContainsRune("_-. ", rune(rest[0])) && w.names(path.Join(dir, page), e.Name()) {
				parts[e.Name()] = page
				break
			}
		}
	}
	return parts
}

// names reports whether a page's links lead into a folder beside it.
func (w *walk) names(page, folder string) bool {
	info, err := fs.Stat(w.fsys, page)
	if err != nil || !info.Mode().IsRegular() || info.Size() > MaxFile {
		return false
	}
	body, err := readAll(w.fsys, page)
	if err != nil {
		return false
	}
	for _, form := range []string{folder, html.EscapeString(folder), url.PathEscape(folder)} {
		if bytes.Contains(body, []byte(form+"/")) {
			return true
		}
	}
	return false
}

// passParts tells of a folder that belongs to a saved page; what is in it is counted.
func (w *walk) passParts(dir, page string) bool {
	n := 0
	count := func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return nil // what cannot be opened would not have been read either
	}
	fs.WalkDir(w.fsys, dir, count)
	return w.tell(stemma.Passed, dir, fmt.Sprintf("its %d files belong to the saved page %s and are no pages of their own", n, page), passedHint)
}
