package main

import (
	"testing"

	"stemma/internal/view"
)

// TestFlagsNarrowAllLists: what narrows a list down on its screen is a flag of the export, too.
func TestFlagsNarrowAllLists(t *testing.T) {
	fields := partFlags{}.part().Fields
	for _, l := range view.Lists {
		for _, f := range l.Fields {
			if _, ok := fields[f]; !ok {
				t.Errorf("there is no flag for %s of the list of %s", f, l.Name)
			}
		}
	}
}
