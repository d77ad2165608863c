package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"
	"io"

	"modernc.org/sqlite"
)

// conn is the one connection that writes. It speaks to the driver without
// database/sql in between: a batch is some hundred thousand small statements.
type conn struct {
	driver driver.Conn
	plans  map[string]*plan
	inside bool  // a transaction
	err    error // the transaction's first
}

// plan is a prepared statement with room for its arguments.
type plan struct {
	stmt driver.Stmt
	args []driver.NamedValue
}

func dial(dsn string) (*conn, error) {
	c, err := new(sqlite.Driver).Open(dsn)
	if err != nil {
		return nil, err
	}
	return &conn{driver: c, plans: map[string]*plan{}}, nil
}

func (c *conn) close() error {
	for _, p := range c.plans {
		p.stmt.Close()
	}
	return c.driver.Close()
}

// plan prepares a statement once. It must have no text after the statement.
func (c *conn) plan(query string, args []any) (*plan, error) {
	if c.err != nil {
		return nil, c.err
	}
	p := c.plans[query]
	if p == nil {
		stmt, err := c.driver.Prepare(query)
		if err != nil {
			return nil, c.keep(fmt.Errorf("%w in %s", err, query))
		}
		p = &plan{stmt: stmt}
		c.plans[query] = p
	}
	p.args = p.args[:0]
	for i, a := range args {
		p.args = append(p.args, driver.NamedValue{Ordinal: i + 1, Value: a})
	}
	return p, nil
}

// keep remembers the first error of a transaction.
func (c *conn) keep(err error) error {
	if c.inside && c.err == nil {
		c.err = err
	}
	return err
}

// exec runs a statement. Arguments are int64, float64, string, []byte or nil.
func (c *conn) exec(query string, args ...any) error {
	p, err := c.plan(query, args)
	if err != nil {
		return err
	}
	_, err = p.stmt.(driver.StmtExecContext).ExecContext(context.Background(), p.args)
	return c.keep(err)
}

// rows calls do for every row of a query, with values that it must not keep.
func (c *conn) rows(query string, args []any, do func([]driver.Value) error) error {
	p, err := c.plan(query, args)
	if err != nil {
		return err
	}
	rows, err := p.stmt.(driver.StmtQueryContext).QueryContext(context.Background(), p.args)
	if err != nil {
		return c.keep(err)
	}
	defer rows.Close()
	values := make([]driver.Value, len(rows.Columns()))
	for {
		switch err := rows.Next(values); err {
		case nil:
			if err := do(values); err != nil {
				return err
			}
		case io.EOF:
			return nil
		default:
			return c.keep(err)
		}
	}
}

// row gives the last row of a query that gives one at most; nil when there is none.
func (c *conn) row(query string, args ...any) (row []driver.Value, err error) {
	err = c.rows(query, args, func(values []driver.Value) error {
		row = values
		return nil
	})
	return row, err
}

// number gives the row's first value, a number; ok is false without a row.
func (c *conn) number(query string, args ...any) (n int64, ok bool, err error) {
	values, err := c.row(query, args...)
	if err != nil || len(values) == 0 {
		return 0, false, err
	}
	n, ok = values[0].(int64)
	return n, ok, nil
}

// script runs several statements, which are not kept prepared.
func (c *conn) script(text string) error {
	if c.err != nil {
		return c.err
	}
	_, err := c.driver.(driver.ExecerContext).ExecContext(context.Background(), text, nil)
	return c.keep(err)
}

// transaction runs do between BEGIN and COMMIT, or takes back what it did. The
// context is asked between statements by do itself, and once more at the end: half a
// statement is never interrupted.
//
// After an error no statement runs any more: on a full disk SQLite ends the
// transaction by itself, and what followed would be kept.
func (c *conn) transaction(ctx context.Context, do func(*conn) error) error {
	if err := c.script("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	c.inside = true
	err := do(c)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = c.script("COMMIT")
	}
	c.inside, c.err = false, nil
	if err != nil {
		c.script("ROLLBACK") // fails only where SQLite has rolled back already
	}
	return err
}

// settle folds the log into the file and goes back to a mode in which the pile is
// one file at rest. Where another process has the pile open it stays as it is: the
// last to close does it.
func (c *conn) settle() error {
	return ignoreBusy(c.script("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE"))
}
