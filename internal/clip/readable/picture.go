package readable

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pictured reports whether an image has a picture, be it one that a script loads later.
func pictured(n *html.Node) bool {
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "src", "data-src", "srcset", "data-srcset":
			return true
		}
		if namesPicture(n.Attr[i].Val) {
			return true
		}
	}
	return false
}

func namesPicture(s string) bool {
	for at := strings.IndexByte(s, '.'); at >= 0; {
		s = s[at+1:]
		for _, kind := range []string{"jpg", "jpeg", "png", "webp"} {
			if len(s) >= len(kind) && strings.EqualFold(s[:len(kind)], kind) {
				return true
			}
		}
		at = strings.IndexByte(s, '.')
	}
	return false
}

// noscript puts the picture that is shown where scripts do not run in the place of the
// one that a script would load, or of the element itself.
func (t *tree) noscript(at int32, n *html.Node) {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode {
		return
	}
	alone, pixel := onePicture(n.FirstChild.Data)
	if !alone {
		return
	}
	before, between := n.PrevSibling, 0
	for before != nil && (before.Type != html.ElementNode || before.DataAtom == atom.Img && !pictured(before)) {
		before, between = before.PrevSibling, between+1
	}
	last := t.nodes[at].last
	for range between { // no more texts can stand behind it
		if last != 0 && t.nodes[last].is&isText != 0 {
			last = t.nodes[last].prev
		}
	}
	if last != 0 && before != nil && t.nodes[last].src == before && t.singlePicture(last) {
		t.replace(last, t.made(atom.Img))
	} else if !pixel {
		t.hang(at, t.made(atom.Img))
	}
}

// singlePicture reports whether an element is a picture, or holds one and nothing else.
func (t *tree) singlePicture(me int32) bool {
	for t.nodes[me].tag != atom.Img {
		k := t.firstElement(me)
		if k == 0 || t.nextElement(k) != 0 || t.hasText(me) {
			return false
		}
		me = k
	}
	return true
}

// onePicture reports whether HTML holds one picture and nothing else, and whether that
// is a pixel for counting readers.
func onePicture(source string) (alone, pixel bool) {
	if indexFold(source, "<img") < 0 && indexFold(source, "<image") < 0 {
		return false, false
	}
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return alone, pixel
		case html.TextToken:
			if strings.TrimSpace(string(z.Text())) != "" {
				return false, false
			}
		case html.EndTagToken:
			if !alone {
				return false, false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			x := z.Token()
			switch {
			case alone || x.DataAtom == atom.Source:
				return false, false
			case x.DataAtom == atom.Img:
				alone = true
				pixel = attribute(x.Attr, "width") == "1" && attribute(x.Attr, "height") == "1"
			}
		}
	}
}

func attribute(all []html.Attribute, key string) string {
	for _, a := range all {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// showsVideo reports whether an element, or with below one below it, names a site of
// videos in an attribute.
func showsVideo(n *html.Node, below bool) bool {
	for i := range n.Attr {
		if videoSite(n.Attr[i].Val) {
			return true
		}
	}
	for c := n.FirstChild; c != nil && below; c = c.NextSibling {
		if showsVideo(c, true) {
			return true
		}
	}
	return false
}

// videoSites are hosts whose embedded videos belong to the text around them.
var videoSites = strings.Fields("dailymotion.com youtube.com youtube-nocookie.com player.vimeo.com v.qq.com bilibili.com live.bilibili.com archive.org upload.wikimedia.org player.twitch.tv")

func videoSite(address string) bool {
	for {
		_, host, ok := strings.Cut(address, "//")
		if !ok {
			return false
		}
		address = host
		host = strings.ToLower(host[:min(len(host), 40)])
		host = strings.TrimPrefix(host, "www.")
		for _, site := range videoSites {
			if strings.HasPrefix(host, site) {
				return true
			}
		}
	}
}
