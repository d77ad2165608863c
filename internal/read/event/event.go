// Package event finds dated acts: who did what to whom, where, when.
//
// It takes a text, taken apart, with the names and times found in it, and gives
// events. It promises that every event has an actor, a target, a date or a place. It
// does not find names or times, and does not join the mentions of one act.
package event

import (
	"stemma"
	"stemma/internal/text"
)

// Find gives the events of a text, ordered by span.
func Find(d *text.Doc, names []stemma.Mention, times []stemma.Time) []stemma.Event { return nil }
