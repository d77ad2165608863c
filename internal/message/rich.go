package message

import (
	"html"
	"strings"
)

// HTML is a message as markup that may stand in a page as it is.
type HTML string

// Rich gives a message as HTML. Three marks in the message set words apart: `code`, *bold*, and
// [words] for a link to the value “href”, an address on this server. All else, and all
// that is put in, is escaped; a value that is already [HTML] stands as it is.
func (b *Book) Rich(id string, values ...any) HTML {
	form, ok := b.form(id, values)
	if !ok {
		return HTML(html.EscapeString(id))
	}
	var s strings.Builder
	code, bold := false, false
	each(form, func(c rune) {
		switch {
		case c == '`':
			code = !code
			s.WriteString(map[bool]string{true: "<code>", false: "</code>"}[code])
		case code:
			s.WriteString(html.EscapeString(string(c)))
		case c == '*':
			bold = !bold
			s.WriteString(map[bool]string{true: "<b>", false: "</b>"}[bold])
		case c == '[':
			s.WriteString(`<a href="` + html.EscapeString(here(valueOf("href", values))) + `">`)
		case c == ']':
			s.WriteString("</a>")
		default:
			s.WriteString(html.EscapeString(string(c)))
		}
	}, func(name string) {
		if v, ok := valueOf(name, values).(HTML); ok {
			s.WriteString(string(v))
			return
		}
		s.WriteString(html.EscapeString(b.word(valueOf(name, values))))
	})
	return HTML(s.String())
}

// here gives an address on this server; “#” for any other.
func here(href any) string {
	if s, ok := href.(string); ok && strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//") {
		return s
	}
	return "#"
}
