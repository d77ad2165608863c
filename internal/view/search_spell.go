package view

import (
	"context"
	"fmt"

	"stemma"
)

// Bounds of what “word~” may be taken for.
const (
	likeMost     = 20 // words, the nearest and most frequent
	likeNearMost = 6  // words beside a NEAR
	likeLetters  = 3  // of the word, at least
	likeTerms    = 4  // words with a ~ in one search
	likeEdits    = 2
)

// Spelling tells what a word with a ~ was taken for.
type Spelling struct {
	Asked string     `json:"asked"` // as in the query
	Words []LikeWord `json:"words"`
	More  int        `json:"more,omitempty"` // that were left out
}

// usualEdits is how many letters may be other ones in a word of a number of letters.
func usualEdits(letters int) int {
	if letters > 5 {
		return likeEdits
	}
	return 1
}

// likeTerm reads what stands behind the ~ of a word.
func likeTerm(word, edits string) (Term, error) {
	words := foldedWords(word, stemma.Span{End: len(word)})
	if len(words) != 1 {
		return Term{}, fmt.Errorf("~ stands right behind one word")
	}
	letters := len([]rune(words[0].word))
	t := Term{Words: words[0].at.Of(word), Edits: usualEdits(letters)}
	switch edits {
	case "":
	case "1", "2":
		t.Edits = int(edits[0] - '0')
	default:
		return Term{}, fmt.Errorf("behind ~ stands nothing, 1 or 2: how many letters may be other ones")
	}
	if letters < likeLetters {
		return Term{}, fmt.Errorf("%s~ is too short: ~ needs a word of at least %d letters", word, likeLetters)
	}
	return t, nil
}

// read makes a typed query ready: parsed, with the words that a ~ was taken for.
func (s *searcher) read(ctx context.Context) error {
	var err error
	if s.expr, err = ParseQuery(s.q.Text); err != nil || s.expr == nil {
		return err
	}
	sp := &speller{}
	if asksLike(s.expr) {
		if sp.words, err = s.vocabulary(ctx); err != nil {
			return err
		}
	}
	e := sp.spelt(s.expr)
	if len(sp.told) > likeTerms {
		return fmt.Errorf("at most %d words of a search can have a ~: %w", likeTerms, stemma.ErrInvalid)
	}
	s.spellings = sp.told
	s.plan, err = makePlan(e)
	return err
}

// asksLike reports whether a word of a query has a ~.
func asksLike(e Expr) bool {
	any := false
	eachTerm(e, func(t Term) { any = any || t.Edits > 0 })
	return any
}

func eachTerm(e Expr, do func(Term)) {
	var parts []Expr
	switch x := e.(type) {
	case Term:
		do(x)
	case Near:
		for _, t := range x.Terms {
			do(t)
		}
	case And:
		parts = x.Parts
	case Or:
		parts = x.Parts
	case Not:
		parts = []Expr{x.Part}
	}
	for _, p := range parts {
		eachTerm(p, do)
	}
}

// speller puts the words of a pile in the place of words with a ~, and tells which.
type speller struct {
	words *vocabulary
	told  []Spelling
}

func (s *speller) spelt(e Expr) Expr {
	switch x := e.(type) {
	case Term:
		if x.Edits > 0 {
			return oneOf(s.like(x, likeMost))
		}
	case Near:
		return s.near(x)
	case And:
		return And{s.all(x.Parts)}
	case Or:
		return Or{s.all(x.Parts)}
	case Not:
		return Not{s.spelt(x.Part)}
	}
	return e
}

func (s *speller) all(parts []Expr) []Expr {
	out := make([]Expr, len(parts))
	for i, p := range parts {
		out[i] = s.spelt(p)
	}
	return out
}

// near asks for each spelling beside each other one: the index takes words there, no choices.
func (s *speller) near(n Near) Expr {
	forms := []Near{{N: n.N}}
	for _, t := range n.Terms {
		spellings := []Term{t}
		if t.Edits > 0 {
			spellings = s.like(t, likeNearMost)
		}
		var next []Near
		for _, f := range forms {
			for _, t := range spellings {
				next = append(next, Near{append(f.Terms[:len(f.Terms):len(f.Terms)], t), n.N})
			}
		}
		if len(next) > likeNearMost*likeNearMost {
			next = next[:likeNearMost*likeNearMost]
		}
		forms = next
	}
	return oneOf(forms)
}

// oneOf asks for one of some parts; there is at least one.
func oneOf[T Expr](list []T) Expr {
	if len(list) == 1 {
		return list[0]
	}
	var any Or
	for _, e := range list {
		any.Parts = append(any.Parts, e)
	}
	return any
}

// like gives the words that one with a ~ is taken for: itself, which no sentence has, when
// there is none.
func (s *speller) like(t Term, most int) []Term {
	words, more := s.words.like(fold(t.Words), t.Edits, most)
	s.told = append(s.told, Spelling{t.String(), words, more})
	if len(words) == 0 {
		return []Term{{Words: t.Words}}
	}
	var out []Term
	for _, w := range words {
		out = append(out, Term{Words: w.Word})
	}
	return out
}
