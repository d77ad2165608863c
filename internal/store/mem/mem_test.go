package mem_test

import (
	"testing"

	"stemma/internal/store"
	"stemma/internal/store/mem"
	"stemma/internal/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return mem.New() }, nil)
}
