package event

// played reports whether an act is one of a game, on a sports page: a striker who shoots, a
// captain who is sent off.
func (f *finder) played(a *act) bool {
	switch {
	case a.word.category == "ASSAULT" && (len(a.targets) == 0 || a.targets[0].name && !a.targets[0].person):
	case a.word.name == "deport", a.word.name == "dismiss", a.word.name == "firearms":
	default:
		return false
	}
	known, ok := f.sport[f.s.Paragraph]
	if !ok {
		known = f.ofSport()
		f.sport[f.s.Paragraph] = known
	}
	return known
}

// ofSport reports whether the sentence's paragraph has three words of sports pages.
func (f *finder) ofSport() bool {
	seen := map[string]bool{}
	p := f.d.Paragraphs[f.s.Paragraph]
	for k := f.d.Sentences[p.First].First; k < f.d.Sentences[p.End-1].End; k++ {
		if v, sports := f.d.Value(f.k.sports, k); sports && v == "" {
			seen[f.d.Norm(k)] = true
		}
	}
	return len(seen) >= 3
}
