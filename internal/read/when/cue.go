package when

import (
	"strings"

	"stemma/internal/text"
	"stemma/lang"
)

// reach is how many words before its first cue an expression can begin at most.
const reach = 6

// telling are the classes of timewords that make a time by themselves; the others, such
// as “last” and “a”, need one of these, or a number, with them.
var telling = []string{"unit", "on", "part", "season", "dec", "ref", "set", "ago", "meridiem", "clock", "eve", "num"}

// cuesOf gathers the words that tell that a time may be near: most of a text has none,
// and no rule is tried there.
func cuesOf(p *lang.Pack, k *knowledge) lang.Table[bool] {
	cues := lang.NewTable[bool](p)
	for _, l := range []*lang.List{k.months, k.weekdays} {
		for _, phrase := range l.Phrases() {
			*cues.At(firstOf(phrase)) = true
		}
	}
	for _, phrase := range k.holidays.Phrases() {
		*cues.At(firstOf(phrase)) = true
	}
	for _, phrase := range k.words.Phrases() {
		if v, _ := k.words.Value(phrase); tells(v) {
			*cues.At(longestOf(phrase)) = true
		}
	}
	return cues
}

func tells(value string) bool {
	for _, c := range telling {
		if lang.Flag(value, c) {
			return true
		}
	}
	return false
}

func firstOf(phrase string) string {
	word, _, _ := strings.Cut(phrase, " ")
	return word
}

// longestOf gives the longest word of a phrase: the one that is rarest, as a rule.
func longestOf(phrase string) string {
	best := ""
	for w := range strings.FieldsSeq(phrase) {
		if len(w) > len(best) {
			best = w
		}
	}
	return best
}

// cue gives the first token from i to before end that tells of a time; end when none
// does.
func (f *finder) cue(i, end int) int {
	for ; i < end; i++ {
		t := &f.d.Tokens[i]
		if t.Kind == text.Number || t.Kind == text.Word && (f.k.cues.Of(t.Known) || strings.IndexByte(t.Norm, '-') >= 0) {
			break
		}
	}
	return i
}
