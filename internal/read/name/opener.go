package name

import "stemma/internal/text"

// trim takes the first word off the names that begin a sentence with an ordinary word which is none
// of theirs: the text has the name without it elsewhere, “Initially Harbour Radio”, or its initials
// do in brackets behind it, “Past Harbour Office (HO)”.
func (f *finder) trim() {
	forms := map[string]bool{}
	for i := range f.all {
		forms[f.all[i].form] = true
	}
	for i := range f.all {
		c := &f.all[i]
		s := f.d.Sentences[c.sentence]
		if c.place || c.end < c.first+3 || c.first != s.First || !f.facts[c.first].has(anOrdinary) || f.facts[c.first].has(aFirstName|aSurname) || f.article(c.first) || f.d.Tokens[c.first].Case != text.Title || !f.capital(c.first+1) {
			continue
		}
		if forms[f.norm(c.first+1, c.end)] || f.initialsBehind(s, c) {
			c.first++
			c.title, c.form = c.first, f.norm(c.first, c.end)
		}
	}
}

// initialsBehind reports whether the initials in brackets behind a name are those of its words
// without the first one.
func (f *finder) initialsBehind(s text.Sentence, c *candidate) bool {
	if c.end+2 >= s.End || f.d.Norm(c.end) != "(" || f.d.Norm(c.end+2) != ")" || f.d.Tokens[c.end+1].Case != text.Upper {
		return false
	}
	return f.d.Norm(c.end+1) == f.acronym(c.first+1, c.end)
}

// heading gives the token behind a heading in capitals that runs on into the sentence, “WHEN THE
// TIDE TURNS The harbour …”: three words or more, two of them ordinary; s.First when there is none.
func (f *finder) heading(s text.Sentence) int {
	words, ordinary, i := 0, 0, s.First
	for ; i < s.End; i++ {
		t := &f.d.Tokens[i]
		if t.Kind == text.Word && t.Case != text.Upper && !(t.Span.Len() == 1 && f.capital(i)) {
			break
		}
		if t.Kind == text.Word && t.Span.Len() > 1 {
			words++
			if f.facts[i].has(anOrdinary | aStarter) {
				ordinary++
			}
		}
	}
	if words < 3 || ordinary < 2 || i >= s.End || f.d.Tokens[i].Case != text.Title {
		return s.First
	}
	return i
}
