package stemma

// Figure is a stated number: what is counted, how many, where, when, by whom. The
// span covers the number with its unit sign, without “over”, “almost”.
type Figure struct {
	ID ID
	Evidence
	Value    *float64 // the number stated; nil for a range or a vague one
	Min, Max *float64 // the bounds of a range or a vague number; nil where open
	Op       string   // “=”, “>=”, “>”, “<=”, “<”, “~”, “range”, “vague”
	Measure  string   // one of Measures
	Unit     string   // ISO 4217 for money; unit of a duration or distance; else ""
	Of       Named    // who or what is counted
	About    Named    // a vote's or ban's matter, a poll's object
	Group    ID       // shared by the votes of a ballot, answers of a poll, parts and total of a list
	PartOf   ID       // the total's finding ID
	Place    Named
	Date     Date // when it happened; “2021-03-04/..” for running totals
	AsOf     Date // when the count stood; "" unless stated
	SaidBy   Named
	Status   string // “happened”, “planned”, “predicted”, “alleged”, “past”
	Sentence Span
}

// Measures lists what a figure can measure, in the contract's order.
var Measures = []string{
	"deaths", "injured", "in_hospital", "hospitalised", "discharged", "missing", "detained",
	"kidnapped", "displaced", "protesters", "police", "troops", "personnel", "votes_for",
	"votes_against", "abstentions", "votes_needed", "poll_approve", "poll_disapprove",
	"poll_share", "money", "share", "rank", "duration", "distance", "blockades", "bases",
	"aircraft", "places", "people", "count",
}
