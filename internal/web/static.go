package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"time"
)

// asset is a style, script or picture as it is served.
type asset struct {
	body []byte
	tag  string // first digits of its hash, for its address and its ETag
}

// mediaTypes lists what may be served.
var mediaTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// readAssets reads the styles, scripts and pictures of the layout and of all
// screens. They are served by their file names, which must differ.
func readAssets() map[string]asset {
	assets := map[string]asset{}
	err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || mediaTypes[path.Ext(p)] == "" {
			return err
		}
		body, err := files.ReadFile(p)
		if err != nil {
			return err
		}
		if _, twice := assets[path.Base(p)]; twice {
			panic("web: two files named " + path.Base(p))
		}
		sum := sha256.Sum256(body)
		assets[path.Base(p)] = asset{body, hex.EncodeToString(sum[:6])}
		return nil
	})
	if err != nil {
		panic("web: " + err.Error())
	}
	return assets
}

// assetHref is the address of a file; "" when there is none. It changes with the
// file, so that a browser never shows a new page in an old style.
func (s *server) assetHref(name string) string {
	a, ok := s.assets[name]
	if !ok {
		return ""
	}
	return "/static/" + name + "?" + a.tag
}

// static serves a file of the layout or of a screen.
func (s *server) static(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	a, ok := s.assets[name]
	if !ok {
		s.notFound(w, r)
		return
	}
	w.Header().Set("Content-Type", mediaTypes[path.Ext(name)])
	w.Header().Set("ETag", `"`+a.tag+`"`)
	w.Header().Set("Cache-Control", "no-cache")
	if r.URL.RawQuery == a.tag {
		w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
}
