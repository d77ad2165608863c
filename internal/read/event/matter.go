package event

import (
	"stemma"
	"stemma/internal/text"
	"stemma/lang"
)

// withWords reports whether somebody is attacked for something, which is done with words:
// “attacked the government over its silence”.
func (f *finder) withWords(a *act) bool {
	if len(a.targets) == 0 || a.targets[0].first < a.end {
		return false
	}
	i := a.targets[len(a.targets)-1].end
	return f.is(i, "verbal") && !f.timeAt(i+1) && !f.counts(min(i+1, f.s.End-1))
}

// retype gives a verb of deciding or sending the type of what is decided or sent: a
// curfew that is declared, troops that are sent.
func (f *finder) retype(a *act, e *stemma.Event) {
	if a.word.name == "beat" && f.won(a) {
		e.Type, e.Mode = "NONE", "win"
		return
	}
	if a.word.name == "attack" && (a.voice == "active" && f.withWords(a) || a.word.worded && f.withoutArms(a)) {
		e.Type, e.Mode = "ACCUSE", "disapprove"
		return
	}
	if a.word.name == "ban" && len(a.targets) > 0 && a.targets[0].name && a.targets[0].person {
		e.Mode = "suspend" // who is barred from a race lives under no measure
		return
	}
	if a.word.name == "send" || a.word.category == "AID" {
		f.sent(a, e)
		return
	}
	if a.word.needs == "pact" && !f.hasObject(a, "pact") && f.hasObject(a, "law") {
		e.Type, e.Mode = "NONE", "approve" // “signed the law”
		return
	}
	if a.word.category != "NONE" && a.word.category != "CONSULT" || !a.word.matter && a.word.name != "talk" {
		return
	}
	from, to := a.end, a.end+10
	if a.voice == "passive" || a.voice == "reduced" || a.word.name == "hold" { // “a curfew applies”
		from = a.group - 12
	}
	for i := max(from, f.s.First); i < min(to, f.s.End); i++ {
		n, v := f.d.Longest(f.k.acts, i, f.s.End)
		if n > 0 && lang.Flag(v, "object") && !(f.k.compounds && f.plain(i+n)) && (i+n <= a.group || i >= a.end) {
			o := f.k.word(v)
			e.Type, e.Mode = o.category, o.name
			if a.word.name == "hold" {
				e.Matter.Span = f.d.Span(i, i+n)
				e.Matter.Name = e.Matter.Span.Of(f.d.Text)
			}
			return
		}
	}
}

// contest reports whether one by name beats another by name, as in games and elections, and
// not a force or a body of the state somebody in the street.
func (f *finder) contest(a *act) bool {
	if len(a.actors) == 0 || len(a.targets) == 0 || !a.actors[0].name || !a.targets[0].name {
		return false
	}
	return a.actors[0].person || !f.d.Has(f.k.doers, a.actors[0].end-1)
}

// sent tells what is sent: armed forces are deployed, food and doctors are aid, and a
// message or an envoy is neither.
func (f *finder) sent(a *act, e *stemma.Event) {
	if len(a.targets) > 0 {
		if v, ok := f.d.Value(f.k.doers, a.targets[0].end-1); ok && lang.Flag(v, "force") {
			e.Type, e.Mode = "MOBILIZE", "deploy"
			return
		}
	}
	from, to := a.end, a.end+8
	if a.voice == "passive" || a.voice == "impersonal" {
		from = a.group - 8
	}
	for i := max(from, f.s.First); i < min(to, f.s.End); i++ {
		if n, _ := f.d.Longest(f.k.aid, i, f.s.End); n > 0 {
			e.Type = "AID"
			return
		}
	}
}

// claimed gives the status of an act that another one puts in doubt: what is denied
// (“denied that soldiers fired”), what someone is accused of (“accused of killing”).
func (f *finder) claimed(n int) string {
	a := &f.acts[n]
	for i := range n {
		o := &f.acts[i]
		switch {
		case o.word.category == "REJECT" && n == i+1 && f.opensClause(o.end, a.group):
			return "denied"
		case o.word.category == "ACCUSE" && a.voice != "noun" && f.is(a.group-1, "of") && a.group-o.end < 8:
			return "alleged"
		}
	}
	return ""
}

// opensClause reports whether “that” stands behind a verb, right there or behind a time.
func (f *finder) opensClause(from, to int) bool {
	for i := from; i < to && i < from+5; i++ {
		if f.is(i, "relative") {
			return true
		}
		if !f.timeAt(i) && !f.is(i, "prep") && !f.is(i, "det") {
			return false
		}
	}
	return false
}

// office gives the office that is taken or left: the one behind the verb (“appointed …
// as health minister”, “renunció al cargo de …”), or the one that stands beside the name
// of who leaves or takes it.
func (f *finder) office(a *act) stemma.Named {
	who := a.targets
	switch a.word.name {
	case "resign", "serve":
		who = a.actors
	case "appoint", "dismiss", "oust", "remove":
	default:
		return stemma.Named{}
	}
	from := a.end
	for _, p := range who {
		from = max(from, p.end)
	}
	if !f.k.compounds && len(who) > 0 && who[0].first > a.end+1 {
		from = a.end // “nombró ministro de Defensa a Hugo Renn”
	}
	for i := from; i < f.s.End && i < from+8; i++ {
		t := &f.d.Tokens[i]
		if t.Kind == text.Mark || t.Norm == "." || t.Norm == ";" || t.Norm == ":" || f.is(i, "relative") || f.is(i, "by") || f.partyNamed(i) || i > a.end && f.actAt(i) {
			break
		}
		if n, v := f.d.Longest(f.k.titles, i, f.s.End); n > 0 && lang.Flag(v, "office") {
			span := f.d.Span(i, f.officeEnd(i+n))
			return stemma.Named{Span: span, Name: span.Of(f.d.Text)}
		}
	}
	for _, p := range who {
		if p.role.Name != "" || !p.role.Span.Empty() {
			if f.s.Span.Holds(p.role.Span) {
				return p.role
			}
			return stemma.Named{Name: p.role.Name, Entity: p.role.Entity}
		}
	}
	return stemma.Named{}
}

// seat gives the body by name that someone sits in, and takes it from those acted upon:
// “sits on the Justice Committee”.
func (f *finder) seat(a *act) stemma.Named {
	body := f.object(a.end)
	a.targets = nil
	if len(body) == 0 || !body[0].name || body[0].person || body[0].place {
		return stemma.Named{}
	}
	return body[0].named
}

func (f *finder) partyNamed(i int) bool {
	for n := range f.people {
		if p := &f.people[n]; p.name && !p.place && p.head <= i && i < p.end {
			return true
		}
	}
	return false
}

// officeEnd gives the end of an office: “minister” goes on to “of health and labour”.
func (f *finder) officeEnd(end int) int {
	if !f.is(end, "of") {
		return end
	}
	for i := end + 1; i < f.s.End && i < end+9; i++ {
		switch {
		case f.timeAt(i):
			return end
		case f.d.Tokens[i].Kind == text.Word && !f.smallWord(i):
			end = i + 1
		case f.is(i, "det"), f.is(i, "and"), f.is(i, "of"):
		default:
			return end
		}
	}
	return end
}

// about tells the matter of an act: an office, a charge, what was decided or demanded.
func (f *finder) about(a *act, e *stemma.Event) {
	if a.word.name != "member" {
		e.Matter = f.office(a)
	}
	switch {
	case e.Matter.Name != "":
	case a.word.category == "ACCUSE":
		e.Matter = f.charge(a)
	case a.word.matter && a.word.name != "hold":
		e.Matter = f.matter(a)
	}
}

// pastAsked steps over who is asked, where the language names them before what they are
// asked for: “pidió al gobierno la apertura de un corredor”.
func (f *finder) pastAsked(from int) int {
	if f.k.compounds {
		return from
	}
	for f.is(from, "adverb") {
		from++
	}
	if !f.is(from, "a") {
		return from
	}
	for i := range f.people {
		if p := &f.people[i]; p.first > from && p.first <= from+2 && (f.is(p.end, "det") || f.is(p.end, "relative")) {
			return p.end
		}
	}
	return from
}
