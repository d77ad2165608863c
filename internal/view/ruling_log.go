package view

import (
	"context"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/mend"
	"stemma/internal/message"
	"stemma/internal/store"
)

// rulingLog is all rulings of a pile, the latest first, each with what it is about now.
type rulingLog struct {
	ledger // by, verdict
	list   []ruled
}

// ruled is one ruling with what it is about now.
type ruled struct {
	stemma.Ruling
	answered bool        // it was taken back
	lost     bool        // it no longer finds its place
	texts    []stemma.ID // that it is about
	at       store.Found // the findings that it is about
	together int         // how many rulings that hold were made at one stroke with it, itself among them
}

// holds reports whether it has force.
func (r *ruled) holds() bool { return !r.answered && !r.lost && r.Verdict != stemma.TakenBack }

// about reports whether it is about any of the findings.
func (r *ruled) about(findings ...stemma.ID) bool {
	return r.at.Finding != "" && slices.Contains(findings, r.at.Finding) || r.at.OtherFinding != "" && slices.Contains(findings, r.at.OtherFinding)
}

func (s *shelf) rulingLog(ctx context.Context) (*rulingLog, error) {
	c, err := s.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return c.rulings.get(ctx, s.r, func(ctx context.Context, _ store.Reader) (*rulingLog, error) { return s.newRulingLog(ctx) })
}

func (s *shelf) newRulingLog(ctx context.Context) (*rulingLog, error) {
	all, err := s.r.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	out := &rulingLog{ledger: *newLedger(choices["rulings"]...)}
	if len(all) == 0 {
		return out, nil
	}
	articles, err := s.r.Articles(ctx)
	if err != nil {
		return nil, err
	}
	onPage := map[stemma.ID][]stemma.Article{}
	for _, a := range articles {
		onPage[a.Page] = append(onPage[a.Page], a)
	}
	findings, err := s.lib.r.Ruled(ctx)
	if err != nil {
		return nil, err
	}
	back, acts := make(map[stemma.ID]bool), map[string]int{}
	for _, r := range all {
		back[r.Answers] = true
	}
	for i := range all {
		if !back[all[i].ID] {
			acts[all[i].Act()]++
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		r := ruled{Ruling: all[i], answered: back[all[i].ID], at: findings.At(all[i].ID)}
		if act := r.Act(); act != "" {
			r.together = acts[act]
		}
		for _, a := range []stemma.Anchor{r.Anchor, r.Other} {
			if a.Exact == "" {
				continue
			}
			id, found, err := store.Anchored(ctx, s.r, a, onPage[a.Page])
			if err != nil {
				return nil, err
			}
			if r.lost = r.lost || !found; found && !slices.Contains(r.texts, id) {
				r.texts = append(r.texts, id)
			}
		}
		r.lost = r.lost || r.Kind != "" && (r.at.Finding == "" || r.pairs() && r.at.OtherFinding == "")
		out.list = append(out.list, r)
		out.add(r.By, r.Verdict)
	}
	return out, nil
}

// pairs reports whether its other anchor names another finding.
func (r *ruled) pairs() bool {
	return r.Other.Exact != "" && (r.Verdict == stemma.SameOne || r.Verdict == stemma.Apart || r.Verdict == stemma.Settled)
}

// rulings words the rulings about texts, not about their findings, of which all texts are
// among those; the latest first.
func (s *shelf) rulings(ctx context.Context, about []stemma.ID) ([]RulingRow, error) {
	return s.rulingRows(ctx, func(r *ruled) bool {
		return r.Verdict != stemma.TakenBack && r.Kind == "" && covers(about, r.texts)
	})
}

// rulingsOn words the rulings about findings, the latest first.
func (s *shelf) rulingsOn(ctx context.Context, findings ...stemma.ID) ([]RulingRow, error) {
	return s.rulingRows(ctx, func(r *ruled) bool { return r.Verdict != stemma.TakenBack && r.about(findings...) })
}

// rulingRows words those of the rulings that are wanted.
func (s *shelf) rulingRows(ctx context.Context, wanted func(*ruled) bool) ([]RulingRow, error) {
	log, err := s.rulingLog(ctx)
	if err != nil {
		return nil, err
	}
	var rows []RulingRow
	for i := range log.list {
		if !wanted(&log.list[i]) {
			continue
		}
		row, err := s.rulingRow(ctx, &log.list[i])
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// covers reports whether there are ids and all of them are among the texts.
func covers(texts, ids []stemma.ID) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id stemma.ID) bool { return !slices.Contains(texts, id) })
}

// changes pairs what was said before a ruling with what is said after it, field by field.
func changes(b *message.Book, r *stemma.Ruling) []RulingChange {
	if r.Verdict == stemma.Settled {
		return []RulingChange{settling(b, r)}
	}
	change := func(name, before, after string) RulingChange {
		return RulingChange{name, before, after, detailWords(b, r.Kind, name, before), detailWords(b, r.Kind, name, after)}
	}
	var out []RulingChange
	for _, d := range r.After {
		out = append(out, change(d.Name, stemma.Value(r.Before, d.Name), d.Value))
	}
	for _, d := range r.Before {
		if !slices.ContainsFunc(r.After, func(a stemma.Detail) bool { return a.Name == d.Name }) {
			out = append(out, change(d.Name, d.Value, ""))
		}
	}
	return out
}

// settling tells between which sides a clash was settled, and which of them is right.
func settling(b *message.Book, r *stemma.Ruling) RulingChange {
	var sides, said []string
	kind := stemma.Value(r.After, "type")
	for _, d := range r.Before {
		sides, said = append(sides, d.Value), append(said, b.Side(kind, "", d.Value))
	}
	c := RulingChange{"right", strings.Join(sides, " / "), "both", strings.Join(said, " / "), b.Say("settle.both")}
	if right := stemma.Value(r.After, "right"); right != "" {
		c.After, c.Says = right, b.Side(kind, "", right)
	}
	return c
}

// detailWords words what one field of a finding of a kind says.
func detailWords(b *message.Book, kind, field, value string) string {
	if value == "" || !slices.ContainsFunc(mend.Fields(kind), func(f mend.Field) bool { return f.Name == field && f.Options != nil }) && field != "certainty" {
		return value
	}
	return b.Term(terms(kind, field), value)
}

// FieldWords words the name of a field: “as of”.
func FieldWords(name string) string { return strings.ReplaceAll(name, "_", " ") }
