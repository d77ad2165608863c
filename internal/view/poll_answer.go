package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

const (
	mostAnswer = 14 // words of a sentence that tell an answer
	fullAnswer = 5  // words behind a number that need none before it
	someAnswer = 8  // words before it that are told with fewer
)

// answerWords gives the words in which a text tells what a share of a poll answered: those
// behind the number, up to the next sign or number, and where these are few those before it.
// “…” stands for the number. “” where there are none.
func answerWords(f *stemma.Figure, a *stemma.Article, others []stemma.Span) string {
	begin, end := f.Sentence.Start, f.Sentence.End
	for _, o := range others {
		if o.Start >= f.Span.End {
			end = min(end, o.Start)
		}
		if o.End <= f.Span.Start {
			begin = max(begin, o.End)
		}
	}
	if begin > f.Span.Start || end < f.Span.End || end > len(a.Text) {
		return ""
	}
	behind := withoutPercent(strings.Fields(strings.TrimRight(upToSign(a.Text[f.Span.End:end]), ". ")), a.Lang)
	if len(behind) >= fullAnswer {
		return "… " + clipped(behind)
	}
	before := strings.Fields(afterSign(a.Text[begin:f.Span.Start]))
	before = before[max(0, len(before)-someAnswer):]
	if len(before)+len(behind) == 0 {
		return ""
	}
	return strings.TrimSpace(strings.Join(before, " ") + " … " + clipped(behind))
}

// clipped joins words up to the next share, and says that more follow.
func clipped(words []string) string {
	for i := range words {
		if share := strings.TrimRight(words[i], "%"); share != words[i] && strings.Trim(share, "0123456789.,") == "" {
			words = words[:i]
			break
		}
	}
	if len(words) > mostAnswer {
		return strings.Join(words[:mostAnswer], " ") + " …"
	}
	return strings.Join(words, " ")
}

// upToSign cuts before the first sign that ends a clause.
func upToSign(s string) string {
	if i := strings.IndexFunc(s, endsClause); i >= 0 {
		return s[:i]
	}
	return s
}

// afterSign cuts behind the last sign that ends a clause.
func afterSign(s string) string {
	if i := strings.LastIndexFunc(s, endsClause); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		return s[i+n:]
	}
	return s
}

func endsClause(r rune) bool {
	return strings.ContainsRune(",;:?!()—–", r) || unicode.In(r, unicode.Pi, unicode.Pf) && r != '’' || r == '"'
}

// withoutPercent leaves out the words for “percent” that a number stands before.
func withoutPercent(words []string, language string) []string {
	pack := lang.Load(language)
	if pack == nil {
		return words
	}
	for n := min(2, len(words)); n > 0; n-- {
		if value, _ := pack.List("numbers").Value(lang.Fold(strings.Join(words[:n], " "))); value == "percent" {
			return words[n:]
		}
	}
	return words
}
