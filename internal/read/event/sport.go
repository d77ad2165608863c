package event

// played reports whether an act is one of a game, on a sports page: a striker who shoots, a
// captain who is sent off, a runner who is beaten. Of what befalls people off the field as well
// only a paragraph full of the game's words says so.
func (f *finder) played(a *act) bool {
	person := len(a.targets) > 0 && (!a.targets[0].name || a.targets[0].person)
	whole := true // the page's other paragraphs count
	switch {
	case a.word.name == "visit": // a team's tour, a match away
	case a.word.name == "beat":
		return !f.won(a) && (f.ofSport() || f.d.SportsPage())
	case a.word.category == "ASSAULT" && !person:
	case a.word.category == "COERCE" && a.word.whom && !person:
	case a.word.name == "obstruct", a.word.name == "withdraw", a.word.name == "ban":
	case a.word.name == "firearms" && !(person && a.voice == "passive"): // nobody is shot in a game
	case a.word.name == "deport", a.word.name == "dismiss":
		whole = false
	default:
		return false
	}
	return f.ofSport() || whole && f.d.SportsPage()
}

// won reports whether to beat somebody is to win against them: in a contest, or on a sports page
// with both sides told.
func (f *finder) won(a *act) bool {
	return f.contest(a) || len(a.actors) > 0 && len(a.targets) > 0 && f.d.SportsPage()
}

// ofSport reports whether the sentence's paragraph has three words of sports pages.
func (f *finder) ofSport() bool {
	if known, ok := f.sport[f.s.Paragraph]; ok {
		return known
	}
	seen := map[string]bool{}
	p := f.d.Paragraphs[f.s.Paragraph]
	for k := f.d.Sentences[p.First].First; k < f.d.Sentences[p.End-1].End; k++ {
		if v, sports := f.d.Value(f.k.sports, k); sports && v == "" {
			seen[f.d.Norm(k)] = true
		}
	}
	f.sport[f.s.Paragraph] = len(seen) >= 3
	return len(seen) >= 3
}
