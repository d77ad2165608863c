package figure

import "stemma"

// saidThere reports whether a place, tokens first to before end, is where somebody spoke of a number
// or is from, and not what he speaks of: “the envoy told reporters in Sarn that 40 had died”. Whoever
// looks after the harmed speaks of where they are (“the hospital in Sarn says”), and a sentence that
// begins with a place is about it (“In Sarn, officials say”).
func (f *finder) saidThere(c *count, first, end int) bool {
	if f.dateline(first, end) || !f.ofSpeech(c, first, end) {
		return false
	}
	s := f.d.Sentences[c.sentence]
	if first <= s.First+2 && f.is(s.First, "in") && f.d.Norm(end) == "," {
		return false
	}
	if !harms[c.measure] {
		return true
	}
	for i := max(s.First, first-longestBody); i < min(s.End, end+longestBody); i++ {
		if f.is(i, "site") {
			return false
		}
	}
	return true
}

// longestBody is how many words lie at most between a body and its place.
const longestBody = 5

// abroad reports whether a sentence names a place in another country than the text's.
func (f *finder) abroad(c *count) bool {
	home := f.homeland().code
	for _, m := range f.in(f.around(c)) {
		if m.Type == stemma.Place && (m.Geo == nil || m.Geo.Country != home) {
			return true
		}
	}
	return false
}

// mayBeAt reports whether a place goes well enough with a number. A sum or a share is at one on no map only
// behind a preposition: what is taken for a place may be a firm.
func (f *finder) mayBeAt(c *count, m *stemma.Mention, points int) bool {
	if points >= faint {
		return c.kind != money && c.kind != percent || m.Geo != nil || points > bare
	}
	return unplaced[c.measure] && m.Geo != nil && points > faint/3 && f.only(m, c)
}

// bare is the most points that a place without a preposition has.
const bare = 70

// awayFrom reports whether a sentence has a place that is not in the country of those counted.
func (f *finder) awayFrom(c *count, nation stemma.Named) bool {
	own := ""
	for code, m := range f.homeland().countries {
		if m.Name == nation.Name {
			own = code
		}
	}
	for _, m := range f.in(f.around(c)) {
		_, end := f.d.Range(m.Span)
		if f.d.Norm(end) == "]" { // “[Velmoran] soldiers”
			end++
		}
		if m.Type == stemma.Place && !f.adjunct(end) && m.Name != nation.Name && (m.Geo == nil || m.Geo.Country != own) {
			return true
		}
	}
	return false
}

// hasSeatIn reports whether a country owns what stands in another: “the embassy of Velmora in Tessa”.
func (f *finder) hasSeatIn(end int, owner *stemma.Mention) bool {
	at := end
	if !f.is(at, "in") {
		return false
	}
	if at++; f.is(at, "det") {
		at++
	}
	m := f.nameAt(at)
	return m != nil && m.Type == stemma.Place && owner != nil && owner.Geo != nil && m.Geo != nil && m.Geo.Country != owner.Geo.Country
}

// tellsOfHome reports whether a sentence names a place in the country of the text.
func (f *finder) tellsOfHome(c *count) bool {
	home := f.homeland()
	for _, m := range f.in(f.around(c)) {
		if m.Type == stemma.Place && (m.Geo != nil && home.code != "" && m.Geo.Country == home.code || m.Name == home.named.Name) {
			return true
		}
	}
	return false
}

// semicolon reports whether one stands between two tokens, and not in brackets.
func (f *finder) semicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Norm(i) == ";" && !f.inBrackets(i) {
			return true
		}
	}
	return false
}
