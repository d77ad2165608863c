package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"stemma"
)

// migrations holds the steps from an empty file to the layout of today, as
// NNNN_name.sql from 0001 without gaps. A step that has been released is never
// edited: what must change goes into the next one.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a pile in the file's header, for programs such as file(1). It
// reads “Stma”.
const applicationID = 0x53746d61

// migrate brings a pile up to the last of the steps, each in a transaction of its
// own, so that a crash between them leaves a pile of an older layout. A file that is
// empty becomes a pile; one that holds something else is refused.
func migrate(ctx context.Context, c *conn, files fs.FS) error {
	steps, err := fs.Glob(files, "*.sql")
	if err != nil {
		return err
	}
	for number, name := range steps { // in the order of names
		if n, err := strconv.Atoi(strings.SplitN(name, "_", 2)[0]); err != nil || n != number+1 {
			return fmt.Errorf("migration %s is not number %d", name, number+1)
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		err = c.transaction(ctx, func(c *conn) error { return step(c, number+1, len(steps), name, string(text)) })
		if err != nil {
			return fmt.Errorf("migration %s: %w", name, err)
		}
	}
	return nil
}

// step takes one step, unless it has been taken. It looks within the transaction,
// for another process may open the same pile.
func step(c *conn, number, last int, name, text string) error {
	have, err := layout(c, last)
	if err != nil || have >= number {
		return err
	}
	if have == 0 {
		err := c.script(fmt.Sprintf(`PRAGMA application_id = %d;
			CREATE TABLE version (number INTEGER PRIMARY KEY, name TEXT NOT NULL)`, applicationID))
		if err != nil {
			return err
		}
	}
	if err := c.script(text); err != nil {
		return err
	}
	return c.exec("INSERT INTO version (number, name) VALUES (?, ?)", int64(number), name)
}

// layout tells the number of the last step that was taken, 0 for an empty file. A
// file that is no pile, or is past the last step known here, gives an error that
// says what to do.
func layout(c *conn, last int) (int, error) {
	id, _, err := c.number("SELECT application_id FROM pragma_application_id")
	if err != nil {
		return 0, err
	}
	tables, _, err := c.number("SELECT count(*) FROM sqlite_schema")
	switch {
	case err != nil:
		return 0, err
	case id == 0 && tables == 0:
		return 0, nil
	case id != applicationID:
		return 0, fmt.Errorf("it is an SQLite file, but not a pile of Stemma; give the name of a pile, or a new name to begin one: %w", stemma.ErrInvalid)
	}
	have, _, err := c.number("SELECT max(number) FROM version")
	if err == nil && have > int64(last) {
		err = fmt.Errorf("it was made by a newer Stemma (layout %d, this one knows %d); use that version or a later one: %w", have, last, stemma.ErrInvalid)
	}
	return int(have), err
}
