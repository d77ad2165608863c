package export

import (
	"cmp"
	"context"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/view"
)

// The elements of TEI P5 as far as an apparatus uses them.
type (
	teiDoc struct {
		XMLName xml.Name  `xml:"http://www.tei-c.org/ns/1.0 TEI"`
		Header  teiHeader `xml:"teiHeader"`
		Body    []teiDiv  `xml:"text>body>div"`
	}
	teiHeader struct {
		Title     string       `xml:"fileDesc>titleStmt>title"`
		Publisher string       `xml:"fileDesc>publicationStmt>p"`
		Witnesses []teiWitness `xml:"fileDesc>sourceDesc>listWit>witness"`
		Encoding  teiVariants  `xml:"encodingDesc>variantEncoding"`
	}
	teiVariants struct {
		Method   string `xml:"method,attr"`
		Location string `xml:"location,attr"`
	}
	teiWitness struct {
		ID    string `xml:"xml:id,attr"`
		Title string `xml:"title"`
		Where string `xml:"bibl"`
		Ref   teiRef `xml:"ref"`
		Idno  string `xml:"idno"`
		Note  string `xml:"note"`
	}
	teiRef struct {
		Target string `xml:"target,attr"`
	}
	teiDiv struct {
		Type string  `xml:"type,attr"`
		ID   string  `xml:"xml:id,attr"`
		Head string  `xml:"head"`
		Text teiText `xml:"ab"`
	}
	// teiText is words and app elements in turn; white space in it counts.
	teiText struct {
		Mixed string `xml:",innerxml"`
	}
)

// writeTEI writes a critical apparatus (TEI P5, parallel segmentation) of each saying, and of
// each family of copies: words that all witnesses have, and where they differ the reading of
// each. The witnesses of a saying are its quotations, those of a family its texts, without
// what is not their own; each says where it stands. Of a list of quotations there are no
// families.
func writeTEI(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of("quote", "saying", "article", "family")
	if err != nil {
		return err
	}
	if s.Part.Kind() == "quote" {
		kinds = []string{"quote", "saying"}
	}
	c := &collation{s: s, rows: map[stemma.ID]*row{}}
	c.doc.Header = teiHeader{Title: "Sayings and copies, collated", Publisher: "Made by Stemma " + s.Version + ".", Encoding: teiVariants{"parallel-segmentation", "internal"}}
	if err := s.walk(ctx, kinds, func(r *row) error {
		c.rows[r.ID] = r
		return nil
	}, c.group); err != nil {
		return err
	}
	return writeXML(w, c.doc)
}

// collation is an apparatus in the making.
type collation struct {
	s    *Source
	rows map[stemma.ID]*row
	doc  teiDoc
}

func (c *collation) group(record any) error {
	switch x := record.(type) {
	case *view.SayingRecord:
		c.add("saying", x.ID, x.Label, x.Members, "")
	case *view.FamilyRecord:
		c.add("family", x.ID, "Texts that are copies of each other", x.Articles, value(x.First))
	}
	return nil
}

// add collates what is there of a group, against the first, else against the earliest.
func (c *collation) add(kind string, id stemma.ID, head string, members []stemma.ID, first stemma.ID) {
	var rows []*row
	for _, m := range members {
		if c.rows[m] != nil {
			rows = append(rows, c.rows[m])
		}
	}
	if len(rows) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(a, b *row) int {
		switch first {
		case a.ID:
			return -1
		case b.ID:
			return 1
		}
		return cmp.Or(a.text.when().Compare(b.text.when()), cmp.Compare(a.ID, b.ID))
	})
	var forms []form
	for _, r := range rows {
		forms = append(forms, form{r.ID, ownWords(r)})
		c.doc.Header.Witnesses = append(c.doc.Header.Witnesses, witness(r))
	}
	c.doc.Body = append(c.doc.Body, teiDiv{kind, string(id), head, teiText{c.s.apparatus(forms)}})
}

// ownWords gives the words of a witness on one line: a quotation without its marks, a text
// without what is not its own.
func ownWords(r *row) string {
	words := r.Exact
	switch x := r.record.(type) {
	case *view.QuoteRecord:
		words = content(x)
	case *view.ArticleRecord:
		words = x.Text
	}
	return strings.Join(strings.Fields(words), " ")
}

func witness(r *row) teiWitness {
	about := strings.Join(cited(r)[2:4], "; ")
	if r.Kind == "article" {
		about = note(r)
	}
	return teiWitness{
		ID: string(r.ID), Title: r.text.Title, Where: joined(": ", worded(saidBy(r.record)), r.text.where()), Ref: teiRef{r.text.address()},
		Idno: r.text.SHA256, Note: about,
	}
}
