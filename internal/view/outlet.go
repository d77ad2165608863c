package view

import (
	"strings"
	"unicode"

	"stemma"
)

// outletKey is what two names of one outlet have in common: pages write it in capitals, without
// its accents, with a full stop behind it.
func outletKey(name string) string {
	return strings.Join(strings.FieldsFunc(fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
}

// outletNames gives for each name of an outlet the form under which all of its texts are counted
// and shown: the one that most texts have; of as many, one with small letters, then the first by
// letters.
func outletNames(articles []stemma.Article) map[string]string {
	texts := map[string]int{}
	for i := range articles {
		texts[articles[i].Outlet.Name]++
	}
	best := map[string]string{}
	for _, name := range sortedKeys(texts) {
		key := outletKey(name)
		old, ok := best[key]
		if !ok || texts[name] > texts[old] || texts[name] == texts[old] && old == strings.ToUpper(old) && name != strings.ToUpper(name) {
			best[key] = name
		}
	}
	names := make(map[string]string, len(texts))
	for name := range texts {
		names[name] = best[outletKey(name)]
	}
	names[""] = ""
	return names
}
