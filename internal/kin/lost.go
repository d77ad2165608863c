package kin

import "slices"

// lost gives the outlets of copies that must have existed and are not in the family: those
// that a text says it is from, where no text of the family is theirs. What an agency's mark
// in a dateline names is no copy.
func lost(texts []*text, members []int) []string {
	var out []string
	for _, m := range members {
		t := texts[m]
		name := t.article.Credit.Name
		if name == "" || t.inDateline() || slices.ContainsFunc(out, func(o string) bool { return sameName(o, name) }) {
			continue
		}
		there := slices.ContainsFunc(members, func(k int) bool { return k != m && sameName(texts[k].article.Outlet.Name, name) })
		if !there && !sameName(t.article.Outlet.Name, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
