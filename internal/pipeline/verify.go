package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"stemma"
	"stemma/internal/store"
)

// Verified is what a check of a pile found. Faults are plain sentences, in the order of
// the pages' IDs.
type Verified struct {
	Originals, Articles, Findings int
	Faults                        []string
}

// Verify hashes every original again, cuts every article out of its page again, and
// looks whether every finding stands on rune borders inside its article. The error is
// for a pile that cannot be read at all.
func Verify(ctx context.Context, from store.Reader) (Verified, error) {
	var v Verified
	pages, err := from.Pages(ctx)
	if err != nil {
		return v, err
	}
	articles, err := from.Articles(ctx)
	if err != nil {
		return v, err
	}
	parts := map[stemma.ID][]stemma.ID{}
	for _, a := range articles {
		parts[a.Page] = append(parts[a.Page], a.ID)
	}
	hashed := map[string]bool{}
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return v, err
		}
		if !hashed[p.SHA256] {
			hashed[p.SHA256] = true
			v.original(ctx, from, p)
		}
		page, err := from.Page(ctx, p.ID)
		if err != nil {
			v.fault(p, "its text cannot be read: %v", err)
			continue
		}
		for _, id := range parts[p.ID] {
			v.article(ctx, from, page, id)
		}
	}
	return v, nil
}

func (v *Verified) fault(p stemma.Page, format string, args ...any) {
	v.Faults = append(v.Faults, fmt.Sprintf("%s (page %s): ", p.Path, p.ID)+fmt.Sprintf(format, args...))
}

func (v *Verified) original(ctx context.Context, from store.Reader, p stemma.Page) {
	v.Originals++
	body, err := from.Original(ctx, p.SHA256)
	if err != nil {
		v.fault(p, "its original bytes cannot be read: %v", err)
		return
	}
	if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != p.SHA256 {
		v.fault(p, "its original bytes have changed: their SHA-256 is %x, not %s", sum, p.SHA256)
	}
}

// article checks one article against its page's text.
func (v *Verified) article(ctx context.Context, from store.Reader, p stemma.Page, id stemma.ID) {
	v.Articles++
	a, err := from.Article(ctx, id)
	if err != nil {
		v.fault(p, "article %s cannot be read: %v", id, err)
		return
	}
	if end := a.Start + len(a.Text); a.Start < 0 || end > len(p.Text) || p.Text[a.Start:end] != a.Text {
		v.fault(p, "article %s does not stand in the page's text", id)
	}
	r, err := from.Reading(ctx, id)
	if err != nil {
		v.fault(p, "the reading of article %s cannot be read: %v", id, err)
		return
	}
	for _, e := range evidence(&r) {
		v.Findings++
		if words := e.Span.Of(a.Text); words == "" || !utf8.ValidString(words) {
			v.fault(p, "a statement of article %s (rule %s, bytes %d–%d) does not stand in its text", id, e.Rule, e.Span.Start, e.Span.End)
		}
	}
}

// evidence gives where all findings of a reading stand.
func evidence(r *stemma.Reading) []stemma.Evidence {
	var all []stemma.Evidence
	for i := range r.Mentions {
		all = append(all, r.Mentions[i].Evidence)
	}
	for i := range r.Times {
		all = append(all, r.Times[i].Evidence)
	}
	for i := range r.Quotes {
		all = append(all, r.Quotes[i].Evidence)
	}
	for i := range r.Figures {
		all = append(all, r.Figures[i].Evidence)
	}
	for i := range r.Events {
		all = append(all, r.Events[i].Evidence)
	}
	for i := range r.Victims {
		all = append(all, r.Victims[i].Evidence)
	}
	return all
}
