package html

import (
	"strings"

	"golang.org/x/net/html"
)

func (g *gather) metaElement(n *html.Node) {
	name := strings.ToLower(attr(n, "property"))
	if name == "" {
		name = strings.ToLower(attr(n, "name"))
	}
	if name == "" {
		name = strings.ToLower(attr(n, "http-equiv"))
	}
	name = plainName(name)
	content := strings.TrimSpace(attr(n, "content"))
	if name == "" || content == "" {
		return
	}
	g.metaField(&g.meta.title, "title", name, content)
	if !strings.HasPrefix(content, "http") {
		g.metaField(&g.meta.byline, "byline", name, content)
	}
	g.metaField(&g.meta.outlet, "outlet", name, content)
	g.metaField(&g.meta.url, "url", name, content)
	g.metaField(&g.meta.lang, "lang", name, content)
	if date(content) != "" {
		g.metaField(&g.meta.date, "date", name, content)
	}
}

// plainName takes off the name of the tool that wrote a meta element, and writes Dublin
// Core's names in one way.
func plainName(name string) string {
	for _, tool := range []string{"bepress_", "shareaholic:"} {
		name = strings.TrimPrefix(name, tool)
	}
	for _, set := range []string{"dc:", "dcterms:"} {
		if rest, ok := strings.CutPrefix(name, set); ok {
			return set[:len(set)-1] + "." + rest
		}
	}
	return name
}

// metaField keeps content when name speaks of the field and none before did.
func (g *gather) metaField(to *string, field, name, content string) {
	for _, known := range metaNames[field] {
		if known == name && *to == "" {
			*to = content
		}
	}
}
