package golden

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"

	"stemma"
)

// Case is an annotated article.
type Case struct {
	Note    string // the comment at the head
	Header  []Field
	Article stemma.Article
	Section string // “want” or “gold”
	Want    []Finding
}

// Field is a line of the article's header.
type Field struct{ Key, Value string }

// Finding is one annotation.
type Finding struct {
	Kind   string   // “quote”, “figure”, “time”, “name”, “event”, “victim”
	Fields []string // type, measure, value … as the kind has them
	Anchor string   // without its quotation marks, with “#2” where it needs one
	Attrs  []Field  // values with their quotation marks where they have them

	Span stemma.Span // where Of found it; empty for a parsed one, whose place its anchor says
}

// Attr gives an attribute's value without quotation marks, "" when it is not there.
func (f *Finding) Attr(key string) string {
	for _, a := range f.Attrs {
		if a.Key == key {
			v, _ := unquote(a.Value)
			return v
		}
	}
	return ""
}

// HasAttr reports whether the attribute is there, be it empty.
func (f *Finding) HasAttr(key string) bool {
	for _, a := range f.Attrs {
		if a.Key == key {
			return true
		}
	}
	return false
}

// Parse reads an annotated article. Errors name the line's words.
func Parse(data []byte) (*Case, error) {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	archive := txtar.Parse(data)
	c := &Case{Note: string(archive.Comment)}
	article := false
	for _, f := range archive.Files {
		switch f.Name {
		case "article":
			if err := c.parseArticle(string(f.Data)); err != nil {
				return nil, err
			}
			article = true
		case "want", "gold":
			if err := c.parseFindings(f.Name, string(f.Data)); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("section %q is neither article, want nor gold", f.Name)
		}
	}
	if !article {
		return nil, fmt.Errorf("there is no section “-- article --”")
	}
	return c, nil
}

// parseArticle makes the article: the headline, then a paragraph a line, with a blank
// line between.
func (c *Case) parseArticle(s string) error {
	var own []string
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	i := 0
	for ; i < len(lines) && strings.TrimSpace(lines[i]) != ""; i++ {
		key, value, ok := strings.Cut(lines[i], ":")
		if !ok || strings.Contains(key, " ") {
			if i == 0 {
				break // no header
			}
			return fmt.Errorf("header line %q is not “key: value”", lines[i])
		}
		c.Header = append(c.Header, Field{key, strings.TrimSpace(value)})
	}
	for _, line := range lines[i:] {
		if line = strings.TrimSpace(line); line != "" {
			own = append(own, line)
		}
	}
	a := &c.Article
	for _, h := range c.Header {
		switch h.Key {
		case "title":
			own = append([]string{h.Value}, own...)
			a.TitleText, a.Title = h.Value, stemma.Span{End: len(h.Value)}
		case "published":
			a.Published, a.PublishedFrom = stemma.Date(h.Value), "given"
		case "lang":
			a.Lang = h.Value
		case "outlet":
			a.Outlet.Name = h.Value
		case "credit":
			a.Credit.Name = h.Value
		case "byline":
			a.Byline = append(a.Byline, stemma.Named{Name: h.Value})
		default:
			return fmt.Errorf("header key %q is not known", h.Key)
		}
	}
	a.Text = strings.Join(own, "\n\n")
	a.ID = stemma.NewID("a", a.Text)
	return nil
}

func (c *Case) parseFindings(section, s string) error {
	c.Section = section
	for _, line := range strings.Split(s, "\n") {
		bare := strings.TrimSpace(line)
		if bare == "" || strings.HasPrefix(bare, "#") {
			continue
		}
		if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "  ") {
			if len(c.Want) == 0 {
				return fmt.Errorf("attribute %q stands before any finding", bare)
			}
			key, value, _ := strings.Cut(bare, " ")
			last := &c.Want[len(c.Want)-1]
			last.Attrs = append(last.Attrs, Field{key, strings.TrimSpace(value)})
			continue
		}
		f, err := parseFinding(bare)
		if err != nil {
			return err
		}
		c.Want = append(c.Want, f)
	}
	return nil
}

func parseFinding(line string) (Finding, error) {
	at := strings.IndexByte(line, '"')
	if at < 0 {
		return Finding{}, fmt.Errorf("finding %q has no anchor in quotation marks", line)
	}
	head := strings.Fields(line[:at])
	anchor, ok := unquote(line[at:])
	if len(head) == 0 || !ok {
		return Finding{}, fmt.Errorf("finding %q is not “kind fields \"anchor\"”", line)
	}
	return Finding{Kind: head[0], Fields: head[1:], Anchor: anchor}, nil
}

// unquote takes the quotation marks off an anchor and leaves its “#2”. A backslash
// stands before a quotation mark that belongs to the words.
func unquote(s string) (string, bool) {
	if !strings.HasPrefix(s, `"`) {
		return s, false
	}
	end := -1
	for i := 1; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		} else if s[i] == '"' {
			end = i
			break
		}
	}
	if end < 0 {
		return s, false
	}
	words := strings.ReplaceAll(s[1:end], `\"`, `"`)
	return words + strings.TrimSpace(s[end+1:]), true
}

func quote(s string) string {
	words, number := s, ""
	if i := strings.LastIndexByte(s, '#'); i > 0 && isNumber(s[i+1:]) {
		words, number = s[:i], s[i:]
	}
	return `"` + strings.ReplaceAll(words, `"`, `\"`) + `"` + number
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Bytes writes the case in its form.
func (c *Case) Bytes() []byte {
	var b strings.Builder
	b.WriteString(c.Note)
	b.WriteString("-- article --\n")
	for _, h := range c.Header {
		fmt.Fprintf(&b, "%-10s %s\n", h.Key+":", h.Value)
	}
	body := c.Article.Text
	if !c.Article.Title.Empty() {
		body = body[c.Article.Title.End:]
	}
	for _, par := range strings.Split(body, "\n\n") {
		if strings.TrimSpace(par) != "" {
			b.WriteString("\n" + strings.TrimSpace(par) + "\n")
		}
	}
	fmt.Fprintf(&b, "-- %s --\n", c.Section)
	b.WriteString(Write(c.Want))
	return []byte(b.String())
}

// Write gives findings in their form, one a line with their attributes below.
func Write(findings []Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(f.Kind)
		for _, field := range f.Fields {
			b.WriteString(" " + field)
		}
		b.WriteString(" " + quote(f.Anchor) + "\n")
		for _, a := range f.Attrs {
			b.WriteString("\t" + a.Key + " " + a.Value + "\n")
		}
	}
	return b.String()
}
