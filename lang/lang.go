package lang

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
)

//go:embed en es months.txt
var files embed.FS

// Pack is what is known of one language.
type Pack struct {
	Code  string // BCP 47, “en”
	lists map[string]*List
	rules map[string][]Rule
	words *vocabulary
}

// knowledge is all packs, which share one vocabulary, and the names of months.
type knowledge struct {
	packs  map[string]*Pack
	months *List
}

// wordsOfAll is about how many words all packs have.
const wordsOfAll = 100_000

var loaded = sync.OnceValue(func() knowledge {
	v := newVocabulary(wordsOfAll)
	k := knowledge{packs: map[string]*Pack{}}
	for _, code := range Codes() {
		k.packs[code] = v.mustRead(code)
	}
	data, err := files.ReadFile("months.txt")
	if err == nil {
		k.months, err = v.parseList(string(data))
	}
	if err != nil {
		panic(fmt.Sprintf("lang/months.txt: %v", err)) // the files are part of the program
	}
	v.settle()
	return k
})

// Codes lists the languages that there are packs for, ordered.
func Codes() []string {
	dirs, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err) // the files are part of the program
	}
	var codes []string
	for _, d := range dirs {
		if d.IsDir() {
			codes = append(codes, d.Name())
		}
	}
	return codes
}

// Load gives the pack of a language, or nil where there is none. Regional codes
// (“es-CL”) give the language's pack. It panics on a malformed file, which is a
// fault in the program that every test run shows.
func Load(code string) *Pack {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	return loaded().packs[code]
}

// Default gives the pack for texts whose language is unknown: English.
func Default() *Pack { return Load("en") }

// List gives a word list by its file's name without “.txt”; an empty one when there
// is no such file.
func (p *Pack) List(name string) *List {
	if l := p.lists[name]; l != nil {
		return l
	}
	return empty
}

// HasList reports whether the pack has a word list of that name.
func (p *Pack) HasList(name string) bool { return p.lists[name] != nil }

// Lists gives the names of all word lists, ordered.
func (p *Pack) Lists() []string { return sortedKeys(p.lists) }

// Word gives what the packs know of a folded word; all languages share one vocabulary, so
// that the lists of any can be asked by it.
func (p *Pack) Word(folded string) *Word { return p.words.word(folded) }

// Read folds a word as it is written and gives what the packs know of it.
func (p *Pack) Read(written string) (folded string, w *Word) { return p.words.read(written) }

// Words gives the number above those of all words.
func (p *Pack) Words() int { return len(p.words.all) }

// Rules gives the rules of a file by its name without “.rules”, in file order.
func (p *Pack) Rules(name string) []Rule { return p.rules[name] }

// RuleFiles gives the names of all rule files, ordered.
func (p *Pack) RuleFiles() []string { return sortedKeys(p.rules) }

// Months gives the names of months in languages of which there is no pack, with the
// month's number: a page in such a language is dated, though it is not read.
func Months() *List { return loaded().months }

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func (v *vocabulary) mustRead(code string) *Pack {
	p := &Pack{Code: code, words: v, lists: map[string]*List{}, rules: map[string][]Rule{}}
	entries, err := fs.ReadDir(files, code)
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		data, err := fs.ReadFile(files, path.Join(code, e.Name()))
		if err != nil {
			panic(err)
		}
		name, ext := strings.TrimSuffix(e.Name(), path.Ext(e.Name())), path.Ext(e.Name())
		switch ext {
		case ".txt":
			p.lists[name], err = v.parseList(string(data))
		case ".rules":
			p.rules[name], err = parseRules(string(data))
		}
		if err != nil {
			panic(fmt.Sprintf("lang/%s/%s: %v", code, e.Name(), err))
		}
		for _, r := range p.rules[name] {
			for _, pattern := range r.Match {
				v.addPattern(pattern)
			}
		}
	}
	return p
}

// Version names the state of all packs: the first 12 hexadecimal digits of the SHA-256
// of their files. Two programs with the same version read a text alike, as far as
// knowledge of languages goes.
func Version() string { return version() }

var version = sync.OnceValue(func() string {
	sum := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, path)
		fmt.Fprintf(sum, "%s\x00%d\x00%s", path, len(data), data)
		return err
	})
	if err != nil {
		panic(err) // the files are part of the program
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
})
