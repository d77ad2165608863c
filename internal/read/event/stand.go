package event

import (
	"strings"

	"stemma/internal/rule"
	"stemma/internal/text"
	"stemma/lang"
)

// longest gives the longest match at a token; of equally long ones the first rule's,
// but a word that is both noun and verb is a noun where no one stands before it.
func (f *finder) longest(i int) (best rule.Found, ok bool) {
	for _, m := range f.rules.At(i, f.s.End, actMarks{f}) {
		c, value := f.k.actIn(m)
		if m.Rule.Set["voice"] == "reduced" && !f.canReduce(c.First, c.End, f.k.word(value)) {
			continue
		}
		if day, told := m.Get("day"); told && f.ordinalBefore(day.First) == 0 {
			continue // “jornada de protesta”
		}
		object := f.is(c.End, "det") || f.is(c.End, "possessive") || c.End < f.s.End && f.d.Tokens[c.End].Kind == text.Number
		noun := m.Rule.Set["voice"] == "noun" && !(object && lang.Flag(value, "fin")) && m.End == best.End && best.First+1 == best.End &&
			(!f.verbal(i) || f.objectless(c.End, f.k.word(value)))
		if !ok || m.End > best.End || noun {
			best, ok = m, true
		}
	}
	return best, ok
}

// objectless reports whether a word that wants someone as object has a preposition behind
// it instead, or nothing, so that it is a noun: “Tarnian blockades against the port”, “the
// target of rebel attacks.”
func (f *finder) objectless(end int, w word) bool {
	return f.k.compounds && !w.self && !w.matter && !f.s.Title && (f.is(end, "prep") && !f.is(end, "to") && !f.timeAt(end+1) || w.category == "ASSAULT" && (end >= f.s.End || f.d.Norm(end) == "." || f.is(end, "be") || f.is(end, "have") || f.is(end, "modal") || f.is(end, "will") || f.is(end, "and") || f.manner(end)))
}

// canReduce reports whether a participle can stand behind its noun here: with who did it
// behind, or a word that wants someone as object and has none within (“declared a state
// of emergency for …” has).
func (f *finder) canReduce(first, end int, w word) bool {
	if !f.k.compounds {
		return true
	}
	if w.name == "meet" {
		return false // “they met on Friday”
	}
	next := end
	for next < f.s.End && (f.timeAt(next) || f.is(next, "prep") && f.timeAt(next+1)) {
		next++
	}
	if next > end && next < f.s.End && (f.is(next, "det") || f.is(next, "possessive") || f.counts(next)) {
		return false // “Police arrested on Friday two men”
	}
	return end-first <= 2 && (f.is(end, "by") || !w.self && !w.matter)
}

// verbal reports whether a finite verb can stand at the token: right behind someone who
// acts, a relative word or an adverb.
func (f *finder) verbal(i int) bool {
	for f.is(i-1, "adverb") {
		i--
	}
	if f.is(i-1, "relative") || f.is(i-1, "to") || f.d.Norm(i-1) == "," {
		return true
	}
	for _, p := range f.people {
		if p.end == i {
			return true
		}
	}
	return false
}

// saysBehind reports whether the verb at a token stands right behind a quotation and its comma, as one
// of saying does.
func (f *finder) saysBehind(i int) bool {
	comma := false
	for i--; i >= f.s.First && f.d.Norm(i) == ","; i-- {
		comma = true
	}
	mark := i >= f.s.First && f.d.Tokens[i].Kind == text.Mark && f.d.Norm(i) == `"`
	return mark && (comma || f.d.Norm(i-1) == ",")
}

// stands reports whether a match is a verb or noun of its own: not an adjective (“the
// jailed leader”), not the first part of a compound (“strike fund”).
func (f *finder) stands(m rule.Found) bool {
	c, value := f.k.actIn(m)
	before, voice := m.First-1, m.Rule.Set["voice"]
	if lang.Flag(value, "whole") {
		return true
	}
	if before >= f.s.First && lang.Flag(value, "noun") != lang.Flag(value, "fin") && f.owner(before) {
		return lang.Flag(value, "noun") // “the protesters' demands”
	}
	if voice == "active" && c.First == m.First && f.saysBehind(m.First) && f.k.word(value).category == "ASSAULT" {
		return false // “«No hay plan», disparó el senador”: he says so
	}
	switch voice {
	case "active", "reduced":
		if c.First == m.First && !lang.Flag(value, "part") && f.complement(before) {
			return false // “these are also states where …”
		}
		if c.First == m.First && c.End == c.First+1 && lang.Flag(value, "part") && f.qualifies(c.First) {
			return false
		}
		if c.First == m.First && f.d.Norm(before) == "," && c.End == c.First+1 && f.objectless(c.End, f.k.word(value)) && lang.Flag(value, "part") {
			return false // “Ana Belo of Sella, accused of arson, sailed home”
		}
		if m.First == f.s.First && voice == "active" && m.Rule.Set["behind"] == "" && c.First == m.First {
			return false // “Ousted President …”
		}
		short := c.End == c.First+1 || c.End == c.First+2 && f.is(c.End-1, "relative")
		if m.Rule.Set["behind"] == "" && c.First == m.First && short && !lang.Flag(value, "bare") && !lang.Flag(value, "part") && (f.plain(before) || f.governs(before) && f.k.plural(f.d.Norm(c.First))) && f.ending(m.First) == nil {
			return false // “unfounded charges”, “lapsed rules that”, “received sanctions”
		}
		if c.First == m.First && short && !lang.Flag(value, "part") && f.k.compounds && f.d.Has(f.k.origin, before) && f.is(before-1, "prep") && !f.is(before-1, "sub") {
			return false // “in Dorvian jails”
		}
		if c.First == m.First && before >= f.s.First && f.d.Has(f.k.provokers, before) {
			return false // “ignored calls for”: a noun, and no word of who calls
		}
		return c.First > m.First || m.Rule.Set["behind"] != "" && f.clitic(before) && !lang.Flag(value, "part") && !lang.Flag(value, "noun") || !f.is(before, "det") && !f.is(before, "possessive") && !f.is(before, "prep") &&
			!f.is(before, "by") && f.d.Norm(before) != "'s" && (before < f.s.First || !f.counts(before) || f.timeEnds(m.First))
	case "present":
		return f.is(before, "to") || f.ending(m.First) != nil // not “a train”
	case "gerund":
		return before < f.s.First || f.d.Tokens[before].Kind == text.Punct || f.is(before, "and") || f.ending(m.First) != nil
	case "noun":
		if m.Rule.Set["compound"] == "no" && c.End < f.s.End {
			t := &f.d.Tokens[c.End]
			return t.Kind != text.Word || t.Norm == "'s" || f.smallWord(c.End) || f.verbAt(c.End)
		}
	}
	return true
}

// governs reports whether a participle stands at the token, so that a noun may be its object.
func (f *finder) governs(i int) bool {
	v, _ := f.d.Value(f.k.acts, i)
	return f.k.compounds && i >= f.s.First && (lang.Flag(v, "part") || lang.Flag(v, "ing"))
}

// complement reports whether a form of “be”, and adverbs, end with the token: what follows is no
// finite verb.
func (f *finder) complement(i int) bool {
	for f.is(i, "adverb") {
		i--
	}
	return f.k.compounds && f.is(i, "be")
}

// owner reports whether the token is the apostrophe of a plural that owns what follows.
func (f *finder) owner(i int) bool {
	if i <= f.s.First || i >= f.s.End {
		return false
	}
	t := &f.d.Tokens[i]
	return t.Kind == text.Mark && t.Glued && strings.HasSuffix(f.d.Norm(i-1), "s") && strings.ContainsAny(t.Span.Of(f.d.Text), "'’")
}

// qualifies reports whether a participle is an adjective within a phrase, an adverb before
// it: “a now jailed general”, “the freshly elected mayor”.
func (f *finder) qualifies(at int) bool {
	i := at - 1
	for f.is(i, "adverb") || f.manner(i) {
		i--
	}
	return i < at-1 && i >= f.s.First && (f.is(i, "det") || f.is(i, "possessive") || f.d.Norm(i) == "'s") && !f.is(i, "pronoun")
}

// manner reports whether the token ends as adverbs do.
func (f *finder) manner(i int) bool {
	if i < f.s.First || f.d.Tokens[i].Kind != text.Word {
		return false
	}
	_, ends := f.k.adverbs.First(f.d.Norm(i), 1, func(value string) bool { return value == "adverb" })
	return ends && !f.d.Has(f.k.clause, i)
}

// clitic reports whether the token is a pronoun right before a verb: “la detuvo”, not the
// article of “de la firma”.
func (f *finder) clitic(i int) bool {
	return f.is(i, "clitic") && !f.is(i-1, "prep")
}

// verbAt reports whether a word for an act stands there that can be a verb.
func (f *finder) verbAt(i int) bool {
	if i >= f.s.End {
		return false
	}
	v, ok := f.d.Value(f.k.acts, i)
	return ok && (!lang.Flag(v, "noun") || lang.Flag(v, "fin") || lang.Flag(v, "part"))
}
