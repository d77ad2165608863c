package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma/internal/gazetteer"
)

// maxFile is the size at which a new file is begun; each must stay below 2 MiB.
const maxFile = 2<<20 - 64<<10

// How many files of each kind ../embed.go names.
const nameFiles, recordFiles = 3, 2

// bearer is one name of one place.
type bearer struct {
	*place
	spelling  string
	alternate bool
}

// write writes all files into the folder.
func write(p *places, out, date string) error {
	keys, bearers := index(p)
	kinds := []struct {
		name  string
		count int
		parts [][]byte
	}{
		{"names-%d", nameFiles, nameParts(keys, bearers)},
		{"records-%d", recordFiles, recordParts(p)},
		{"words", 1, [][]byte{words(keys)}},
	}
	for _, k := range kinds {
		if len(k.parts) > k.count {
			return fmt.Errorf("%d files of %s: name the new ones in embed.go", len(k.parts), k.name)
		}
		for i := range k.count {
			name := k.name
			if strings.Contains(name, "%") {
				name = fmt.Sprintf(name, i+1)
			}
			data := fmt.Appendf(nil, "Stemma gazetteer, %s: from GeoNames (geonames.org), towns of %s, licence CC BY 4.0, "+
				"and i18n-iso-countries, licence MIT; made by internal/gazetteer/generate, see README.md there.\n", name, date)
			if i < len(k.parts) {
				data = append(data, k.parts[i]...)
			} else if k.name == "names-%d" {
				data = append(data, 0, 0, 0, 0)
			}
			if err := os.WriteFile(filepath.Join(out, name+".bin"), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// index gathers all names by their folded form.
func index(p *places) (keys []string, bearers map[string][]bearer) {
	bearers = map[string][]bearer{}
	for _, pl := range p.list {
		seen := map[string]bool{}
		add := func(name string, alternate bool) {
			key := gazetteer.Fold(name)
			// A second spelling of the same letters is kept only if it has marks the
			// usual one lacks: it tells the place from a namesake without marks.
			mark := key
			if name != strings.ToValidUTF8(name, "") || !isASCII(name) {
				mark = name
			}
			if key == "" || len(key) > gazetteer.MaxName || len(name) > math.MaxUint8 || seen[mark] {
				return
			}
			seen[key], seen[mark] = true, true
			bearers[key] = append(bearers[key], bearer{pl, name, alternate})
		}
		add(pl.name, false)
		for _, name := range pl.stripped {
			add(name, false)
		}
		for _, name := range pl.others {
			add(name, pl.class != gazetteer.Country)
		}
	}
	for key := range bearers {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys, bearers
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// nameParts packs the names into blocks and the blocks into files.
func nameParts(keys []string, bearers map[string][]bearer) (parts [][]byte) {
	var blocks [][]byte
	size := 0
	flush := func() {
		part := binary.LittleEndian.AppendUint32(nil, uint32(len(blocks)))
		at := 4 * len(blocks)
		for _, b := range blocks {
			part = binary.LittleEndian.AppendUint32(part, uint32(at))
			at += len(b)
		}
		parts = append(parts, append(part, bytes.Join(blocks, nil)...))
		blocks, size = nil, 0
	}
	entry := 0
	for chunk := range slices.Chunk(keys, gazetteer.BlockSize) {
		var b []byte
		before := ""
		for _, key := range chunk {
			shared := 0
			for shared < min(len(before), len(key)) && before[shared] == key[shared] {
				shared++
			}
			b = append(b, byte(shared), byte(len(key)-shared))
			b = append(b, key[shared:]...)
			b = appendBearers(b, key, bearers[key], entry)
			before = key
			entry++
		}
		if size+len(b)+4 > maxFile {
			flush()
		}
		blocks, size = append(blocks, b), size+len(b)+4
	}
	flush()
	return parts
}

// appendBearers writes the places of one name, the most important first, and notes in
// each whose usual name it is where that stands.
func appendBearers(b []byte, key string, list []bearer, entry int) []byte {
	slices.SortStableFunc(list, func(x, y bearer) int { return cmp.Compare(x.number, y.number) })
	list = list[:min(len(list), math.MaxUint8)]
	b = append(b, byte(len(list)))
	before := ""
	for _, x := range list {
		flags := byte(0)
		if x.alternate {
			flags |= gazetteer.Alternate
		}
		if x.spelling == x.name {
			x.nameEntry = entry
		}
		switch x.spelling {
		case before:
			flags |= gazetteer.SameAgain
		case gazetteer.Capitals(key):
		default:
			flags |= gazetteer.SpelledOut
		}
		b = append24(append(b, flags), x.number)
		if flags&gazetteer.SpelledOut != 0 {
			b = append(append(b, byte(len(x.spelling))), x.spelling...)
		}
		before = x.spelling
	}
	return b
}

func append24(b []byte, n int) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }

// recordParts packs the records into files.
func recordParts(p *places) (parts [][]byte) {
	perFile := maxFile / gazetteer.RecordSize
	for chunk := range slices.Chunk(p.list, perFile) {
		var b []byte
		for _, pl := range chunk {
			b = appendRecord(b, pl)
		}
		parts = append(parts, b)
	}
	return parts
}

func appendRecord(b []byte, pl *place) []byte {
	b = append24(b, int(math.Round(pl.lat*1e4)))
	b = append24(b, int(math.Round(pl.lon*1e4)))
	id, parent := pl.id, pl.number
	if pl.class == gazetteer.Country {
		id = int(pl.code[0]) | int(pl.code[1])<<8
	} else {
		parent = pl.parent.number
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(id))
	b = binary.LittleEndian.AppendUint32(b, uint32(pl.population))
	b = append24(append24(b, parent), pl.nameEntry)
	return append(b, gazetteer.ClassByte(pl.class, pl.capital))
}

// words makes the bit set of first words.
func words(keys []string) []byte {
	set := make([]byte, 1<<gazetteer.WordBits/8)
	for _, key := range keys {
		word, _, _ := strings.Cut(key, " ")
		h := gazetteer.WordHash(word)
		set[h/8] |= 1 << (h % 8)
	}
	return set
}
