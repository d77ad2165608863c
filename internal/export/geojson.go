package export

import (
	"context"
	"io"

	"stemma"
	"stemma/internal/view"
)

// writeGeoJSON writes a feature a statement (RFC 7946): figures, victims and events at the
// place that they are said to be of, mentions of places where those are. Its properties are
// the columns of the table. A statement whose place is not known to the gazetteer has no
// geometry, as the standard allows: it is not left out and not put somewhere.
func writeGeoJSON(ctx context.Context, w io.Writer, s *Source) error {
	kinds, err := s.of("figure", "victim", "event", "name")
	if err != nil {
		return err
	}
	where, err := s.Lib.Places(ctx)
	if err != nil {
		return err
	}
	columns := map[string][]column{}
	for _, k := range kinds {
		columns[k] = columnsOf(k)
	}
	out, err := listIn(w, object{"type": "FeatureCollection"}, "features")
	if err != nil {
		return err
	}
	if err := s.rows(ctx, kinds, func(r *row) error {
		if n, ok := r.record.(*view.NameRecord); ok && n.Type != stemma.Place {
			return nil
		}
		feature := object{"type": "Feature", "id": string(r.ID), "geometry": nil}
		properties := object{"says": describe(r)}
		for _, c := range columns[r.Kind] {
			properties[c.name] = c.of(r)
		}
		if geo, ok := where[placeOf(r.record)]; ok {
			feature["geometry"] = object{"type": "Point", "coordinates": []float64{geo.Lon, geo.Lat}}
			properties["precision"], properties["geonameid"], properties["country"] = geo.Precision, geo.GeonameID, geo.Country
		}
		feature["properties"] = properties
		return out.add(feature)
	}); err != nil {
		return err
	}
	return out.end()
}

// placeOf gives the entity of the place that a statement is of; "" when it names none, or
// one that nobody knows.
func placeOf(record view.Record) stemma.ID {
	var at *view.RecordPlace
	switch x := record.(type) {
	case *view.FigureRecord:
		at = x.Place
	case *view.VictimRecord:
		at = x.Place
	case *view.EventRecord:
		at = x.Place
	case *view.NameRecord:
		return value(x.Entity)
	}
	if at == nil {
		return ""
	}
	return value(at.Entity)
}
