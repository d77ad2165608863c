package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// minWords is the least length in words of a paragraph that counts as prose by
// itself. Chosen by trial on saved news pages: navigation items and labels are
// shorter, nearly all paragraphs of news longer.
const minWords = 12

// minArticle is the number of words of prose from which a container is an article and
// no teaser.
const minArticle = 60

// minSure is the number of bytes of prose from which what a reader's view keeps is believed
// to be the page's one article, however much else there is.
const minSure = 1000

// maxStandfirst is how many blocks above the text the headline is looked for.
const maxStandfirst = 15

// mark sets [stemma.Block.Main]. A block is main when a reader's view keeps it, or when it
// stands between kept blocks and belongs to them: see [marker.among]. Where the view
// keeps less than half of a page's prose, and little of it or only one of several
// articles (it looks for one), all prose outside furniture is main.
func mark(c *Content, b *builder, root *html.Node, second bool) {
	owners := b.owners
	m := marker{c: c, owners: owners, words: make([]int, len(c.Blocks)), prose: make([]bool, len(c.Blocks)),
		kept: make([]bool, len(c.Blocks)), keptIn: map[*html.Node]int{}, droppedIn: map[*html.Node]int{}}
	all := 0
	for i, b := range c.Blocks {
		m.words[i] = wordCount(b.Span.Of(c.Text))
		m.prose[i] = !owners[i].boiler && !b.Link && m.words[i] >= minWords
		if m.prose[i] {
			all += b.Span.Len()
		}
	}
	if second && all > 0 {
		m.kept = opinion(c, b, root)
	}
	for i := range m.kept {
		m.kept[i] = m.kept[i] && !owners[i].thread
	}
	if all == 0 {
		m.keepShort()
	} else if kept := m.keptProse(); kept*2 < all && (kept < minSure || m.several()) {
		m.kept = m.prose
	}
	m.fill()
}

// marker decides which blocks of a page are main.
type marker struct {
	c      *Content
	owners []owner
	words  []int  // of each block
	prose  []bool // a paragraph long enough to be an article's, outside furniture
	kept   []bool

	keptIn, droppedIn map[*html.Node]int // bytes of the blocks directly below an element
}

// keptProse counts the bytes of prose that are kept.
func (m *marker) keptProse() int {
	sum := 0
	for i, b := range m.c.Blocks {
		if m.kept[i] && m.prose[i] {
			sum += b.Span.Len()
		}
	}
	return sum
}

// keepShort keeps all that is not furniture of a page without any paragraph of prose:
// a notice of a line or two.
func (m *marker) keepShort() {
	for i, b := range m.c.Blocks {
		m.kept[i] = !m.owners[i].boiler && !b.Link
	}
}

// several reports whether more than one article-like element of a page holds as much
// prose as an article does.
func (m *marker) several() bool {
	words, found := map[int]int{}, 0
	for i, b := range m.c.Blocks {
		if b.Unit == 0 || !m.prose[i] || words[b.Unit] >= minArticle {
			continue
		}
		words[b.Unit] += m.words[i]
		if words[b.Unit] >= minArticle {
			found++
		}
	}
	return found > 1
}

// parent gives the element around the one that holds a block.
func (m *marker) parent(i int) *html.Node {
	if n := m.owners[i].node; n != nil {
		return n.Parent
	}
	return nil
}

// fill sets Main: what is kept, and what stands between.
func (m *marker) fill() {
	body, last := -1, -1
	for i, b := range m.c.Blocks {
		if !m.kept[i] {
			m.droppedIn[m.parent(i)] += b.Span.Len()
			continue
		}
		m.keptIn[m.parent(i)] += b.Span.Len()
		if body < 0 {
			body = i
		}
		last = i
	}
	first := m.standfirst(body)
	for i := range m.c.Blocks {
		b := &m.c.Blocks[i]
		between := i > first && i < last && !m.owners[i].boiler && !b.Link
		b.Main = m.kept[i] || between && m.among(i, body)
	}
}

// standfirst gives the headline above the first kept block: what stands between the two
// introduces the text. Without one it gives the block itself.
func (m *marker) standfirst(body int) int {
	for i := body - 1; i >= 0 && i >= body-maxStandfirst; i-- {
		if tag := m.c.Blocks[i].Tag; isHeading(tag) && tag <= "h2" && !m.owners[i].boiler {
			return i
		}
	}
	return body
}

// among reports whether a block between kept ones is of their text: prose and headings
// above the first of them or beside one; and shorter lines that end as sentences do, such
// as those of a dialogue, in an element of which the greater part is kept.
func (m *marker) among(i, body int) bool {
	b := m.c.Blocks[i]
	if m.prose[i] || isHeading(b.Tag) {
		return i < body || m.beside(i)
	}
	return m.keptIn[m.parent(i)] > m.droppedIn[m.parent(i)] && ended(b.Span.Of(m.c.Text))
}

// beside reports whether the element around a block's own, or the next one around that,
// holds kept blocks. What stands in a box of its own, a gallery or an announcement, is
// not of the text around the box.
func (m *marker) beside(i int) bool {
	n := m.parent(i)
	for step := 0; step < 2 && n != nil; step++ {
		if m.keptIn[n] > 0 {
			return true
		}
		n = n.Parent
	}
	return false
}

// ended reports whether a line ends as a sentence does; labels and links do not.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)")
	return s != "" && strings.ContainsRune(".?!…。", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// wordCount counts words; in scripts without spaces, two signs are one.
func wordCount(s string) int {
	words, signs, inside := 0, 0, false
	for _, r := range s {
		if isSpace(r) {
			inside = false
			continue
		}
		if !inside {
			inside = true
			words++
		}
		if r >= '\u0E00' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			signs++
		}
	}
	return words + signs/2
}

func isSpace(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r' || r >= utf8.RuneSelf && unicode.IsSpace(r)
}

func isHeading(tag string) bool {
	return len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'
}
