package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed letters.txt
var lettersFile string

// letters maps a lower-case letter with marks to its plain form.
var letters = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 1024)
	for line := range strings.Lines(lettersFile) {
		plain, marked, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || plain == "#" {
			continue
		}
		for _, r := range marked {
			m[r] = plain
		}
	}
	return m
})

// Fold returns the form in which two spellings of a name are compared: lower case,
// Latin letters without their marks, curly apostrophes and primes as ', full stops
// removed, hyphens and dashes as spaces, runs of spaces as one, none at the ends.
// Every other rune is kept, so that “Paris, Texas” does not fold to a name of two words.
// Fold(Fold(s)) == Fold(s); the result may be empty. Bytes that are not UTF-8 become
// U+FFFD.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		plain := foldRune(r)
		if plain == "" {
			continue
		}
		if plain == " " {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteString(plain)
	}
	return b.String()
}

// folded says that Fold would return s as it is; most calls come with such a string or
// differ from it in their first letter only.
func folded(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '\'':
		case c == ' ' && i > 0 && i < len(s)-1 && s[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}

// foldRune returns the folded form of one rune: "" to drop it, " " for a gap.
func foldRune(r rune) string {
	if r < utf8.RuneSelf {
		switch c := byte(r); {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			return ascii[c : c+1]
		case 'A' <= c && c <= 'Z':
			return ascii[c+'a'-'A' : c+'a'-'A'+1]
		case c == '.':
			return ""
		case c <= ' ' || c == '-' || c == 0x7f:
			return " "
		default:
			return ascii[c : c+1]
		}
	}
	r = unicode.ToLower(r)
	if plain, ok := letters()[r]; ok {
		return plain
	}
	switch {
	case r < utf8.RuneSelf: // a capital whose small letter is plain, as the Kelvin sign
		return ascii[r : r+1]
	case isApostrophe(r):
		return "'"
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return ""
	case unicode.IsSpace(r), unicode.Is(unicode.Pd, r):
		return " "
	}
	return string(r)
}

// isApostrophe says whether r is written for an apostrophe in names: curly quotes, the
// modifier letters of transcriptions, the acute and the primes.
func isApostrophe(r rune) bool {
	switch r {
	case 0x2018, 0x2019, 0x201B, 0x02BB, 0x02BC, 0x02BE, 0x02BF, 0x02B9, 0x00B4, 0x2032:
		return true
	}
	return false
}

// ascii holds every ASCII byte at its own place, so that one of them can be cut out
// without an allocation.
var ascii = func() string {
	b := make([]byte, utf8.RuneSelf)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}()
