package stemma

// Event is a dated act: who did what to whom, where, when. The span is the trigger.
type Event struct {
	ID ID
	Evidence
	Type     string // a PLOVER category, upper case (“ASSAULT”, “PROTEST”)
	Mode     string // a PLOVER mode, or ""
	ACLED    string // ACLED event and sub-event type, “Protests/Peaceful protest”, or ""
	Status   string // “happened”, “planned”, “alleged”, “denied”
	Date     Date   // when it happened or began; "" when unknown
	Until    Date   // when it ended, if said
	Duration Date   // ISO 8601 duration, if said
	Actors   []Named
	Targets  []Named
	Place    Named
	Scope    []Named // places that it holds for
	Matter   Named   // what is demanded, decided, charged, announced
	Starts   Date    // when what is decided takes effect, if said; Until is when it ends
	Hours    Date    // the hours of a day that it holds for, “T20:00/T04:00”
	Rights   []Named // rights that it suspends
	Purpose  Named   // what it is to serve: “to guard the pipeline”
	Figures  []ID    // the numbers that stand in its actors, targets and matter
	SaidBy   Named
	Sentence Span
}

// Harms are what a [Victim] may have suffered, gravest first. Who “died” is dead of harm
// without the text saying that somebody or something killed.
var Harms = []string{"killed", "died", "missing", "injured", "kidnapped", "detained"}

// Victim is one person harmed, as the casualty recorders count them.
type Victim struct {
	ID ID
	Evidence
	Name         string // or initials
	Age          int    // in years; 0 when not stated
	Harm         string // one of Harms
	Circumstance Named
	Place        Named
	Date         Date
	By, SaidBy   Named
	Sentence     Span
}
