package readable

import (
	_ "embed"
	"strings"
)

//go:embed labels.txt
var labelled string

// labels are what elements say that stand for an advertisement or for something that is
// still to come.
var labels = func() map[string]bool {
	m := map[string]bool{}
	for _, line := range strings.Fields(labelled) {
		m[line] = true
	}
	return m
}()

// longestLabel is more than any label has, in bytes, with dots and white space around it.
const longestLabel = 64

func label(s string) bool {
	if len(s) > longestLabel {
		s = strings.TrimSpace(s)
	}
	if len(s) > longestLabel {
		return false
	}
	s = strings.ToLower(strings.TrimSpace(s))
	return labels[strings.TrimSuffix(strings.TrimSuffix(s, "…"), "...")]
}
