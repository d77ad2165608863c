//go:build !linux

package main

import "errors"

// forget is told to Linux only.
func forget(string) error { return errors.ErrUnsupported }
