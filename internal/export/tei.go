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

// writeTEI writes the forms of each saying as a critical apparatus (TEI P5, parallel
// segmentation): words that all its quotations have, and where they differ the reading of
// each witness. A witness is one quotation in one text, with where it stands.
func writeTEI(ctx context.Context, w io.Writer, s *Source) error {
	if _, err := s.of("quote", "saying"); err != nil {
		return err
	}
	quotes := map[stemma.ID]*row{}
	doc := teiDoc{Header: teiHeader{Title: "Sayings and their variants", Publisher: "Made by Stemma " + s.Version + ".", Encoding: teiVariants{"parallel-segmentation", "internal"}}}
	err := s.walk(ctx, []string{"quote", "saying"}, func(r *row) error {
		quotes[r.ID] = r
		return nil
	}, func(record any) error {
		g := record.(*view.SayingRecord)
		var witnesses []*row
		for _, id := range g.Members {
			if r := quotes[id]; r != nil {
				witnesses = append(witnesses, r)
			}
		}
		if len(witnesses) == 0 {
			return nil
		}
		slices.SortStableFunc(witnesses, func(a, b *row) int {
			return cmp.Or(a.text.when().Compare(b.text.when()), cmp.Compare(a.ID, b.ID))
		})
		for _, r := range witnesses {
			doc.Header.Witnesses = append(doc.Header.Witnesses, witness(r))
		}
		doc.Body = append(doc.Body, teiDiv{"saying", string(g.ID), g.Label, teiText{s.apparatus(witnesses)}})
		return nil
	})
	if err != nil {
		return err
	}
	return writeXML(w, doc)
}

func witness(r *row) teiWitness {
	return teiWitness{
		ID: string(r.ID), Title: r.text.Title, Where: joined(": ", worded(saidBy(r.record)), r.text.where()), Ref: teiRef{r.text.address()},
		Idno: r.text.SHA256, Note: strings.Join(cited(r)[2:4], "; "),
	}
}
