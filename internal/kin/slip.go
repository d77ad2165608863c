package kin

// maxSlips bounds the slips of a passage that are looked at.
const maxSlips = 64

// noise is the number of one-sided slips from which a text is a damaged copy and not
// one that another corrected.
const noise = 4

// bySlip looks at words that differ by a letter or so where the texts run together:
// a form that a text has nowhere else, beside one that is the other's usual spelling,
// is a slip.
func (p *pair) bySlip(x, y *text) []reason {
	slipsX, slipsY, near := 0, 0, 0
	var sample [2]string
	for _, b := range p.blocks {
		if b.differ == 0 {
			continue
		}
		for _, v := range p.variants(x, y, b) {
			near++
			inX, inY := x.count(x.hash[v.x])+y.count(x.hash[v.x]), x.count(y.hash[v.y])+y.count(y.hash[v.y])
			switch {
			case inX == 1 && inY >= 2:
				slipsX++
				sample = [2]string{x.word(v.x), y.word(v.y)}
			case inY == 1 && inX >= 2:
				slipsY++
				sample = [2]string{y.word(v.y), x.word(v.x)}
			}
		}
	}
	p.near = int32(near)
	mended := "the earlier text has the slip “" + sample[0] + "”, the later one “" + sample[1] + "”"
	damaged := "the later text is full of slips that the earlier one has not"
	switch {
	case slipsX >= noise && slipsX > 2*slipsY:
		return []reason{{weight: -noiseWeight, fits: true, why: damaged}}
	case slipsY >= noise && slipsY > 2*slipsX:
		return []reason{{weight: noiseWeight, fits: true, why: damaged}}
	case slipsX > 0 && slipsY == 0:
		return []reason{{weight: slipWeight, fits: true, why: mended}}
	case slipsY > 0 && slipsX == 0:
		return []reason{{weight: -slipWeight, fits: true, why: mended}}
	}
	return nil
}

// variants gives the places in a passage where single words stand for each other and
// differ by a letter or so.
func (p *pair) variants(x, y *text, b block) []run {
	var out []run
	i, j, lost := b.x, b.y, 0
	for i < b.xEnd && j < b.yEnd && len(out) < maxSlips && lost < maxSlips {
		switch {
		case x.hash[i] == y.hash[j]:
		case i+1 >= b.xEnd || j+1 >= b.yEnd:
			return out
		case x.hash[i+1] == y.hash[j+1]:
			if likeness(x, y, i, j) == nearWord {
				out = append(out, run{x: i, y: j})
			}
		case x.hash[i+1] == y.hash[j]:
			j--
		case x.hash[i] == y.hash[j+1]:
			i--
		default: // out of step: find the next place where two words agree
			lost++
			ni, nj, ok := resync(x, y, i+1, j+1, b)
			if !ok {
				return out
			}
			i, j = ni, nj
			continue
		}
		i, j = i+1, j+1
	}
	return out
}

// resync finds the nearest places from which two words agree.
func resync(x, y *text, i, j int32, b block) (int32, int32, bool) {
	for d := int32(1); d <= 2*largeGap; d++ {
		for k := int32(0); k <= d; k++ {
			p, q := i+k, j+d-k
			if p+1 < b.xEnd && q+1 < b.yEnd && x.hash[p] == y.hash[q] && x.hash[p+1] == y.hash[q+1] {
				return p, q, true
			}
		}
	}
	return 0, 0, false
}

// count says how often a word stands in the text.
func (t *text) count(hash uint32) int {
	n := 0
	for _, h := range t.hash {
		if h == hash {
			n++
		}
	}
	return n
}

func (t *text) word(i int32) string { return t.article.Text[t.start[i]:t.end[i]] }
