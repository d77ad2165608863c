package event

import (
	"strings"

	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// legal are the modes of acts that set a rule for a time: where it holds, from when,
// until when, at what hours and which rights it suspends are told with them.
var legal = map[string]bool{"curfew": true, "ban": true, "approve": true}

// measured fills in where and when what is decided holds, and what it is to serve.
func (f *finder) measured(n int, e *stemma.Event) {
	if e.Mode == "disapprove" && strings.HasPrefix(string(e.Duration), "P") && strings.HasSuffix(string(e.Duration), "Y") {
		e.Mode = "convict" // “condenó a dos oficiales a doce años”
	}
	if legal[e.Mode] {
		f.term(n, e)
	}
	if e.Mode == "curfew" || e.Mode == "ban" {
		e.Scope = f.scope(e.Place)
		e.Rights = f.rights()
	}
	if e.Type == "MOBILIZE" || e.Mode == "approve" {
		e.Purpose = f.purpose(n)
	}
}

// term gives from when and until when it holds, and at what hours: a range is no day on
// which something is decided.
func (f *finder) term(n int, e *stemma.Event) {
	for i := range f.whens {
		w := &f.whens[i]
		v := string(w.time.Value)
		from, until, isRange := strings.Cut(v, "/")
		switch {
		case isRange && strings.Contains(from, "T") && strings.Contains(until, "T"):
			e.Hours = stemma.Date(clock(from) + "/" + clock(until))
		case w.first < f.acts[n].end || f.parted(n, w):
			continue
		case isRange && until == "..":
			e.Starts = stemma.Date(from)
		case isRange:
			e.Starts, e.Until = stemma.Date(from), stemma.Date(until)
		case f.is(w.first-1, "start"):
			e.Starts = w.time.Value
			continue
		default:
			continue
		}
		if a := &f.acts[n]; e.Date == w.time.Value && (len(a.actors) > 0 || len(a.targets) > 0 || e.Place.Name != "") {
			e.Date = ""
		}
	}
}

// findTerms gives what is decided the clause that says from when, until when or how long it
// holds: “decreed a curfew, which will be in force for ten days” is one act.
func (f *finder) findTerms() {
	for n := range f.acts {
		h := &f.acts[n]
		if h.word.name != "hold" || !f.is(h.group-1, "relative") {
			continue
		}
		for m := n - 1; m >= 0; m-- {
			if a := &f.acts[m]; a.word.matter && a.word.name != "hold" && !a.dropped {
				a.term, h.dropped = n, true
				break
			}
		}
	}
}

// clock gives the time of day of a date: “T20:00”.
func clock(date string) string { return date[strings.IndexByte(date, 'T'):] }

// scope gives the places that a measure holds for: the one found, and those joined to it
// in a list. None when it is said to hold nowhere.
func (f *finder) scope(place stemma.Named) []stemma.Named {
	if place.Span.Empty() {
		return nil
	}
	var out []stemma.Named
	end := -1
	for i := range f.people {
		p := &f.people[i]
		switch {
		case p.named.Span == place.Span:
		case end < 0:
			continue
		case !p.place || !f.listed(end, p.first):
			return out
		}
		out, end = append(out, p.named), p.end
	}
	return out
}

// listed reports whether nothing but commas, “and” and articles stands between two items.
func (f *finder) listed(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.Norm(i) != "," && !f.is(i, "and") && !f.is(i, "det") {
			return false
		}
	}
	return to > from && to-from <= 3
}

// rights gives the rights named in a sentence that tells of their suspension.
func (f *finder) rights() []stemma.Named { return f.rightsBehind(false) }

// rightsBehind gives them; suspended tells that the sentence suspends rights from its begin on.
func (f *finder) rightsBehind(suspended bool) []stemma.Named {
	var out []stemma.Named
	for i := f.s.First; i < f.s.End; i++ {
		n, v := f.d.Longest(f.k.rights, i, f.s.End)
		switch {
		case n == 0:
			continue
		case lang.Flag(v, "suspend"):
			suspended = true
		case suspended:
			span := f.d.Span(i, i+n)
			out = append(out, stemma.Named{Span: span, Name: span.Of(f.d.Text)})
		}
		i += n - 1
	}
	return out
}

// charge gives what someone is accused of, tried or convicted for: the words behind “for”
// or “of”, up to the next sign or time.
func (f *finder) charge(a *act) stemma.Named {
	at := a.end
	for _, p := range a.targets {
		at = max(at, p.end)
	}
	for i := at; i < f.s.End && i < at+8; i++ {
		if f.is(i, "charge") && (i == at || !f.is(i, "of")) && !f.timeAt(i+1) && !f.lasts(i+1) && !f.counts(i+1) {
			b := act{first: i, end: i + 1, voice: "active"}
			return f.matter(&b)
		}
		if f.d.Tokens[i].Kind == text.Mark || f.is(i, "relative") || f.actAt(i) && i > a.end {
			break
		}
	}
	return stemma.Named{}
}

// purpose gives what it is to serve: an infinitive behind “to”, up to the next sign.
func (f *finder) purpose(n int) stemma.Named {
	a := &f.acts[n]
	for i := a.end; i+1 < f.s.End && i < a.end+25; i++ {
		t := &f.d.Tokens[i+1]
		switch {
		case f.d.Tokens[i].Kind == text.Mark || f.d.Norm(i) == ";" || f.is(i, "relative"):
			return stemma.Named{}
		case f.is(i, "aim") && t.Kind == text.Word && t.Case == text.Lower && !f.smallWord(i+1) && !f.inName(i+1):
			b := act{first: i, end: i + 1, voice: "active"}
			return f.matter(&b)
		}
	}
	return stemma.Named{}
}
