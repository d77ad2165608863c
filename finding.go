package stemma

import "iter"

// Stated is a finding of any kind with its place.
type Stated struct {
	ID ID
	Evidence
}

// All gives all findings of a reading with their kinds (“quote”, “figure”, “time”, “name”,
// “event”, “victim”), kind by kind.
func (r *Reading) All() iter.Seq2[string, Stated] {
	return func(yield func(string, Stated) bool) {
		_ = each(r.Quotes, yield, "quote", func(f *Quote) Stated { return Stated{f.ID, f.Evidence} }) &&
			each(r.Figures, yield, "figure", func(f *Figure) Stated { return Stated{f.ID, f.Evidence} }) &&
			each(r.Times, yield, "time", func(f *Time) Stated { return Stated{f.ID, f.Evidence} }) &&
			each(r.Mentions, yield, "name", func(f *Mention) Stated { return Stated{f.ID, f.Evidence} }) &&
			each(r.Events, yield, "event", func(f *Event) Stated { return Stated{f.ID, f.Evidence} }) &&
			each(r.Victims, yield, "victim", func(f *Victim) Stated { return Stated{f.ID, f.Evidence} })
	}
}

func each[T any](list []T, yield func(string, Stated) bool, kind string, stated func(*T) Stated) bool {
	for i := range list {
		if !yield(kind, stated(&list[i])) {
			return false
		}
	}
	return true
}
