package figure

// breakdown gives the numbers behind a colon that add up to the count before it that
// count's measure: “22 dead: 19 inmates, two guards and a visitor”.
func (f *finder) breakdown(found []*count) {
	for i, total := range found {
		if total.value == nil || total.kind != plain || !human(total.measure) || i+2 >= len(found) {
			continue
		}
		colon := total.end
		for colon < found[i+1].from && f.d.Norm(colon) != ":" {
			colon++
		}
		if colon >= found[i+1].from {
			continue
		}
		sum, end := 0.0, i+1
		for end < len(found) && sum < *total.value && f.item(found[end]) {
			sum += *found[end].value
			end++
		}
		if sum != *total.value || end-i < 3 {
			continue
		}
		for _, c := range found[i+1 : end] {
			switch {
			case harms[total.measure] && !harms[c.measure]:
				inherit(c, total)
			case !human(c.measure):
				continue // “two presidents: one elected and one not”
			}
			c.total = total
		}
	}
}

// item reports whether a number can be an item of a list of people.
func (f *finder) item(c *count) bool {
	if c.kind != plain || c.value == nil || c.inner != "" {
		return false
	}
	switch kindOf(c.noun.class) {
	case "person", "thing", "same", "":
		return true
	}
	return false
}
