package quote

import (
	"strings"

	"stemma/internal/text"
)

// What a mark can be by its form and by what it is glued to.

// opensHere reports whether the mark at i can open: by its form, unless it is glued
// to the word before and to nothing behind.
func opensHere(d *text.Doc, i int, in tokens) bool {
	t := d.Tokens[i]
	before := t.Glued && i > in.first && !opening(d, i-1)
	after := gluedAfter(d, i, in)
	switch {
	case glyph(d, i, openers):
		return !before || after
	case glyph(d, i, closersOnly):
		return !before && after
	}
	return !before && after || !before && !t.Glued
}

// furthest is how many tokens behind a mark are looked at for those that belong to it. A
// quotation may be longer, but not in single marks or within other ones; and whoever looked to
// the end of a paragraph from each of its marks would never be done with a long one.
const furthest = 1000

// reach gives the token before which what belongs to the mark at i stands.
func (in tokens) reach(i int) int { return min(in.end, i+furthest) }

// singleEnd gives the mark that closes the single one at i, -1 when it is an
// apostrophe.
func singleEnd(d *text.Doc, i int, in tokens) int {
	loose := -1
	for j := i + 2; j < in.reach(i); j++ {
		t := d.Tokens[j]
		if t.Kind != text.Mark {
			continue
		}
		if t.Norm == `"` {
			break
		}
		tight := j+1 < in.end && d.Tokens[j+1].Glued
		if !t.Glued || tight && d.Tokens[j+1].Kind == text.Word {
			continue
		}
		if d.Tokens[j-1].Kind == text.Punct || j+1 >= in.end || d.Tokens[j+1].Kind == text.Punct {
			return j
		}
		if loose < 0 {
			loose = j
		}
	}
	return loose
}

func hasWord(d *text.Doc, in tokens) bool {
	for i := in.first; i < in.end; i++ {
		if d.Tokens[i].Kind == text.Word || d.Tokens[i].Kind == text.Number {
			return true
		}
	}
	return false
}

func gluedAfter(d *text.Doc, i int, in tokens) bool { return i+1 < in.end && d.Tokens[i+1].Glued }

func straight(d *text.Doc, i int) bool { return !glyph(d, i, openers) && !glyph(d, i, closersOnly) }

func opening(d *text.Doc, i int) bool {
	k := d.Tokens[i]
	return k.Kind == text.Mark || k.Kind == text.Punct && strings.Contains("([—-¡¿/:", k.Norm)
}

func glyph(d *text.Doc, i int, set string) bool {
	return strings.Contains(set, d.Tokens[i].Span.Of(d.Text))
}
