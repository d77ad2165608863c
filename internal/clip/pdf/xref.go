package pdf

import (
	"bytes"
	"strconv"
)

// inStreams reads a packed cross-reference table: which objects are held in streams,
// and which streams hold them.
func inStreams(head, rows []byte, holders, held map[int]bool) {
	widths := integers(head, "/W")
	if len(widths) < 3 {
		return
	}
	total := widths[0] + widths[1] + widths[2]
	sections := integers(head, "/Index")
	if len(sections) < 2 {
		sections = []int{0, maxObjects}
	}
	up := bytes.Contains(head, []byte("Predictor"))
	step := total
	if up {
		step++
	}
	if total <= 0 || total > 64 {
		return
	}
	prior := make([]byte, total)
	for s := 0; s+1 < len(sections); s += 2 {
		for n := 0; n < sections[s+1] && len(rows) >= step; n++ {
			row := rows[step-total : step]
			rows = rows[step:]
			if up {
				for i := range row {
					prior[i] += row[i]
				}
				row = prior
			}
			kind, where := 1, 0
			if widths[0] > 0 {
				kind = int(row[widths[0]-1])
			}
			for _, c := range row[widths[0] : widths[0]+widths[1]] {
				where = where<<8 | int(c)
			}
			if kind == 2 {
				held[sections[s]+n] = true
				holders[where] = true
			}
		}
	}
}

// integers gives the numbers of the array behind a key.
func integers(head []byte, key string) (list []int) {
	_, rest, ok := bytes.Cut(head, []byte(key))
	if !ok {
		return nil
	}
	_, rest, _ = bytes.Cut(rest, []byte("["))
	rest, _, _ = bytes.Cut(rest, []byte("]"))
	for _, f := range bytes.Fields(rest) {
		n, err := strconv.Atoi(string(f))
		if err != nil || n < 0 {
			return nil
		}
		list = append(list, n)
	}
	return list
}
