package kin

import (
	"math"
	"slices"
	"strings"

	"stemma"
)

// How much a reason weighs. They were ordered by how often each was right on
// simulated families with false and missing dates: a credit line does not lie, a
// date does in one case of ten, a cut in one of four.
const (
	creditWeight = 5.0 // the other's outlet stands in the credit line or in added words
	repostWeight = 2.0 // it says that it is a repost
	dayWeight    = 2.5 // published on different days
	hourWeight   = 2.0 // published at different hours
	cutWeight    = 1.0 // it lacks the other's end, or most of it: texts are cut from below
	strayWeight  = 1.0 // it has a passage that fits nothing else in it
	lineWeight   = 0.3 // the byline stands only in the other
	slipWeight   = 0.6 // the other's slip is mended
	noiseWeight  = 2.0 // it is full of slips that the other has not
)

// tell is the least that must speak for one of two texts to name it.
const tell = 0.5

// noise is the number of one-sided slips from which a text is a damaged copy and not
// one that another corrected.
const noise = 4

// verdict says which of two texts is the earlier one: the first where sum is above
// zero, and how strongly.
type verdict struct {
	sum     float64
	told    float64 // how much of it dates and credits make, and not the wording
	date    float64 // how much of it the dates make
	reasons []reason
	more    string // a remark beside the reasons
}

// side names the earlier text; "" where nothing tells.
func (v verdict) side() string {
	switch {
	case v.sum >= tell:
		return "a"
	case v.sum <= -tell:
		return "b"
	}
	return ""
}

// certainty is that of side.
func (v verdict) certainty() string {
	switch w := math.Abs(v.sum); {
	case w >= dayWeight+cutWeight:
		return "high"
	case w >= cutWeight+tell:
		return "medium"
	}
	return "low"
}

// reason is one argument: above zero for the first text being the earlier.
type reason struct {
	weight float64
	why    string // in words that speak of “the earlier text” and “the later text”
	date   bool   // it is about dates
}

// earlier weighs what speaks for either text being the earlier one.
func (p *pair) earlier(x, y *text) verdict {
	dates := byDate(x, y)
	for i := range dates {
		dates[i].date = true
	}
	v := weigh(append(byCredit(x, y), dates...))
	v.told = v.sum
	if joins(p.relation) {
		told := v.told
		v = weigh(slices.Concat(v.reasons, p.byCut(x, y), p.bySlip(x, y)))
		v.told = told
	}
	return v
}

func weigh(reasons []reason) verdict {
	v := verdict{reasons: reasons}
	for _, r := range reasons {
		v.sum += r.weight
		if r.date {
			v.date += r.weight
		}
	}
	return v
}

// why gives the reasons in words.
func (v verdict) why() []string {
	var out []string
	side := v.side()
	for _, r := range v.reasons {
		switch {
		case side == "" || r.weight == 0:
		case (r.weight > 0) == (side == "a"):
			out = append(out, r.why)
		default:
			out = append(out, "against it: "+swapped.Replace(r.why))
		}
	}
	if side == "" {
		out = append(out, "cannot tell which is the earlier text")
	}
	if v.more != "" {
		out = append(out, v.more)
	}
	return out
}

// swapped words a reason that speaks for the other text.
var swapped = strings.NewReplacer(
	"the earlier text", "the later text", "the later text", "the earlier text",
	"the earlier one", "the later one", "the later one", "the earlier one")

// byDate compares when the texts were published. A repost's own date says only that
// the text is older.
func byDate(x, y *text) []reason {
	a, b := x.article, y.article
	switch {
	case a.Published != "" && b.Published != "":
		return compareDates(a.Published, b.Published, dayWeight, "published")
	case a.Reposted != "" && b.Published != "":
		return turnedReasons(repostAfter(b, a))
	case a.Published != "" && b.Reposted != "":
		return repostAfter(a, b)
	case a.Reposted != "" && b.Reposted != "":
		return compareDates(a.Reposted, b.Reposted, tell, "reposted")
	}
	return nil
}

// repostAfter weighs a text with a date against a repost of another date.
func repostAfter(a, b *stemma.Article) []reason {
	r := compareDates(a.Published, b.Reposted, dayWeight, "dated")
	if len(r) == 0 || r[0].weight < 0 {
		return nil // the repost is older than this one: its own source may be older still
	}
	return r
}

// compareDates gives the reason that lies in two dates, if they tell.
func compareDates(a, b stemma.Date, weight float64, verb string) []reason {
	if a.Meets(b) {
		at, bt := hour(a), hour(b)
		switch {
		case at == bt || !a.Exact() || !b.Exact():
			return nil
		case at == "":
			return sameDay(a, b, weight)
		case bt == "":
			return turnedReasons(sameDay(b, a, weight))
		}
		weight = min(weight, hourWeight)
		if at > bt {
			return []reason{{weight: -weight, why: verb + " " + string(b) + ", the later text " + string(a)}}
		}
		return []reason{{weight: weight, why: verb + " " + string(a) + ", the later text " + string(b)}}
	}
	if a.Compare(b) > 0 {
		return []reason{{weight: -weight, why: verb + " " + string(b) + ", the later text " + string(a)}}
	}
	return []reason{{weight: weight, why: verb + " " + string(a) + ", the later text " + string(b)}}
}

// sameDay weighs a date without an hour against an hour of the same day: the later
// that is, the likelier it is the later one.
func sameDay(day, at stemma.Date, weight float64) []reason {
	t, guessed := days(at)
	if guessed {
		return nil
	}
	part := math.Min(math.Max(t-math.Floor(t), 0.05), 0.95)
	w := math.Log(part/(1-part)) * weight / 4
	if w > 0 {
		return []reason{{weight: w, why: "published on " + string(day) + ", the later text at " + hour(at) + " that day"}}
	}
	return []reason{{weight: w, why: "published at " + string(at) + ", the later text on that day"}}
}

// hour gives the time of a date that is one day.
func hour(d stemma.Date) string {
	if !d.Exact() {
		return ""
	}
	_, t, _ := strings.Cut(string(d), "T")
	return t
}

func turnedReasons(rs []reason) []reason {
	for i := range rs {
		rs[i].weight = -rs[i].weight
	}
	return rs
}

// byCredit looks for a text that names the other's outlet as its source.
func byCredit(x, y *text) []reason {
	return append(credits(y, x), turnedReasons(credits(x, y))...)
}

// credits gives the reasons for to being a copy of from.
func credits(to, from *text) []reason {
	name, own := from.article.Outlet.Name, to.article.Outlet.Name
	credit := to.article.Credit.Name
	if credit == "" {
		credit = to.article.Credit.Span.Of(to.article.Text)
	}
	switch {
	case name != "" && sameName(credit, name):
		return []reason{{weight: creditWeight, why: "the later text says that it was first in " + name}}
	case name != "" && !sameName(name, own) && to.names(from.outlet) && !from.names(to.outlet):
		return []reason{{weight: creditWeight, why: "the later text names " + name + ", where the earlier one stands"}}
	case credit != "" && from.article.Credit.Name == "" && from.article.Credit.Span.Empty():
		return []reason{{weight: repostWeight, why: "the later text is a repost from " + credit}}
	}
	return nil
}

// sameName compares two names of outlets by their letters and digits.
func sameName(a, b string) bool {
	return a != "" && strings.EqualFold(letters(a), letters(b))
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if letter(r) {
			return fold(r)
		}
		return -1
	}, s)
}

// names reports whether a name stands in the text, given as the hashes of its words.
func (t *text) names(words []uint32) bool {
	if len(words) == 0 {
		return false
	}
	for i := 0; i+len(words) <= len(t.hash); i++ {
		if t.hash[i] == words[0] && t.flag[i]&isName != 0 && slices.Equal(t.hash[i:i+len(words)], words) {
			return true
		}
	}
	return false
}

// byCut asks what each text has that the other lacks. News is cut from the end, so a
// text without the other's end, or without most of it, follows from it; a stretch in
// the middle that fits nothing else in its text was put there later.
func (p *pair) byCut(x, y *text) []reason {
	out := append(lacks(x, p.inA(), y.own), turnedReasons(lacks(y, p.inB(), x.own))...)
	switch hasX, hasY := len(x.article.Byline) > 0, len(y.article.Byline) > 0; {
	case hasX && !hasY:
		out = append(out, reason{weight: lineWeight, why: "only the earlier text has its author's name"})
	case hasY && !hasX:
		out = append(out, reason{weight: -lineWeight, why: "only the earlier text has its author's name"})
	}
	return out
}

// lacks gives the reasons that lie in what x has and the other text has not; own is
// the length of the other text.
func lacks(x *text, shared []run, own int) []reason {
	const some = 12 // words
	missing, strays := 0, 0
	var end bool
	for _, r := range gaps(shared, len(x.hash)) {
		n := x.body(r.x, r.y)
		missing += n
		switch {
		case n < some:
		case int(r.y) == len(x.hash) && n > wordsLine:
			end = true
		case r.x > 0 && int(r.y) < len(x.hash) && x.stray(r):
			strays++
		}
	}
	switch {
	case 2*missing > x.own:
		return []reason{{weight: cutWeight + tell, why: "the earlier text is much the fuller one"}}
	case strays > 0:
		return []reason{{weight: -strayWeight, why: "the later text has a passage that fits nothing else in it"}}
	case end:
		return []reason{{weight: cutWeight, why: "the later text lacks the end of the earlier one"}}
	case missing >= some && own < x.own:
		return []reason{{weight: lineWeight, why: "the earlier text is the fuller one"}}
	}
	return nil
}

// stray reports whether few of the longer words of a stretch stand anywhere else in
// the text.
func (t *text) stray(r run) bool {
	long, known := 0, 0
	for i := r.x; i < r.y; i++ {
		if t.end[i]-t.start[i] < 6 {
			continue
		}
		long++
		for k, h := range t.hash {
			if h == t.hash[i] && (k < int(r.x) || k >= int(r.y)) {
				known++
				break
			}
		}
	}
	return long >= 8 && 8*known < long
}

// bySlip looks at words that differ by a letter or so where the texts run together:
// a form that a text has nowhere else, beside one that is the other's usual spelling,
// is a slip.
func (p *pair) bySlip(x, y *text) []reason {
	slipsX, slipsY := 0, 0
	var sample [2]string
	for _, b := range p.blocks {
		if b.differ == 0 {
			continue
		}
		for _, v := range p.variants(x, y, b) {
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
	mended := "the earlier text has the slip “" + sample[0] + "”, the later one “" + sample[1] + "”"
	damaged := "the later text is full of slips that the earlier one has not"
	switch {
	case slipsX >= noise && slipsX > 2*slipsY:
		return []reason{{weight: -noiseWeight, why: damaged}}
	case slipsY >= noise && slipsY > 2*slipsX:
		return []reason{{weight: noiseWeight, why: damaged}}
	case slipsX > 0 && slipsY == 0:
		return []reason{{weight: slipWeight, why: mended}}
	case slipsY > 0 && slipsX == 0:
		return []reason{{weight: -slipWeight, why: mended}}
	}
	return nil
}

// variants gives the places in a passage where single words stand for each other and
// differ by a letter or so.
func (p *pair) variants(x, y *text, b block) []run {
	var out []run
	i, j := b.x, b.y
	for i < b.xEnd && j < b.yEnd {
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
		default: // out of step: find the next place where three words agree
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
