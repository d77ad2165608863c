package html

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
)

// blocks writes a content's blocks, one a line: tag, unit, flags, text.
func blocks(c Content) string {
	var b strings.Builder
	for _, x := range c.Blocks {
		flags := ""
		if x.Main {
			flags += " main"
		}
		if x.Link {
			flags += " link"
		}
		if x.Unit > 0 {
			flags += fmt.Sprint(" unit", x.Unit)
		}
		fmt.Fprintf(&b, "%s%s: %q\n", x.Tag, flags, x.Span.Of(c.Text))
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	for name, tt := range map[string]struct{ doc, want string }{
		"white space and inline elements": {"<p>One\n  <b>two</b>,<i> three</i></p>four", "p main: \"One two, three\"\np main: \"four\"\n"},
		"line breaks":                     {"<p>One<br>two<br><br>three</p>", "p main: \"One\\ntwo\\n\\nthree\"\n"},
		"what is not shown": {"<head><title>T</title></head><script>x</script><style>y</style><noscript>n</noscript><template>t</template><svg><text>s</text></svg>" +
			"<p hidden>h</p><p style='display: none'>d</p><p>shown</p>", "p main: \"shown\"\n"},
		"lists and headings": {"<h2>Head</h2><ul><li>one<li><p>two</p></ul>", "h2 main: \"Head\"\nli main: \"one\"\nli main: \"two\"\n"},
		"quotations and captions keep their kind": {"<blockquote><p>said</p></blockquote><figure><figcaption><div>seen</div></figcaption></figure>",
			"blockquote main: \"said\"\nfigcaption main: \"seen\"\n"},
		"links":   {"<p><a href=x>all of it</a></p><p>hardly any of it is <a>one</a></p>", "p link: \"all of it\"\np main: \"hardly any of it is one\"\n"},
		"units":   {"<article><h2>A</h2></article><div class='post hentry'><p>b<div class=entry>c</div></div><article class=comment>d</article>", "h2 main unit1: \"A\"\np main unit2: \"b\"\np main unit2: \"c\"\np main: \"d\"\n"},
		"times":   {"<p><time datetime=2020-01-01>1 January</time></p>", "time main: \"1 January\"\n"},
		"nothing": {"<script>x</script>", ""},
	} {
		if got := blocks(Read(tt.doc)); got != tt.want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, tt.want)
		}
	}
}

// TestMain: prose of the article is main, navigation and comments are not, also
// where a class of the whole page has a word of furniture in it.
func TestMainText(t *testing.T) {
	para := "The herring of the bay were counted again this year, and again there were fewer of them than before, the institute said."
	doc := "<body class=x><div id=page class='with-sidebar'><nav><a>Home</a> <a>Sport</a></nav><div class=story><h1>Herring</h1>" +
		strings.Repeat("<p>"+para+"</p>", 5) + "</div><div id=comments><p>" + para + "</p></div><div class=sidebar><ul><li><a>Other</a></ul></div></div>"
	c := Read(doc)
	for _, b := range c.Blocks {
		text := b.Span.Of(c.Text)
		switch {
		case text == "Home Sport" || text == "Other":
			if b.Main {
				t.Errorf("%q is main", text)
			}
		case strings.HasPrefix(text, "The herring") && b.Span.Start < len(c.Text)*2/3:
			if !b.Main {
				t.Errorf("prose at %v is not main", b.Span)
			}
		}
	}
}

// TestMainAmong: what stands between the paragraphs of a text is of the text or not by
// where and how it stands. Each case has %s where the paragraphs go.
func TestMainAmong(t *testing.T) {
	para := "<p>The herring of the bay were counted again this year, and again there were fewer of them than before, the institute said on Monday.</p>"
	paras := strings.Repeat(para, 6)
	teaser := func(n int) string {
		return fmt.Sprintf("<div><div><img src=a><img src=b><img src=c><h3>Picture %d</h3></div><div><p>The harbour master of Velmora opens the new quay number %d in front of some forty guests from all over the island.</p></div></div>", n, n)
	}
	var gallery strings.Builder
	for n := range 30 {
		gallery.WriteString(teaser(n))
	}
	for name, tt := range map[string]struct {
		doc  string
		main map[string]bool
	}{
		"a short line of a dialogue":     {"<article><h1>Herring</h1>%s<p>“They left.”</p>%s</article>", map[string]bool{"“They left.”": true}},
		"a paragraph made with a div":    {"<article><h1>Herring</h1>%s<h2>Eels</h2><div>Eels are another matter, for they were not counted at all, and nobody in the bay knows how many there are.</div></article>", map[string]bool{"Eels": true, "Eels are": true}},
		"a standfirst in its own box":    {"<article><h1>Herring</h1><div><div><p>Fewer and fewer fish are found in the bay, and the reasons for it are not understood.</p></div></div><div>%s</div></article>", map[string]bool{"Fewer": true}},
		"a gallery longer than the text": {"<article><h1>Herring</h1><div>%s<div class=media-strip>" + gallery.String() + "</div>%s</div></article>", map[string]bool{"The harbour": false, "Picture": false}},
		"a form":                         {"<article><h1>Herring</h1><div>%s</div></article><form><p>By sending this form you agree that we keep your address in our files for ever and a day.</p></form>", map[string]bool{"By sending": false}},
		"a page in a form":               {"<form id=aspnet><article><h1>Herring</h1><div>%s</div></article></form>", map[string]bool{"The herring": true}},
		"a notice of one line":           {"<body><div><p>The office is closed today.</p></div><nav>Home</nav>", map[string]bool{"The office": true, "Home": false}},
		"a body that a script shows":     {"<body style='visibility:hidden'><article><h1>Herring</h1>%s</article>", map[string]bool{"The herring": true}},
		"what is made invisible":         {"<article><h1>Herring</h1>%s<p style='visibility: hidden'>This paragraph is there for machines only and nobody who reads the page sees it.</p></article>", map[string]bool{"This paragraph": false}},
	} {
		c := Read(strings.ReplaceAll(tt.doc, "%s", paras))
		if !strings.Contains(c.Text, "Herring") && !strings.Contains(c.Text, "office") {
			t.Errorf("%s: the text is lost: %q", name, c.Text)
		}
		for _, b := range c.Blocks {
			for start, want := range tt.main {
				if text := b.Span.Of(c.Text); strings.HasPrefix(text, start) && b.Main != want {
					t.Errorf("%s: %q: main is %v", name, text, b.Main)
				}
			}
		}
	}
}

func TestMetadata(t *testing.T) {
	for name, tt := range map[string]struct {
		head string
		want stemma.Meta
	}{
		"JSON-LD before all else": {`<title>T - Site</title><meta property="og:title" content="Other"><meta property="article:published_time" content="2020-01-01">
			<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"No"},{"@type":["NewsArticle"],"headline":"Herring &amp; co","datePublished":"2021-09-03T06:30:00Z","author":[{"name":"A B"},{"name":"C D"}],"publisher":{"name":"Tribune"}}]}</script>`,
			stemma.Meta{Title: "Herring & co", Byline: "A B; C D", Outlet: "Tribune", Published: "2021-09-03T06:30Z"}},
		"meta elements": {`<meta property="og:title" content=" Herring  count "><meta name="author" content="A B"><meta property="og:site_name" content="Tribune"><meta name="date" content="2021-09-03"><link rel=canonical href="https://t.example/1">`,
			stemma.Meta{Title: "Herring count", Byline: "A B", Outlet: "Tribune", Published: "2021-09-03", URL: "https://t.example/1"}},
		"microdata":                                         {`</head><body><h1 itemprop=headline>H</h1><span itemprop=author><span itemprop=name>A B</span></span><time itemprop=datePublished datetime="2021-09-03T08:00+02:00">x</time>`, stemma.Meta{Title: "H", Byline: "A B", Published: "2021-09-03T08:00+02:00"}},
		"a comment's time is not the page's":                {`</head><body><div class=comment><time datetime="2021-09-03">x</time></div>`, stemma.Meta{}},
		"no date at all":                                    {`<meta name="date" content="soon"><meta name=author content="https://x.example/a">`, stemma.Meta{}},
		"JSON-LD in a CDATA section":                        {`<script type="application/ld+json"><![CDATA[{"@type":"NewsArticle","datePublished":"2021-09-03"}]]></script>`, stemma.Meta{Published: "2021-09-03"}},
		"JSON-LD in a comment, with a line break in a name": {"<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"BlogPosting\",\"headline\":\"Herring\ncount\"}\n//]]></script>", stemma.Meta{Title: "Herring count"}},
		"JSON-LD about the page behind meta elements": {`<script type="application/ld+json">{"@type":"WebPage","datePublished":"2019-01-01","author":{"name":"A B"}}</script><meta property="article:published_time" content="2021-09-03">`,
			stemma.Meta{Byline: "A B", Published: "2021-09-03"}},
		"Dublin Core and tools' own names":  {`<meta name="DC:date" content="2021-09-03"><meta name="bepress_citation_title" content="H">`, stemma.Meta{Title: "H", Published: "2021-09-03"}},
		"a microformat before any time":     {`</head><body><time datetime="2022-01-01">x</time><abbr class="published" title="2021-09-03T10:00:00+0000">x</abbr>`, stemma.Meta{Published: "2021-09-03T10:00Z"}},
		"a time beside the text is no date": {`</head><body><aside><time datetime="2022-01-01">x</time></aside><nav><time datetime="2022-01-02">x</time></nav>`, stemma.Meta{}},
		"broken JSON-LD":                    {`<script type="application/ld+json">{"@type":"NewsArticle",</script><title>T</title>`, stemma.Meta{Title: "T"}},
	} {
		if got := Read("<html><head>" + tt.head).Meta; got != tt.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tt.want)
		}
	}
}

// TestDeep: elements nested without end cost neither stack nor time, and the text
// is there.
func TestDeep(t *testing.T) {
	for _, tag := range []string{"<div>", "<b>", "<table>", "<ul><li>", "<svg>"} {
		c := Read(strings.Repeat(tag, 100_000) + "the word")
		if tag != "<svg>" && !strings.Contains(c.Text, "the word") {
			t.Errorf("%s: the text is lost: %q", tag, c.Text)
		}
		if (tag == "<div>" || tag == "<b>") && len(c.Notes) == 0 {
			t.Errorf("%s: no note", tag)
		}
	}
}

func TestSavedFrom(t *testing.T) {
	for name, tt := range map[string]struct {
		doc, url string
		captured stemma.Date
	}{
		"a browser":  {"<!-- saved from url=(0022)https://t.example/herring -->\n<html><link rel=canonical href=https://t.example/other>", "https://t.example/herring", ""},
		"SingleFile": {"<html><!--\n Page saved with SingleFile \n url: https://t.example/herring \n saved date: Fri Sep 03 2021 10:00:00 GMT+0200 (x)\n-->", "https://t.example/herring", "2021-09-03"},
		"neither":    {"<!-- saved from url=(0000)about:internet --><p>x", "", ""},
	} {
		if c := Read(tt.doc); c.Meta.URL != tt.url || c.Captured != tt.captured {
			t.Errorf("%s: %q, %q", name, c.Meta.URL, c.Captured)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "<p>a<br>b", "<pre>\n x\n</pre>", "<ul><li>a<ul><li>b", "<a><p>x</p></a>", "<title>", "<time>", "&nbsp;<p>\u200B", "<table>x<td>y",
		`<script type="application/ld+json">[[[{"@type":"Article","author":{"name":["a"]}}]]]</script>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := Read(s)
		if !utf8.ValidString(s) {
			return // intake hands over valid UTF-8 only
		}
		if !utf8.ValidString(c.Text) {
			t.Fatalf("text is not valid UTF-8: %q", c.Text)
		}
		at := 0
		for _, b := range c.Blocks {
			text := b.Span.Of(c.Text)
			if b.Span.Start < at || text == "" || !utf8.ValidString(text) {
				t.Fatalf("block %v after %d: %q", b.Span, at, text)
			}
			at = b.Span.End
		}
	})
}
