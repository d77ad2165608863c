package figure

// marks hands the numbers of a sentence to the rules: <@n> a plain number with the
// words before it that say how exact it is, <@money> and <@percent> likewise, <@noun>
// the noun phrase behind a number, whose value is its class.
type marks []*count

// At implements rule.Marks.
func (m marks) At(name string, i int) (end int, value string, ok bool) {
	for _, c := range m {
		switch name {
		case "noun":
			if c.end == i && !c.noun.empty() && c.noun.end > i {
				return c.noun.end, c.noun.class, true
			}
		case "inner":
			if c.inner != "" && (c.from == i || c.first == i) && !c.noun.empty() {
				return c.end, c.noun.class, true
			}
		case "n":
			if c.kind == plain && (c.from == i || c.first == i) {
				return c.end, "", true
			}
		case "ordinal":
			if c.kind == ordinal && c.first == i {
				return c.end, c.unit, true
			}
		case "money":
			if c.kind == money && (c.from == i || c.first == i) {
				return c.end, "", true
			}
		case "percent":
			if c.kind == percent && (c.from == i || c.first == i) {
				return c.end, "", true
			}
		}
	}
	return 0, "", false
}
