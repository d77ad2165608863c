// Package store says what a pile's keeper must do, whatever database it stands on:
// [Writer] is what the pipeline needs, [Reader] what the views ask.
//
// It takes and gives the nouns of package stemma. It promises nothing itself; the
// suite in storetest holds every keeper (mem, sqlite) to the same behaviour:
// lists are ordered as said, a batch is kept whole or not at all, and what a
// committed batch holds is there after a crash. It does not know how findings are
// made, and holds no SQL.
package store

import (
	"context"
	"io"
	"iter"

	"stemma"
)

// Entry is one page with all that was made of it. Readings has one reading for each
// article, in the same order.
type Entry struct {
	Page      stemma.Page
	Body      []byte // the original bytes of the file, kept by Page.SHA256; nil when an entry of the same batch or an earlier one holds them
	Articles  []stemma.Article
	Furniture []stemma.Furniture
	Readings  []stemma.Reading
}

// Text is an article with what it states.
type Text struct {
	Article stemma.Article
	Reading stemma.Reading
}

// Wording is asked of Texts for the articles' texts.
const Wording = "text"

// Place is one more place in which the bytes of a known page were found.
type Place struct {
	Page       stemma.ID
	Root, Path string
}

// Writer is what the pipeline needs to keep a pile. Every method is one
// transaction.
type Writer interface {
	SeedWriter
	// Has gives those of the pages that the pile already holds.
	Has(ctx context.Context, pages []stemma.ID) (map[stemma.ID]bool, error)
	// Put keeps entries, further places of known pages, and problems. A page that
	// is there already is left as it is; its place is added to its places.
	Put(ctx context.Context, entries []Entry, places []Place, problems []stemma.Problem) error
	// PutOriginal keeps the bytes of a file that is too big to come with an [Entry]. Known
	// ones are left as they are, and then nothing is read. Bytes of another SHA-256 are not
	// kept, and give an error that wraps [stemma.ErrInvalid].
	PutOriginal(ctx context.Context, sha256 string, from io.Reader) error
	// PutLineup replaces all that is derived from the texts together, and marks the
	// pile as lined up as of the texts it holds now, by steps that are not marked yet:
	// Mark comes after. Groups calls put with one part of the lineup after the other, and
	// may read from the pile meanwhile; an error of its own, or of put, ends it and is given
	// back. Two things of one kind with one ID give an error that wraps [stemma.ErrInvalid].
	PutLineup(ctx context.Context, copies []stemma.Copy, families []stemma.Family, groups func(put func(stemma.Lineup) error) error) error
	// PutGroups replaces groups of some kinds only, with the clashes that come of them
	// ([ClashOf]): those of the kinds that groups gives in the end, of which all must be put.
	// Else it is as PutLineup.
	PutGroups(ctx context.Context, groups func(put func(stemma.Lineup) error) (kinds []string, err error)) error
	// LinedUp reports whether no new page was put and no ruling made since the last
	// PutLineup or PutGroups that counts (see [stemma.Ruling.Counts]) or takes back one that does, and
	// that was made by this version of the steps.
	LinedUp(ctx context.Context, version string) (bool, error)
	// Mark notes the version of the steps that made the lineup, and keeps memos.
	Mark(ctx context.Context, version string, memos ...Memo) error
	// Memos gives the memos that were kept since the last new page and the last PutLineup,
	// of each name the last, by name.
	Memos(ctx context.Context) ([]Memo, error)
	// Rule keeps a person's ruling. Rulings are never changed: the same one again does
	// nothing, another one with its ID gives an error that wraps [stemma.ErrConflict].
	Rule(ctx context.Context, r stemma.Ruling) error
	// KeepSearch keeps an entry of the book of saved searches, as Rule does a ruling. The
	// lineup stays as it is.
	KeepSearch(ctx context.Context, e stemma.SearchEntry) error
}

// Memo is what the steps want to remember of a lineup until the next one.
type Memo struct {
	Name string
	Body []byte
}

// Whole gives a lineup in one part, for PutLineup.
func Whole(l stemma.Lineup) func(put func(stemma.Lineup) error) error {
	return func(put func(stemma.Lineup) error) error { return put(l) }
}

// Query narrows a list of findings or groups. The zero Query means all of them.
type Query struct {
	IDs           []stemma.ID // only these, in the order of their IDs; nil means all, an empty list none
	Article       stemma.ID   // only findings of this article (for groups: with a member in it; for stories: with it)
	Offset, Limit int         // paging; Limit 0 means no limit
}

// Search asks for sentences. Match is in the FTS5-like form that view builds:
// words, “phrases”, AND, OR, NOT, NEAR, prefix*.
type Search struct {
	Match         string
	Articles      []stemma.ID // only in these; nil means in all, an empty list in none
	Offset, Limit int
}

// Hit is a sentence that a search found.
type Hit struct {
	Article  stemma.ID
	Sentence stemma.Span
}

// Hits is one page of what a search found, ordered by article ID, then place.
type Hits struct {
	Hits  []Hit
	Total int // of all pages; [TotalCap] means that many or more
}

// Word is a word of the index of sentences, as the index folds it: lower case, without
// accents.
type Word struct {
	Text      string
	Sentences int // in which it stands
}

// Counts says how much a pile holds.
type Counts struct {
	Pages, Articles, Words, Sentences                      int
	Quotes, Figures, Times, Mentions, Events, Victims      int
	Copies, Families, Sayings, Tallies, Happenings, Actors int
	Clashes, Stories, Problems, Rulings                    int
}

// Reader is what views ask of a pile. Lists are ordered by ID unless said otherwise.
// What is not there gives an error that wraps [stemma.ErrNotFound], or an empty list.
type Reader interface {
	SeedReader
	// State names what the pile holds now: every write that keeps something gives it
	// another name, never one that it had before. What was worked out of the pile stands
	// as long as the name does.
	State(ctx context.Context) (string, error)
	// Ground names what the pile holds of pages, articles, names, copies, families and actors:
	// a ruling about a finding of another kind, the groups of other kinds, marks and saved searches
	// leave it as it is. Who wants both asks for the State first.
	Ground(ctx context.Context) (string, error)
	// Pages gives pages without Text, Blocks; all of them when no ids are given. Those
	// that are not there are left out.
	Pages(ctx context.Context, ids ...stemma.ID) ([]stemma.Page, error)
	// Page gives one page with its text.
	Page(ctx context.Context, id stemma.ID) (stemma.Page, error)
	// Arrived gives the pages that were put after a page, or all of them for "", in the order in
	// which they were put. Nothing that is derived from the pages hangs on it.
	Arrived(ctx context.Context, after stemma.ID) ([]stemma.ID, error)
	// Places gives every place in which a page's bytes were found, ordered.
	Places(ctx context.Context) ([]Place, error)
	// Original gives the bytes of a file as they came in.
	Original(ctx context.Context, sha256 string) ([]byte, error)
	// OpenOriginal gives them to be read piece by piece; they are not checked against the
	// SHA-256.
	OpenOriginal(ctx context.Context, sha256 string) (File, error)
	// Articles gives articles without Text; all of them when no ids are given.
	Articles(ctx context.Context, ids ...stemma.ID) ([]stemma.Article, error)
	// Article gives one article with its text.
	Article(ctx context.Context, id stemma.ID) (stemma.Article, error)
	// Texts gives all articles, ordered by ID, one after the other, each with what is asked
	// for: findings of a kind ([Finding.Kind]), the article's text ([Wording]). An error ends it.
	Texts(ctx context.Context, kinds ...string) iter.Seq2[Text, error]
	// Furniture gives a page's furniture, ordered by place.
	Furniture(ctx context.Context, page stemma.ID) ([]stemma.Furniture, error)
	// Reading gives all that an article states.
	Reading(ctx context.Context, article stemma.ID) (stemma.Reading, error)

	// Findings of all articles, ordered by article ID, span, ID.
	Quotes(ctx context.Context, q Query) ([]stemma.Quote, error)
	Figures(ctx context.Context, q Query) ([]stemma.Figure, error)
	Times(ctx context.Context, q Query) ([]stemma.Time, error)
	Mentions(ctx context.Context, q Query) ([]stemma.Mention, error)
	Events(ctx context.Context, q Query) ([]stemma.Event, error)
	Victims(ctx context.Context, q Query) ([]stemma.Victim, error)

	// Copies gives the copies that an article has a part in; all when it is "".
	Copies(ctx context.Context, article stemma.ID) ([]stemma.Copy, error)
	// Families gives all families of more than one text.
	Families(ctx context.Context) ([]stemma.Family, error)

	// Groups over all texts.
	Sayings(ctx context.Context, q Query) ([]stemma.Saying, error)
	Tallies(ctx context.Context, q Query) ([]stemma.Tally, error)
	Happenings(ctx context.Context, q Query) ([]stemma.Happening, error)
	Actors(ctx context.Context, q Query) ([]stemma.Actor, error)
	Clashes(ctx context.Context, q Query) ([]stemma.Clash, error)
	Stories(ctx context.Context, q Query) ([]stemma.Story, error)

	// Problems gives all problems, ordered by source, step, message.
	Problems(ctx context.Context) ([]stemma.Problem, error)
	// Rulings gives all rulings in the order they were made.
	Rulings(ctx context.Context) ([]stemma.Ruling, error)
	// SearchEntries gives the book of saved searches, in the order in which it was written.
	SearchEntries(ctx context.Context) ([]stemma.SearchEntry, error)
	// Search finds sentences. A Match that cannot be read gives an error that wraps
	// [stemma.ErrInvalid] (see [ParseMatch]).
	Search(ctx context.Context, s Search) (Hits, error)
	// Words gives every word that Search can find, ordered by its bytes.
	Words(ctx context.Context) ([]Word, error)
	// Counts says how much there is.
	Counts(ctx context.Context) (Counts, error)
}

// Store is a keeper of one pile.
type Store interface {
	Reader
	Writer
	Close() error
}
