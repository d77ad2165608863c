package figure

import "stemma"

// ofLead gives people harmed the day on which the text's first sentence has people harmed,
// where they are told of right behind it: “A bomb killed 23 people on Thursday. / Another
// 57 were wounded”.
func (f *finder) ofLead(c *count) stemma.Date {
	if !harms[c.measure] || state[c.measure] || c.stands || c.value == nil {
		return ""
	}
	lead := -1
	for _, a := range f.counts {
		s := f.d.Sentences[a.sentence]
		if s.Title || a.sentence >= c.sentence {
			if a.sentence >= c.sentence {
				break
			}
			continue
		}
		if lead < 0 {
			lead = a.sentence
		}
		if a.sentence != lead || s.Paragraph > firstBody || c.sentence-lead > nearLead {
			continue
		}
		times := 3.0
		if a.measure != c.measure {
			times = apart
		}
		if (a.measure == c.measure || casualty[a.measure] && casualty[c.measure]) && len(a.date) == len("2021-03-24") && a.asOf == "" && c.amount() <= times*a.amount() {
			return a.date
		}
	}
	return ""
}

// casualty are the measures of what one blow does to people; those arrested are another
// matter than the dead.
var casualty = map[string]bool{"deaths": true, "injured": true, "hospitalised": true, "missing": true}

const (
	firstBody = 2 // paragraphs: the title, a line above the text, and its first one
	nearLead  = 3 // sentences behind the first in which its matter is still told
)
