package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"

	"stemma"
	"stemma/internal/message"
	"stemma/internal/view"
)

// Format is one way in which a screen can be taken out.
type Format struct {
	Name        string // its words are the messages format.… and format-for.…
	File, Media string // the ending of its files, its media type
	// Offers reports whether a part can be written so.
	Offers func(view.Part) bool
	// Spoken says that it has words of its own, for people, in the language that is asked for.
	Spoken bool
	// Write writes what a screen shows, in the words of a language where it has any.
	Write func(context.Context, io.Writer, view.Part, *message.Book) error
}

// export gives what a screen shows as a file. It is made whole before it is sent: a broken
// one must not look like a short one.
func (s *server) export(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("format")
	n := slices.IndexFunc(s.options.Formats, func(f Format) bool { return f.Name == name })
	if n < 0 {
		s.trouble(w, r, fmt.Errorf("there is no format %q: %w", name, stemma.ErrNotFound))
		return
	}
	f, part := s.options.Formats[n], partOf(r.URL.Query())
	var b bytes.Buffer
	if err := f.Write(r.Context(), &b, part, s.asked(r)); err != nil {
		s.trouble(w, r, err)
		return
	}
	file := "stemma"
	if part.List != "" {
		file += "-" + part.List
	}
	w.Header().Set("Content-Type", f.Media)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file + "." + f.File}))
	_, _ = w.Write(b.Bytes()) // the reader is gone if this fails
}

// asked gives the words of the language that an address asks for, else of the reader's.
func (s *server) asked(r *http.Request) *message.Book {
	if lang := r.URL.Query().Get("language"); slices.Contains(message.Languages(), lang) {
		return message.In(lang)
	}
	return s.book
}

// takeOut is a link to a file with what a screen shows, and to the same in other languages.
type takeOut struct {
	Title, For, Href string
	Others           []otherTongue
}

// otherTongue is a link to a file in another language than the reader's.
type otherTongue struct{ Lang, Words, Href string }

// takeOuts gives the links of a screen that shows a part.
func (s *server) takeOuts(part *view.Part) []takeOut {
	var out []takeOut
	if part == nil {
		return nil
	}
	for _, f := range s.options.Formats {
		if !f.Offers(*part) {
			continue
		}
		o := takeOut{Title: s.book.Say("format." + f.Name), For: s.book.Say("format-for." + f.Name), Href: exportHref(f.Name, "", *part)}
		for _, other := range s.tongues {
			switch lang := other.book.Lang(); {
			case !f.Spoken:
			case other == s: // said in the address, so that the link gives the same to whoever gets it
				o.Href = exportHref(f.Name, lang, *part)
			default:
				o.Others = append(o.Others, otherTongue{lang, s.book.Say("layout.take-out-in", "language", s.book.Language(lang)), exportHref(f.Name, lang, *part)})
			}
		}
		out = append(out, o)
	}
	return out
}

// exportHref is the address of a part in a format, and in a language ("" for that of whoever
// asks); partOf reads it.
func exportHref(format, lang string, p view.Part) string {
	v := url.Values{}
	for name, value := range map[string]string{"list": p.List, "q": p.Query, "language": lang} {
		if value != "" {
			v.Set(name, value)
		}
	}
	if p.Independent {
		v.Set("independent", "1")
	}
	for _, id := range p.Groups {
		v.Add("group", string(id))
	}
	for name, value := range p.Fields {
		if value != "" {
			v.Set(name, value)
		}
	}
	href := "/export/" + format
	if len(v) > 0 {
		href += "?" + v.Encode()
	}
	return href
}

func partOf(v url.Values) view.Part {
	p := view.Part{List: v.Get("list"), Query: v.Get("q"), Independent: v.Get("independent") == "1", Fields: map[string]string{}}
	for _, id := range v["group"] {
		p.Groups = append(p.Groups, stemma.ID(id))
	}
	for name := range v {
		if !slices.Contains([]string{"list", "q", "independent", "group", "language"}, name) {
			p.Fields[name] = v.Get(name)
		}
	}
	return p
}

// list is the part that a list with a choice shows.
func list(name string, c view.Choice) *view.Part { return &view.Part{List: name, Fields: c.Fields} }

// group is the part that the screen of groups, a family or a text shows.
func group(ids ...stemma.ID) *view.Part { return &view.Part{Groups: ids} }
