package stemma

import "errors"

// Errors that callers tell apart; wrapped with what was being done. Each is mapped
// to an HTTP status and to an exit code in one place.
var (
	// ErrNotFound says that what was asked for is not in the pile.
	ErrNotFound = errors.New("not found")
	// ErrInvalid says that the request itself makes no sense.
	ErrInvalid = errors.New("invalid")
	// ErrDamaged says that the pile does not hold what was written into it.
	ErrDamaged = errors.New("the pile is damaged")
	// ErrConflict says that somebody else holds or changed the thing.
	ErrConflict = errors.New("conflict")
)
