package export

import (
	"reflect"
	"strings"

	"stemma/internal/view"
)

// isolates takes away the marks by which screens keep a name's direction to itself: a cell is a
// name alone.
var isolates = strings.NewReplacer("\u2068", "", "\u2069", "")

// wordings give lists of a row in one cell.
var wordings = map[reflect.Type]func(any) string{
	reflect.TypeFor[[]string]():           func(list any) string { return strings.Join(list.([]string), "; ") },
	reflect.TypeFor[[]view.PollAnswer]():  func(list any) string { return answered(list.([]view.PollAnswer)) },
	reflect.TypeFor[*view.StoryPart]():    func(story any) string { return value(story.(*view.StoryPart)).Label },
	reflect.TypeFor[*view.Settlement]():   func(by any) string { return settled(by.(*view.Settlement)) },
	reflect.TypeFor[[]view.DisputeSide](): func(list any) string { return sided(list.([]view.DisputeSide)) },
}

// answered gives the answers of a poll: “55 % disapprove: Ana Ruiz; …”.
func answered(list []view.PollAnswer) string {
	var parts []string
	for _, a := range list {
		words := a.Share + " " + a.Answer
		if a.Words != "" {
			words = a.Share + " “" + a.Words + "”"
		}
		if a.About != "" {
			words += ": " + a.About
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, "; ")
}

// settled says who settled a clash, when and for which side: “31: Ana Ruiz, 2022-03-09, checked”.
func settled(s *view.Settlement) string {
	if s == nil {
		return ""
	}
	words := s.By + ", " + s.Day
	if s.Said != "" {
		words = s.Said + ": " + words
	}
	if s.Why != "" {
		words += ", " + s.Why
	}
	return words
}

// sided gives the sides of a clash with their support: “17 (2 independent texts of 3); …”.
func sided(list []view.DisputeSide) string {
	var parts []string
	for _, side := range list {
		parts = append(parts, side.Said+" ("+side.Standing+")")
	}
	return strings.Join(parts, "; ")
}
