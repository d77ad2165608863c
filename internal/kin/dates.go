package kin

import (
	"math"
	"strings"

	"stemma"
)

// byDate compares when the texts were published. A repost's own date says only that
// the text is older.
func byDate(x, y *text) []reason {
	a, b := appeared(x.article), appeared(y.article)
	sameOriginal := a.Published != "" && a.Published.Meets(b.Published) && (a.Reposted == "") != (b.Reposted == "")
	switch {
	case sameOriginal && b.Reposted != "": // its date of publication is that of what it reposts
		return repostAfter(a, b)
	case sameOriginal:
		return turnedReasons(repostAfter(b, a))
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

// appeared gives the article with the day that its address tells as the one on which it
// was published, where its page tells a day that is further off than clocks differ: pages
// are dated anew when they change, addresses are not.
func appeared(a *stemma.Article) *stemma.Article {
	day := addressDay(a.URL)
	if day == "" || a.Published == "" {
		return a
	}
	told, _, known := a.Published.Bounds()
	put, _, _ := day.Bounds()
	if known && math.Abs(told.Sub(put).Hours()) <= 24 {
		return a
	}
	other := *a
	other.Published = day
	return &other
}

// addressDay gives the day that a page's address tells, as in /2021/03/14/; "" without one.
func addressDay(url string) stemma.Date {
	for i := range url {
		if url[i] != '/' || len(url) < i+12 || url[i+5] != '/' || url[i+8] != '/' || url[i+11] != '/' {
			continue
		}
		d := stemma.Date(url[i+1:i+5] + "-" + url[i+6:i+8] + "-" + url[i+9:i+11])
		if d.Exact() {
			return d
		}
	}
	return ""
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
	w := math.Log(part/(1-part)) * weight / 10
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
