package viewtest

import (
	"stemma"
	"stemma/internal/store"
)

// Attacks are strings that a screen must show as they are and never obey.
var Attacks = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(2)>`,
	`' onmouseover='alert(3)`,
	`</title><svg/onload=alert(4)>`,
	`javascript:alert(5)`,
	`{{.Secret}}<!--`,
}

// Hostile gives a pile whose every field tries to break out of the page.
func Hostile() store.Reader {
	var drafts []*draft
	var l stemma.Lineup
	var ids []stemma.ID
	for i, attack := range Attacks {
		d := newDraft("evil/"+attack+".txt", attack, attack, stemma.Date("2021-03-0"+string(rune('1'+i))), "en", attack+"\n\nHe said "+attack+" and left. More "+attack+" words.")
		d.page.URL = "javascript:alert(9)"
		d.article.URL = "javascript:alert(9)"
		d.article.Credit = stemma.Named{Name: attack}
		d.hole("More", attack)
		d.quote(attack, attack+" and left", attack, "said")
		ids = append(ids, d.figure("words", "=", 1, attack, attack, attack, stemma.Date(attack)))
		d.name("He", attack, attack, attack)
		drafts = append(drafts, d)
	}
	l.Tallies = []stemma.Tally{{ID: stemma.ID(Attacks[1]), Label: Attacks[0], Members: sorted(ids), Support: stemma.Support{Texts: 6, Families: 6, Sources: Attacks}}}
	l.Clashes = []stemma.Clash{{ID: stemma.ID(Attacks[2]), About: Attacks[0], Verdict: Attacks[1], Why: Attacks[3], Members: sorted(ids),
		Sides: []stemma.Side{{Value: Attacks[1], Members: ids}}}}
	a, b := drafts[0], drafts[1]
	if b.article.ID < a.article.ID {
		a, b = b, a
	}
	why := []string{Attacks[0], Attacks[1]}
	copies := []stemma.Copy{{ID: stemma.ID(Attacks[4]), A: a.article.ID, B: b.article.ID, Relation: Attacks[1], Earlier: "a", Certainty: Attacks[3], Why: why,
		Passages: []stemma.Passage{{A: a.at("He said"), B: b.at("He said")}}}}
	families := []stemma.Family{{ID: stemma.ID(Attacks[2]), Articles: []stemma.ID{a.article.ID, b.article.ID}, First: a.article.ID,
		Edges: []stemma.Edge{{From: a.article.ID, To: b.article.ID, Relation: Attacks[1], Certainty: Attacks[1], Why: why}}, Lost: why}}
	problems := []stemma.Problem{{Source: Attacks[0], Step: Attacks[1], Message: Attacks[0], Hint: Attacks[3]}}
	return keep(drafts, problems, copies, families, l)
}
