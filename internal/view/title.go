package view

import (
	"html"
	"strings"

	"stemma"
)

// titleOf gives a text's title as it is shown: in a line, and, where a record has given it and
// it stands nowhere in the text, with HTML's references (“&#163;”) read. The pile and exports keep it as
// it was given.
func titleOf(a *stemma.Article) string {
	title := a.TitleText
	if a.Title.Empty() && strings.Contains(title, "&") {
		title = withoutReferences(title)
	}
	return strings.Join(strings.Fields(title), " ")
}

// withoutReferences reads the references of a line that end with a semicolon, each once; what
// only looks like one (“profit&notice”) stays.
func withoutReferences(line string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(line, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, ended := strings.Cut(rest, ";")
		if line = rest; ended && !strings.ContainsAny(name, " &") {
			b.WriteString(html.UnescapeString("&" + name + ";"))
			line = after
		} else {
			b.WriteByte('&')
		}
	}
}
