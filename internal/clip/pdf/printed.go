package pdf

import (
	"strings"
)

// dropPrinted takes out what a browser sets above and below a page that it prints: the
// moment of printing, the page's title, its address, the number of the sheet. The moment
// says nothing of the text; the address is handed on, where it is whole.
func (d *document) dropPrinted() (address string) {
	for i, page := range d.pages {
		if len(page) < 3 {
			continue
		}
		top, foot := 0, 0
		for j := range page {
			if page[j].y > page[top].y {
				top = j
			}
			if page[j].y < page[foot].y {
				foot = j
			}
		}
		at, from := addressIn(page[top].text), foot
		if at == "" {
			at, from = addressIn(page[foot].text), top
		}
		if at == "" || !stamped(page[from].text) {
			continue
		}
		if strings.HasPrefix(at, "http") && !strings.Contains(at, "…") && address == "" {
			address = at
		}
		var rest []line
		for j, l := range page {
			if j != top && j != foot {
				rest = append(rest, l)
			}
		}
		d.pages[i] = rest
	}
	return address
}

// addressIn gives the web address, or that of a file, which a line begins or ends with.
func addressIn(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		if scheme, rest, ok := strings.Cut(w, "://"); ok && rest != "" && (scheme == "http" || scheme == "https" || scheme == "file") {
			return w
		}
	}
	return ""
}

// stamped reports whether a line begins or ends with a day and an hour in numbers:
// “11/28/26, 2:02 AM”, “28.11.2026 14:02”.
func stamped(s string) bool {
	words := strings.Fields(s)
	for i := 0; i+1 < len(words); i++ {
		if (i == 0 || i+4 >= len(words)) && numeric(strings.TrimSuffix(words[i], ","), "/.-", 2) && numeric(words[i+1], ":.", 1) {
			return true
		}
	}
	return false
}

// numeric reports whether a word is short numbers with marks between, at least so many.
func numeric(s, marks string, least int) bool {
	n, digits := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			if digits++; digits > 4 {
				return false
			}
		case strings.ContainsRune(marks, r) && digits > 0:
			n, digits = n+1, 0
		default:
			return false
		}
	}
	return n >= least && digits > 0
}
