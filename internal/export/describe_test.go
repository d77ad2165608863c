package export

import (
	"testing"

	"stemma/internal/view"
)

// A figure is described in as few words as say it: a share by its sign, money by its currency.
func TestDescribeFigure(t *testing.T) {
	n, eur := 31.0, "EUR"
	for _, c := range []struct {
		measure string
		unit    *string
		want    string
	}{{"share", nil, "31 %"}, {"money", &eur, "31 EUR"}, {"money", nil, "31 money"}, {"deaths", nil, "31 deaths"}} {
		r := &row{record: &view.FigureRecord{Value: &n, Op: "=", Measure: c.measure, Unit: c.unit, Status: "happened"}}
		if got := describe(r); got != c.want {
			t.Errorf("%s is described as %q, not %q", c.measure, got, c.want)
		}
	}
}
