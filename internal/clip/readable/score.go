package readable

import (
	"cmp"
	"math"
	"slices"

	"golang.org/x/net/html/atom"
)

// minParagraph is the number of characters from which a paragraph counts.
const minParagraph = 25

// score gives points to the elements around each paragraph: one for the paragraph, one
// and another for each comma, up to three for its length. The nearest element gets all
// of them, the next half, those further out less.
func (f *finder) score() {
	for _, at := range f.weighed {
		if f.nodes[at].parent == 0 {
			continue
		}
		chars, commas := f.length(at)
		if chars < minParagraph {
			continue
		}
		points := float64(2 + commas + min(chars/100, 3))
		up := f.nodes[at].parent
		for level := 0; level < 5 && up > 1; level++ {
			if f.nodes[up].parent > 1 { // the root itself is none to choose
				f.start(up)
				f.nodes[up].score = rounded(f.nodes[up].score + points/[]float64{1, 2, 6, 9, 12}[level])
			}
			up = f.nodes[up].parent
		}
	}
	for _, c := range f.candidates {
		f.nodes[c].score = rounded(f.nodes[c].score * (1 - f.linkDensity(c)))
	}
	slices.SortStableFunc(f.candidates, func(a, b int32) int { return cmp.Compare(f.nodes[b].score, f.nodes[a].score) })
}

// rounded keeps scores from hanging on the order of sums.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// start makes an element a candidate, with what its name and class say of it.
func (f *finder) start(at int32) {
	x := &f.nodes[at]
	if x.is&scored != 0 {
		return
	}
	x.is |= scored
	x.score = float64(f.weight(at))
	switch x.tag {
	case atom.Div:
		x.score += 5
	case atom.Pre, atom.Td, atom.Blockquote:
		x.score += 3
	case atom.Address, atom.Ol, atom.Ul, atom.Dl, atom.Dd, atom.Dt, atom.Li, atom.Form:
		x.score -= 3
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th:
		x.score -= 5
	}
	f.candidates = append(f.candidates, at)
}

// weight tells what an element's class and id say of it.
func (f *finder) weight(at int32) (sum int) {
	if f.blind {
		return 0
	}
	for _, says := range []signal{f.nodes[at].ofClass, f.nodes[at].ofID} {
		if says&bad != 0 {
			sum -= 25
		}
		if says&good != 0 {
			sum += 25
		}
	}
	return sum
}
