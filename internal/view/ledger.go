package view

// ledger is the rows of one list of a whole pile, in their order, with the values by which
// the list can be narrowed. It is compact: a list may have millions of rows.
type ledger struct {
	columns []column
	rows    int
	when    func(row int32, p days) bool // whether a row is of a period; nil for a list without time
	memo    *memo[chosenRows]
}

// chosenRows are the rows of a choice, and how often each value stands in the rows that the
// other fields leave, by column.
type chosenRows struct {
	rows   []int32
	counts []map[string]int
}

// column is one field of a ledger: its values, and which of them each row has. Rows of a
// shy value are there only if that value is asked for.
type column struct {
	field  string
	values []string
	of     []int32
	number map[string]int32
	shy    int32 // −1 for none
}

func newLedger(fields ...string) *ledger {
	l := &ledger{memo: &memo[chosenRows]{}}
	for _, f := range fields {
		l.columns = append(l.columns, newColumn(f))
	}
	return l
}

func newColumn(field string) column { return column{field: field, number: map[string]int32{}, shy: -1} }

// timed gives the rows their time, one stretch of days a row.
func (l *ledger) timed(spans []days) {
	l.when = func(row int32, p days) bool { return spans[row].meets(p) }
}

// add notes the next row, with one value a field.
func (l *ledger) add(values ...string) {
	for i, v := range values {
		l.columns[i].add(v)
	}
	l.rows++
}

func (c *column) add(value string) { c.of = append(c.of, c.numbered(value)) }

// numbered gives the number of a value.
func (c *column) numbered(value string) int32 {
	n, ok := c.number[value]
	if !ok {
		n = int32(len(c.values))
		c.values, c.number[value] = append(c.values, value), n
	}
	return n
}

// fits reports whether a row has the value that is wanted; −1 is any that is not shy.
func (c *column) fits(row int, wanted int32) bool {
	if wanted == -1 {
		return c.of[row] != c.shy
	}
	return c.of[row] == wanted
}

// choose gives the rows of a choice, in order, and for each field how often its values
// stand in the rows that the other fields and the period leave. A field that the ledger does
// not have, and a period that is none, leave none. What it gives must not be changed.
func (l *ledger) choose(c Choice) (rows []int32, counts []map[string]int) {
	x := l.memo.get(c, func() chosenRows {
		rows, counts := l.look(c, nil)
		return chosenRows{rows, counts}
	})
	return x.rows, x.counts
}

// look does so without keeping it; with also, only rows that it takes are there.
func (l *ledger) look(c Choice, also func(row int32) bool) (rows []int32, counts []map[string]int) {
	wanted := make([]int32, len(l.columns)) // −1 for any, −2 for a value that no row has
	open, known := 0, 0
	for i := range l.columns {
		wanted[i] = -1
		if want := c.Fields[l.columns[i].field]; want != "" {
			known++
			n, ok := l.columns[i].number[want]
			if wanted[i] = n; !ok {
				wanted[i] = -2
			}
		}
	}
	for field, want := range c.Fields {
		if want != "" && (l.when == nil || !isPeriod(field)) {
			open++
		}
	}
	period, err := c.period()
	if err != nil {
		open = known + 1
	}
	numbers := make([][]int, len(l.columns))
	for i := range l.columns {
		numbers[i] = make([]int, len(l.columns[i].values))
	}
	for row := range l.rows * min(1, 1+known-open) {
		if period != always && !l.when(int32(row), period) || also != nil && !also(int32(row)) {
			continue
		}
		missed, at := 0, 0
		for i := range l.columns {
			if !l.columns[i].fits(row, wanted[i]) {
				missed, at = missed+1, i
			}
		}
		switch missed {
		case 0:
			rows = append(rows, int32(row))
			for i := range l.columns {
				numbers[i][l.columns[i].of[row]]++
			}
		case 1:
			numbers[at][l.columns[at].of[row]]++
		}
	}
	return rows, l.named(numbers)
}

// named gives the counts by value, without those that are 0.
func (l *ledger) named(numbers [][]int) []map[string]int {
	out := make([]map[string]int, len(l.columns))
	for i := range l.columns {
		out[i] = map[string]int{}
		for n, count := range numbers[i] {
			if count > 0 {
				out[i][l.columns[i].values[n]] = count
			}
		}
	}
	return out
}

// value gives what a row has in a column.
func (l *ledger) value(column int, row int32) string {
	c := &l.columns[column]
	return c.values[c.of[row]]
}
