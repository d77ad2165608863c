package web

import (
	"net/http"
	"slices"
	"time"

	"golang.org/x/text/language"

	"stemma/internal/message"
)

// languageCookie keeps the language that a person chose.
const languageCookie = "stemma-language"

// matcher finds the language of the interface that comes closest to what a browser asks for;
// the first one where none does.
var matcher = func() language.Matcher {
	var tags []language.Tag
	for _, code := range message.Languages() {
		tags = append(tags, language.Make(code))
	}
	return language.NewMatcher(tags)
}()

// inLanguage hands a request on to the server of its language: the one that the person chose,
// else the one that the browser asks for, else English.
func (s *server) inLanguage(serve func(*server, http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Cookie, Accept-Language")
		serve(s.tongues[languageOf(r)], w, r)
	}
}

// languageOf gives the number of the language of a request.
func languageOf(r *http.Request) int {
	if c, err := r.Cookie(languageCookie); err == nil {
		if i := slices.Index(message.Languages(), c.Value); i >= 0 {
			return i
		}
	}
	_, i := language.MatchStrings(matcher, r.Header.Get("Accept-Language"))
	return i
}

// choose keeps the language that a person chooses, and goes back to the screen.
func (s *server) choose(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if lang := r.PostFormValue("lang"); slices.Contains(message.Languages(), lang) {
		http.SetCookie(w, &http.Cookie{
			Name: languageCookie, Value: lang, Path: "/", MaxAge: int(365 * 24 * time.Hour / time.Second), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
	}
	http.Redirect(w, r, ownPath(r.PostFormValue("to"), "/"), http.StatusSeeOther)
}

// spoken is what the layout shows of languages.
type spoken struct {
	Lang      string // of the words around the pile's
	Here      string // the address of this screen
	Languages []tongue
}

// tongue is a language to choose.
type tongue struct {
	Code, Name string
	Here       bool
}

func (s *server) spoken(r *http.Request) spoken {
	out := spoken{Lang: s.book.Lang(), Here: r.URL.RequestURI()}
	if r.Method != http.MethodGet && r.Method != http.MethodHead { // where the form stood: what it was sent to shows nothing
		out.Here = ownPath(r.PostFormValue("to"), "/")
	}
	for _, other := range s.tongues {
		out.Languages = append(out.Languages, tongue{other.book.Lang(), other.book.Say("layout.language-name"), other == s})
	}
	return out
}
