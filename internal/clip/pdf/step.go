package pdf

import "sort"

// measure finds the usual size of letters and the usual distance of lines.
func (d *document) measure() {
	letters := map[float64]int{}
	var steps []float64
	for _, page := range d.pages {
		for i, l := range page {
			letters[roundHalf(l.size)] += len(l.text)
			if i > 0 {
				if dy := page[i-1].y - l.y; dy > 0 && dy < 4*l.size {
					steps = append(steps, dy)
				}
			}
		}
	}
	most := 0
	for size, n := range letters {
		if n > most || n == most && size < d.body {
			d.body, most = size, n
		}
	}
	if len(steps) > 0 {
		sort.Float64s(steps)
		d.step = d.usual(steps)
	}
}

// usual gives the distance of lines within paragraphs: that of most lines, which follow
// another of their paragraph. Where paragraphs are short it is a smaller one, which
// letters of the usual size leave room for and which comes several times; where nearly
// every line is a paragraph, what letters of that size need.
func (d *document) usual(steps []float64) float64 {
	step := steps[len(steps)/3]
	for i := 0; i < len(steps) && steps[i]*1.3 < step; i++ {
		same := 0
		for j := i; j < len(steps) && steps[j] < steps[i]*1.04; j++ {
			same++
		}
		if steps[i] >= d.body && same >= 3 && same*10 >= len(steps) {
			return steps[i]
		}
	}
	if step > 1.8*d.body && d.sentences() {
		return 1.2 * d.body
	}
	return step
}

// sentences reports whether most lines end as sentences do.
func (d *document) sentences() bool {
	all, ended := 0, 0
	for _, page := range d.pages {
		for _, l := range page {
			all++
			if ends(l.text) {
				ended++
			}
		}
	}
	return ended*3 > all*2
}

func roundHalf(x float64) float64 { return float64(int(x*2+0.5)) / 2 }
