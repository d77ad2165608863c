// Package clip cuts a page into its articles.
//
// It takes a [stemma.Page] and gives its articles, its furniture and what went
// wrong. An article is a range of the page's text, from its headline to its last
// sentence, with its title, authors, outlet, dates and language as far as the page
// tells them, and with the holes in it: text inside the range that is not the
// article's own. A record of a JSON Lines file is one article, whole.
//
// It promises that articles do not overlap and stand in page order, that every span
// lies in the text on rune borders, that holes are ordered and apart, and that the
// same page gives the same result. It says “unknown” rather than guess: an undated
// page has no date, and the date of a repost is never given as the date of
// publication. It does not change the text, does not read what the articles say, and
// holds no words: what “By”, “Posted by” and the months are called stands in lang/
// (furniture, bylines, biographies, mastheads, datelines, letters, printlabels, particles,
// firstnames, words; months).
package clip

import (
	"strconv"

	"stemma"
	"stemma/lang"
)

// Cutter cuts pages with the layout words of some languages. It holds nothing else
// and may be used by several goroutines at once.
type Cutter struct {
	furniture, bylines, biographies, mastheads, dates, letters phrases

	months     phrases // of other languages
	particles  phrases // of people's names
	labels     phrases // of archives' printouts
	givenNames []*lang.List
	ordinary   []ordinary
}

// New makes a cutter that knows the layout words of all the packs: a page in one
// language may stand under a masthead in another.
func New(packs ...*lang.Pack) *Cutter {
	c := &Cutter{furniture: phrases{}, bylines: phrases{}, biographies: phrases{}, mastheads: phrases{}, dates: phrases{}, letters: phrases{}, months: phrases{}, particles: phrases{}, labels: phrases{}}
	for _, p := range packs {
		c.furniture.add(p.List("furniture"))
		c.bylines.add(p.List("bylines"))
		c.biographies.add(p.List("biographies"))
		c.mastheads.add(p.List("mastheads"))
		c.dates.add(p.List("datelines"))
		c.letters.add(p.List("letters"))
		c.labels.add(p.List("printlabels"))
		c.givenNames = append(c.givenNames, p.List("firstnames"))
		c.particles.add(p.List("particles"))
		c.ordinary = append(c.ordinary, ordinary{p.Code, p.List("words")})
	}
	c.months.add(lang.Months())
	return c
}

// Articles cuts a page. See the package comment for what is promised.
func (c *Cutter) Articles(p stemma.Page) (articles []stemma.Article, furniture []stemma.Furniture, problems []stemma.Problem) {
	if p.Given != nil {
		return []stemma.Article{c.given(p)}, nil, nil
	}
	l := c.layout(p)
	cuts := l.cuts()
	if len(cuts) > 0 {
		l.top = cuts[0].first
	}
	l.author = l.archived()
	l.owner, l.ownerAt = l.outlet()
	l.mixed, l.several = l.reposts(), len(cuts) > 1
	for i, cut := range cuts {
		articles = append(articles, l.article(cut, i))
	}
	l.fullNames(articles)
	furniture = l.rest(cuts)
	if len(articles) == 0 {
		problems = append(problems, stemma.Problem{Page: p.ID, Source: where(p), Step: "clip",
			Message: "no article was found on this page",
			Hint:    "The page may hold only links or blurbs; if it holds an article, save it as plain text."})
	}
	return articles, furniture, problems
}

// Articles cuts a page with the layout words of the packs; it is New(packs…).Articles.
func Articles(p stemma.Page, packs ...*lang.Pack) ([]stemma.Article, []stemma.Furniture, []stemma.Problem) {
	return New(packs...).Articles(p)
}

// where names a page by its file and its place in it.
func where(p stemma.Page) string {
	if p.Member == "" {
		return p.Path
	}
	return p.Path + "#" + p.Member
}

func articleID(page stemma.ID, start, end int) stemma.ID {
	return stemma.NewID("a", string(page), strconv.Itoa(start), strconv.Itoa(end))
}
