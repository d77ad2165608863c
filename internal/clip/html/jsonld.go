package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// maxLD is the size of a JSON-LD script that is read.
const maxLD = 1 << 20

func (g *gather) jsonLD(script string) {
	if len(script) > maxLD {
		return
	}
	script = bare(script)
	var v any
	if json.Unmarshal([]byte(script), &v) != nil && json.Unmarshal([]byte(spaced(script)), &v) != nil {
		return
	}
	g.ldValue(v, 0)
}

// bare takes off what is wrapped around a script for readers that do not know its kind:
// a CDATA section or a comment.
func bare(script string) string {
	script = strings.TrimSpace(script)
	for _, open := range []string{"//", "/*", "<![CDATA[", "*/", "<!--"} {
		script = strings.TrimSpace(strings.TrimPrefix(script, open))
	}
	for _, shut := range []string{"*/", "-->", "]]>", "/*", "//"} {
		script = strings.TrimSpace(strings.TrimSuffix(script, shut))
	}
	return script
}

// spaced makes line breaks and other control characters spaces: inside strings JSON does
// not allow them, and pages have them.
func spaced(script string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
}

// ldValue looks for the page's article in a JSON-LD value, through lists and graphs.
func (g *gather) ldValue(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			g.ldValue(x, depth+1)
		}
	case map[string]any:
		switch {
		case ldType(v["@type"], articleType):
			g.ldObject(&g.ld, v)
		case ldType(v["@type"], pageType):
			g.ldObject(&g.web, v)
		}
		for _, key := range []string{"@graph", "mainEntity"} {
			if x, ok := v[key]; ok {
				g.ldValue(x, depth+1)
			}
		}
	}
}

func articleType(t string) bool {
	return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
}

func pageType(t string) bool { return t == "WebPage" || t == "ItemPage" }

// ldType reports whether a type, or one of a list of types, is of a kind.
func ldType(t any, kind func(string) bool) bool {
	switch t := t.(type) {
	case string:
		return kind(t)
	case []any:
		for _, x := range t {
			if ldType(x, kind) {
				return true
			}
		}
	}
	return false
}

// ldObject takes what an object says, if none of its kind did before.
func (g *gather) ldObject(to *said, o map[string]any) {
	str := func(key string) string { return ldName(o[key], 0) }
	s := said{title: str("headline"), byline: str("author"), outlet: str("publisher"), url: str("url"), lang: str("inLanguage"), date: str("datePublished")}
	if strings.HasPrefix(s.byline, "http") {
		s.byline = ""
	}
	if *to == (said{}) {
		*to = s
	}
}

// ldName gives the name that a JSON-LD value stands for: a string, an object with a
// name, or a list of such.
func ldName(v any, depth int) string {
	if depth > 4 {
		return ""
	}
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case map[string]any:
		return ldName(v["name"], depth+1)
	case []any:
		var names []string
		for _, x := range v {
			if s := ldName(x, depth+1); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, "; ")
	}
	return ""
}
