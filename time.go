package stemma

// The types of a [Time], as in TIMEX3.
const (
	TimeDate     = "date"
	TimeRange    = "range"
	TimeDuration = "duration"
	TimeSet      = "set"
)

// Time is an expression of time in a text.
type Time struct {
	ID ID
	Evidence
	Type     string // TimeDate, TimeRange, TimeDuration or TimeSet
	Value    Date   // EDTF, an ISO 8601 duration, or PAST_REF, PRESENT_REF, FUTURE_REF
	Anchor   string // what a relative time hangs on: “published”, or a date; "" for absolute times
	Sentence Span
}
