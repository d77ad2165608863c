package stemma

// Page is one saved page as it came in: a file, a record of a container, or a line
// of a JSONL file. Pages are ground state: they are never rewritten.
type Page struct {
	ID       ID     // from SHA256 and Member
	SHA256   string // of the file's original bytes, 64 hexadecimal digits
	Root     string // base name of what was added: the folder's name, or "" for a file added alone
	Path     string // path below Root with “/”; a file added alone is its name
	Member   string // the record inside a container, "" for a plain file; for JSONL the record's id; “#” between containers within one another
	Format   string // “txt”, “md”, “html”, “pdf”, “feed”, “docx”, “eml”, “jsonl”: how the page itself was written
	Encoding string // what the bytes were decoded from, a WHATWG encoding name, or [EncodedTwice]
	URL      string // where the page was saved from, if the page or its metadata say so
	Captured Date   // when it was saved, if known
	Text     string // the page text: UTF-8, valid; what all places in exports count in
	Blocks   []Block
	Meta     Meta      // what the page's own metadata say
	Given    *Meta     // what a JSONL record states of its article: taken as it stands; nil otherwise
	Problems []Problem // trouble met while opening and decoding
}

// Block is a stretch of a page's text that the page's own structure sets apart: an
// HTML heading, paragraph, caption, list item. Spans count in [Page.Text]. Plain
// text has no blocks.
type Block struct {
	Span Span
	Tag  string // “h1”–“h6”, “p”, “li”, “figcaption”, “blockquote”, “td”, “time”, “nav”, …
	// Main says that the block belongs to the page's main text, as told by a main-text
	// extractor; furniture is the rest.
	Main bool
	Link bool // most of the block's words are links
	Date Date // what a block of the tag “time” states for machines; "" if nothing
	Unit int  // number of the <article>-like container around the block, from 1; 0 means none
}

// Meta is what a page says about itself outside its text, or what a JSONL record
// states about its article. "" means not stated.
type Meta struct {
	Title, Byline, Outlet, URL, Lang string
	Published                        Date
}

// Problem is trouble with a page or a text that a person should see: it is data,
// not an error, and the run goes on.
type Problem struct {
	Page    ID     // "" when no page could be made of the input
	Source  string // the path of the input
	Step    string // “intake”, “clip”, “read”, “kin”, “concord”; or [Passed]
	Message string // what could not be done, a plain sentence
	Hint    string // what the person can do
}

// EncodedTwice names UTF-8 that was taken for windows-1252 and encoded again.
const EncodedTwice = "utf-8 twice"

// Passed is the Step of what was passed over on purpose, such as images: no trouble, but
// told and counted, so that nothing is skipped silently.
const Passed = "passed"
