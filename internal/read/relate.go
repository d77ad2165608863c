package read

import "stemma"

// relate ties numbers and acts of one sentence together: an act has the numbers that stand
// in who acts, in whom it befalls and in its matter; a vote is about what the act before it
// decides.
func relate(r *stemma.Reading) {
	at := 0
	for i := range r.Events {
		e := &r.Events[i]
		for at < len(r.Figures) && r.Figures[at].Span.End <= e.Sentence.Start {
			at++
		}
		for k := at; k < len(r.Figures) && r.Figures[k].Span.Start < e.Sentence.End; k++ {
			f := &r.Figures[k]
			if within(e, f.Span) {
				e.Figures = append(e.Figures, f.ID)
			}
			if ofVote[f.Measure] && decides[e.Mode] && f.About == (stemma.Named{}) && e.Span.End <= f.Span.Start && !e.Matter.Span.Meets(f.Span) {
				f.About = e.Matter
			}
		}
	}
	share(r.Figures)
}

// ofVote are the measures of a ballot; decides are the modes of acts that one is held on.
var (
	ofVote  = map[string]bool{"votes_for": true, "votes_against": true, "abstentions": true, "votes_needed": true}
	decides = map[string]bool{"approve": true, "reject": true, "ban": true, "curfew": true}
)

// within reports whether a number stands in what an act tells of.
func within(e *stemma.Event, at stemma.Span) bool {
	if e.Matter.Span.Holds(at) {
		return true
	}
	for _, list := range [][]stemma.Named{e.Actors, e.Targets} {
		for _, n := range list {
			if n.Span.Holds(at) {
				return true
			}
		}
	}
	return false
}

// share gives the other numbers of a ballot the matter that one of them has.
func share(figures []stemma.Figure) {
	about := map[stemma.ID]stemma.Named{}
	for i := range figures {
		if f := &figures[i]; ofVote[f.Measure] && f.Group != "" && f.About != (stemma.Named{}) {
			about[f.Group] = f.About
		}
	}
	for i := range figures {
		if f := &figures[i]; ofVote[f.Measure] && f.About == (stemma.Named{}) {
			f.About = about[f.Group]
		}
	}
}
