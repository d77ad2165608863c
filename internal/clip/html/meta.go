package html

import (
	"strings"
	"time"

	"golang.org/x/net/html"

	"stemma"
)

// said is what one source of metadata says; sources are asked in order of trust and
// the first that says something about a field decides it.
type said struct {
	title, byline, outlet, url, lang, date string
}

// metadata reads what the page says about itself. In order of trust: the note of whoever
// saved it, for its address; JSON-LD about an article; meta elements (Open Graph and
// kin); JSON-LD about the page; microdata and microformats; the first time element; the
// canonical link and the title element.
func metadata(root *html.Node) (m stemma.Meta, captured stemma.Date, named bool) {
	var g gather
	g.node(root, false)
	for _, s := range []said{g.saved, g.ld, g.meta, g.web, g.micro, g.timed, g.doc} {
		m.Title = first(m.Title, s.title)
		m.Byline = first(m.Byline, s.byline)
		m.Outlet = first(m.Outlet, s.outlet)
		m.URL = first(m.URL, s.url)
		m.Lang = first(m.Lang, s.lang)
		if m.Published == "" {
			m.Published = date(s.date)
		}
	}
	if m.Outlet == "" {
		m.Outlet = siteName(g.doc.title, append(g.headings, heading{text: g.ld.title}, heading{text: g.meta.title}, heading{text: g.micro.title}))
	}
	return m, g.captured, g.ld.byline+g.meta.byline != ""
}

func first(have, found string) string {
	if have != "" {
		return have
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(found, "")), " ")
}

// maxHeadings is how many headings are looked at for one that is in the document's title.
const maxHeadings = 12

// gather walks the document once and keeps what each source says.
type gather struct {
	saved, ld, meta, web, micro, timed, doc said

	captured stemma.Date
	headings []heading // the first ones
}

// metaNames says which meta elements speak of which field, most trusted first.
var metaNames = map[string][]string{
	"title":  {"og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"},
	"byline": {"author", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dcterms.creator", "article:author_name", "byl", "article:author"},
	"outlet": {"og:site_name", "application-name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher"},
	"url":    {"og:url", "twitter:url"},
	"lang":   {"og:locale", "content-language", "dc.language", "language"},
	"date": {"article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
		"citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "article_published_time", "article.published", "article:published", "bt:pubdate", "published_time_telegram", "date", "cxenseparse:recs:publishtime", "og:pubdate"},
}

// node visits an element. What readers' comments and furniture say is not of the page.
func (g *gather) node(n *html.Node, comment bool) {
	if n.Type == html.ElementNode {
		comment = comment || n.Data == "nav" || n.Data == "aside" ||
			n.Data != "body" && (strings.Contains(attr(n, "class"), "comment") || strings.Contains(attr(n, "id"), "comment"))
		if !comment {
			g.element(n)
		}
	}
	if n.Type == html.CommentNode {
		g.savedFrom(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		g.node(c, comment)
	}
}

// savedFrom reads the comment that browsers and the tool SingleFile put into a page
// they save: where it came from, and when.
func (g *gather) savedFrom(comment string) {
	if _, rest, ok := strings.Cut(comment, "saved from url=("); ok && g.saved.url == "" {
		if _, url, ok := strings.Cut(rest, ")"); ok && strings.HasPrefix(url, "http") {
			g.saved.url = strings.Fields(url)[0]
		}
	}
	if !strings.Contains(comment, "SingleFile") {
		return
	}
	for _, line := range strings.Split(comment, "\n") {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case key == "url" && strings.HasPrefix(value, "http") && g.saved.url == "":
			g.saved.url = value
		case key == "saved date" && len(value) >= len("Mon Jan 02 2006"):
			if t, err := time.Parse("Mon Jan 02 2006", value[:len("Mon Jan 02 2006")]); err == nil {
				g.captured = stemma.DateOf(t.Year(), t.Month(), t.Day())
			}
		}
	}
}

func (g *gather) element(n *html.Node) {
	switch n.Data {
	case "html":
		g.doc.lang = attr(n, "lang")
	case "h1", "h2", "h3":
		if len(g.headings) < maxHeadings {
			g.headings = append(g.headings, heading{plain(n), linked(n), n.Data == "h1"})
		}
	case "title":
		if g.doc.title == "" {
			g.doc.title = plain(n)
		}
	case "link":
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			g.doc.url = attr(n, "href")
		}
	case "script":
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
			g.jsonLD(n.FirstChild.Data)
		}
	case "meta":
		g.metaElement(n)
	case "time":
		if g.timed.date == "" {
			g.timed.date = string(date(attr(n, "datetime")))
		}
	}
	g.property(n)
}

// property reads microdata, and the microformats that blogs use: the class of the date
// of publication, links to the author.
func (g *gather) property(n *html.Node) {
	if len(n.Attr) == 0 {
		return
	}
	value := func() string {
		for _, key := range []string{"content", "datetime"} {
			if v := attr(n, key); v != "" {
				return v
			}
		}
		return plain(n)
	}
	switch prop := attr(n, "itemprop"); {
	case prop == "":
	case strings.EqualFold(prop, "datePublished"):
		if d := date(value()); d != "" {
			g.micro.date = string(d)
		}
	case strings.EqualFold(prop, "headline"):
		g.micro.title = first(g.micro.title, value())
	case strings.EqualFold(prop, "author"):
		g.micro.byline = first(g.micro.byline, named(n, value()))
	}
	if g.micro.date == "" && (hasClass(n, "published") || hasClass(n, "dt-published")) {
		g.micro.date = string(date(first(attr(n, "datetime"), attr(n, "title"))))
	}
	if g.micro.byline == "" && (attr(n, "rel") == "author" || hasClass(n, "author")) {
		if s := plain(n); len(s) < 80 {
			g.micro.byline = first("", s)
		}
	}
}

// hasClass reports whether an element has a class, between spaces.
func hasClass(n *html.Node, name string) bool {
	classes := attr(n, "class")
	return strings.Contains(classes, name) && strings.Contains(" "+classes+" ", " "+name+" ")
}

// named gives the name inside an author element, if it has one set apart.
func named(n *html.Node, whole string) string {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			if attr(c, "itemprop") == "name" {
				if v := attr(c, "content"); v != "" {
					return v
				}
				return plain(c)
			}
			if s := named(c, ""); s != "" {
				return s
			}
		}
	}
	if len(whole) > 120 {
		return ""
	}
	return whole
}

// plain gives the words below n.
func plain(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil && b.Len() < 2000; c = c.NextSibling {
			if c.Type != html.ElementNode || !droppedTags[c.Data] {
				walk(c)
			}
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}
