package view

// The addresses of the pages of a list before and behind the one that a view is; "" where
// there is none.

// Turns gives the addresses of the pages before and behind.
func (v *Texts) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Figures) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Victims) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Quotes) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Timeline) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Names) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Clashes) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Search) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Stories) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Accuracy) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Rulings) Turns() (prev, next string) { return v.Prev, v.Next }

// Turns gives the addresses of the pages before and behind.
func (v *Map) Turns() (prev, next string) { return v.Prev, v.Next }
