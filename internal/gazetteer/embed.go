package gazetteer

import _ "embed"

// The files that generate writes. It fails if it needs other ones than these.
var (
	//go:embed data/words.bin
	wordsFile string

	//go:embed data/names-1.bin
	names1 string
	//go:embed data/names-2.bin
	names2 string
	//go:embed data/names-3.bin
	names3    string
	nameFiles = []string{names1, names2, names3}

	//go:embed data/records-1.bin
	records1 string
	//go:embed data/records-2.bin
	records2    string
	recordFiles = []string{records1, records2}
)
