package rule

// patterns is a set of the patterns of a file, a bit for each, in file order.
type patterns []uint64

func (p patterns) add(n int) { p[n>>6] |= 1 << (n & 63) }

// newSets gives some empty sets that lie together.
func newSets(some, most int) []patterns {
	width := (most + 63) / 64
	all := make(patterns, some*width)
	sets := make([]patterns, some)
	for n := range sets {
		sets[n] = all[n*width : (n+1)*width : (n+1)*width]
	}
	return sets
}

// some reports whether the set has any patterns.
func (p patterns) some() bool {
	for _, part := range p {
		if part != 0 {
			return true
		}
	}
	return false
}

// or adds the patterns of another set, which may be nil.
func (p patterns) or(q patterns) {
	for i, part := range q {
		p[i] |= part
	}
}

// meets reports whether two sets have a pattern in common.
func (p patterns) meets(q patterns) bool {
	for i, part := range p {
		if part&q[i] != 0 {
			return true
		}
	}
	return false
}

// either sets p to what is in a or b, and reports whether anything is.
func (p patterns) either(a, b patterns) bool {
	var all uint64
	for i := range p {
		p[i] = a[i] | b[i]
		all |= p[i]
	}
	return all != 0
}

// keep leaves in p what is also in q, and reports whether anything is left.
func (p patterns) keep(q patterns) bool {
	var all uint64
	for i := range p {
		p[i] &= q[i]
		all |= p[i]
	}
	return all != 0
}
