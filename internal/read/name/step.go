package name

import "stemma/internal/text"

// step reads one name at token p and gives the token behind it. The order is from what is known
// whole to what only its shape tells.
func (f *finder) step(s text.Sentence, n, p, end int) int {
	pl := f.place[p]
	if q := f.knownWhole(s, n, p, end); q > 0 {
		return q
	}
	if f.facts[p].has(aStarter) && pl.end == 0 && !f.k.headFirst && f.d.Tokens[p].Case == text.Title {
		return p + 1
	}
	if q := f.placeOrTeam(s, n, p, end, pl); q > 0 {
		return q
	}
	if w, v := f.titleAt(p, end); w > 0 {
		if q := f.titled(s, n, p, p+w, end, v); q > 0 {
			return q
		}
	}
	if q := f.bodyOrSite(s, n, p, end); q > 0 {
		return q
	}
	if w, _ := f.d.Longest(f.k.demonyms, p, end); w > 0 && (w > 1 || p+w < end) && pl.end == 0 { // “South Velmoran X Y”
		return p + w
	}
	if pl.end > 0 && f.placeHolds(s, p, end, pl) {
		return f.emitPlace(n, p, pl)
	}
	if q := f.givenFirst(s, n, p, end); q > 0 {
		return q
	}
	if q := f.namedLikePlace(s, p, end, pl); q > 0 {
		return f.emit(n, p, q, aPerson, "first-name", true)
	}
	if pl.end > 0 {
		return f.emitPlace(n, p, pl)
	}
	return f.other(s, n, p, end)
}

// knownWhole reads what is known as a whole: what is nobody's name, a firm with “&”, a body and a
// thing by name, a club on a sports page; 0 when there is none.
func (f *finder) knownWhole(s text.Sentence, n, p, end int) int {
	if q := f.noName(p, end); q > 0 {
		return q
	}
	if q := f.joint(s, p, end); q > 0 {
		return f.emit(n, p, q, aBody, "head", true)
	}
	if q := f.named(s, n, p, end); q > 0 {
		return q
	}
	if q := f.thing(p, end); q > 0 {
		return q
	}
	pl := f.place[p]
	if w := f.clubAt(p, end); w > 0 && pl.end <= p+w && pl.rule != "located" && pl.rule != "contained" && pl.rule != "classed" {
		return f.emit(n, p, p+w, unknown, "", false)
	}
	return 0
}

// placeOrTeam reads a place's name of several words and a town that stands for its team; 0 when
// there is neither.
func (f *finder) placeOrTeam(s text.Sentence, n, p, end int, pl placed) int {
	if pl.end > p+1 { // “Harbour City”, “San Borim”
		if w, _ := f.titleAt(p, end); w > 0 && w < pl.end-p && f.body(s, p, end) <= pl.end || f.body(s, p, end) == pl.end {
			return f.emitPlace(n, p, pl)
		}
	}
	if pl.end > 0 && f.side(s, p, pl) {
		return f.emit(n, p, pl.end, aBody, "team", true)
	}
	if pl.end > 0 && f.body(s, p, end) == 0 && f.team(pl, end) {
		return f.emit(n, p, pl.end+1, aBody, "team", true)
	}
	return 0
}

// bodyOrSite reads a name by a word in it that makes those of bodies or of spots; 0 when there is
// none.
func (f *finder) bodyOrSite(s text.Sentence, n, p, end int) int {
	if q := f.body(s, p, end); q > 0 {
		if f.portfolio(s, p, q) {
			return q
		}
		if behind := f.portfolioOf(s, n, p, q, end); behind > 0 {
			return behind
		}
		return f.emit(n, p, q, aBody, "head", f.sureBody(s, p, q))
	}
	if q := f.site(s, p, end); q > 0 {
		return f.emit(n, p, q, aPlace, "site", true)
	}
	if f.alone(s, p) {
		return f.emit(n, p, p+1, aBody, "head", true)
	}
	return 0
}

// givenFirst reads a person's name that begins with a given name; 0 when there is none.
func (f *finder) givenFirst(s text.Sentence, n, p, end int) int {
	if !f.facts[p].has(aFirstName) || !f.personal(s, p) {
		return 0
	}
	q := f.personEnd(s, p, end)
	switch {
	case q <= p+1:
		return 0
	case f.namesThing(q, end):
		return q + 1
	case f.namedFor(s, p):
		return f.emit(n, p, q, aPlace, "site", true)
	}
	return f.emit(n, p, q, aPerson, "first-name", true)
}
