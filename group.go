package stemma

// Support says how well a statement is attested. Families counts independent
// texts: a reprint is not a second source.
type Support struct {
	Texts, Families int
	// Voices are those on whose word it stands: each named source, and each family that
	// names none; 0 where that says nothing, since the statement is a source's own word.
	Voices  int
	Sources []string // named original sources (“Ministry of Health”), ordered
	Outlets []string // ordered
	Authors []string // ordered
}

// Saying is one utterance as several texts give it: quotes lined up.
type Saying struct {
	ID      ID
	Label   string
	Members []ID // finding IDs of quotes, ordered
	Support Support
}

// Point is one step of a tally: what was said to be the count at a time.
type Point struct {
	AsOf            Date // the stated day, else the date of the text, else ""
	Stated          bool // AsOf is stated in the text; otherwise it is when the text appeared
	Op              string
	Value, Min, Max *float64
	Figures         []ID // ordered
	Families        int
}

// Tally is one count as several texts and times give it: figures lined up.
type Tally struct {
	ID      ID
	Label   string
	Measure string
	Of      string
	Place   string
	Members []ID
	Points  []Point // ordered by AsOf
	Support Support
}

// Happening is one event as several texts tell it.
type Happening struct {
	ID      ID
	Label   string
	Type    string
	Date    Date
	Place   string
	Members []ID
	Support Support
}

// Role is an office or position that an [Actor] is said to hold.
type Role struct {
	Name              string
	From, Until, AsOf Date
	How               string // “held”, “taken” (from From on), “left” (at Until), “former”, “member” (of the body that Name is)
	At                Evidence
}

// Actor is a person, body or place across all texts (the contract's “entity”).
type Actor struct {
	ID      ID
	Type    string // Person, Organisation or Place
	Name    string
	Forms   map[string]int // spelling → count
	Roles   []Role
	Geo     *Geo
	Members []ID // finding IDs of mentions, ordered
	Support Support
}

// Side is one of the statements of a clash.
type Side struct {
	Value           string
	Members         []ID
	Texts, Families int
}

// Clash is a place where texts do not say the same.
type Clash struct {
	ID      ID
	About   string // in words
	Type    string // “number”, “date”, “who”, “place”, “wording”, “spelling”
	Verdict string // “contradiction”, “development”, “compatible”, “variant”, “error”
	Why     string
	Sides   []Side
	Members []ID
}

// Story is a set of texts about one event, or about one chain of events.
type Story struct {
	ID          ID
	Label       string // the headline of the text that is nearest to the others, else who is in it
	Articles    []ID   // article IDs, ordered
	From, Until Date   // the first and the last day of its texts; "" when none has a date
	Actors      []ID   // who and what most of its texts name and few others do, the most telling first
	Tallies     []ID   // counts that several of its families state, ordered
	Happenings  []ID   // events that several of its families tell, ordered
	Why         []string
	Support     Support
}

// Lineup is all that the texts of a pile say together.
type Lineup struct {
	Sayings    []Saying
	Tallies    []Tally
	Happenings []Happening
	Actors     []Actor
	Clashes    []Clash
	Stories    []Story
}
