package clip

import "slices"

// The posts of a live blog: how many there are at least, and how many words of prose
// one has.
const minPosts, minPost = 3, 10

// post is a container of an HTML page, as far as it could be a live blog's post.
type post struct {
	headline int // -1 when it has none
	prose    int // words
	timed    bool
}

// liveStarts finds the headlines of a live blog: its own, at named or above its first
// post, and those of its posts. A post is a container with a time, a headline that is
// no link (that of an announcement is) and prose. It gives nothing for other pages.
func (l *layout) liveStarts(named int) []int {
	posts := l.posts()
	var starts []int
	for unit, p := range posts {
		if p.headline < 0 || !p.timed || p.prose < minPost {
			delete(posts, unit)
			continue
		}
		starts = append(starts, p.headline)
	}
	if len(starts) < minPosts {
		return nil
	}
	slices.Sort(starts)
	for i := range l.ps {
		switch p := &l.ps[i]; {
		case posts[p.unit] == nil:
		case p.tag == "time" && p.info == nil:
			p.kind = kDate
		case p.kind == kOutside && !p.link && p.tag == "li":
			p.kind = kItem
		case p.kind == kOutside && !p.link:
			p.kind = kProse
		}
	}
	if named < 0 || named > starts[0] {
		named = l.headingAbove()
	}
	if named >= 0 && named < starts[0] {
		starts = append([]int{named}, starts...)
	}
	return starts
}

// posts looks through the containers of the page.
func (l *layout) posts() map[int]*post {
	posts := map[int]*post{}
	for i := range l.ps {
		p := &l.ps[i]
		if p.unit == 0 {
			continue
		}
		x := posts[p.unit]
		if x == nil {
			x = &post{headline: -1}
			posts[p.unit] = x
		}
		switch h := p.heading(); {
		case p.tag == "time" || p.kind == kDate:
			x.timed = true
		case h > 0 && !p.link && x.headline < 0:
			x.headline = i
		case (p.kind == kProse || p.kind == kOutside) && !p.link && p.n >= 8:
			x.prose += p.n
		}
	}
	return posts
}
