package kin

import "slices"

// lost gives the outlets of copies that must have existed and are not in the family: those
// that a text says it is from, where no text of theirs is in the family or beside it, sharing
// words with it. What an agency's mark in a dateline names is no copy.
func lost(texts lot, members, beside []int) []string {
	var out []string
	for _, m := range members {
		t := texts.at(m)
		name := t.article.Credit.Name
		if name == "" || t.inDateline() || slices.ContainsFunc(out, func(o string) bool { return sameName(o, name) }) {
			continue
		}
		theirs := func(k int) bool { return k != m && sameName(texts.at(k).article.Outlet.Name, name) }
		there := slices.ContainsFunc(members, theirs) || slices.ContainsFunc(beside, theirs)
		if !there && !sameName(t.article.Outlet.Name, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
