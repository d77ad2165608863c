package figure

import (
	"strings"
	"time"
)

// longAgo is how long before a text harm lies that may be another matter's.
const longAgo = 400 * 24 * time.Hour

// older marks harm as past that a text recalls beside what it reports: “In 2019 another
// fire left nine dead”. A text about old crimes alone reports them, and recalls nothing.
func (f *finder) older() {
	now, _, ok := f.d.Article.Published.Bounds()
	if !ok {
		return
	}
	fresh := false // harm of these days was told
	for _, c := range f.counts {
		if !harms[c.measure] || c.status != "happened" {
			continue
		}
		_, end, dated := c.date.Bounds()
		switch {
		case dated && !strings.HasSuffix(string(c.date), "/..") && now.Sub(end) > longAgo:
			if fresh {
				c.status = "past"
			}
		case dated, c.asOf != "", f.d.Sentences[c.sentence].Title:
			fresh = true
		}
	}
}
