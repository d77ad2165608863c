package concord

// union is a set of disjoint groups of numbered things.
type union []int32

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = int32(i)
	}
	return u
}

// of gives the group's smallest member.
func (u union) of(i int) int {
	for int(u[i]) != i {
		u[i] = u[u[i]]
		i = int(u[i])
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
	u[j] = int32(i)
}

// groups gives the groups of more than least-1 members, ordered by their smallest.
func (u union) groups(least int) [][]int {
	size := make([]int32, len(u))
	all, several := 0, 0
	for i := range u {
		size[u.of(i)]++
	}
	for _, n := range size {
		if int(n) >= least {
			all, several = all+int(n), several+1
		}
	}
	members, out, at := make([]int, 0, all), make([][]int, 0, several), make([]int32, len(u))
	for i, n := range size {
		if n > 0 && int(n) >= least {
			at[i] = int32(len(out))
			end := len(members) + int(n)
			out = append(out, members[len(members):len(members):end])
			members = members[:end]
		}
	}
	for i := range u {
		if top := u.of(i); int(size[top]) >= least {
			out[at[top]] = append(out[at[top]], i)
		}
	}
	return out
}
