package kin

import (
	"math"
	"slices"
	"strings"

	"stemma"
)

// How much a reason weighs. The figures are chosen, not derived, and were tried on
// simulated families with false and missing dates: a credit line hardly lies, a date
// may, and what the wording says is weaker than both.
const (
	creditWeight    = 5.0 // the other's outlet stands in the credit line or in added words
	repostWeight    = 2.0 // it says that it is a repost, and of the other no outlet is known
	elsewhereWeight = 0.4 // it says that it is a repost, but from a third outlet
	dayWeight       = 2.5 // published on different days
	hourWeight      = 2.0 // published at different hours
	cutWeight       = 1.0 // it lacks the other's end, or most of it: texts are cut from below
	strayWeight     = 1.0 // it has a passage that fits nothing else in it
	lineWeight      = 0.3 // the byline stands only in the other
	slipWeight      = 0.6 // the other's slip is mended
	noiseWeight     = 2.0 // it is full of slips that the other has not
)

// tell is the least that must speak for one of two texts to name it.
const tell = 0.5

// verdict says which of two texts is the earlier one: the first where sum is above
// zero, and how strongly.
type verdict struct {
	sum     float64
	told    float64 // how much of it dates and credits make, and not the wording
	date    float64 // how much of it the dates make
	reasons []reason
	more    string // a remark beside the reasons

	weighed bool    // the family's trees were weighed: lean holds, and not sum
	lean    float64 // the logarithm of how much likelier it is that the second was made of the first than the reverse
}

// How much likelier one direction must be than the other for naming it, and for being
// likely and sure, as logarithms. Measured, such directions are right in two of three
// cases, 0.85 and 0.97 (bench/README.md).
const (
	leanTell   = 0.5
	leanLikely = 1.5
	leanSure   = 3.5
)

// side names the earlier text; "" where nothing tells.
func (v verdict) side() string {
	sum, least := v.sum, tell
	if v.weighed {
		sum, least = v.lean, leanTell
	}
	switch {
	case sum >= least:
		return "a"
	case sum <= -least:
		return "b"
	}
	return ""
}

// certainty is that of side.
func (v verdict) certainty() string {
	if v.weighed {
		switch w := math.Abs(v.lean); {
		case w >= leanSure && v.spoken():
			return "high"
		case w >= leanLikely:
			return "medium"
		}
		return "low"
	}
	switch w := math.Abs(v.sum); {
	case w >= dayWeight+cutWeight:
		return "high"
	case w >= cutWeight+tell:
		return "medium"
	}
	return "low"
}

// certainty is that of the pair's verdict; low between short texts in two languages,
// and never high between long ones: what they share is no wording.
func (p *pair) certainty() string {
	c := p.verdict.certainty()
	switch {
	case p.relation != stemma.Translation:
	case !p.whole:
		return "low"
	case c == "high":
		return "medium"
	}
	return c
}

// reason is one argument: above zero for the first text being the earlier.
type reason struct {
	weight float64
	why    string // in words that speak of “the earlier text” and “the later text”
	date   bool   // it is about dates
	fits   bool   // its weight goes into the fit of the two: see pair.fit
}

// earlier weighs what speaks for either text being the earlier one.
func (p *pair) earlier(x, y *text) verdict {
	dates := byDate(x, y)
	for i := range dates {
		dates[i].date = true
	}
	v := weigh(append(byCredit(x, y), dates...))
	v.told = v.sum
	if joins(p.relation) && p.relation != stemma.Translation {
		told := v.told
		reasons := append(v.reasons, p.bySlip(x, y)...)
		if !p.version { // a page grows as often as it is cut
			reasons = append(reasons, p.byCut(x, y)...)
		}
		v = weigh(reasons)
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
	if v.weighed && side != "" && !v.spoken() {
		out = append(out, "the family's other texts make it the likelier source")
	}
	if side == "" {
		out = append(out, "cannot tell which is the earlier text")
	}
	if v.more != "" {
		out = append(out, v.more)
	}
	return out
}

// spoken reports whether a reason in words speaks for the side that is named.
func (v verdict) spoken() bool {
	side := v.side()
	return slices.ContainsFunc(v.reasons, func(r reason) bool { return r.weight != 0 && (r.weight > 0) == (side == "a") })
}

// swapped words a reason that speaks for the other text.
var swapped = strings.NewReplacer(
	"the earlier text", "the later text", "the later text", "the earlier text",
	"the earlier one", "the later one", "the later one", "the earlier one")

func turnedReasons(rs []reason) []reason {
	for i := range rs {
		rs[i].weight = -rs[i].weight
	}
	return rs
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
func lacks(x *text, shared []wordsOf, own int) []reason {
	const some = 12 // words
	missing, strays := 0, 0
	var end bool
	for _, w := range gaps(shared, len(x.hash)) {
		n := x.body(w.from, w.end)
		missing += n
		switch {
		case n < some:
		case int(w.end) == len(x.hash) && n > wordsLine:
			end = true
		case w.from > 0 && int(w.end) < len(x.hash) && x.stray(w):
			strays++
		}
	}
	switch {
	case 2*missing > x.own:
		return []reason{{weight: cutWeight + tell, why: "the earlier text is much the fuller one"}}
	case strays > 0:
		return []reason{{weight: -strayWeight, fits: true, why: "the later text has a passage that fits nothing else in it"}}
	case end:
		return []reason{{weight: cutWeight, why: "the later text lacks the end of the earlier one"}}
	case missing >= some && own < x.own:
		return []reason{{weight: lineWeight, why: "the earlier text is the fuller one"}}
	}
	return nil
}

// stray reports whether few of the longer words of a stretch stand anywhere else in
// the text.
func (t *text) stray(w wordsOf) bool {
	const most = 300 // words of a paragraph or two
	const letters = 6
	if w.len() > most {
		return false
	}
	long, known := 0, 0
	for i := w.from; i < w.end; i++ {
		if t.end[i]-t.start[i] >= letters {
			long++
		}
	}
	for i := w.from; i < w.end && long >= 8 && 8*known < long; i++ {
		if h := t.hash[i]; t.end[i]-t.start[i] >= letters && (slices.Contains(t.hash[:w.from], h) || slices.Contains(t.hash[w.end:], h)) {
			known++
		}
	}
	return long >= 8 && 8*known < long
}
