package html

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestThin(t *testing.T) {
	for doc, want := range map[string]string{
		"no < markup > at all":                               "no < markup > at all",
		"<p>a<script>if (a<b) { c() }</script>b":             "<p>a<script></script>b",
		"<SCRIPT>x</SCRIPT ><style>p{}</style>":              "<SCRIPT></SCRIPT ><style></style>",
		`<script type="application/ld+json">{}</script>`:     `<script type="application/ld+json">{}</script>`,
		"<script><!-- x --></script>a":                       "<script></script>a",
		"<script><!-- <script>x</script> --></script>a":      "<script><!-- <script>x</script> --></script>a",
		"<script>never ends":                                 "<script>never ends",
		"<svg><script/><p>a</p></svg><script>x</script>":     "<svg><script/><p>a</p></svg><script>x</script>",
		"<svg><style><b>a</b></style></svg>":                 "<svg><style><b>a</b></style></svg>",
		"<title><script>a</title><script>x</script>":         "<title><script>a</title><script></script>",
		"<!--<script>--><script>x</script>":                  "<!--<script>--><script></script>",
		"<!--><script>x</script>-->":                         "<!--><script></script>-->",
		"<!--a--!><script>x</script>-->":                     "<!--a--!><script></script>-->",
		`<p title="<script>">a</p><p title='</script>'>`:     `<p title="<script>">a</p><p title='</script>'>`,
		`<p data-a='1>2' class=b onclick=c>a</p>`:            `<p  class=b >a</p>`,
		`<a href="x">a</a><a href=#b>b</a><a href='&#35;c'>`: `<a >a</a><a href=#b>b</a><a href='&#35;c'>`,
		`<img src=a.png alt="a"><path d="m0"/><br data-a/>`:  `<img src=a.png alt="a"><path /><br />`,
		"<![CDATA[<script>]]><script>x</script>":             "<![CDATA[<script>]]><script>x</script>",
	} {
		if got := thin(doc); got != want {
			t.Errorf("%s\n%s\nwant:\n%s", doc, got, want)
		}
	}
}

// asked writes what is asked for of a document's tree.
func asked(doc string) string {
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil {
		return err.Error()
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if (n.Data == "script" && !strings.Contains(attr(n, "type"), "ld+json") || n.Data == "style") && n.FirstChild != nil {
			for n.FirstChild != nil {
				n.RemoveChild(n.FirstChild)
			}
		}
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
			return strings.HasPrefix(a.Key, "data-") || unaskedKeys[strings.ToLower(a.Key)] || a.Key == "href" && !strings.HasPrefix(a.Val, "#")
		})
	}
	var b strings.Builder
	if err := html.Render(&b, root); err != nil {
		return err.Error()
	}
	return b.String()
}

// FuzzThin: a document made thin has the tree that it had, but for what nobody asks.
func FuzzThin(f *testing.F) {
	for _, s := range []string{
		"<p>a<script>if (a<b) { c() }</script>b", "<script><!-- <script>x</script> --></script>a", "<svg><style>a</style><title><b>c</title></svg>",
		"<!--a--!><script>x</script>-->", "<p data-a='1>2' class=b onclick=c>a</p>", "<a href=x/>b</a><br data-a/><table><tr data-b><td>c", "<select><option value=a>b<script>c</script></select>",
		"<textarea><script></textarea><p/ data-x='<' id=y>", "<noscript><img src=a></noscript><math><mi href=#a>b</mi></math>", "<template><style>a</style>b</template>", "<i a src=b =>c",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		if strings.Contains(doc, "<svg") || strings.Contains(doc, "<math") || strings.Count(strings.ToLower(doc), "href") > 1 {
			return // there the content of scripts is markup, which is not asked for either; of two addresses the first counts
		}
		if got, want := asked(thin(doc)), asked(doc); got != want {
			t.Errorf("%q\nthin: %q\n%s\nwant:\n%s", doc, thin(doc), got, want)
		}
	})
}

// TestThinKeepsWhatIsAsked: what is asked for stays, however its tag is written, and a comment
// ends where the parser ends it.
func TestThinKeepsWhatIsAsked(t *testing.T) {
	for _, doc := range []string{
		"<IMG src=a width=1>", "<image src=a>", "<IFRAME src=https://tube.example/v></IFRAME>", "<SCRIPT type=application/ld+json>{}</SCRIPT>", strings.Repeat("<!----!>", 4) + "<p>a</p>",
	} {
		if got := thin(doc); got != doc {
			t.Errorf("%q became %q", doc, got)
		}
	}
	for doc, want := range map[string]string{"<!--->a-->": "<!--->a-->", "<!-- a --!><P ALIGN=left data-b>": "<!-- a --!><P ALIGN=left >"} {
		if got := thin(doc); got != want {
			t.Errorf("%q became %q, want %q", doc, got, want)
		}
	}
}
