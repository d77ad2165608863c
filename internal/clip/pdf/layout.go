package pdf

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// line is one line of a page: where it stands (up is more), and how large its letters
// are, in points.
type line struct {
	text      string
	x, y, end float64
	size      float64
}

// document is a document's lines, page by page.
type document struct {
	pages [][]line
	body  float64 // the usual size of letters
	step  float64 // the usual distance of lines
}

// maxPara bounds a paragraph, in bytes.
const maxPara = 64 << 10

// content joins the lines to paragraphs.
func (d *document) content() Content {
	var c Content
	c.Meta.URL = d.dropPrinted()
	d.dropRunning()
	d.measure()
	var text strings.Builder
	var para strings.Builder
	tag := "p"
	flush := func() {
		s := strings.TrimSpace(para.String())
		para.Reset()
		if s == "" {
			return
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(s)
		c.Blocks = append(c.Blocks, stemma.Block{Span: stemma.Span{Start: start, End: start + len(s)}, Tag: tag, Main: true})
	}
	var last *line
	for i := range d.pages {
		edge := rightEdge(d.pages[i])
		for j := range d.pages[i] {
			l := &d.pages[i][j]
			if last == nil || para.Len() > maxPara || d.breaks(last, l, edge, j == 0) {
				flush()
				tag = d.tag(l)
				para.WriteString(l.text)
			} else {
				join(&para, l.text)
			}
			last = l
		}
	}
	flush()
	c.Text = text.String()
	return c
}

// breaks reports whether a line begins a paragraph; newPage says that it is its page's
// first.
func (d *document) breaks(last, l *line, edge float64, newPage bool) bool {
	dy := last.y - l.y
	if roundHalf(l.size) != roundHalf(last.size) && (l.size > last.size*1.12 || l.size < last.size*0.88) {
		return true
	}
	if newPage || dy < -0.5*l.size || dy > 10*d.step { // another column, another page
		first, _ := utf8.DecodeRuneInString(l.text)
		return ends(last.text) || !unicode.IsLower(first) && !strings.HasSuffix(last.text, "-") && !strings.HasSuffix(last.text, ",")
	}
	switch {
	case d.step > 0 && dy > 1.35*d.step && dy > 1.3*l.size:
		return true
	case l.x > last.x+0.8*l.size && l.x < last.x+5*l.size && ends(last.text): // set in
		return true
	case ends(last.text) && last.end < edge-0.25*(edge-last.x): // a short last line
		return true
	}
	return bullet(l.text)
}

// bullet reports whether a line begins an item of a list.
func bullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•▪‣◦●", r) && len(s) > n
}

// ends reports whether a line ends as a sentence does.
func ends(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \"”’»)]"))
	return strings.ContainsRune(".!?:…", r)
}

// rightEdge is how far most lines of a page reach.
func rightEdge(page []line) float64 {
	var all []float64
	for _, l := range page {
		all = append(all, l.end)
	}
	if len(all) == 0 {
		return 0
	}
	sort.Float64s(all)
	return all[len(all)*3/4]
}

func (d *document) tag(l *line) string {
	switch {
	case l.size > 1.6*d.body && len(l.text) < 300:
		return "h1"
	case l.size > 1.18*d.body && len(l.text) < 300:
		return "h2"
	case bullet(l.text):
		return "li"
	}
	return "p"
}

// join goes on with a paragraph. A word that was divided at the line's end is put
// together when it goes on in small letters.
func join(para *strings.Builder, s string) {
	have := para.String()
	first, _ := utf8.DecodeRuneInString(s)
	if strings.HasSuffix(have, "-") && len(have) > 2 && unicode.IsLower(first) {
		before, _ := utf8.DecodeLastRuneInString(have[:len(have)-1])
		if unicode.IsLetter(before) {
			para.Reset()
			para.WriteString(have[:len(have)-1])
			para.WriteString(s)
			return
		}
	}
	if !strings.HasSuffix(have, " ") {
		para.WriteByte(' ')
	}
	para.WriteString(s)
}

// dropRunning takes out what stands at the top or foot of most pages: the document's
// name, the number of the page.
func (d *document) dropRunning() {
	if len(d.pages) < 3 {
		return
	}
	times := map[string]int{}
	for _, page := range d.pages {
		for key := range running(page) {
			times[key]++
		}
	}
	for i, page := range d.pages {
		drop := map[int]bool{}
		for key, at := range running(page) {
			if times[key]*2 > len(d.pages) && (i > 0 || key == "0") { // on the first page it is the title
				drop[at] = true
			}
		}
		var rest []line
		for j, l := range page {
			if !drop[j] {
				rest = append(rest, l)
			}
		}
		d.pages[i] = rest
	}
}

// running gives the highest and the lowest two lines of a page, digits made one.
func running(page []line) map[string]int {
	order := make([]int, len(page))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return page[order[a]].y > page[order[b]].y })
	found := map[string]int{}
	for n, i := range order {
		if n < 2 || n >= len(order)-2 {
			key := strings.Map(func(r rune) rune {
				if unicode.IsDigit(r) {
					return '0'
				}
				return r
			}, page[i].text)
			for strings.Contains(key, "00") {
				key = strings.ReplaceAll(key, "00", "0")
			}
			found[key] = i
		}
	}
	return found
}
