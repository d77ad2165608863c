package figure

import "stemma"

// mostListed is how many places of a list are looked at on either side of one: more than that lie
// in no one country that matters here.
const mostListed = 16

// oneOf gives the places of the list that a place stands in: “in Sarn, Tessa and Port Ellin”. A
// comma alone makes no list, since “Sarn, Velmora” is one place.
func (f *finder) oneOf(m *stemma.Mention) []*stemma.Mention {
	list, joined := []*stemma.Mention{m}, false
	first, end := f.d.Range(m.Span)
	for n, at := 0, end; n < mostListed; n++ {
		next, and := f.nextPlace(at)
		if next == nil {
			break
		}
		list, joined = append(list, next), joined || and
		_, at = f.d.Range(next.Span)
	}
	for n, at := 0, first; n < mostListed; n++ {
		last, and := f.lastPlace(at)
		if last == nil {
			break
		}
		list, joined = append(list, last), joined || and
		at, _ = f.d.Range(last.Span)
	}
	if !joined {
		return nil
	}
	return list
}

// nextPlace gives the place that a list goes on with at a token, and whether “and” leads to it.
func (f *finder) nextPlace(at int) (m *stemma.Mention, and bool) {
	if f.d.Norm(at) == "," {
		at++
	} else if !f.is(at, "and") {
		return nil, false
	}
	if f.is(at, "and") {
		at, and = at+1, true
	}
	for k := 0; k < 2 && (f.is(at, "loc") || f.is(at, "det")); k++ {
		at++
	}
	if m = f.nameAt(at); m == nil || m.Type != stemma.Place {
		return nil, false
	}
	return m, and
}

// lastPlace gives the place behind which a list goes on with the place at a token.
func (f *finder) lastPlace(at int) (m *stemma.Mention, and bool) {
	for k := 0; k < 2 && (f.is(at-1, "loc") || f.is(at-1, "det")); k++ {
		at--
	}
	if f.is(at-1, "and") {
		at, and = at-1, true
	}
	if f.d.Norm(at-1) == "," {
		at--
	} else if !and {
		return nil, false
	}
	if m = f.nameEnding(at); m == nil || m.Type != stemma.Place {
		return nil, false
	}
	return m, and
}

// common gives where a number of several places is: the text's country, if all lie there, else
// nowhere. One of them would be a guess.
func (f *finder) common(all []*stemma.Mention) stemma.Named {
	home := f.homeland()
	for _, m := range all {
		if m.Geo == nil || m.Geo.Country != home.code || m.Geo.Precision == "country" {
			return stemma.Named{}
		}
	}
	return stemma.Named{Name: home.named.Name, Entity: home.named.Entity}
}
