package stemma

// The relations of two texts, as in the contract.
const (
	Reprint     = "reprint"     // the same text
	Edited      = "edited"      // the same text, revised
	Excerpt     = "excerpt"     // under 0.6 of it
	SharedWords = "passage"     // shared wording
	Translation = "translation" // the same text in another language
	SharedQuote = "quote"       // only a third party's quotation
	SharedSite  = "furniture"   // only site text
)

// Passage is a stretch of words that two articles share: spans in their texts.
type Passage struct{ A, B Span }

// Copy is what two articles have to do with each other. A is the article with the
// smaller ID.
type Copy struct {
	ID             ID
	A, B           ID
	Relation       string
	Passages       []Passage // ordered by A, then B
	ShareA, ShareB float64   // of each one's own words that stand in the other, 0–1
	Earlier        string    // “a”, “b”, or "" where it cannot be told
	Certainty      string    // of Earlier: “high”, “medium”, “low”
	Why            []string  // reasons, in words
}

// Edge says that To was made from From.
type Edge struct {
	From, To  ID
	Relation  string
	Certainty string
	Why       []string
}

// Family is a set of texts that are one witness. A text without copies is a family
// of one, which is not listed.
type Family struct {
	ID       ID
	Articles []ID // ordered
	First    ID   // the text all others come from; "" where it cannot be told
	Edges    []Edge
	Further  []Source // what its texts have from others beside, of this family or another
	Lost     []string // names of copies that must have existed
}

// Source says that parts of To were taken from From, while most of it was made of another
// text, or nothing else is known of it.
type Source struct {
	Edge
	Parts []Span // of To's text
}
