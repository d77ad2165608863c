package readable

import "strings"

// signal is what the words in a class or an id say of an element.
type signal uint8

const (
	unlikely signal = 1 << iota // it is no part of an article
	maybe                       // it may be one all the same
	good                        // it holds text that is read
	bad                         // it holds something else
	byline                      // it names the author
	sharing                     // it is for handing the page on

	word  // counts as a word by itself only, between spaces
	piece // counts only where no letter or digit touches it
)

// vocabulary says which words, anywhere in a class or an id, give which signal.
var vocabulary = map[signal]string{
	unlikely: "-ad- ai2html banner breadcrumbs combx comment community cover-wrap disqus extra footer gdpr header legends menu related remark replies rss shoutbox sidebar skyscraper social sponsor supplemental ad-break agegate pagination pager popup yom-remote",
	maybe:    "and article body column content main mathjax shadow",
	good:     "article body content entry hentry h-entry main page pagination post text blog story",
	bad:      "-ad- hidden banner combx comment com- contact footer gdpr masthead media meta outbrain promo related scroll share shoutbox sidebar skyscraper sponsor shopping tags widget",
	byline:   "byline author dateline writtenby p-author",

	word | bad:      "hid",
	piece | sharing: "share sharedaddy",
}

// letters is the number of characters that words of the vocabulary are made of, and
// one for all others.
const letters = 26 + 10 + 1 + 1

// step is a state of reading a word: where each letter leads, and what is said here.
type step struct {
	next [letters]uint16
	says [3]signal // anywhere; as a word; as a piece
}

var (
	letter = numbered()
	trie   = planted()
)

// numbered numbers the characters of the vocabulary, capitals like small letters; 0 is
// all others.
func numbered() (n [256]uint8) {
	for i, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789-") {
		n[c] = uint8(i + 1)
		if c >= 'a' {
			n[c-'a'+'A'] = uint8(i + 1)
		}
	}
	return n
}

func planted() []step {
	t := make([]step, 1)
	for says, words := range vocabulary {
		for _, w := range strings.Fields(words) {
			at := 0
			for i := range len(w) {
				next := &t[at].next[letter[w[i]]]
				if *next == 0 {
					*next = uint16(len(t))
					t = append(t, step{})
					next = &t[at].next[letter[w[i]]]
				}
				at = int(*next)
			}
			switch {
			case says&word != 0:
				t[at].says[1] |= says &^ word
			case says&piece != 0:
				t[at].says[2] |= says &^ piece
			default:
				t[at].says[0] |= says
			}
		}
	}
	return t
}

// signals tells what the words in a class or an id say.
func signals(s string) (all signal) {
	for i := range len(s) {
		at := trie[0].next[letter[s[i]]]
		for j := i + 1; at != 0; j++ {
			x := &trie[at]
			all |= x.says[0]
			if x.says[1] != 0 && (i == 0 || s[i-1] == ' ') && (j == len(s) || s[j] == ' ') {
				all |= x.says[1]
			}
			if x.says[2] != 0 && (i == 0 || !alphanumeric(s[i-1])) && (j == len(s) || !alphanumeric(s[j])) {
				all |= x.says[2]
			}
			if j == len(s) {
				break
			}
			at = x.next[letter[s[j]]]
		}
	}
	return all
}

func alphanumeric(c byte) bool { return letter[c] != 0 && c != '-' }
