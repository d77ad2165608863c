package concord

import (
	"github.com/google/go-cmp/cmp"

	"stemma"
)

func equal(a, b stemma.Lineup) bool { return cmp.Equal(a, b) }
