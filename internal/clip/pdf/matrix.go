package pdf

import (
	"github.com/ledongthuc/pdf"
)

// matrix is an affine map: x' = ax + cy + e, y' = bx + dy + f (ISO 32000, 8.3.3).
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

// mul gives the map that does m first, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func values(v pdf.Value) (list []pdf.Value) {
	for i := 0; i < min(v.Len(), 6); i++ {
		list = append(list, v.Index(i))
	}
	return list
}

func sixNumbers(v []pdf.Value) (m matrix, ok bool) {
	if len(v) != 6 {
		return m, false
	}
	return matrix{v[0].Float64(), v[1].Float64(), v[2].Float64(), v[3].Float64(), v[4].Float64(), v[5].Float64()}, true
}
