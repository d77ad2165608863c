package concord

// union is a set of disjoint groups of numbered things.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

// of gives the group's smallest member.
func (u union) of(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

// join makes one group of two; the smaller number stands for it, so that the order of
// joining does not show.
func (u union) join(i, j int) {
	i, j = u.of(i), u.of(j)
	if i > j {
		i, j = j, i
	}
	u[j] = i
}

// groups gives the groups of more than least-1 members, ordered by their smallest.
func (u union) groups(least int) [][]int {
	members := make(map[int][]int, len(u))
	for i := range u {
		members[u.of(i)] = append(members[u.of(i)], i)
	}
	var out [][]int
	for i := range u {
		if g := members[i]; len(g) >= least && u.of(i) == i {
			out = append(out, g)
		}
	}
	return out
}
