package stemma

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// ID names a page, an article, a finding or a group. It is made from content, so
// the same bytes give the same ID on any machine, in any order.
type ID string

// NewID gives the ID of the thing that the parts describe: a letter or two for its
// kind, a dash, and the first 16 hexadecimal digits of the SHA-256 of the parts.
// Parts are separated by a zero byte, so that no two lists of parts run together.
func NewID(kind string, parts ...string) ID {
	var room [128]byte // most findings' parts fit
	said := append(room[:0], kind...)
	for _, part := range parts {
		said = append(append(said, 0), part...)
	}
	if len(parts) == 0 {
		said = append(said, 0)
	}
	sum := sha256.Sum256(said)
	return ID(hex.AppendEncode(append(append(said[:0], kind...), '-'), sum[:8]))
}

// FindingID gives the ID of a finding of a kind (“quote”, “figure” …) in an
// article. What tells two findings at one place apart goes into extra.
func FindingID(kind string, article ID, s Span, extra ...string) ID {
	return NewID(kindLetters[kind], append([]string{string(article), strconv.Itoa(s.Start), strconv.Itoa(s.End)}, extra...)...)
}

// kindLetters are the beginnings of IDs, so that a person can tell what one names.
var kindLetters = map[string]string{
	"quote": "q", "figure": "f", "time": "t", "name": "n", "event": "e", "victim": "v",
}
