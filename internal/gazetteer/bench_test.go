package gazetteer

import (
	"strings"
	"testing"
)

// BenchmarkOpen measures what the first use of the table costs.
func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		open()
	}
}

func BenchmarkLookup(b *testing.B) {
	table := Default()
	b.ReportAllocs()
	for b.Loop() {
		table.Lookup("San Salvador")
	}
}

// BenchmarkLongest asks at each of the 20 words of a sentence.
func BenchmarkLongest(b *testing.B) {
	words := strings.Fields("The ministry of health in San Juan de Lurigancho said on Monday that Peru and the United States had agreed .")
	table := Default()
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			table.Longest(words[i:])
		}
	}
}
