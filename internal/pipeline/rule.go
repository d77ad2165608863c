package pipeline

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"stemma"
	"stemma/internal/kin"
	"stemma/internal/store"
)

// Decision is what a person says of texts, before it is anchored.
type Decision struct {
	By, Why string
	At      time.Time
	Verdict string    // one of stemma's
	Text    stemma.ID // the article that it is about, or whose finding it is about
	Other   stemma.ID // the other article, of NotACopy
	Finding stemma.ID // of Accepted and Rejected
	Copies  bool      // it holds for the same finding in all texts of the family too
	Answers stemma.ID // the ruling, of TakenBack
}

// Rule keeps a person's decision as a ruling and lines the pile up again, as far as it is
// touched. A decision that makes no sense gives an error that wraps [stemma.ErrInvalid] or
// [stemma.ErrNotFound].
func Rule(ctx context.Context, to store.Store, d Decision) (stemma.Ruling, error) {
	r, err := keep(ctx, to, d)
	if err == nil && d.Copies {
		err = ruleCopies(ctx, to, d)
	}
	if err != nil {
		return r, fmt.Errorf("ruling: %w", err)
	}
	return r, LineUp(ctx, to, Options{})
}

// keep anchors one decision and keeps it.
func keep(ctx context.Context, to store.Store, d Decision) (stemma.Ruling, error) {
	r := stemma.Ruling{By: d.By, Why: d.Why, At: d.At.UTC(), Verdict: d.Verdict, Answers: d.Answers}
	if err := fill(ctx, to, d, &r); err != nil {
		return r, err
	}
	r.ID = stemma.NewID("r", r.By, r.Why, r.At.Format(time.RFC3339Nano), r.Verdict, string(r.Page), r.Exact, strconv.Itoa(r.Start),
		string(r.Other.Page), r.Other.Exact, strconv.Itoa(r.Other.Start), string(r.Answers)+r.Kind)
	return r, to.Rule(ctx, r)
}

// fill anchors a decision.
func fill(ctx context.Context, from store.Reader, d Decision, r *stemma.Ruling) (err error) {
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
		r.Anchor, r.Kind, err = anchorOf(ctx, from, d.Text, d.Finding)
		return err
	case stemma.TakenBack:
		rulings, err := from.Rulings(ctx)
		if err != nil {
			return err
		}
		for _, old := range rulings {
			if old.ID == d.Answers && old.Verdict != stemma.TakenBack {
				r.Anchor, r.Other, r.Kind = old.Anchor, old.Other, old.Kind
				return nil
			}
		}
		return fmt.Errorf("ruling %q: %w", d.Answers, stemma.ErrNotFound)
	}
	return fmt.Errorf("there is no verdict %q: %w", d.Verdict, stemma.ErrInvalid)
}

func anchor(ctx context.Context, from store.Reader, id stemma.ID) (stemma.Anchor, error) {
	a, err := from.Article(ctx, id)
	if err != nil {
		return stemma.Anchor{}, err
	}
	p, err := from.Page(ctx, a.Page)
	return stemma.AnchorOf(&a, p.Text), err
}

// anchorOf gives the anchor of a finding of an article, and its kind.
func anchorOf(ctx context.Context, from store.Reader, article, finding stemma.ID) (stemma.Anchor, string, error) {
	a, err := from.Article(ctx, article)
	if err != nil {
		return stemma.Anchor{}, "", err
	}
	p, err := from.Page(ctx, a.Page)
	if err != nil {
		return stemma.Anchor{}, "", err
	}
	reading, err := from.Reading(ctx, article)
	if err != nil {
		return stemma.Anchor{}, "", err
	}
	for kind, x := range store.Findings(&reading) {
		if x.ID == finding {
			return stemma.AnchorIn(&a, p.Text, x.Span), kind, nil
		}
	}
	return stemma.Anchor{}, "", fmt.Errorf("text %s states no %q: %w", article, finding, stemma.ErrNotFound)
}

// ruled gives what rulings say of the texts as they are cut now, and the texts that any
// ruling is about, those taken back included.
func ruled(ctx context.Context, from store.Reader, list []stemma.Article) (kin.Ruled, map[stemma.ID]bool, error) {
	var out kin.Ruled
	about := make(map[stemma.ID]bool)
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return out, nil, err
	}
	holds := stemma.Standing(rulings)
	for _, r := range rulings {
		if r.Verdict != stemma.NotACopy && r.Verdict != stemma.CameFirst {
			continue
		}
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
