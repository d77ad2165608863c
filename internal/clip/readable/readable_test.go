package readable

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// words is a paragraph of its own, long enough to count.
func words(n int) string {
	return fmt.Sprintf("<p>Paragraph %d of the report on the salt works of Velmora, which were closed in spring, tells what the pumps, the sheds and the barges were sold for.</p>", n)
}

// view gives the words that a reader's view keeps of a document, in order.
func view(t *testing.T, doc, title string, named bool) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	var before, after, out strings.Builder
	if err := html.Render(&before, root); err != nil {
		t.Fatal(err)
	}
	kept := Find(root, title, named)
	if err := html.Render(&after, root); err != nil {
		t.Fatal(err)
	}
	if before.String() != after.String() {
		t.Error("the document was changed")
	}
	for n := range root.Descendants() {
		if kept.Texts[n] {
			out.WriteString(strings.TrimSpace(n.Data) + " | ")
		}
	}
	return out.String()
}

func TestFind(t *testing.T) {
	var article strings.Builder
	for n := range 6 {
		article.WriteString(words(n))
	}
	for name, tt := range map[string]struct {
		doc         string
		title       string
		named       bool
		keeps, cuts string // separated by |
	}{
		"the article": {doc: "<nav><a href=a>Home</a></nav><div class=story>%s</div><div class=sidebar><p>Weather, tides, ferries and all else that is of use today</p></div>",
			keeps: "Paragraph 0|Paragraph 5", cuts: "Home|Weather"},
		"links in it": {doc: "<div>%s<div><p><a href=a>Other news of the day</a></p><p><a href=b>Older news of the year</a></p></div></div>",
			keeps: "Paragraph 5", cuts: "Other news"},
		"a heading that repeats the title": {doc: "<div><h1>Salt works closed</h1>%s</div>", title: "Salt works closed, the Tribune", keeps: "Paragraph 0", cuts: "Salt works closed |"},
		"a heading of its own":             {doc: "<div><h2>What is left of them</h2>%s</div>", title: "Salt works closed", keeps: "What is left|Paragraph 0"},
		"the author's line":                {doc: "<div><p class=byline>Ana Duarte</p>%s</div>", cuts: "Ana Duarte"},
		"the author is known":              {doc: "<div><p class=byline>Ana Duarte</p>%s</div>", named: true, keeps: "Ana Duarte"},
		"what is not seen":                 {doc: "<div>%s<p style='Display : none'>Nobody reads this line here</p><p aria-hidden=true>Nor does anybody read this one</p></div>", cuts: "Nobody|Nor does"},
		"line breaks for paragraphs":       {doc: "<div>First line of the text, and it is long enough.<br><br>Second line of the text, and it is long enough.<br> <br>%s</div>", keeps: "First line|Second line|Paragraph 0"},
		"divs for paragraphs":              {doc: "<div><div>A div with a line of text, and it is long enough.</div>%s</div>", keeps: "A div with|Paragraph 0"},
		"a paragraph beside the article":   {doc: "<section><p>What went before, in a sentence.</p><div>%s</div></section>", keeps: "What went before|Paragraph 0"},
		"a table of data":                  {doc: "<div>%s<table><tr><th>Sheds<th>Price<tr><td>4<td>10</table></div>", keeps: "Sheds|10"},
		"a form":                           {doc: "<div>%s<form><label>Your address</label><input><input></form></div>", cuts: "Your address"},
		"a label of an advertisement":      {doc: "<div>%s<div><p>Anuncio</p><p></p></div></div>", keeps: "Paragraph 5", cuts: "Anuncio"},
		"a word of furniture around all":   {doc: "<div class=comments>%s</div>", keeps: "Paragraph 0|Paragraph 5"},
		"buttons to share":                 {doc: "<div>%s<div class='box_share'>Send this to a friend of yours</div></div>", cuts: "Send this"},
		"nothing":                          {doc: "<p></p>"},
	} {
		got := view(t, strings.ReplaceAll(tt.doc, "%s", article.String()), tt.title, tt.named)
		for _, want := range strings.Split(tt.keeps, "|") {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is lost: %s", name, want, got)
			}
		}
		for _, not := range strings.Split(tt.cuts, "|") {
			if not != "" && strings.Contains(got, not) {
				t.Errorf("%s: %q is kept: %s", name, not, got)
			}
		}
	}
}

func TestSignals(t *testing.T) {
	for s, want := range map[string]signal{
		"":                 0,
		"Story-Body":       good | maybe,
		"hid":              bad,
		"hidalgo":          0,
		"lead hid":         bad,
		"share-bar":        bad | sharing,
		"shareholders":     bad,
		"col-ad-1":         bad | unlikely,
		"shadow":           maybe,
		"p-author vcard":   byline,
		"comment-and-more": unlikely | bad | maybe,
	} {
		if got := signals(s); got != want {
			t.Errorf("%q: %08b, want %08b", s, got, want)
		}
	}
}

func TestWeigh(t *testing.T) {
	for s, want := range map[string]node{
		"":             {},
		" \n":          {runes: 2, is: lead | trail},
		"a, b":         {runes: 4, chars: 4, commas: 1, is: solid},
		"\u00a0é  è\t": {runes: 6, chars: 3, is: lead | trail},
	} {
		var got node
		if got.weigh(s); got != want {
			t.Errorf("%q: %+v, want %+v", s, got, want)
		}
	}
}

// TestPictures: what stands in the place of a picture for readers without scripts is
// that picture.
func TestPictures(t *testing.T) {
	for source, want := range map[string][2]bool{
		"<img src=a.png>":                  {true, false},
		" <a href=b><img src=a.png></a> ":  {true, false},
		"<img src=a width=1 height=1>":     {true, true},
		"<p>Please use scripts</p>":        {},
		"<img src=a.png> a picture":        {},
		"<img src=a.png><img src=b.png>":   {},
		"<div></div><img src=a.png>":       {},
		"<picture><source><img></picture>": {},
	} {
		if alone, pixel := onePicture(source); alone != want[0] || pixel != want[1] {
			t.Errorf("%q: %v, %v", source, alone, pixel)
		}
	}
}

// TestMany: a document of deeply nested elements is read, one of very many is not.
func TestMany(t *testing.T) {
	if got := view(t, strings.Repeat("<div>", 400)+strings.Repeat(words(1), 10), "", false); !strings.Contains(got, "salt works") {
		t.Error("the text of a deep document is lost")
	}
	if got := view(t, "<div>"+strings.Repeat("<b>x</b>", maxElements)+"</div>", "", false); got != "" {
		t.Error("a document of too many elements is read")
	}
}
