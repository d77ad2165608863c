package concord

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold gives the form in which names and words are compared: small letters without
// accents, single spaces, no signs.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return b.String()
}

// words gives the folded words of a text.
func words(s string) []string { return strings.Fields(fold(s)) }

// distance is the Levenshtein distance of two words in code points, or more than most
// as soon as it must be.
func distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > most || -d > most {
		return most + 1
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		last, best := row[0], i+1
		row[0] = i + 1
		for j := range y {
			cost := last
			if x[i] != y[j] {
				cost = 1 + min(last, row[j], row[j+1])
			}
			last, row[j+1] = row[j+1], cost
			best = min(best, cost)
		}
		if best > most {
			return most + 1
		}
	}
	return row[len(y)]
}

// common is the length of the longest common subsequence of two lists of words; long
// lists are compared by their first 200 words.
func common[W comparable](a, b []W) int {
	return heaviest(a, b, func(W) int { return 1 })
}

// heaviest is the greatest weight of words that two lists share in the same order, of their
// first 200 words.
func heaviest[W comparable](a, b []W, weight func(W) int) int {
	a, b = a[:min(len(a), 200)], b[:min(len(b), 200)]
	row := make([]int, len(b)+1)
	for i := range a {
		last := 0
		for j := range b {
			kept := row[j+1]
			if a[i] == b[j] {
				row[j+1] = max(row[j+1], last+weight(a[i]))
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			last = kept
		}
	}
	return row[len(b)]
}

// matched gives the places of the words of a longest common subsequence of two lists, of
// their first 200 words.
func matched(a, b []string) [][2]int {
	a, b = a[:min(len(a), 200)], b[:min(len(b), 200)]
	best := make([][]int, len(a)+1) // [i][j]: of a[i:] and b[j:]
	best[len(a)] = make([]int, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		best[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0; j-- {
			if best[i][j] = max(best[i+1][j], best[i][j+1]); a[i] == b[j] {
				best[i][j] = best[i+1][j+1] + 1
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// longestRun is the length of the longest run of words that two lists share, of their
// first 200 words.
func longestRun[W comparable](a, b []W) int {
	a, b = a[:min(len(a), 200)], b[:min(len(b), 200)]
	row := make([]int, len(b)+1)
	best := 0
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			row[j+1] = 0
			if a[i] == b[j] {
				row[j+1] = row[j] + 1
				best = max(best, row[j+1])
			}
		}
	}
	return best
}
