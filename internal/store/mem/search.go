package mem

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stemma/internal/store"
)

// Search implements [store.Reader].
func (s *Store) Search(ctx context.Context, q store.Search) (store.Hits, error) {
	m, err := store.ParseMatch(q.Match)
	if err != nil {
		return store.Hits{}, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if q.Articles != nil && len(q.Articles) == 0 {
		return store.Hits{}, ctx.Err()
	}
	var hits []store.Hit
	for _, a := range pick(s.articles, q.Articles) {
		if err := ctx.Err(); err != nil {
			return store.Hits{}, err
		}
		for _, span := range s.readings[a.ID].Sentences {
			if matches(m, tokens(span.Of(a.Text))) {
				hits = append(hits, store.Hit{Article: a.ID, Sentence: span})
			}
		}
	}
	return store.Hits{
		Hits:  store.Window(hits, q.Offset, q.Limit),
		Total: min(len(hits), store.TotalCap),
	}, nil
}

// Words implements [store.Reader].
func (s *Store) Words(ctx context.Context) ([]store.Word, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	in := map[string]int{}
	for id, a := range s.articles {
		for _, span := range s.readings[id].Sentences {
			words := tokens(span.Of(a.Text))
			slices.Sort(words)
			for _, w := range slices.Compact(words) {
				in[w]++
			}
		}
	}
	var list []store.Word
	for _, w := range slices.Sorted(maps.Keys(in)) {
		list = append(list, store.Word{Text: w, Sentences: in[w]})
	}
	return list, ctx.Err()
}

// tokens gives the words of a text as FTS5's unicode61 does with diacritics
// removed: runs of letters and digits, lower case, without accents.
func tokens(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r):
			b.WriteRune(unicode.ToLower(r))
		case !unicode.Is(unicode.Mn, r):
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func matches(m *store.Match, words []string) bool {
	switch m.Op {
	case "AND":
		return matches(m.Left, words) && matches(m.Right, words)
	case "OR":
		return matches(m.Left, words) || matches(m.Right, words)
	case "NOT":
		return matches(m.Left, words) && !matches(m.Right, words)
	}
	return together(m, words)
}

// together reports whether the phrases of a leaf stand near enough to each other:
// between the end of any and the start of the last lie at most Near words.
func together(m *store.Match, words []string) bool {
	starts, lens := make([][]int, len(m.Phrases)), make([]int, len(m.Phrases))
	var all []int
	for i, p := range m.Phrases {
		starts[i], lens[i] = find(p, words)
		all = append(all, starts[i]...)
	}
	return slices.ContainsFunc(all, func(last int) bool {
		for i := range starts {
			if !slices.ContainsFunc(starts[i], func(at int) bool {
				return at <= last && (len(starts) == 1 || at >= last-lens[i]-m.Near)
			}) {
				return false
			}
		}
		return true
	})
}

// find gives the places of a phrase, in words, and its length.
func find(p store.Phrase, words []string) (starts []int, n int) {
	want := tokens(p.Words)
	for i := 0; i+len(want) <= len(words); i++ {
		ok := true
		for j, w := range want {
			got := words[i+j]
			ok = ok && (got == w || p.Prefix && j == len(want)-1 && strings.HasPrefix(got, w))
		}
		if ok {
			starts = append(starts, i)
		}
	}
	return starts, len(want)
}
