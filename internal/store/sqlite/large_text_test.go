package sqlite

import (
	"bytes"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"stemma"
)

// TestLargeTextsAreBounded holds texts until there is no more room: those that were asked for
// longest ago go, and what is held stays within its bound.
func TestLargeTextsAreBounded(t *testing.T) {
	var l largeTexts
	third := bytes.Repeat([]byte("x"), heldText/3)
	for _, key := range []string{"a", "b", "c"} {
		l.find([]byte(key))
		l.hold([]byte(key), third)
	}
	l.find([]byte("a")) // asked for again
	l.hold([]byte("d"), third)
	for key, held := range map[string]bool{"a": true, "b": false, "c": true, "d": true} {
		if got := l.find([]byte(key)) != nil; got != held {
			t.Errorf("text %q held: %v, want %v", key, got, held)
		}
	}
	if l.bytes > heldText || len(l.known) != l.last.Len() {
		t.Errorf("%d bytes in %d texts, %d known", l.bytes, l.last.Len(), len(l.known))
	}
	l.hold([]byte("e"), bytes.Repeat([]byte("x"), heldText+1))
	if l.find([]byte("e")) != nil {
		t.Error("a text larger than all room is held")
	}
}

// TestPartOf gives the same words of a large page the first time and again, and nothing of a
// stretch outside.
func TestPartOf(t *testing.T) {
	s := &Store{}
	s.zip, _ = zstd.NewWriter(nil)
	s.unzip, _ = zstd.NewReader(nil)
	page := strings.Repeat("The ferry of Cavral sails at noon. ", 4000)
	squeezed := s.squeeze([]byte(page))
	for range 2 {
		if got, err := s.partOf(squeezed, stemma.Span{Start: 35, End: 69}); got != page[35:69] || err != nil {
			t.Errorf("%q, %v", got, err)
		}
		if got, err := s.partOf(squeezed, stemma.Span{Start: 5, End: len(page) + 1}); got != "" || err != nil {
			t.Errorf("outside: %q, %v", got, err)
		}
	}
	if s.large.last.Len() != 1 {
		t.Errorf("%d texts are held", s.large.last.Len())
	}
}
