package kin

import "slices"

// lost gives the outlets of copies that must have existed and are not in the family: those
// that a text says it is from, where no text of theirs is in the family or beside it, sharing
// words with it. What an agency's mark in a dateline names is no copy.
func lost(texts lot, members, beside []int) []string {
	there := make(map[string]int) // by outlet: texts
	for _, k := range slices.Concat(members, beside) {
		there[letters(texts.at(k).article.Outlet.Name)]++
	}
	var out []string
	told := make(map[string]bool)
	for _, m := range members {
		t := texts.at(m)
		name := letters(t.article.Credit.Name)
		if name == "" || t.inDateline() || told[name] || there[name] > 0 {
			continue
		}
		told[name] = true
		out = append(out, t.article.Credit.Name)
	}
	slices.Sort(out)
	return out
}
