package intake

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Bounds on what one file may hold. A text or an archive that is what it says does not
// come near them.
const (
	maxDepth    = 4       // containers within one another
	maxMembers  = 1 << 20 // parts of one file
	maxRatio    = 200     // bytes unpacked for each byte of the file, besides MaxFile
	maxProblems = 50      // problems of one file that are told one by one
)

// NotKept is the message with the first page of a file whose bytes are not in the pile: it
// was over MaxKept, and an earlier version put it there, or it changed while it was read.
const NotKept = "the file has over 256 MB: the pile keeps its SHA-256, but not its bytes"

var errUnpacks = errors.New("it unpacks to far more than it should: it was made to fill a disk, or is no archive of pages")

// limited reads up to MaxFile bytes.
func limited(from io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(from, MaxFile+1))
	if err == nil && len(body) > MaxFile {
		err = fmt.Errorf("it has more than %d MB", MaxFile>>20)
	}
	return body, err
}

// metered counts what is unpacked against the file's bound.
func (f *opened) metered(from io.Reader) io.Reader { return &meter{from, &f.left} }

type meter struct {
	from io.Reader
	left *int64
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	if *m.left -= int64(n); *m.left < 0 {
		return 0, errUnpacks
	}
	return n, err
}

// label cleans a name that an archive gives to a part: no way out of the archive, no
// characters that turn or hide what follows.
func label(name string) string {
	name = strings.Map(func(r rune) rune {
		if r == '\\' {
			return '/'
		}
		if r == '#' {
			return '_' // it stands between the names of parts
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
	parts := slices.DeleteFunc(strings.Split(name, "/"), func(s string) bool { return s == "" || s == "." || s == ".." })
	if name = strings.Join(parts, "/"); len(name) > 1024 {
		name = strings.ToValidUTF8(name[:1024], "")
	}
	return name
}
