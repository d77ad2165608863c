package view

import "stemma/internal/message"

// Slide is the way through time, step by step: all of it first, then each stretch in which
// something begins.
type Slide struct {
	At    int          `json:"at"` // the stop that is shown; −1 for a period that is none of them
	Stops []PeriodLink `json:"stops"`
}

// slideStops is how many stops a way through time has at most.
const slideStops = 400

// slideOf gives the way through time from the period of a choice: by stretches as long as the
// period where that is a whole day, month, year or decade, else by those in which the list begins.
// Begun are the days on which rows of the list begin with the period left open. It gives nil
// where there is no way or one of too many steps.
func slideOf(b *message.Book, path string, c Choice, begun []dayCount) *Slide {
	p, err := c.period()
	if err != nil {
		return nil
	}
	s := &Slide{At: -1, Stops: []PeriodLink{{Words: b.Say("period.all"), Href: listHref(path, c.timeless(), "", "")}}}
	parts := partsOf(b, path, c.timeless(), begun)
	if p == always {
		s.At = 0
	} else if p.first != always.first && p.last != always.last {
		for step := range laneSteps {
			if daysOf(laneSteps[step](dayAt(p.first).Date())) == p {
				parts = stretches(b, path, c.timeless(), begun, step)
			}
		}
	}
	for i, x := range parts {
		if x.Href == listHref(path, c, "", "") {
			s.At = i + 1
		}
	}
	if s.Stops = append(s.Stops, parts...); len(s.Stops) < 3 || len(s.Stops) > slideStops {
		return nil
	}
	return s
}

// Last gives the number of the last stop.
func (s *Slide) Last() int { return len(s.Stops) - 1 }

// Stop gives the number of the stop that is shown; 0 for a period that is none.
func (s *Slide) Stop() int { return max(s.At, 0) }

// Words gives the words of the stop that is shown; "" for a period that is none.
func (s *Slide) Words() string {
	if s.At < 0 {
		return ""
	}
	return s.Stops[s.At].Words
}
