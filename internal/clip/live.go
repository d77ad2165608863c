package clip

import "slices"

// The posts of a live blog: how many there are at least, and how many words of prose
// one has, and its headline; the name above a reader's comment is shorter.
const minPosts, minPost, minHeadline = 3, 10, 3

// post is a container of an HTML page, as far as it could be a live blog's post.
type post struct {
	headline int // -1 when it has none
	prose    int // words
	main     int // those of the page's main text
	timed    bool
}

// liveStarts finds the headlines of a live blog: its own, at named or above its first
// post, and those of its posts. A post is a container with a time, a headline that is
// no link (that of an announcement is) and prose. It gives nothing for other pages.
func (l *layout) liveStarts(named int) []int {
	posts := l.posts()
	var starts []int
	prose, main := 0, 0
	level := l.postLevel(posts)
	for unit, p := range posts {
		if !p.whole() || l.ps[p.headline].heading() != level {
			delete(posts, unit)
			continue
		}
		starts = append(starts, p.headline)
		prose, main = prose+p.prose, main+p.main
	}
	if len(starts) < minPosts || main*2 < prose {
		return nil
	}
	slices.Sort(starts)
	if named < 0 || named > starts[0] {
		named = l.headingAbove()
	}
	if named >= 0 && named < starts[0] {
		starts = append([]int{named}, starts...)
	}
	l.settlePosts(posts, starts[0])
	return starts
}

// settlePosts makes what stands in posts text, and what stands below the first headline
// in other containers than posts and that headline's own furniture.
func (l *layout) settlePosts(posts map[int]*post, first int) {
	for i := range l.ps {
		p := &l.ps[i]
		if posts[p.unit] == nil {
			if i > first && p.unit != l.ps[first].unit && (p.kind == kProse || p.kind == kItem || p.kind == kTitle) {
				p.kind = kOutside
			}
			continue
		}
		switch {
		case p.tag == "time" && p.info == nil:
			p.kind = kDate
		case p.kind == kOutside && !p.link && p.tag == "li":
			p.kind = kItem
		case p.kind == kOutside && !p.link:
			p.kind = kProse
		}
	}
}

// whole reports whether a container has all that a post has.
func (p *post) whole() bool { return p.headline >= 0 && p.timed && p.prose >= minPost }

// postLevel gives the level of the first post's headline. Those of the others are alike.
func (l *layout) postLevel(posts map[int]*post) int {
	first := len(l.ps)
	for _, p := range posts {
		if p.whole() {
			first = min(first, p.headline)
		}
	}
	if first == len(l.ps) {
		return 0
	}
	return l.ps[first].heading()
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
		case h > 0 && !p.link && x.headline < 0 && p.n >= minHeadline:
			x.headline = i
		case (p.kind == kProse || p.kind == kOutside) && !p.link && p.n >= 8:
			x.prose += p.n
			if p.main {
				x.main += p.n
			}
		}
	}
	return posts
}
