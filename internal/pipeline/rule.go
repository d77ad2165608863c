package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// Decision is what a person says, before it is anchored.
type Decision struct {
	By, Why string
	At      time.Time
	Verdict string            // one of stemma's
	Text    stemma.ID         // the article that it is about, or whose finding it is about; "" for that of Finding
	Finding stemma.ID         // that it is about
	Other   stemma.ID         // the other article, of NotACopy; the other mention, of SameOne and Apart
	Clash   stemma.ID         // of Settled
	Kind    string            // of the finding that is made
	Words   string            // on which it stands, of Made; on which it stands from now on, of Mended ("" as before)
	From    int               // byte of the article's text at which to begin to look for the words
	Say     map[string]string // what it says from now on, by field
	Copies  bool              // it holds for the same finding in all texts of the family too; of TakenBack, for all that was decided with it
	Answers stemma.ID         // the ruling, of TakenBack
}

// Rule keeps a person's decision as a ruling and lines the pile up again, as far as it is
// touched. A decision that makes no sense gives an error that wraps [stemma.ErrInvalid] or
// [stemma.ErrNotFound].
func Rule(ctx context.Context, to store.Store, d Decision) (stemma.Ruling, error) {
	r, err := rule(ctx, to, d)
	if err != nil {
		return r, fmt.Errorf("ruling: %w", err)
	}
	if err := LineUp(ctx, to, Options{}); err != nil {
		return r, fmt.Errorf("ruling %s is kept and not counted yet; the pile is lined up when it is next opened: %w", r.ID, err)
	}
	return r, nil
}

func rule(ctx context.Context, to store.Store, d Decision) (r stemma.Ruling, err error) {
	if d.Text == "" && d.Finding != "" {
		if d.Text, err = store.ArticleOf(ctx, to, d.Finding); err != nil {
			return r, err
		}
	}
	bench := store.Upheld(to)
	if r, err = anchored(ctx, bench, d); err != nil {
		return r, err
	}
	var others []Decision
	if d.Copies {
		if others, err = together(ctx, bench, d); err != nil {
			return r, err
		}
	}
	all := []stemma.Ruling{r} // anchored before the first is kept: each ruling makes the pile another, and what all come to is told anew
	for _, other := range others {
		o, err := anchored(ctx, bench, other)
		if errors.Is(err, stemma.ErrInvalid) {
			continue // a copy in which it says so already needs no ruling
		}
		if err != nil {
			return r, err
		}
		all = append(all, o)
	}
	for _, one := range all {
		if err := to.Rule(ctx, one); err != nil {
			return r, err
		}
	}
	return r, nil
}

// anchored gives one decision as a ruling.
func anchored(ctx context.Context, from *store.UpheldReader, d Decision) (stemma.Ruling, error) {
	r := stemma.Ruling{By: d.By, Why: d.Why, At: d.At.UTC(), Verdict: d.Verdict, Answers: d.Answers}
	if err := fill(ctx, from, d, &r); err != nil {
		return r, err
	}
	parts := []string{r.By, r.Why, r.At.Format(time.RFC3339Nano), r.Verdict, string(r.Page), r.Exact, strconv.Itoa(r.Start),
		string(r.Other.Page), r.Other.Exact, strconv.Itoa(r.Other.Start), string(r.Answers) + r.Kind}
	for _, detail := range r.After {
		parts = append(parts, detail.Name, detail.Value)
	}
	r.ID = stemma.NewID("r", parts...)
	return r, nil
}

// fill anchors a decision.
func fill(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) (err error) {
	switch d.Verdict {
	case stemma.NotACopy:
		if d.Text == d.Other {
			return fmt.Errorf("a text is no copy of itself: %w", stemma.ErrInvalid)
		}
		if r.Other, err = anchor(ctx, from, d.Other); err != nil {
			return err
		}
		fallthrough
	case stemma.CameFirst:
		r.Anchor, err = anchor(ctx, from, d.Text)
		return err
	case stemma.Accepted, stemma.Rejected:
		return fillFinding(ctx, from, d, r)
	case stemma.Mended:
		return fillMended(ctx, from, d, r)
	case stemma.Made:
		return fillMade(ctx, from, d, r)
	case stemma.Noted:
		return fillNote(ctx, from, d, r)
	case stemma.SameOne, stemma.Apart, stemma.Renamed:
		return fillName(ctx, from, d, r)
	case stemma.Settled:
		return fillSettled(ctx, from, d, r)
	case stemma.TakenBack:
		return fillBack(ctx, from, d, r)
	}
	return fmt.Errorf("there is no verdict %q: %w", d.Verdict, stemma.ErrInvalid)
}

func fillBack(ctx context.Context, from store.Reader, d Decision, r *stemma.Ruling) error {
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return err
	}
	for _, old := range rulings {
		if old.ID == d.Answers && old.Verdict != stemma.TakenBack {
			r.Anchor, r.Other, r.Kind, r.Before, r.After = old.Anchor, old.Other, old.Kind, old.After, old.Before
			return nil
		}
	}
	return fmt.Errorf("ruling %q: %w", d.Answers, stemma.ErrNotFound)
}

func anchor(ctx context.Context, from store.Reader, id stemma.ID) (stemma.Anchor, error) {
	a, err := from.Article(ctx, id)
	if err != nil {
		return stemma.Anchor{}, err
	}
	p, err := from.Page(ctx, a.Page)
	return stemma.AnchorOf(&a, p.Text), err
}

// ruled gives what rulings say of the texts as they are cut now, and the texts that any
// ruling is about, those taken back included.
func ruled(ctx context.Context, from store.Reader) (kin.Ruled, map[stemma.ID]bool, error) {
	var out kin.Ruled
	about := make(map[stemma.ID]bool)
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return out, nil, err
	}
	holds := stemma.Standing(rulings)
	rulings = slices.DeleteFunc(rulings, func(r stemma.Ruling) bool { return r.Verdict != stemma.NotACopy && r.Verdict != stemma.CameFirst })
	if len(rulings) == 0 {
		return out, about, nil
	}
	list, err := from.Articles(ctx)
	if err != nil {
		return out, nil, err
	}
	for _, r := range rulings {
		a, found, err := store.Anchored(ctx, from, r.Anchor, list)
		if err != nil {
			return out, nil, err
		}
		if !found {
			continue
		}
		about[a] = true
		why := "ruled by " + r.By + " on " + r.At.Format(time.DateOnly)
		if r.Why != "" {
			why += ": " + r.Why
		}
		if r.Verdict == stemma.CameFirst {
			if holds[r.ID] {
				out.First = append(out.First, kin.First{Article: a, Why: why})
			}
			continue
		}
		b, found, err := store.Anchored(ctx, from, r.Other, list)
		if err != nil {
			return out, nil, err
		}
		if !found {
			continue
		}
		about[b] = true
		if holds[r.ID] {
			out.NotCopies = append(out.NotCopies, kin.NotCopy{A: a, B: b, Why: why})
		}
	}
	return out, about, nil
}
