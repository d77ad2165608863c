package message

import (
	"math"
	"strconv"
	"strings"
)

// mostDecimals is how many a text may state; a number with more was reckoned, as two thirds
// of a hundred are.
const mostDecimals = 6

// Number writes a number with marks between thousands and no needless decimals: “1,234.5”,
// “1.234,5”; one that was reckoned has a single decimal, “66.7” for two thirds.
func (b *Book) Number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return b.Say("word.unknown")
	}
	whole, rest, _ := strings.Cut(strconv.FormatFloat(math.Abs(f), 'f', -1, 64), ".")
	if len(rest) > mostDecimals {
		whole, rest, _ = strings.Cut(strconv.FormatFloat(math.Abs(f), 'f', 1, 64), ".")
		rest = strings.TrimSuffix(rest, "0")
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + b.Say("number.thousands") + whole[i:]
	}
	if f < 0 {
		whole = "−" + whole
	}
	if rest != "" {
		whole += b.Say("number.decimals") + rest
	}
	return whole
}

// Percent words a share of 0–1; what is not quite nothing or all is not rounded to it.
func (b *Book) Percent(share float64) string {
	n := math.Round(share * 100)
	switch {
	case share > 0 && n == 0:
		return b.Say("number.under-1")
	case share < 1 && n == 100:
		return b.Say("number.over-99")
	}
	return b.Say("number.percent", "percent", int(n))
}
