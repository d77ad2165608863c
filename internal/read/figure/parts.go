package figure

import (
	"sort"

	"stemma"
	"stemma/internal/text"
)

// listPart marks a number that may be a part of a total, until lists has found one.
const listPart = "part"

// partOf reports whether a number is written as a part of a list by places: “Port
// Ellin (9)”, “nine in Port Ellin”; it notes the place.
func (f *finder) partOf(c *count) bool {
	if c.kind != plain || c.value == nil || !c.noun.empty() && f.d.Norm(c.end) != ")" {
		return false
	}
	t := f.d.Tokens
	if c.first > 1 && t[c.first-1].Norm == "(" && c.end < len(t) && t[c.end].Norm == ")" {
		if m := f.nameEnding(c.first - 1); m != nil {
			c.place = named(m)
			return true
		}
		if w := t[c.first-2]; w.Kind == text.Word && w.Case != text.Lower {
			c.place = stemma.Named{Span: w.Span, Name: w.Span.Of(f.d.Text)}
			return true
		}
		return false
	}
	if place, ok := f.placeBefore(c); ok {
		c.place = place
		return true
	}
	if next := f.behindAside(c); next+1 < len(t) && f.is(next, "loc") {
		at := next + 1
		if f.is(at, "det") {
			at++
		}
		if m := f.nameAt(at); m != nil && m.Type == stemma.Place {
			c.place = named(m)
			return true
		}
		if place, ok := f.unlisted(at); ok && f.follow(c) {
			c.place = place
			return true
		}
	}
	return false
}

// behindAside gives the token behind a number and what is set off by commas behind it:
// “two, a mother and her infant, in Tessa”.
func (f *finder) behindAside(c *count) int {
	if f.d.Norm(c.end) != "," || !f.is(c.end+1, "a") && !f.is(c.end+1, "det") || !f.follow(c) {
		return c.end
	}
	for i := c.end + 2; i < c.end+12 && i < f.d.Sentences[c.sentence].End; i++ {
		if f.d.Norm(i) == "," {
			return i + 1
		}
	}
	return c.end
}

// placeBefore gives the name that stands right before a number in a list: “Sarn 148,
// Tessa 61”.
func (f *finder) placeBefore(c *count) (stemma.Named, bool) {
	t := f.d.Tokens
	s := f.d.Sentences[c.sentence]
	if c.from != c.first || c.first <= s.First+1 || t[c.first-1].Kind != text.Word || t[c.first-1].Case == text.Lower {
		return stemma.Named{}, false
	}
	if c.end < s.End {
		switch f.d.Norm(c.end) {
		case ",", ";", ".":
		default:
			if !f.is(c.end, "and") {
				return stemma.Named{}, false
			}
		}
	}
	first := c.first - 1
	for first > s.First && t[first-1].Kind == text.Word {
		switch {
		case t[first-1].Case == text.Title:
			first--
			continue
		case first-1 > s.First && (f.is(first-1, "of") || f.is(first-1, "loc")) && t[first-2].Case == text.Title:
			first -= 2 // “Ventas del Conde”
			continue
		}
		break
	}
	if before := f.d.Norm(first - 1); first == s.First || before != ":" && before != "," && before != ";" && !f.is(first-1, "and") {
		return stemma.Named{}, false
	}
	span := f.d.Span(first, c.first)
	if m := f.nameEnding(c.first); m != nil {
		return named(m), true
	}
	return stemma.Named{Span: span, Name: span.Of(f.d.Text)}, true
}

// lists finds for each run of parts the total they belong to, and gives them its
// measure. Parts of no total are no figures.
func (f *finder) lists() {
	groups := 0
	out := f.counts[:0]
	for i := 0; i < len(f.counts); {
		if f.counts[i].measure != listPart {
			out = append(out, f.counts[i])
			i++
			continue
		}
		j := i
		for j < len(f.counts) && f.counts[j].measure == listPart && f.counts[j].sentence <= f.counts[i].sentence+1 {
			j++
		}
		if head := f.headOfList(out, f.counts[i]); head != nil {
			groups++
			out = append(out, f.siblings(head, out, f.counts[i:j], groups)...)
		} else if total := f.totalOf(out, f.counts[i:j]); total != nil {
			if total.group == 0 {
				groups++
				total.group = groups
			}
			for _, c := range f.counts[i:j] {
				inherit(c, total)
				c.total, c.group, c.noun, c.side = total, total.group, phrase{class: total.noun.class}, total.side
				out = append(out, c)
			}
		}
		i = j
	}
	f.counts = out
	for _, c := range f.counts { // “including three children”
		if c.total != nil && c.group == 0 {
			if c.total.group == 0 {
				groups++
				c.total.group = groups
			}
			c.group = c.total.group
		}
	}
	f.ballots(groups)
}

// totalOf finds the total of parts among the numbers before them: the one they add up
// to, or one in their own sentence.
func (f *finder) totalOf(before, parts []*count) *count {
	if len(parts) < 2 {
		return nil
	}
	sum := 0.0
	for _, c := range parts {
		sum += *c.value
	}
	for i := len(before) - 1; i >= 0 && parts[0].sentence-before[i].sentence <= 2; i-- {
		if c := before[i]; c.value != nil && *c.value == sum && c.kind == plain && c.total == nil {
			return c
		}
	}
	for i := len(before) - 1; i >= 0 && parts[0].sentence == before[i].sentence; i-- {
		if c := before[i]; c.kind == plain && c.total == nil && c.amount() >= sum && (harms[c.measure] || c.measure == "people") {
			return c
		}
	}
	return nil
}

// ballots gives the votes of one ballot and the answers of one poll a group each.
func (f *finder) ballots(groups int) {
	var last *count
	told := map[string]*count{} // of the ballot
	for _, c := range f.counts {
		sort := ballot[c.measure]
		if sort == "" {
			continue
		}
		before := told[c.measure]
		switch {
		case last != nil && ballot[last.measure] == sort && c.sentence-last.sentence <= 1 &&
			f.d.Sentences[c.sentence].Paragraph == f.d.Sentences[last.sentence].Paragraph &&
			(sort != "vote" || before == nil || before.amount() == c.amount()): // one ballot has one number of each
			c.group = last.group
		default:
			groups++
			c.group = groups
			clear(told)
		}
		told[c.measure], last = c, c
	}
	size := map[int]int{}
	for _, c := range f.counts {
		size[c.group]++
	}
	for _, c := range f.counts {
		if size[c.group] == 1 {
			c.group = 0
		}
	}
}

var ballot = map[string]string{
	"votes_for": "vote", "votes_against": "vote", "abstentions": "vote", "votes_needed": "vote",
	"poll_approve": "poll", "poll_disapprove": "poll", "poll_share": "poll",
}

// nameAt gives the name that begins at a token, nil when none does.
func (f *finder) nameAt(token int) *stemma.Mention {
	if token >= len(f.d.Tokens) {
		return nil
	}
	at := f.d.Tokens[token].Span
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].Span.End > at.Start })
	if i < len(f.names) && f.names[i].Span.Start <= at.Start {
		return &f.names[i]
	}
	return nil
}

// nameEnding gives the name that ends before a token.
func (f *finder) nameEnding(token int) *stemma.Mention {
	if token < 1 {
		return nil
	}
	return f.nameAt(token - 1)
}

// named points to a mention by its full name.
func named(m *stemma.Mention) stemma.Named {
	return stemma.Named{Span: m.Span, Name: m.Name, Entity: m.Entity}
}
