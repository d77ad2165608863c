package mend

import (
	"errors"
	"strconv"
	"strings"

	"stemma"
)

var figures = &kindOf[stemma.Figure]{
	name: "figure",
	in:   func(r *stemma.Reading) *[]stemma.Figure { return &r.Figures },
	id:   func(f *stemma.Figure) *stemma.ID { return &f.ID },
	at:   func(f *stemma.Figure) *stemma.Evidence { return &f.Evidence },
	has: []field[stemma.Figure]{
		{Field{Name: "number"}, number, func(f *stemma.Figure, _ *scene, value string) error { return setNumber(f, value) }},
		oneOf("measure", stemma.Measures, func(f *stemma.Figure) *string { return &f.Measure }),
		free("unit", func(f *stemma.Figure) *string { return &f.Unit }),
		named("of", func(f *stemma.Figure) *stemma.Named { return &f.Of }),
		named("about", func(f *stemma.Figure) *stemma.Named { return &f.About }),
		named("place", func(f *stemma.Figure) *stemma.Named { return &f.Place }),
		dated("date", func(f *stemma.Figure) *stemma.Date { return &f.Date }),
		dated("as_of", func(f *stemma.Figure) *stemma.Date { return &f.AsOf }),
		named("said_by", func(f *stemma.Figure) *stemma.Named { return &f.SaidBy }),
		oneOf("status", []string{"happened", "planned", "predicted", "alleged", "past"}, func(f *stemma.Figure) *string { return &f.Status }),
	},
	needed: "number",
	placed: func(f *stemma.Figure, s *scene) { f.Sentence = s.sentence },
	fresh:  stemma.Figure{Measure: "count", Op: "=", Status: "happened"},
}

// signs are the beginnings of a number, longest first, and the operators that they mean.
var signs = []struct{ sign, op string }{
	{">=", ">="}, {"<=", "<="}, {"≥", ">="}, {"≤", "<="}, {">", ">"}, {"<", "<"}, {"~", "~"}, {"vague", "vague"},
}

// number words what a figure states as it can be typed: “27”, “>27”, “20-30”, “vague 24”.
func number(f *stemma.Figure) string {
	digits := func(v *float64) string {
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	}
	switch {
	case f.Value == nil && f.Op == "vague":
		return strings.TrimSuffix("vague "+digits(f.Min)+"-"+digits(f.Max), "-")
	case f.Value == nil && (f.Min != nil || f.Max != nil):
		return digits(f.Min) + "-" + digits(f.Max)
	case f.Op == "=":
		return digits(f.Value)
	}
	return f.Op + digits(f.Value)
}

var errNumber = errors.New("write the number in digits: 1200, 2.5, >27, >=27, ~300, or 20-30 for a range")

func setNumber(f *stemma.Figure, value string) error {
	op, rest := "=", value
	for _, s := range signs {
		if after, ok := strings.CutPrefix(value, s.sign); ok {
			op, rest = s.op, after
			break
		}
	}
	rest = strings.TrimSpace(rest)
	if rest == "" {
		return errNumber
	}
	low, high, isRange := strings.Cut(rest[1:], "-") // a sign may stand first
	low = rest[:1] + low
	if !isRange {
		v, err := digits(rest)
		if err != nil {
			return err
		}
		f.Op, f.Value, f.Min, f.Max = op, &v, nil, nil
		if op == "vague" {
			f.Value, f.Min = nil, &v
		}
		return nil
	}
	a, err := digits(strings.TrimSpace(low))
	if err != nil {
		return err
	}
	b, err := digits(strings.TrimSpace(high))
	if err != nil || b < a || op != "=" && op != "vague" {
		return errNumber
	}
	if op == "=" {
		op = "range"
	}
	f.Op, f.Value, f.Min, f.Max = op, nil, &a, &b
	return nil
}

// digits reads a number in digits, with a point before its fraction.
func digits(s string) (float64, error) {
	if s == "" || strings.Trim(s, "0123456789.-") != "" {
		return 0, errNumber
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, errNumber
	}
	return v, nil
}
