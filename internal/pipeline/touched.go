package pipeline

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"

	"stemma"
	"stemma/internal/concord"
	"stemma/internal/store"
)

// memoRulings is the memo that says how many rulings the lineup counts, those that were made
// first; the others are the parts of concord's.
const memoRulings = "rulings"

// memosOf gives what is to be remembered of a lineup that counts so many rulings.
func memosOf(m *concord.Memo, rulings int) []store.Memo {
	parts := m.Parts()
	if parts == nil {
		return nil
	}
	out := []store.Memo{{Name: memoRulings, Body: binary.AppendUvarint(nil, uint64(rulings))}}
	for _, name := range slices.Sorted(maps.Keys(parts)) { // the same bytes in the same order
		out = append(out, store.Memo{Name: name, Body: parts[name]})
	}
	return out
}

// remembered gives concord's parts of the memos, and how many rulings they count; none where
// nothing is remembered.
func remembered(ctx context.Context, from store.Writer) (parts map[string][]byte, rulings int, err error) {
	memos, err := from.Memos(ctx)
	if err != nil {
		return nil, 0, err
	}
	parts = map[string][]byte{}
	for _, m := range memos {
		parts[m.Name] = m.Body
	}
	n, _ := binary.Uvarint(parts[memoRulings])
	return parts, int(n), nil
}

// touched gives the kinds of findings whose groups may be others than before some rulings.
// It reports false where the rulings may change more than that: families, who is who, or who
// holds which office.
func touched(ctx context.Context, from *store.UpheldReader, rulings []stemma.Ruling, since int) (kinds []string, ok bool, err error) {
	verdict := make(map[stemma.ID]string, len(rulings))
	for _, r := range rulings {
		verdict[r.ID] = r.Verdict
	}
	for _, r := range rulings[since:] {
		said := r.Verdict
		if said == stemma.TakenBack {
			said = verdict[r.Answers]
		}
		switch said {
		case stemma.Noted, stemma.Settled:
			continue
		case stemma.Accepted:
			if !overruled(rulings, &r) {
				continue
			}
		case stemma.Rejected, stemma.Mended, stemma.Made:
		default:
			return nil, false, nil
		}
		switch r.Kind {
		case store.Times.Kind, store.Victims.Kind: // in no group
			continue
		case store.Quotes.Kind, store.Figures.Kind:
		case store.Events.Kind:
			if free, err := ofNoOffice(ctx, from, rulings, &r); err != nil || !free {
				return nil, false, err
			}
		default:
			return nil, false, nil
		}
		if !slices.Contains(kinds, r.Kind) {
			kinds = append(kinds, r.Kind)
		}
	}
	slices.Sort(kinds)
	return kinds, true, nil
}

// overruled reports whether a ruling may be about what another one calls wrong: else that
// something is right changes nothing.
func overruled(rulings []stemma.Ruling, r *stemma.Ruling) bool {
	return slices.ContainsFunc(rulings, func(o stemma.Ruling) bool {
		return o.Verdict == stemma.Rejected && o.Page == r.Page && o.Kind == r.Kind
	})
}

// ofNoOffice reports whether a ruling about an event can change nothing about who holds which
// office: no event was ever mended or made, and none of the text was read so.
func ofNoOffice(ctx context.Context, from *store.UpheldReader, rulings []stemma.Ruling, r *stemma.Ruling) (bool, error) {
	if slices.ContainsFunc(rulings, func(o stemma.Ruling) bool {
		return o.Kind == r.Kind && (o.Verdict == stemma.Mended || o.Verdict == stemma.Made)
	}) {
		return false, nil
	}
	ruled, err := from.Ruled(ctx)
	if err != nil {
		return false, err
	}
	id := ruled.At(r.ID).Article
	if id == "" {
		return true, nil // it finds its place no more
	}
	a, err := from.Article(ctx, id)
	if err != nil {
		return false, err
	}
	read, err := from.Reader.Reading(ctx, id)
	return !concord.Office(&read, a.Text), err
}
