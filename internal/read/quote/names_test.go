package quote_test

import (
	"stemma"
	"stemma/internal/gazetteer"
	"stemma/internal/read/name"
	"stemma/internal/read/place"
	"stemma/internal/text"
)

// names are the mentions that the finders of places and names see.
func names(d *text.Doc) []stemma.Mention {
	return name.Find(d, place.Find(d, gazetteer.Default()))
}
