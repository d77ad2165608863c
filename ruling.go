package stemma

import "time"

// Ruling is a person's decision about a finding or a group. Rulings are ground
// state: they are never rewritten or deleted, only answered by a later one.
//
// It is anchored by words, not by number: Exact with the words before and after it
// finds its place again when the text has been cut or read anew.
type Ruling struct {
	ID                    ID
	By, Why               string
	At                    time.Time
	Page                  ID     // the page whose text the anchor is in
	Exact, Prefix, Suffix string // W3C Web Annotation TextQuoteSelector
	Start, End            int    // W3C TextPositionSelector: code points of the page text, half-open
	Verdict               string // “accept”, “reject”, “note”
}
