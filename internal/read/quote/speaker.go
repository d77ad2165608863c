package quote

import (
	"stemma"
	"stemma/internal/text"
)

// named gives the speaker that stands in a range of tokens: with the full name where a
// mention tells it, else the place alone.
func (f *finder) named(t tokens) stemma.Named {
	if t.empty() {
		return stemma.Named{}
	}
	n := stemma.Named{Span: f.span(t)}
	m := f.mentionIn(t)
	if m == nil && t.end-t.first == 1 {
		switch {
		case f.is(t.first, isRelative):
			if m = f.antecedent(t.first); m == nil {
				who := f.whomRelative(t.first)
				if f.k.dropped && (who.empty() || who.end-who.first == 1 && f.class[who.first] != 0) {
					return stemma.Named{} // “que” alone tells nobody
				}
				if !who.empty() {
					who = f.headOf(who, f.lines[f.lineOf(t.first)].first) // “Ana Ruiz, a baker who said”
					n.Span = f.span(who)
					m = f.mentionIn(who)
				}
			}
		case f.is(t.first, isPronoun|isPossessive):
			m = f.referent(t.first)
		}
	}
	if m == nil {
		m = f.byOffice(t)
	}
	if m != nil {
		n.Name, n.Entity = m.Name, m.Entity
	}
	return n
}

// speaks names the speaker of a cue. A subject that is left out (“…”, explicó) is
// known only from context: the name without a place.
func (f *finder) speaks(c *cue) stemma.Named {
	if !c.dropped {
		n := f.named(c.subject)
		if past := f.described(c); past > c.subject.end && n.Name != "" {
			n.Span = f.span(tokens{c.subject.first, past})
		}
		return n
	}
	if m := f.before(c); m != nil {
		return stemma.Named{Name: m.Name, Entity: m.Entity}
	}
	if t := f.phraseInFocus(c); !t.empty() {
		return stemma.Named{Span: f.span(t)}
	}
	return stemma.Named{}
}

// most tokens of what a text adds to a speaker's name.
const longestAddition = 18

// described gives the token behind what a text adds to a speaker's name between commas
// or before the full stop: “Ana Ruiz, a baker from Sella,”. The place of a speaker
// tells who that is; the name alone does not.
func (f *finder) described(c *cue) int {
	l, i := &f.lines[c.line], c.subject.end
	if c.content == "source" && c.right == i+1 {
		return i // “Según la junta, el puente …”: what was said begins there
	}
	if c.shared || i+2 >= l.end || f.norm(i) != "," || f.in[i] > 0 {
		return c.subject.end
	}
	if !f.is(i+1, isDet|isPossessive) && (f.class[i+1] != 0 || f.d.Tokens[i+1].Case != text.Lower) || f.is(i+1, isSub) {
		return c.subject.end
	}
	for j := i + 1; j < l.end && j-i < longestAddition && f.in[j] == 0; j++ {
		switch n := f.norm(j); {
		case n == "," || n == "." && j+1 == l.end:
			return j
		case f.is(j, isAux) || j >= c.first && j < c.end:
			return c.subject.end
		}
	}
	return c.subject.end
}

// mentionIn gives the mention that names the whole phrase: the one at its end with
// nothing but titles before it, or the one at its head.
func (f *finder) mentionIn(t tokens) *stemma.Mention {
	var best *stemma.Mention
	joined := false // a preposition or possessive stands between the head and here
	for i := t.first; i < t.end; i++ {
		n := f.name[i]
		if n == 0 {
			if f.is(i, isJoin|isPrep) && !f.is(i, isConj) {
				joined = true
			}
			continue
		}
		end := i
		for end < t.end && f.name[end] == n {
			end++
		}
		m := &f.names[n-1]
		possessed := f.norm(end) == "'s" && end < t.end
		switch {
		case end < t.end && f.name[end] == 0 && f.d.Tokens[end].Case == text.Lower && !f.is(end, isJoin|isConj|isRelative|isPrep) && !possessed: // “former Ruiz adviser”
		case m.Type == stemma.Person && !possessed && (!joined || end == t.end && !f.is(i-1, isPrep|isJoin) && !f.ofSeveral(t)):
			return m
		case possessed:
		case end == t.end && !joined, !joined && best == nil && end < t.end && f.is(end, isJoin|isConj):
			best = m
		}
		i = end - 1
	}
	return best
}

// ofSeveral reports whether a phrase is headed by several people, “analysts at Tarsel Bank”: whose
// name ends it speaks for none of them.
func (f *finder) ofSeveral(t tokens) bool {
	for i := t.first; i < t.end; i++ {
		if f.is(i, isDet|isPossessive) || f.d.Tokens[i].Kind == text.Number {
			continue
		}
		return !f.k.dropped && f.bareWord(i) && f.k.plural(f.norm(i))
	}
	return false
}
