package sqlite

import (
	"encoding/hex"
	"strings"

	"stemma"
	"stemma/internal/store"
)

// The number of a sentence in the full-text index is its article's number and, in
// the low bits, its place in the reading.
const (
	sentenceBits = 22
	maxSentence  = 1<<sentenceBits - 1
	orderDigits  = 10
	orderBase    = 17
)

// orderOf gives the number, below 17^10 < 2^41, that an article's ID asks for: what
// follows the dash, as digits to the base 17, where 0 is the end of the ID and 1–16
// are the hexadecimal digits. So the numbers of IDs of one kind are ordered as the
// IDs are. IDs that agree in ten digits (a pair is likely from a million articles on)
// get neighbouring numbers, and their hits may be in the wrong order.
func orderOf(id stemma.ID) int64 {
	_, digits, ok := strings.Cut(string(id), "-")
	if !ok {
		digits = string(id)
	}
	var n int64
	for i := range orderDigits {
		n *= orderBase
		if i < len(digits) {
			n += hexDigit(digits[i])
		}
	}
	return n
}

// hexDigit gives 1–16; what is no digit counts as the next one below it.
func hexDigit(c byte) int64 {
	switch {
	case c < '0':
		return 1
	case c <= '9':
		return int64(c-'0') + 1
	case c < 'a':
		return 10
	case c <= 'f':
		return int64(c-'a') + 11
	}
	return 16
}

// short gives an ID as it is kept in key columns: the number that its digits give,
// or the ID itself. The letters before the digits are lost: who looks a key up
// compares the ID in what it finds.
func short(id stemma.ID) any {
	if _, digits, ok := cutID(string(id)); ok {
		return int64(digits)
	}
	return string(id)
}

// words writes IDs as words of the index of findings: the 16 hexadecimal digits of an
// ID, or “x” and the bytes of another one in hexadecimal. The letters are lost here too.
func words(ids []stemma.ID, between string) string {
	b := make([]byte, 0, len(ids)*(16+len(between)))
	for i, id := range ids {
		if i > 0 {
			b = append(b, between...)
		}
		if letters, _, ok := cutID(string(id)); ok {
			b = append(b, id[len(letters)+1:]...)
		} else {
			b = hex.AppendEncode(append(b, 'x'), []byte(id))
		}
	}
	return string(b)
}

// findingIDs gives the IDs of all findings of a reading.
func findingIDs(r *stemma.Reading) []stemma.ID {
	var ids []stemma.ID
	ids = addIDs(ids, store.Quotes, r)
	ids = addIDs(ids, store.Figures, r)
	ids = addIDs(ids, store.Times, r)
	ids = addIDs(ids, store.Mentions, r)
	ids = addIDs(ids, store.Events, r)
	return addIDs(ids, store.Victims, r)
}

func addIDs[T any](ids []stemma.ID, k store.Finding[T], r *stemma.Reading) []stemma.ID {
	for i := range *k.In(r) {
		ids = append(ids, k.ID(&(*k.In(r))[i]))
	}
	return ids
}
