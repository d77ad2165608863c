package mend

import (
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// oneOf is a field that has one of a few values, or none where those hold "".
func oneOf[T any](name string, options []string, of func(*T) *string) field[T] {
	return field[T]{Field{name, options}, func(f *T) string { return *of(f) }, func(f *T, _ *scene, value string) error {
		if !slices.Contains(options, value) {
			return fmt.Errorf("“%s” is none of %s", value, strings.Join(options, ", "))
		}
		*of(f) = value
		return nil
	}}
}

// named is a field that points to somebody or something.
func named[T any](name string, of func(*T) *stemma.Named) field[T] {
	return field[T]{Field{Name: name}, func(f *T) string { return of(f).Name }, func(f *T, s *scene, value string) error {
		*of(f) = s.named(value)
		return nil
	}}
}

// dated is a field that holds a date.
func dated[T any](name string, of func(*T) *stemma.Date) field[T] {
	return field[T]{Field{Name: name}, func(f *T) string { return string(*of(f)) }, func(f *T, _ *scene, value string) error {
		d := stemma.Date(value)
		if _, _, ok := d.Bounds(); value != "" && !ok {
			return fmt.Errorf("“%s” is no date; write it as 2021-03-04, 2021-03, 2021-03-04/2021-03-06 or 2021-03-04/.. for what goes on", value)
		}
		*of(f) = d
		return nil
	}}
}

// free is a field that holds any words.
func free[T any](name string, of func(*T) *string) field[T] {
	return field[T]{Field{Name: name}, func(f *T) string { return *of(f) }, func(f *T, _ *scene, value string) error {
		*of(f) = value
		return nil
	}}
}
