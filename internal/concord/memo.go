package concord

import (
	"encoding/binary"
	"errors"
	"slices"

	"stemma"
)

// Memo is what a lineup leaves behind: who is who, and which families have a part in which
// groups. It stands as long as no text is added, no family becomes another, and nobody is
// said to be somebody else; statements of other kinds may change.
type Memo struct{ *pile }

// mostRemembered is of how many texts a memo is kept, at some 100 to 500 bytes a text.
const mostRemembered = 200_000

// Again lines up quotes, figures or events again, as [LineUp] does with all that there is,
// and with them what hangs on them. It gives the kinds of groups that it lined up; of these
// all are put. After an error the memo stands for nothing.
func (m *Memo) Again(from Source, kinds []string, put func(stemma.Lineup) error) (lined []string, err error) {
	out := &output{put: put}
	tallied, happened := m.tallies, m.happenings
	var all []gathering
	for _, kind := range kinds {
		switch kind {
		case "quote":
			lined, all = append(lined, "saying"), append(all, newUtterances())
		case "figure":
			lined, all = append(lined, "tally"), append(all, &figures{})
		case "event":
			lined, all = append(lined, "happening"), append(all, &acts{})
		}
	}
	if err := m.lineUp(from, out, all...); err != nil {
		return nil, err
	}
	if !m.tallies.equal(tallied) || !m.happenings.equal(happened) {
		lined, err = append(lined, "story"), m.lineUp(from, out, &leads{})
	}
	return lined, errors.Join(err, out.flush())
}

// Office reports whether an act of a text says that somebody takes, holds or leaves an
// office: then who is who hangs on it, and a memo does not stand.
func Office(r *stemma.Reading, text string) bool {
	return slices.ContainsFunc(r.Events, func(e stemma.Event) bool {
		role, _ := officeOf(&e, text)
		return role.Name != ""
	})
}

func (g *groups) equal(o groups) bool {
	return slices.Equal(g.ids, o.ids) && slices.Equal(g.parts, o.parts)
}

// The parts of a memo, which are kept apart: most changes leave the first alone.
const (
	memoPile       = "pile"
	memoTallies    = "tallies"
	memoHappenings = "happenings"
)

// Parts gives the memo as bytes, by the name of the part; nil for a pile that is too large to
// be remembered.
func (m *Memo) Parts() map[string][]byte {
	if len(m.texts) > mostRemembered {
		return nil
	}
	return map[string][]byte{memoPile: m.pack(), memoTallies: m.tallies.pack(), memoHappenings: m.happenings.pack()}
}

// Remembered gives a memo of its parts; nil when they are none of a memo, or damaged.
func Remembered(parts map[string][]byte) *Memo {
	p := newPile(nil, nil)
	if !p.unpack(parts[memoPile]) || !p.tallies.unpack(parts[memoTallies]) || !p.happenings.unpack(parts[memoHappenings]) {
		return nil
	}
	p.weigh()
	return &Memo{p}
}

// jotter writes numbers and texts one after the other; a text that comes again is a number.
type jotter struct {
	b     []byte
	texts map[string]int
}

func (j *jotter) number(n int) { j.b = binary.AppendVarint(j.b, int64(n)) }

func (j *jotter) text(s string) {
	n, known := j.texts[s]
	if known {
		j.number(n)
		return
	}
	j.texts[s] = len(j.texts) + 1
	j.number(-len(s) - 1)
	j.b = append(j.b, s...)
}

// reader reads what a jotter wrote. Of bytes that none wrote it gives zeros, and is bad.
type reader struct {
	b     []byte
	texts []string
	bad   bool
}

func (r *reader) number() int {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// count gives a number of things that follow, each of a byte at least.
func (r *reader) count() int {
	n := r.number()
	if n < 0 || n > len(r.b) {
		r.bad, n = true, 0
	}
	return n
}

func (r *reader) text() string {
	switch n := r.number(); {
	case n > 0 && n <= len(r.texts):
		return r.texts[n-1]
	case n < 0 && -n-1 <= len(r.b):
		s := string(r.b[:-n-1])
		r.b, r.texts = r.b[-n-1:], append(r.texts, s)
		return s
	}
	r.bad, r.b = true, nil
	return ""
}
