package event_test

import (
	"strings"
	"testing"

	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/event"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// story is a plain piece of news, repeated to the length of a long article.
var story = strings.Repeat("Police arrested two students in Ostrel on Friday, the ministry said. President Ana Duarte will meet "+
	"miners next week, five months after the strike began. The killing of Nela Orvan by soldiers on 3 March 2021 shocked Velmora, "+
	"and prices have risen since the 1990s. ", 50)

func BenchmarkFind(b *testing.B) {
	a := &stemma.Article{Text: story, Lang: "en", Published: "2021-03-24"}
	d := text.New(a, lang.Load("en"))
	times, names := when.Find(d), name.Find(d, place.Find(d, gazetteer.Default()))
	for b.Loop() {
		event.Find(d, names, times)
	}
	b.ReportMetric(float64(b.N)*float64(len(strings.Fields(story)))/b.Elapsed().Seconds(), "words/s")
}
