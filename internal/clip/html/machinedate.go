package html

import (
	"strings"
	"time"

	"stemma"
)

// forms are the ways in which machines write dates.
var forms = []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006/01/02", "20060102", time.RFC1123, time.RFC1123Z, time.ANSIC, "Mon Jan 02 15:04:05 MST 2006"}

// date reads a machine's date; "" when it is none. The time of day stays, with its
// offset, to the minute.
func date(s string) stemma.Date {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 40 {
		return ""
	}
	for _, form := range forms {
		t, err := time.Parse(form, s)
		if err != nil {
			continue
		}
		if t.Year() < 1600 || t.Year() > 2200 {
			return ""
		}
		if !strings.Contains(form, "15:04") {
			return stemma.DateOf(t.Year(), t.Month(), t.Day())
		}
		if strings.ContainsAny(form, "Z") || strings.Contains(form, "-0700") || strings.Contains(form, "MST") {
			return stemma.Date(t.Format("2006-01-02T15:04Z07:00"))
		}
		return stemma.Date(t.Format("2006-01-02T15:04"))
	}
	return ""
}
