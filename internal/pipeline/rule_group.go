package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/concord"
	"stemma/internal/store"
)

// fillName anchors what is said of who is who.
func fillName(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) error {
	if err := fillFinding(ctx, from, d, r); err != nil {
		return err
	}
	if r.Kind != store.Mentions.Kind {
		return fmt.Errorf("%s is no name: %w", d.Finding, stemma.ErrInvalid)
	}
	was, err := shownAs(ctx, from, d.Text, d.Finding)
	if err != nil {
		return err
	}
	r.Before = []stemma.Detail{{Name: "name", Value: was}}
	if d.Verdict == stemma.Renamed {
		name := strings.Join(strings.Fields(d.Say["name"]), " ")
		if name == "" || name == was {
			return fmt.Errorf("there is no other name to show: %w", stemma.ErrInvalid)
		}
		r.After = []stemma.Detail{{Name: "name", Value: name}}
		return nil
	}
	if d.Other == "" && d.Verdict == stemma.Apart {
		return nil
	}
	article, err := store.ArticleOf(ctx, from, d.Other)
	if err != nil {
		return err
	}
	other := stemma.Ruling{}
	if err := fillFinding(ctx, from, Decision{Text: article, Finding: d.Other}, &other); err != nil {
		return err
	}
	if other.Kind != store.Mentions.Kind || d.Other == d.Finding {
		return fmt.Errorf("%s is no other name: %w", d.Other, stemma.ErrInvalid)
	}
	r.Other = other.Anchor
	is, err := shownAs(ctx, from, article, d.Other)
	r.After = []stemma.Detail{{Name: "name", Value: is}}
	return err
}

// shownAs gives the name under which whoever a mention names is shown.
func shownAs(ctx context.Context, from *store.UpheldReader, article, mention stemma.ID) (string, error) {
	actors, err := from.Actors(ctx, store.Query{Article: article})
	if err != nil {
		return "", err
	}
	for _, a := range actors {
		if slices.Contains(a.Members, mention) {
			return a.Name, nil
		}
	}
	return "", nil
}

// fillSettled anchors a clash by a finding of the side that is right and one of another side;
// where both are, by one of each of the first two.
func fillSettled(ctx context.Context, from *store.UpheldReader, d Decision, r *stemma.Ruling) error {
	found, err := from.Clashes(ctx, store.Query{IDs: []stemma.ID{d.Clash}})
	if err != nil {
		return err
	}
	if len(found) == 0 || len(found[0].Sides) < 2 {
		return fmt.Errorf("there is no clash %q: %w", d.Clash, stemma.ErrNotFound)
	}
	c, right := found[0], 0
	value := d.Say["right"]
	if value != "" {
		if right = slices.IndexFunc(c.Sides, func(s stemma.Side) bool { return s.Value == value }); right < 0 {
			return fmt.Errorf("no side of clash %s says “%s”: %w", c.ID, value, stemma.ErrInvalid)
		}
	}
	other := 0
	if right == 0 {
		other = 1
	}
	for _, end := range []struct {
		side int
		to   *stemma.Anchor
	}{{other, &r.Other}, {right, &r.Anchor}} {
		id := c.Sides[end.side].Members[0]
		article, err := store.ArticleOf(ctx, from, id)
		if err != nil {
			return err
		}
		var at stemma.Ruling
		if err := fillFinding(ctx, from, Decision{Text: article, Finding: id}, &at); err != nil {
			return err
		}
		*end.to, r.Kind = at.Anchor, at.Kind
	}
	for _, s := range c.Sides {
		r.Before = append(r.Before, stemma.Detail{Name: "side", Value: s.Value})
	}
	r.After = []stemma.Detail{{Name: "type", Value: c.Type}, {Name: "right", Value: value}}
	return nil
}

// told gives what rulings that hold say of who is who.
func told(ctx context.Context, from *store.UpheldReader) ([]concord.Told, error) {
	rulings, err := from.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	ruled, err := from.Ruled(ctx)
	if err != nil {
		return nil, err
	}
	var out []concord.Told
	holds := stemma.Standing(rulings)
	for _, r := range rulings {
		at := ruled.At(r.ID)
		if !holds[r.ID] || at.Finding == "" || r.Other.Exact != "" && at.OtherFinding == "" {
			continue
		}
		switch r.Verdict {
		case stemma.SameOne:
			out = append(out, concord.Told{Mention: at.Finding, Same: at.OtherFinding})
		case stemma.Apart:
			out = append(out, concord.Told{Mention: at.Finding, Apart: true, Same: at.OtherFinding})
		case stemma.Renamed:
			out = append(out, concord.Told{Mention: at.Finding, Name: stemma.Value(r.After, "name")})
		}
	}
	return out, nil
}
