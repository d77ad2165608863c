package stemma

// The types of a [Quote].
const (
	DirectQuote   = "direct"   // whole sentences in marks
	PartialQuote  = "partial"  // words in marks inside a sentence
	BlockQuote    = "block"    // quoted without marks
	IndirectQuote = "indirect" // reported content in the reporter's words
	ScareQuote    = "scare"    // marks that quote nobody: irony, titles, names, slogans
)

// Quote is a quotation. The span covers it with its marks; for IndirectQuote it is
// the content.
type Quote struct {
	ID ID
	Evidence
	Type       string
	Content    Span   // without the marks
	Pieces     []Span // the parts, when the cue interrupts it; else empty
	Speaker    Named  // whose words; zero when nobody's or unknown
	Cue        Span   // the reporting verb or phrase; empty when none
	RelayedBy  Named  // who passed the words on, when it is not the reporter
	Occasion   Named  // where or when it was said, in words of the text
	Translated bool   // the text says that it was translated
	Sentence   Span   // the sentence it begins in
}
