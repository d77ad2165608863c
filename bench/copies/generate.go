// Package copies makes texts in which it is known what was taken from where, and says how
// much of that was found.
//
// It takes a seed and sizes, and gives articles of invented words with their truths: all
// kinds of copy that news knows, with notes of outlets on a third of the texts, and dates
// that are right, missing or false. It promises the same texts for the same seed. Its prose
// has the frequencies of real prose and its turns of phrase, but no sense: what finding
// copies by meaning would be worth cannot be told with it.
package copies

import (
	"fmt"
	"math/rand/v2"
	"time"

	"stemma"
)

// The kinds of copy that are made, as design notes on copies list them.
const (
	reprint   = "reprint"          // the same words
	edited    = "edited"           // a few words and sentences changed
	garbled1  = "garbled 1%"       // of a hundred words one is mistyped or misread
	garbled3  = "garbled 3%"       //
	garbled10 = "garbled 10%"      //
	excerpt   = "excerpt"          // 80 words in a text of its own
	paragraph = "paragraph"        // 40 words, likewise
	quotation = "quotation"        // 20 words in quotation marks, likewise
	short     = "run of 16"        // 16 words, likewise
	digest    = "digest"           // 60 words of each of three texts
	chain     = "chain, six deep"  // an edit of an edit …
	viral     = "viral"            // one of very many edits of one text
	version   = "false date"       // an edit that is dated before its source
	form      = "form: told apart" // a report with other numbers: joins nobody
)

// Truth says what one text has from another: so many words, beginning here and there.
type Truth struct {
	Kind     string
	From, To int      // numbers of texts
	Words    []string // what To has from From
}

// Pile is texts with what is true of them.
type Pile struct {
	Articles []stemma.Article
	Truths   []Truth
}

type maker struct {
	*writer
	rng     *rand.Rand
	pile    Pile
	bodies  [][]sentence
	outlets []outlet
	words   int // of a text
	days    int // texts a day, so that of more texts the dates go no further
}

// dated is how many days there are on which texts are published, in twenty years.
const dated = 20 * 336

type outlet struct {
	name string
	note []sentence
}

// Generate makes n texts of about 2.4 KB, and of every kind of copy its share: in a
// hundred texts, 64 are new. A viral family of the given size is put among them.
func Generate(seed uint64, n, viralSize int) Pile {
	rng := rand.New(rand.NewPCG(seed, 1))
	m := &maker{writer: newWriter(rng), rng: rng, words: 380, days: n/dated + 1}
	for i := range 40 {
		m.outlets = append(m.outlets, outlet{
			name: title(m.invent(2)) + " " + [...]string{"Courier", "Lantern", "Herald", "Post"}[i%4],
			note: []sentence{{words: m.run(18 + rng.IntN(20))}},
		})
	}
	for len(m.bodies) < n-viralSize {
		m.step()
	}
	if viralSize > 0 {
		m.viral(viralSize)
	}
	return m.pile
}

// step adds a new text or one kind of copy of an earlier one.
func (m *maker) step() {
	if len(m.bodies) < 10 {
		m.add(m.body(m.words), -1)
		return
	}
	switch r := m.rng.IntN(1000); {
	case r < 64:
		m.whole(reprint, func(s []sentence) []sentence { return s })
	case r < 128:
		m.whole(edited, func(s []sentence) []sentence { return m.edit(s, 3+m.rng.IntN(12)) })
	case r < 144:
		m.whole(garbled1, func(s []sentence) []sentence { return m.garble(s, 0.01) })
	case r < 160:
		m.whole(garbled3, func(s []sentence) []sentence { return m.garble(s, 0.03) })
	case r < 176:
		m.whole(garbled10, func(s []sentence) []sentence { return m.garble(s, 0.1) })
	case r < 208:
		m.part(excerpt, 80, false)
	case r < 240:
		m.part(paragraph, 40, false)
	case r < 256:
		m.part(quotation, 20, true)
	case r < 272:
		m.part(short, 16, false)
	case r < 288:
		m.digest()
	case r < 294:
		m.chain()
	case r < 302:
		m.whole(version, func(s []sentence) []sentence { return m.edit(s, 6) })
	case r < 306:
		m.forms(4)
	default:
		m.add(m.body(m.words*3/4+m.rng.IntN(m.words/2)), -1)
	}
}

// add puts a text in the pile: its date is right in seven of ten cases, missing in two
// and false in one; a third of the texts end with a note of their outlet.
func (m *maker) add(body []sentence, after int) int {
	n := len(m.bodies)
	m.bodies = append(m.bodies, body)
	of := m.outlets[m.rng.IntN(len(m.outlets))]
	text := print(body)
	if n%3 == 0 {
		text += "\n\n" + print(of.note)
	}
	a := stemma.Article{
		ID: stemma.NewID("a", fmt.Sprint("generated ", n)), Lang: "en", Page: stemma.NewID("p", fmt.Sprint(n)),
		Outlet: stemma.Named{Name: of.name}, Text: text,
	}
	d := n / m.days
	day := 1 + d%336
	switch r := m.rng.IntN(10); {
	case r < 7:
		a.Published = stemma.DateOf(2021+d/336%20, time.Month(1+day/28%12), 1+day%28)
	case r < 8 && after >= 0:
		a.Published = stemma.DateOf(2001, time.Month(1+m.rng.IntN(12)), 1+m.rng.IntN(28))
	}
	m.pile.Articles = append(m.pile.Articles, a)
	return n
}

// source draws an earlier text, rather one of the last.
func (m *maker) source() int {
	if m.rng.IntN(4) == 0 {
		return m.rng.IntN(len(m.bodies))
	}
	return len(m.bodies) - 1 - m.rng.IntN(min(len(m.bodies), 2000))
}

func (m *maker) whole(kind string, change func([]sentence) []sentence) {
	from := m.source()
	body := change(clone(m.bodies[from]))
	to := m.add(body, from)
	m.pile.Truths = append(m.pile.Truths, Truth{Kind: kind, From: from, To: to, Words: flat(m.bodies[from])})
}

// part makes a new text that holds n words of another.
func (m *maker) part(kind string, n int, said bool) {
	from := m.source()
	piece := m.cut(from, n)
	if piece == nil {
		return
	}
	body := m.body(m.words - n)
	at := m.rng.IntN(len(body) + 1)
	body = append(body[:at:at], append([]sentence{{words: piece, said: said}}, body[at:]...)...)
	to := m.add(body, from)
	m.pile.Truths = append(m.pile.Truths, Truth{Kind: kind, From: from, To: to, Words: piece})
}

func (m *maker) digest() {
	body := m.body(60)
	var parts []Truth
	for range 3 {
		from := m.source()
		if piece := m.cut(from, 60); piece != nil {
			body = append(body, sentence{words: piece})
			body = append(body, m.body(20)...)
			parts = append(parts, Truth{Kind: digest, From: from, Words: piece})
		}
	}
	to := m.add(body, -1)
	for _, t := range parts {
		t.To = to
		m.pile.Truths = append(m.pile.Truths, t)
	}
}

func (m *maker) chain() {
	from := m.source()
	for range 6 {
		to := m.add(m.edit(clone(m.bodies[from]), 4), from)
		m.pile.Truths = append(m.pile.Truths, Truth{Kind: chain, From: from, To: to, Words: flat(m.bodies[from])})
		from = to
	}
}

// viral adds a text and edits of it, or of its edits.
func (m *maker) viral(size int) {
	first := m.add(m.body(m.words), -1)
	for k := 1; k < size; k++ {
		from := first
		if k > 1 && m.rng.IntN(3) == 0 {
			from = first + m.rng.IntN(k)
		}
		to := m.add(m.edit(clone(m.bodies[from]), 1+m.rng.IntN(6)), from)
		m.pile.Truths = append(m.pile.Truths, Truth{Kind: viral, From: from, To: to, Words: flat(m.bodies[from])})
	}
}

// forms adds reports that share their form and nothing else.
func (m *maker) forms(n int) {
	base := m.body(60)
	first := len(m.bodies)
	for k := range n {
		body := clone(base)
		for i := range body {
			for j := range body[i].words {
				if j%5 == 2 {
					body[i].words[j] = number(m.rng)
				} else if j%7 == 4 {
					body[i].words[j] = title(m.invent(3))
				}
			}
		}
		to := m.add(body, -1)
		if k > 0 {
			m.pile.Truths = append(m.pile.Truths, Truth{Kind: form, From: first, To: to, Words: flat(body)})
		}
	}
}
