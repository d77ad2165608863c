package kin

import (
	"strings"

	"stemma"
)

// versionShare is the least share of either text's words that two texts saved from
// one address must have in common to be versions of one text: a list of news has
// other news every day.
const versionShare = 0.25

const versionNote = "saved from the same address"

// spotVersions finds the pairs that are two states of one page. These are one text,
// revised, even where more was changed than in any other revision.
func spotVersions(texts lot, pairs []pair) {
	for i := range pairs {
		p := &pairs[i]
		x, y := texts.at(p.a), texts.at(p.b)
		if p.form || x.article.Page == y.article.Page || !sameAddress(x.article.URL, y.article.URL) {
			continue
		}
		switch p.relation {
		case stemma.SharedWords:
			if max(p.shareA, p.shareB) < versionShare {
				continue
			}
			p.relation = stemma.Edited
		case stemma.Reprint, stemma.Edited, stemma.Excerpt:
		default:
			continue
		}
		p.version, p.note = true, versionNote
	}
}

// sameAddress compares two addresses without the places on the page that they name.
func sameAddress(a, b string) bool {
	a, _, _ = strings.Cut(a, "#")
	b, _, _ = strings.Cut(b, "#")
	return a != "" && strings.TrimSuffix(a, "/") == strings.TrimSuffix(b, "/")
}
