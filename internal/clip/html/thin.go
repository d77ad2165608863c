package html

import "strings"

// thin leaves out what nobody here asks a document for, about half of a news page, so that
// it need not be parsed: what scripts and styles hold, but for JSON-LD, and most
// attributes. It reads tags as the tokenizer does, and where it is not sure to (a script
// in a script, an element of SVG or MathML that ends in itself) it leaves the rest of
// the document as it is.
func thin(doc string) string {
	t := thinner{doc: doc}
	for at := 0; at >= 0; {
		i := strings.IndexByte(doc[at:], '<')
		if i < 0 || at+i+1 >= len(doc) {
			break
		}
		at = t.markup(at + i)
	}
	if t.from == 0 {
		return doc
	}
	t.out.WriteString(doc[t.from:])
	return t.out.String()
}

// thinner is a document that becomes thin.
type thinner struct {
	doc  string
	from int // what is in front of it is in out, or cut
	out  strings.Builder
}

// cut leaves out a stretch that lies behind all that was cut before.
func (t *thinner) cut(start, end int) {
	if t.from == 0 {
		t.out.Grow(len(t.doc))
	}
	t.out.WriteString(t.doc[t.from:start])
	t.from = end
}

// markup reads what begins at a “<” and gives where it ends: -1 where that is not sure.
func (t *thinner) markup(start int) int {
	rest := t.doc[start+1:]
	switch c := rest[0]; {
	case letter(c):
		return t.start(start)
	case strings.HasPrefix(rest, "!--"):
		return commentEnd(t.doc, start)
	case strings.HasPrefix(rest, "![CDATA["):
		return -1
	case c == '/' && len(rest) > 1 && letter(rest[1]):
		return t.tag(start+2+nameEnd(rest[1:]), "", false)
	case c == '/' || c == '!' || c == '?':
		if end := strings.IndexByte(rest, '>'); end >= 0 {
			return start + 1 + end + 1
		}
		return -1
	}
	return start + 1 // a “<” that is text
}

// start reads a start tag, and what the element holds if that is no markup.
func (t *thinner) start(start int) int {
	after := start + 1 + nameEnd(t.doc[start+1:])
	name := strings.ToLower(t.doc[start+1 : after])
	end := t.tag(after, name, !askedAll[name])
	raw := rawName(name)
	if end < 0 || raw == "" {
		return end
	}
	if t.doc[end-2] == '/' || raw == "plaintext" {
		return -1
	}
	shut := closing(t.doc, end, raw)
	if shut > end && removable(raw, t.doc[start:end], t.doc[end:shut]) {
		t.cut(end, shut)
	}
	return shut
}

// rawTags are the elements whose content is no markup.
var rawTags = set("iframe noembed noframes noscript plaintext script style textarea title xmp")

// askedAll are the elements of which all attributes may be asked for, by us or by the
// parser.
var askedAll = set("annotation-xml body embed font head html iframe image img input link meta object param script source style")

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// rawName gives a tag's name in small letters if it is one of rawTags.
func rawName(s string) string {
	if strings.IndexByte("inpstxINPSTX", s[0]) < 0 || len(s) > len("plaintext") {
		return ""
	}
	if s = strings.ToLower(s); rawTags[s] {
		return s
	}
	return ""
}

func nameEnd(s string) int {
	for i := range len(s) {
		if blank(s[i]) || s[i] == '/' || s[i] == '>' {
			return i
		}
	}
	return len(s)
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func skipBlank(s string, i int) int {
	for i < len(s) && blank(s[i]) {
		i++
	}
	return i
}

// tag reads a tag from the end of its name on and gives where it ends, -1 where it does
// not. It cuts what is not asked for.
func (t *thinner) tag(i int, name string, cuts bool) int {
	s := t.doc
	for {
		if i = skipBlank(s, i); i >= len(s) {
			return -1
		}
		if s[i] == '>' {
			return i + 1
		}
		first := i
		for i < len(s) && !blank(s[i]) && s[i] != '/' && s[i] != '>' && (s[i] != '=' || i == first) {
			i++
		}
		key := s[first:i]
		end, next := attributeEnd(s, i)
		if next >= len(s) {
			return -1
		}
		if cuts && key != "" && unasked(name, key, s[i:end]) && !equals(s, next) {
			t.cut(first, end)
		}
		i = next
	}
}

// attributeEnd gives where an attribute ends, from the end of its name on, and where the
// next one may begin.
func attributeEnd(s string, i int) (end, next int) {
	end = i
	if i = skipBlank(s, i); i >= len(s) {
		return end, i
	}
	switch s[i] {
	case '/':
		return end, i + 1
	case '=':
	default:
		return end, i
	}
	if i = skipBlank(s, i+1); i >= len(s) {
		return i, i
	}
	if quote := s[i]; quote == '"' || quote == '\'' {
		if n := strings.IndexByte(s[i+1:], quote); n >= 0 {
			return i + n + 2, i + n + 2
		}
		return len(s), len(s)
	}
	for i < len(s) && !blank(s[i]) && s[i] != '>' {
		i++
	}
	return i, i
}

// equals reports whether the next attribute's name begins with “=”: behind another name that
// would be the sign of a value.
func equals(s string, i int) bool {
	i = skipBlank(s, i)
	return i < len(s) && s[i] == '='
}

// unaskedKeys are frequent attributes that say nothing of what is text.
var unaskedKeys = set("action align alt aria-controls aria-describedby aria-expanded aria-haspopup aria-label aria-labelledby bgcolor border cellpadding cellspacing d fill for height itemid itemscope itemtype loading method onclick placeholder points sizes src srcset stroke tabindex target transform valign value viewBox viewbox width xmlns")

// unasked reports whether nobody asks for an attribute. Of links it is asked only whether
// they lead to another place of the page.
func unasked(name, key, value string) bool {
	if strings.HasPrefix(key, "data-") {
		return true
	}
	if key == "href" {
		return name == "a" && !strings.Contains(value, "#") && !strings.Contains(value, "&")
	}
	return unaskedKeys[key]
}

// commentEnd gives where the comment that begins at start ends.
func commentEnd(doc string, start int) int {
	for at := start + 2; ; at++ {
		n := strings.Index(doc[at:], "--")
		if n < 0 {
			return -1
		}
		at += n
		switch rest := doc[at+2:]; {
		case strings.HasPrefix(rest, ">"):
			return at + 3
		case strings.HasPrefix(rest, "!>") && at >= start+4:
			return at + 4
		}
	}
}

// closing gives where the end tag of an element begins whose content is no markup.
func closing(doc string, from int, name string) int {
	for at := from; ; {
		i := strings.Index(doc[at:], "</")
		if i < 0 {
			return -1
		}
		at += i + 2
		if end := at + len(name); end < len(doc) && strings.EqualFold(doc[at:end], name) && (blank(doc[end]) || doc[end] == '/' || doc[end] == '>') {
			if name == "script" && scriptInside(doc[from:at-2]) {
				return -1
			}
			return at - 2
		}
	}
}

// scriptInside reports whether a script holds a comment with a script in it, which may
// end elsewhere.
func scriptInside(content string) bool {
	i := strings.Index(content, "<!--")
	return i >= 0 && strings.Contains(strings.ToLower(content[i:]), "<script")
}

// removable reports whether nobody asks what an element holds: a script without JSON-LD,
// and a style without markup, which it may have inside SVG.
func removable(name, tag, content string) bool {
	switch name {
	case "script":
		return !strings.Contains(strings.ToLower(tag), "json") && !strings.Contains(tag, "&")
	case "style":
		return !strings.Contains(content, "<")
	}
	return false
}
