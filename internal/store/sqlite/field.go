package sqlite

import (
	"database/sql/driver"
	"fmt"

	"stemma"
)

// packedTypes are the types that the pile holds packed, with all they are made of.
var packedTypes = []any{
	stemma.Page{}, stemma.Article{}, stemma.Reading{}, stemma.Furniture{},
	stemma.Copy{}, stemma.Family{}, stemma.Lineup{},
}

// learnFields prepares the packer with the field numbers of this pile. Fields that
// the pile has not seen get the next numbers; in a pile that is only read they
// cannot occur.
func (s *Store) learnFields(c *conn) error {
	known, last, err := readFields(c)
	if err != nil {
		return err
	}
	readOnly := s.write == nil
	s.packer, err = newPacker(func(typeName, field string) (uint64, error) {
		key := typeName + "." + field
		if n, ok := known[key]; ok {
			return n, nil
		}
		last[typeName]++
		n := last[typeName]
		known[key] = n
		if readOnly {
			return n, nil
		}
		return n, c.exec("INSERT INTO field (type, number, name) VALUES (?, ?, ?)", typeName, int64(n), field)
	}, packedTypes...)
	return err
}

// readFields gives the number of each “Type.Field”, and the last number of each type.
func readFields(c *conn) (known, last map[string]uint64, err error) {
	known, last = map[string]uint64{}, map[string]uint64{}
	err = c.rows("SELECT type, number, name FROM field", nil, func(v []driver.Value) error {
		typeName, ok1 := v[0].(string)
		number, ok2 := v[1].(int64)
		name, ok3 := v[2].(string)
		if !ok1 || !ok2 || !ok3 || number < 1 {
			return fmt.Errorf("table field: %w: %w", errPacked, stemma.ErrInvalid)
		}
		known[typeName+"."+name] = uint64(number)
		last[typeName] = max(last[typeName], uint64(number))
		return nil
	})
	return known, last, err
}
