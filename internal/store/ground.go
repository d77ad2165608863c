package store

import (
	"slices"

	"stemma"
)

// OnGround reports whether a ruling can change what [Reader.Ground] names: it is not about a finding
// of the kinds that say nothing of who is who.
func OnGround(r *stemma.Ruling) bool {
	return !slices.Contains([]string{Quotes.Kind, Figures.Kind, Times.Kind, Events.Kind, Victims.Kind}, r.Kind)
}
