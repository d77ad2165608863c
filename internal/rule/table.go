package rule

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"stemma/internal/text"
)

// table tells by the first tokens which patterns of a set are worth a try. All words that
// no pattern tells apart are one sort and share a row.
type table struct {
	sorts     []uint16                                // by the number of a word
	rows      [][ahead]patterns                       // by sort: what a word of it can stand in, at each place
	begin     []bool                                  // by sort: a pattern begins with it
	needs     [][]int                                 // by sort: the needs that it meets
	kinds     [text.Kinds][text.Cases][ahead]patterns // what any token of a kind can stand in
	kindBegin [text.Kinds][text.Cases]bool            // a pattern begins with any token of a kind
	ends      [ahead]patterns                         // what can be at its end before a place
	marks     [markPlaces][]markRow                   // what can stand at a place with a mark
}

// newTable makes the table of compiled patterns; needs are the words that meet each need.
func newTable(all [][ahead]meets, needs [][]int32, words int) *table {
	t := &table{sorts: make([]uint16, words)}
	blank := func() (row [ahead]patterns) { return [ahead]patterns(newSets(ahead, len(all))) }
	t.ends = blank()
	for k := range t.kinds {
		for c := range t.kinds[k] {
			t.kinds[k][c] = blank()
		}
	}
	rows, met := map[int32][ahead]patterns{}, map[int32][]int{}
	for n := range all {
		for at := range all[n] {
			m := &all[n][at]
			for w := range m.words {
				if rows[w][0] == nil {
					rows[w] = blank()
				}
				rows[w][at].add(n)
			}
			t.general(m, n, at)
		}
	}
	for n, words := range needs {
		for _, w := range words {
			met[w] = append(met[w], n)
			if rows[w][0] == nil {
				rows[w] = blank()
			}
		}
	}
	t.sortWords(blank(), rows, met)
	t.begin = make([]bool, len(t.rows))
	for n := range t.rows {
		t.begin[n] = t.rows[n][0].some()
	}
	for k := range t.kinds {
		for c := range t.kinds[k] {
			t.kindBegin[k][c] = t.kinds[k][c][0].some()
		}
	}
	return t
}

// general notes what a pattern takes at a place whatever the word is.
func (t *table) general(m *meets, pattern, at int) {
	if m.ends {
		t.ends[at].add(pattern)
	}
	for k := range t.kinds {
		for c := range t.kinds[k] {
			if m.kind(text.Kind(k), text.Case(c)) {
				t.kinds[k][c][at].add(pattern)
			}
		}
	}
	for mark := range m.marks {
		t.marks[at] = addMark(t.marks[at], mark, pattern, len(t.ends[0]))
	}
}

// sortWords puts the words into sorts; the first is that of words which no pattern names.
func (t *table) sortWords(blank [ahead]patterns, rows map[int32][ahead]patterns, met map[int32][]int) {
	t.rows, t.needs = append(t.rows, blank), append(t.needs, nil)
	known := map[string]uint16{}
	for _, w := range slices.Sorted(maps.Keys(rows)) {
		key := fmt.Sprint(rows[w], met[w])
		sort, is := known[key]
		if !is {
			if len(t.rows) > math.MaxUint16 {
				panic("rule: more sorts of words than a table has numbers for")
			}
			sort = uint16(len(t.rows))
			known[key] = sort
			t.rows, t.needs = append(t.rows, rows[w]), append(t.needs, met[w])
		}
		t.sorts[w] = sort
	}
}

// sort gives the sort of a token's word.
func (t *table) sort(token *text.Token) uint16 { return t.sorts[token.Known.Number()] }

// mayBegin reports whether a pattern can begin with a token, marks aside.
func (t *table) mayBegin(token *text.Token) bool {
	return t.begin[t.sort(token)] || t.kindBegin[token.Kind][token.Case]
}

// row gives what a token's word can stand in, at each place.
func (t *table) row(token *text.Token) *[ahead]patterns { return &t.rows[t.sort(token)] }

// kind gives what a token can stand in, whatever its word.
func (t *table) kind(token *text.Token) *[ahead]patterns { return &t.kinds[token.Kind][token.Case] }
