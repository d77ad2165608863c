package kin

import (
	"unicode"
	"unicode/utf8"

	"stemma"
)

// What is known of a word beside its letters.
const (
	inQuote  uint8 = 1 << iota // it stands in quotation marks
	isNumber                   // it begins with a digit
	isName                     // it begins with a capital
	inTitle                    // it belongs to the headline
	endsLine                   // a line break follows
	endsSaid                   // a full stop, question or exclamation mark follows
	isNote                     // it is site text: see spotNotes
)

// text is an article as a row of words. Words in holes are left out.
type text struct {
	article    *stemma.Article
	hash       []uint32 // of the folded letters
	start, end []int32  // where the word stands, in bytes of the article's text
	flag       []uint8
	own        int    // words outside the headline
	sum        uint64 // of all words in their order
	style      style
	outlet     []uint32 // the words of its outlet's name
	keys       []uint64 // see allGrams
}

// style counts what editors change without changing a word.
type style struct {
	curly, straight int // quotation marks and apostrophes
	breaks, blank   int // line breaks; those with an empty line
	words, capitals int // words of two letters and more; those all in capitals
}

// seed is a winnowed run of words: its key and the place of its first word.
type seed struct {
	key uint64
	pos int32
}

// newText cuts an article into words.
func newText(a *stemma.Article) *text {
	n := len(a.Text) / 6
	t := &text{
		article: a,
		hash:    make([]uint32, 0, n), start: make([]int32, 0, n), end: make([]int32, 0, n), flag: make([]uint8, 0, n),
	}
	s := scanner{text: t, src: a.Text}
	at := 0
	for _, h := range a.Holes {
		if h.Span.Start < at || h.Span.End > len(a.Text) || h.Span.Empty() {
			continue
		}
		s.scan(at, h.Span.Start)
		s.quote = false
		at = h.Span.End
	}
	s.scan(at, len(a.Text))
	t.finish()
	return t
}

// finish sums up the words.
func (t *text) finish() {
	title := t.article.Title
	sum := uint64(len(t.hash))
	for i, h := range t.hash {
		sum = mix(sum ^ uint64(h))
		if int(t.start[i]) >= title.Start && int(t.end[i]) <= title.End {
			t.flag[i] |= inTitle
		} else {
			t.own++
		}
	}
	t.sum = sum
	if name := t.article.Outlet.Name; name != "" {
		n := &text{article: t.article}
		(&scanner{text: n, src: name}).scan(0, len(name))
		t.outlet = n.hash
	}
}

// scanner walks through a text and keeps in mind whether a quotation is open.
type scanner struct {
	text  *text
	src   string
	quote bool
}

// scan appends the words of src[from:until].
func (s *scanner) scan(from, until int) {
	for i := from; i < until; {
		c := s.src[i]
		switch {
		case plain[c] != 0:
			i = s.word(i, until)
		case c < utf8.RuneSelf:
			i = s.mark(i, until)
		default:
			r, n := utf8.DecodeRuneInString(s.src[i:until])
			if letter(r) {
				i = s.word(i, until)
				continue
			}
			s.sign(r, i, n)
			i += n
		}
	}
}

// word appends the word that begins at i and gives its end. A sign of a script
// that sets no spaces is a word of its own.
func (s *scanner) word(i, until int) int {
	h, start := uint32(2166136261), i
	var flag uint8
	if s.quote {
		flag = inQuote
	}
	switch c := s.src[i]; {
	case c >= '0' && c <= '9':
		flag |= isNumber
	case c >= 'A' && c <= 'Z':
		flag |= isName
	}
	for i < until {
		if c := plain[s.src[i]]; c != 0 {
			h = (h ^ uint32(c)) * 16777619
			i++
			continue
		}
		if s.src[i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s.src[i:until])
		if !letter(r) {
			break
		}
		if i == start && unicode.IsUpper(r) {
			flag |= isName
		}
		if solid := unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai); solid && i > start {
			break
		} else if solid {
			h, i = (h^uint32(r))*16777619, i+n
			break
		}
		if !unicode.Is(unicode.Mn, r) {
			h = (h ^ uint32(fold(r))) * 16777619
		}
		i += n
	}
	t := s.text
	if flag&isName != 0 && i > start+1 && s.src[start+1] >= 'A' && s.src[start+1] <= 'Z' {
		t.style.capitals++
	}
	if i > start+1 {
		t.style.words++
	}
	t.hash = append(t.hash, h)
	t.start = append(t.start, int32(start))
	t.end = append(t.end, int32(i))
	t.flag = append(t.flag, flag)
	return i
}

// mark takes in an ASCII sign between words and gives the place after it.
func (s *scanner) mark(i, until int) int {
	t := s.text
	switch s.src[i] {
	case '\n':
		t.style.breaks++
		if i > 0 && s.src[i-1] == '\n' {
			t.style.blank++
		}
		s.line(i)
	case '"':
		t.style.straight++
		s.quote = s.opens(i, i+1, until)
	case '\'':
		t.style.straight++
		if i+1 < until && s.src[i+1] == '\'' { // two single marks are a double one
			s.quote = s.opens(i, i+2, until)
			return i + 2
		}
	case '.', '!', '?':
		s.after(endsSaid)
	}
	return i + 1
}

// opens reports whether the quotation mark at src[i:end], which looks the same at
// both ends of a quotation, opens one: a word follows it and none stands before it.
func (s *scanner) opens(i, end, until int) bool {
	if end >= until || s.src[end] <= ' ' {
		return false
	}
	return i == 0 || s.src[i-1] <= ' ' || s.src[i-1] == '(' || s.src[i-1] == '[' || s.src[i-1] == '-' ||
		s.src[i-1] >= utf8.RuneSelf && !s.quote
}

// sign takes in a sign beyond ASCII.
func (s *scanner) sign(r rune, i, n int) {
	switch r {
	case '“', '„', '«':
		s.quote = true
		s.text.style.curly++
	case '”', '»':
		s.quote = false
		s.text.style.curly++
	case '‘', '’':
		s.text.style.curly++
	case '…':
		s.after(endsSaid)
	case '\u2028', '\u2029':
		s.line(i)
	}
}

// line takes in a line break. A quotation that was left open ends with its
// paragraph: at an empty line, or where a sentence ends with the line.
func (s *scanner) line(i int) {
	if n := len(s.text.flag); i > 0 && s.src[i-1] == '\n' || n > 0 && s.text.flag[n-1]&endsSaid != 0 {
		s.quote = false
	}
	s.after(endsLine)
}

// after notes what follows the last word.
func (s *scanner) after(flag uint8) {
	if n := len(s.text.flag); n > 0 {
		s.text.flag[n-1] |= flag
	}
}

// plain gives the folded form of ASCII letters and digits, 0 for all else.
var plain = func() (t [256]byte) {
	for c := '0'; c <= '9'; c++ {
		t[c] = byte(c)
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = byte(c), byte(c)
	}
	return t
}()

// bases are the letters of U+00C0 to U+017F without their accents.
const bases = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// fold takes accent and case from a letter.
func fold(r rune) rune {
	if r >= 0xC0 && r < 0xC0+rune(len(bases)) {
		return rune(bases[r-0xC0])
	}
	return unicode.ToLower(r)
}

// letter reports whether r is part of a word.
func letter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// mix spreads the bits of x (the finaliser of splitmix64, Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// gramBase is the base of the rolling hash over words.
const gramBase = 0xD6E8FEB86659FD93

// grams gives the key of every run of seedWords words; nil for a shorter text.
func (t *text) grams(into []uint64) []uint64 {
	into = into[:0]
	var h, top uint64 = 0, 1
	for range seedWords {
		top *= gramBase
	}
	for i, w := range t.hash {
		h = h*gramBase + uint64(w) + 1
		if i >= seedWords {
			h -= top * (uint64(t.hash[i-seedWords]) + 1)
		}
		if i >= seedWords-1 {
			into = append(into, mix(h))
		}
	}
	return into
}

// allGrams is grams, kept for the next time.
func (t *text) allGrams() []uint64 {
	if t.keys == nil {
		t.keys = t.grams(make([]uint64, 0, len(t.hash)))
	}
	return t.keys
}

// seeds winnows the text's runs of words: of every window of them the one with the
// smallest key is kept (Schleimer, Wilkerson and Aiken 2003), and inside quotation
// marks of every two.
func (t *text) seeds() []seed {
	return t.winnow(&sieve{})
}

// sieve holds what winnowing needs, for use again with the next text.
type sieve struct {
	keys  []uint64
	kept  []bool
	seeds []seed
}

// winnow gives the seeds of a text; they hold until the sieve is used again.
func (t *text) winnow(s *sieve) []seed {
	s.keys = t.grams(s.keys)
	keys := s.keys
	s.kept = append(s.kept[:0], make([]bool, len(keys))...)
	least := -1
	for i := range keys {
		if from := max(0, i-window+1); least < from {
			least = from
			for j := from + 1; j <= i; j++ {
				if keys[j] <= keys[least] {
					least = j
				}
			}
		} else if keys[i] <= keys[least] {
			least = i
		}
		if i >= window-1 || i == len(keys)-1 {
			s.kept[least] = true
		}
		if t.flag[i]&t.flag[i+seedWords-1]&inQuote == 0 || i == 0 || t.flag[i-1]&inQuote == 0 {
			continue
		}
		if keys[i-1] < keys[i] {
			s.kept[i-1] = true
		} else {
			s.kept[i] = true
		}
	}
	s.seeds = s.seeds[:0]
	for i, kept := range s.kept {
		if kept {
			s.seeds = append(s.seeds, seed{keys[i], int32(i)})
		}
	}
	return s.seeds
}
