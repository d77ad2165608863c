package sqlite

import (
	"container/list"
	"hash/maphash"
	"sync"

	"stemma"
)

const (
	// largeText is from how many bytes on the text of a page is held: a printout or an
	// archive of hundreds of articles is asked for once for each of them.
	largeText = 64 << 10
	// heldText is how many bytes of such texts are held at most.
	heldText = 64 << 20
)

// largeTexts holds the large texts of pages that were asked for last. The zero value is
// ready; several goroutines may use it at once.
type largeTexts struct {
	mu    sync.Mutex
	known map[textKey]*list.Element // of *largeOne
	last  list.List                 // the one asked for last in front
	bytes int
}

// textKey is what a text is known by: its squeezed bytes, so that none is ever of another state
// of the pile.
type textKey struct {
	hash uint64
	size int
}

// textSeed is of the hashes of all keys.
var textSeed = maphash.MakeSeed()

func keyOf(squeezed []byte) textKey {
	return textKey{maphash.Bytes(textSeed, squeezed), len(squeezed)}
}

type largeOne struct {
	key  textKey
	text []byte
}

// find gives a text that is held; nil when it is not.
func (l *largeTexts) find(squeezed []byte) []byte {
	key := keyOf(squeezed)
	l.mu.Lock()
	defer l.mu.Unlock()
	e := l.known[key]
	if e == nil {
		return nil
	}
	l.last.MoveToFront(e)
	return e.Value.(*largeOne).text
}

// hold keeps a text, and lets go of those that were asked for longest ago.
func (l *largeTexts) hold(squeezed, text []byte) {
	key := keyOf(squeezed)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known[key] != nil || len(text) > heldText {
		return
	}
	if l.known == nil {
		l.known = map[textKey]*list.Element{}
	}
	l.known[key] = l.last.PushFront(&largeOne{key, text})
	for l.bytes += len(text); l.bytes > heldText; {
		old := l.last.Remove(l.last.Back()).(*largeOne)
		delete(l.known, old.key)
		l.bytes -= len(old.text)
	}
}

// partOf gives the words in a stretch of a page's text, which comes squeezed; "" when it does
// not lie in it. What it gives holds no more of the page than that.
func (s *Store) partOf(squeezed []byte, place stemma.Span) (string, error) {
	text := s.large.find(squeezed)
	if text == nil {
		var err error
		if text, err = s.expand(squeezed); err != nil {
			return "", err
		}
		if len(text) >= largeText {
			s.large.hold(squeezed, text)
		}
	}
	if place.Start < 0 || place.End > len(text) || place.End < place.Start {
		return "", nil
	}
	return string(text[place.Start:place.End]), nil
}
