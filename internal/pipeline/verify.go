package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/store"
)

// Verified is what a check of a pile found. Faults are plain sentences, in the order of
// the pages' IDs.
type Verified struct {
	Originals, Articles, Findings int
	Unkept                        int // files whose bytes are not in the pile, as their pages say
	// Differing counts pages whose text this version of Stemma would make otherwise from
	// the original: no fault, but [Rebuild] would give something else.
	Differing int
	Faults    []string
}

// Verify hashes every original again, opens it again and looks whether every page is in
// it, cuts every article out of its page again, and looks whether every finding stands
// on rune borders inside its article. The error is for a pile that cannot be read at all.
func Verify(ctx context.Context, from store.Reader) (Verified, error) {
	pages, err := from.Pages(ctx)
	if err != nil {
		return Verified{}, err
	}
	articles, err := from.Articles(ctx)
	if err != nil {
		return Verified{}, err
	}
	v := verifier{again: map[stemma.ID][sha256.Size]byte{}}
	parts := map[stemma.ID][]stemma.ID{}
	for _, a := range articles {
		parts[a.Page] = append(parts[a.Page], a.ID)
	}
	unkept, err := unkept(ctx, from, pages)
	if err != nil {
		return Verified{}, err
	}
	hashed := map[string]bool{}
	for _, p := range pages {
		if err := ctx.Err(); err != nil {
			return v.Verified, err
		}
		if !hashed[p.SHA256] {
			hashed[p.SHA256] = true
			if unkept[p.SHA256] {
				v.Unkept++
			} else {
				v.original(ctx, from, p)
			}
		}
		page, err := from.Page(ctx, p.ID)
		if err != nil {
			v.fault(p, "its text cannot be read: %v", err)
			continue
		}
		v.reopened(page, !unkept[p.SHA256])
		for _, id := range parts[p.ID] {
			v.article(ctx, from, page, id)
		}
	}
	return v.Verified, nil
}

// verifier is a check under way.
type verifier struct {
	Verified
	again map[stemma.ID][sha256.Size]byte // pages found again in their originals → hash of the text
}

// unkept gives the files whose bytes are not in the pile, as their pages say.
func unkept(ctx context.Context, from store.Reader, pages []stemma.Page) (map[string]bool, error) {
	found := map[string]bool{}
	for i := range pages {
		sum := pages[i].SHA256
		if !slices.ContainsFunc(pages[i].Problems, func(p stemma.Problem) bool { return p.Message == intake.NotKept }) {
			continue
		}
		_, err := from.OpenOriginal(ctx, sum) // it may have been added again
		switch {
		case errors.Is(err, stemma.ErrNotFound):
			found[sum] = true
		case err != nil:
			return nil, err
		}
	}
	return found, nil
}

// reopened looks whether a page was found again in its original.
func (v *verifier) reopened(p stemma.Page, kept bool) {
	if text, found := v.again[p.ID]; kept && (!found || text != sha256.Sum256([]byte(p.Text))) {
		v.Differing++
	}
	delete(v.again, p.ID)
}

func (v *verifier) fault(p stemma.Page, format string, args ...any) {
	v.Faults = append(v.Faults, fmt.Sprintf("%s (page %s): ", p.Path, p.ID)+fmt.Sprintf(format, args...))
}

func (v *verifier) original(ctx context.Context, from store.Reader, p stemma.Page) {
	v.Originals++
	sum, err := hashOf(ctx, from, p.SHA256)
	if err != nil {
		v.fault(p, "its original bytes cannot be read: %v", err)
		return
	}
	if sum != p.SHA256 {
		v.fault(p, "its original bytes have changed: their SHA-256 is %s, not %s", sum, p.SHA256)
		return
	}
	pages, err := again(ctx, from, &p)
	if err != nil {
		v.fault(p, "its original bytes cannot be read: %v", err)
		return
	}
	for in, err := range pages {
		if err == nil && in.Problem == nil {
			v.again[in.Page.ID] = sha256.Sum256([]byte(in.Page.Text))
		}
	}
}

// hashOf hashes an original again; one over [intake.MaxKept] piece by piece.
func hashOf(ctx context.Context, from store.Reader, original string) (string, error) {
	f, err := from.OpenOriginal(ctx, original)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	if f.Size() > intake.MaxKept {
		_, err = io.Copy(hash, f)
	} else {
		var body []byte
		body, err = from.Original(ctx, original)
		hash.Write(body)
	}
	return hex.EncodeToString(hash.Sum(nil)), err
}

// article checks one article against its page's text.
func (v *verifier) article(ctx context.Context, from store.Reader, p stemma.Page, id stemma.ID) {
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
	for _, e := range r.All() {
		v.Findings++
		if words := e.Span.Of(a.Text); words == "" || !utf8.ValidString(words) {
			v.fault(p, "a statement of article %s (rule %s, bytes %d–%d) does not stand in its text", id, e.Rule, e.Span.Start, e.Span.End)
		}
	}
}
