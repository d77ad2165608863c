package readable

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// try says what a search leaves out of account. The first one uses all signals; where it
// finds too little, the next ones ask fewer of them.
type try struct {
	keepUnlikely bool // classes do not say that an element is no part of an article
	blind        bool // classes do not count in scores
	keepAll      bool // nothing is taken out of what was chosen
}

var tries = []try{{}, {keepUnlikely: true}, {keepUnlikely: true, blind: true}, {keepUnlikely: true, blind: true, keepAll: true}}

// search looks for the text of one document.
type search struct {
	title  []string // words of the title, in small letters
	byline bool     // the author is known, or a line with the name was found
}

// found is what a try has chosen.
type found struct {
	*tree
	article int32 // the element that holds it
	length  int   // characters in it
}

// find tries until enough is found, else it gives the longest that was.
func (s *search) find(root *html.Node) found {
	var best found
	for i, how := range tries {
		t := plant(root)
		if t == nil {
			break
		}
		t.paragraphsOfBreaks(t.body)
		f := s.in(t, how)
		if f.length >= minText {
			return f
		}
		if i == 0 || f.length > best.length {
			best = f
		}
	}
	return best
}

// in makes one try. It changes the tree.
func (s *search) in(t *tree, how try) found {
	f := finder{tree: t, search: s, try: how}
	f.sift()
	f.score()
	article := f.gather(f.top())
	f.clean(article)
	length, _ := t.length(article)
	return found{t, article, length}
}

// finder is one try under way.
type finder struct {
	*tree
	*search
	try
	weighed    []int32 // elements whose text counts
	candidates []int32 // elements with a score
	list       []int32 // room for a list of elements
}

// sift takes out what a reader does not see and what is no part of an article by its
// class or role, and makes paragraphs of divs that are used as such.
func (f *finder) sift() {
	title := true
	for at := f.firstElement(1); at != 0; {
		if f.unwanted(at, &title) {
			at = f.cutAndAfter(at)
			continue
		}
		if f.nodes[at].is&scorable != 0 {
			f.weighed = append(f.weighed, at)
		}
		if f.nodes[at].tag == atom.Div {
			var paragraph bool
			if at, paragraph = f.paragraphs(at); paragraph {
				f.weighed = append(f.weighed, at)
			}
		}
		at = f.after(at, false)
	}
}

// unwanted reports whether an element is to be taken out. The first heading that repeats
// the title is, as long as title says so.
func (f *finder) unwanted(at int32, title *bool) bool {
	x := &f.nodes[at]
	switch {
	case x.is&(unseen|dialog) != 0:
		return true
	case !f.byline && x.is&author != 0 && f.signed(at):
		f.byline = true
		return true
	case *title && (x.tag == atom.H1 || x.tag == atom.H2) && f.repeatsTitle(at):
		*title = false
		return true
	case !f.keepUnlikely && (x.is&offstage != 0 || f.unlikely(at)):
		return true
	}
	switch x.tag {
	case atom.Div, atom.Section, atom.Header, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return f.hollow(at)
	}
	return false
}

func (f *finder) unlikely(at int32) bool {
	x := &f.nodes[at]
	says := x.ofClass | x.ofID
	return says&unlikely != 0 && says&maybe == 0 && x.tag != atom.Body && x.tag != atom.A &&
		!f.under(at, atom.Table, 4) && !f.under(at, atom.Code, 4)
}

// maxByline is the number of characters below which an element marked as the author's
// holds nothing but the name.
const maxByline = 100

// signed reports whether an element marked as the author's holds a name: one set apart,
// or little text.
func (f *finder) signed(at int32) bool {
	end := f.after(at, true)
	for k := f.after(at, false); k != 0 && k != end; k = f.after(k, false) {
		if n := f.nodes[k].src; n != nil && strings.Contains(attribute(n.Attr, "itemprop"), "name") {
			return true
		}
	}
	n := utf8.RuneCountInString(strings.TrimSpace(f.text(at)))
	return n > 0 && n < maxByline
}

// text gives the text below a node as it is written.
func (f *finder) text(at int32) string {
	var b strings.Builder
	var walk func(int32)
	walk = func(at int32) {
		if x := &f.nodes[at]; x.is&isText != 0 {
			b.WriteString(x.src.Data)
		}
		for k := f.nodes[at].first; k != 0; k = f.nodes[k].next {
			walk(k)
		}
	}
	walk(at)
	return b.String()
}

// repeated is the share of a heading's letters in words of the title, from which it
// repeats the title.
const repeated = 0.75

func (f *finder) repeatsTitle(at int32) bool {
	words := split(f.text(at))
	all, other := max(len(words)-1, 0), -1
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		all += n
		if !slices.Contains(f.title, w) {
			other += n + 1
		}
	}
	return all > 0 && 1-float64(max(other, 0))/float64(all) > repeated
}

// split gives the words of a text in small letters.
func split(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r != '_' && (r < '0' || r > '9' && r < 'a' || r > 'z')
	})
}
