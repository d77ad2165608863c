package figure

// breakdown gives the numbers behind a colon that add up to the count before it that
// count's measure: “22 dead: 19 inmates, two guards and a visitor”.
func (f *finder) breakdown(found []*count) {
	for i, total := range found {
		if total.value == nil || total.kind != plain || !human(total.measure) || i+2 >= len(found) {
			continue
		}
		first := f.behindColon(total, found, i+1)
		if first < 0 {
			continue
		}
		sum, end := 0.0, first
		for end < len(found) && sum < *total.value && f.item(found[end]) {
			sum += *found[end].value
			end++
		}
		if sum != *total.value || end-first < 2 {
			continue
		}
		for _, c := range found[first:end] {
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

// behindColon gives the index of the first number behind the colon that follows a
// total, -1 for none. Only numbers of dates may stand before the colon.
func (f *finder) behindColon(total *count, found []*count, i int) int {
	colon := total.end
	for ; i < len(found); i++ {
		for colon < found[i].from {
			if f.d.Norm(colon) == ":" {
				return i
			}
			colon++
		}
		if found[i].measure != refused && found[i].measure != "" {
			return -1
		}
		colon = found[i].end
	}
	return -1
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
