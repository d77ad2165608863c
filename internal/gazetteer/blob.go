package gazetteer

import (
	"encoding/binary"
	"math"
	"strings"
)

// The embedded files, as generate writes them. Each begins with a line of text that names
// source, licence and date; numbers are little-endian.
//
// Records files hold, for each place, RecordSize bytes; a place's number is its position
// over all records files:
//
//	0  3  latitude  × 10⁴, signed       14 3  number of the place it lies in; its own: none
//	3  3  longitude × 10⁴, signed       17 3  number of the name entry with its usual name
//	6  4  GeoNames ID; for a country    20 1  class (index in classes), + 16 for a capital
//	      its two letters
//	10 4  inhabitants
//
// Names files hold the folded names in byte order, BlockSize to a block; the files
// follow each other in that order too. First the number of blocks (4 bytes), then the
// offset of each block from the start of the offsets (4 bytes each), then the blocks. An
// entry of a block is
//
//	1 byte   how many bytes it shares with the entry before (0 for the first of a block)
//	1 byte   how many more bytes it has, and these bytes
//	1 byte   how many places bear it (255: 255 or more; the rest are left out), and for
//	         each 1 byte flags, 3 bytes place number, and if SpelledOut 1 byte length and
//	         the exact spelling
//
// The words file is a bit set of 2^WordBits bits, addressed by WordHash of the first word
// of every name.
const (
	RecordSize = 21
	BlockSize  = 16
	WordBits   = 20
	Alternate  = 1 // flag: not the usual name of the place
	SpelledOut = 2 // flag: the spelling is not Capitals(key)
	SameAgain  = 4 // flag: spelled as the one before
)

// classes gives a class its number in the records.
var classes = []Class{Country, Region, Sea, Admin1, Admin2, City, Site}

// WordHash gives the bit of a first word in the words file (FNV-1a, folded to WordBits).
func WordHash(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return (h ^ h>>WordBits) & (1<<WordBits - 1)
}

// Capitals returns the folded name with a capital at the beginning of each word, the most
// usual spelling.
func Capitals(key string) string {
	b := []byte(key)
	for i, c := range b {
		if 'a' <= c && c <= 'z' && (i == 0 || b[i-1] == ' ') {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

func afterHeader(file string) string {
	_, rest, _ := strings.Cut(file, "\n")
	return rest
}

func u24(s string) int { return int(s[0]) | int(s[1])<<8 | int(s[2])<<16 }

func u32(s string) int {
	return int(binary.LittleEndian.Uint32([]byte{s[0], s[1], s[2], s[3]}))
}

// i24 is u24 for signed numbers.
func i24(s string) int { return int(int32(u24(s)<<8) >> 8) }

// records is one records file.
type records struct {
	data string
	n    int
}

func openRecords(file string) records {
	data := afterHeader(file)
	return records{data: data, n: len(data) / RecordSize}
}

// record is one place as stored.
type record string

func (r record) lat() float64    { return float64(i24(string(r))) / 1e4 }
func (r record) lon() float64    { return float64(i24(string(r[3:]))) / 1e4 }
func (r record) id() int64       { return int64(u32(string(r[6:]))) }
func (r record) population() int { return u32(string(r[10:])) }
func (r record) parent() int     { return u24(string(r[14:])) }
func (r record) name() int       { return u24(string(r[17:])) }
func (r record) class() Class    { return classes[r[20]&15] }
func (r record) capital() bool   { return r[20]&16 != 0 }
func (r record) code() string    { return string(r[6:8]) }

func (t *Table) record(n int) record {
	for _, f := range t.records {
		if n < f.n {
			return record(f.data[n*RecordSize : (n+1)*RecordSize])
		}
		n -= f.n
	}
	return ""
}

// names is one names file.
type names struct {
	offsets string // of the blocks
	blocks  int
	first   string // the first name
}

func openNames(file string) names {
	data := afterHeader(file)
	f := names{blocks: u32(data), offsets: data[4:]}
	if f.blocks > 0 {
		f.first = f.firstOf(0)
	}
	return f
}

// block returns the bytes from the start of block i to the end of the file.
func (f names) block(i int) string { return f.offsets[u32(f.offsets[4*i:]):] }

// firstOf returns the first name of block i, which is stored whole.
func (f names) firstOf(i int) string {
	b := f.block(i)
	return b[2 : 2+int(b[1])]
}

// entry is one folded name and who bears it.
type entry struct {
	key  string
	refs string // the bytes from the count on
}

// cursor walks over the entries of a block.
type cursor struct {
	left string // what is still to be read
	key  [math.MaxUint8 + 1]byte
	n    int    // length of the current key
	refs string // of the current entry
}

// cursor returns a cursor before the first entry of block i.
func (f names) cursor(i int) cursor {
	start, end := u32(f.offsets[4*i:]), len(f.offsets)
	if i+1 < f.blocks {
		end = u32(f.offsets[4*(i+1):])
	}
	return cursor{left: f.offsets[start:end]}
}

// next moves to the next entry; false at the end of the block.
func (c *cursor) next() bool {
	if len(c.left) < 3 {
		return false
	}
	shared, more := int(c.left[0]), int(c.left[1])
	copy(c.key[shared:], c.left[2:2+more])
	c.n = shared + more
	c.left = c.left[2+more:]
	size := refsSize(c.left)
	c.refs, c.left = c.left[:size], c.left[size:]
	return true
}

func (c *cursor) entry() entry { return entry{key: string(c.key[:c.n]), refs: c.refs} }

// refsSize returns how many bytes the places of one entry take.
func refsSize(b string) int {
	size := 1
	for range int(b[0]) {
		if b[size]&SpelledOut != 0 {
			size += 1 + int(b[size+4])
		}
		size += 4
	}
	return size
}

// ref is one place that bears a name.
type ref struct {
	place     int
	alternate bool
	spelling  string
}

// list returns the places of an entry.
func (e entry) list() []ref {
	b := e.refs
	out := make([]ref, 0, int(b[0]))
	spelling := ""
	for b = b[1:]; len(b) >= 4; b = b[4:] {
		flags, place := b[0], u24(b[1:])
		switch {
		case flags&SpelledOut != 0:
			spelling = b[5 : 5+int(b[4])]
			b = b[1+len(spelling):]
		case flags&SameAgain == 0:
			spelling = Capitals(e.key)
		}
		out = append(out, ref{place: place, alternate: flags&Alternate != 0, spelling: spelling})
	}
	return out
}

// ClassByte returns the last byte of a record.
func ClassByte(c Class, capital bool) byte {
	b := byte(rank(c))
	if capital {
		b |= 16
	}
	return b
}
