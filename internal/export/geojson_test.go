package export_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/twpayne/go-geom"
	"github.com/twpayne/go-geom/encoding/geojson"

	"stemma"
	"stemma/internal/export"
	"stemma/internal/store"
	"stemma/internal/view"
	"stemma/internal/view/viewtest"
)

// onMap is the example with a place on the map for the mentions of Port Ellery.
type onMap struct{ store.Reader }

// Actors implements [store.Reader].
func (r onMap) Actors(ctx context.Context, q store.Query) ([]stemma.Actor, error) {
	all, err := r.Reader.Actors(ctx, q)
	mentions, err2 := r.Mentions(ctx, store.Query{})
	place := stemma.Actor{ID: "x-ellery", Type: stemma.Place, Name: "Port Ellery", Geo: &stemma.Geo{Lat: 12.25, Lon: -61.5, Precision: "town"}}
	for _, m := range mentions {
		if m.Type == stemma.Place {
			place.Members = append(place.Members, m.ID)
		}
	}
	return append(all, place), errors.Join(err, err2)
}

// A reader of GeoJSON finds every statement with its source, and a place only where the
// place is known.
func TestGeoJSON(t *testing.T) {
	reader := viewtest.Velmora()
	var b bytes.Buffer
	f, err := export.Lookup("geojson")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write(t.Context(), &b, &export.Source{Lib: view.New(onMap{reader})}); err != nil {
		t.Fatal(err)
	}
	var all geojson.FeatureCollection
	if err := all.UnmarshalJSON(b.Bytes()); err != nil {
		t.Fatal(err)
	}
	if want := recordsOf(t, "figure", "victim", "event") + 1; len(all.Features) != want { // and one name of a place
		t.Errorf("%d features, want %d", len(all.Features), want)
	}
	placed := 0
	for _, x := range all.Features {
		if hash, _ := x.Properties["sha256"].(string); len(hash) != 64 || x.Properties["exact"] == "" || x.Properties["start"] == nil {
			t.Errorf("a feature without its source: %v", x.Properties)
		}
		if x.Geometry == nil {
			continue
		}
		placed++
		if p, ok := x.Geometry.(*geom.Point); !ok || p.X() != -61.5 || p.Y() != 12.25 {
			t.Errorf("the place is %v, want longitude before latitude", x.Geometry)
		}
	}
	if placed != 1 {
		t.Errorf("%d features have a place, want that of the mention alone: the others name no entity", placed)
	}
}
