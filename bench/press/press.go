// Package press makes short news of an invented country, each stating numbers, words said,
// acts and people, so that a pile of any size can be filled.
//
// It takes a seed and how many texts and sentences, and gives pages as they come in. It
// promises the same pages for the same seed, people and places that come back in many
// texts, and that one text in six is the reprint of an earlier one. Its prose is made of a
// few dozen moulds: what rules find in it tells nothing of how well they read.
package press

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"stemma"
	"stemma/internal/intake"
)

// Pages gives n pages of one text each, of so many sentences.
func Pages(seed uint64, n, sentences int) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		p := press{rand.New(rand.NewPCG(seed, 2))}
		var desk []string // texts that may be reprinted
		for i := range n {
			text := p.text(sentences)
			if len(desk) > 0 && i%6 == 5 {
				text = desk[p.IntN(len(desk))]
			}
			if desk = append(desk, text); len(desk) > 400 {
				desk = desk[1:]
			}
			if !yield(p.page(i, text), nil) {
				return
			}
		}
	}
}

type press struct{ *rand.Rand }

// page is a text as a line of JSON Lines brings it.
func (p press) page(i int, text string) intake.Input {
	day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, p.IntN(1500))
	title, _, _ := strings.Cut(text, ".")
	body := fmt.Sprintf("%d %s", i, text)
	sum := sha256.Sum256([]byte(body))
	return intake.Input{Body: []byte(body), Page: stemma.Page{
		ID: stemma.NewID("p", fmt.Sprint(i)), SHA256: hex.EncodeToString(sum[:]), Path: fmt.Sprintf("press-%07d", i), Member: fmt.Sprint(i),
		Format: "jsonl", Encoding: "utf-8", Text: text,
		Given: &stemma.Meta{Title: title, Published: stemma.Date(day.Format(time.DateOnly)), Outlet: p.town() + " " + p.of(mastheads), Lang: "en"},
	}}
}

func (p press) text(sentences int) string {
	town, who := p.town(), p.person()
	var b strings.Builder
	for k := range sentences {
		if k > 0 && k%3 == 0 {
			b.WriteString("\n\n")
			town, who = p.town(), p.person()
		} else if k > 0 {
			b.WriteByte(' ')
		}
		day := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, p.IntN(1500)).Format("2 January 2006")
		b.WriteString(strings.NewReplacer("TOWN", town, "WHO", who, "DAY", day, "N", fmt.Sprint(1+p.IntN(400)), "M", fmt.Sprint(1+p.IntN(90)), "WORDS", p.words(9+p.IntN(9))).Replace(p.of(moulds)))
	}
	return b.String()
}

func (p press) of(list []string) string { return list[p.IntN(len(list))] }

// name makes a name of three syllables; small numbers come far more often than great ones.
func (p press) name(most int) string {
	n := int(float64(most) * p.Float64() * p.Float64() * p.Float64())
	var b strings.Builder
	for range 3 {
		b.WriteString(syllables[n%len(syllables)])
		n = n/len(syllables) + 7
	}
	return strings.ToUpper(b.String()[:1]) + b.String()[1:]
}

func (p press) town() string   { return "Port " + p.name(3000) }
func (p press) person() string { return p.of(firsts) + " " + p.name(20_000) }

func (p press) words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = p.of(common)
	}
	return strings.Join(out, " ")
}
