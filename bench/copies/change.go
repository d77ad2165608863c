package copies

// cut gives n words in a row of a text, or nil.
func (m *maker) cut(from, n int) []string {
	all := flat(m.bodies[from])
	if len(all) < n {
		return nil
	}
	at := m.rng.IntN(len(all) - n + 1)
	return append([]string(nil), all[at:at+n]...)
}

// edit changes, adds or leaves out words, and now and then a sentence.
func (m *maker) edit(ss []sentence, times int) []sentence {
	for range times {
		i := m.rng.IntN(len(ss))
		w := ss[i].words
		k := m.rng.IntN(len(w))
		switch r := m.rng.IntN(10); {
		case r < 4:
			w[k] = m.word()
		case r < 6 && len(w) > 4:
			ss[i].words = append(w[:k:k], w[k+1:]...)
		case r < 8:
			ss[i].words = append(w[:k:k], append([]string{m.word()}, w[k:]...)...)
		case r < 9 && len(ss) > 6:
			ss = append(ss[:i:i], ss[i+1:]...)
		default:
			ss = append(ss[:i:i], append([]sentence{{words: m.run(10 + m.rng.IntN(12))}}, ss[i:]...)...)
		}
	}
	return ss
}

// garble mistypes a share of the words by one letter.
func (m *maker) garble(ss []sentence, share float64) []sentence {
	for i := range ss {
		for k, w := range ss[i].words {
			if m.rng.Float64() < share && len(w) > 2 {
				at := m.rng.IntN(len(w))
				ss[i].words[k] = w[:at] + string(rune('a'+m.rng.IntN(26))) + w[at+m.rng.IntN(2):]
			}
		}
	}
	return ss
}

func clone(ss []sentence) []sentence {
	out := make([]sentence, len(ss))
	for i, s := range ss {
		out[i] = sentence{words: append([]string(nil), s.words...), said: s.said}
	}
	return out
}

func flat(ss []sentence) []string {
	var out []string
	for _, s := range ss {
		out = append(out, s.words...)
	}
	return out
}
