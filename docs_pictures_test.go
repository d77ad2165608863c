package stemma

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Pictures of the manual together, in bytes: a checkout stays small.
const picturesMost = 1_500_000

// TestPictures: each picture that a page shows is there and says in words what is on it; none
// lies about that no page shows; all are small.
func TestPictures(t *testing.T) {
	shown := map[string]bool{}
	picture := regexp.MustCompile(`!\[([^\]]*)\]\(([^)\s]+)\)`)
	for page, text := range markdown(t) {
		for _, m := range picture.FindAllStringSubmatch(withoutCode(text), -1) {
			file := path.Join(path.Dir(page), m[2])
			shown[file] = true
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s shows %s, which is not there; “make pictures” takes it", page, file)
			}
			if len(strings.Fields(m[1])) < 3 {
				t.Errorf("%s: %q does not say what is on %s", page, m[1], file)
			}
		}
	}
	files, _ := filepath.Glob("docs/pictures/*")
	size := 0
	for _, file := range files {
		data := read(t, file)
		if size += len(data); !shown[filepath.ToSlash(file)] {
			t.Errorf("no page shows %s", file)
		}
	}
	if len(files) == 0 || size > picturesMost {
		t.Errorf("%d pictures of %d bytes, at most %d", len(files), size, picturesMost)
	}
}
