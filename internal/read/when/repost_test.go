package when_test

import (
	"testing"

	"stemma"
	"stemma/internal/read/when"
	"stemma/internal/text"
	"stemma/lang"
)

// TestRepost: a repost's date gives a year only to days shortly before it, and nothing
// to weekdays.
func TestRepost(t *testing.T) {
	a := &stemma.Article{Text: "They met on January 19, on December 20 and on May 3. On Sunday it rained.", Lang: "en", Reposted: "2023-01-28"}
	var got []stemma.Date
	for _, f := range when.Find(text.New(a, lang.Load("en"))) {
		got = append(got, f.Value)
	}
	want := []stemma.Date{"2023-01-19", "2022-12-20", "XXXX-05-03", "XXXX-WXX-7"}
	if len(got) != len(want) {
		t.Fatalf("found %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("found %q, want %q", got, want)
		}
	}
}
