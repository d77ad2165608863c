package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// policy is what a page of ours may do: load our own styles, scripts and pictures,
// send our own forms, and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard refuses what no screen of ours asks for, and sets the headers that keep
// hostile text harmless.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case !s.hostAllowed(r.Host):
			http.Error(w, "Stemma does not answer to the name "+cleanHost(r.Host)+
				".\nOpen it by the address that “stemma serve” printed.", http.StatusMisdirectedRequest)
		case r.Method == http.MethodPost && s.takes(r.URL.Path):
			if !ownForm(r) {
				http.Error(w, "This form was not sent by a page of Stemma's.", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		case r.Method == http.MethodPost && s.apiTakes(r.URL.Path) && r.Header.Get("Sec-Fetch-Site") != "cross-site":
			next.ServeHTTP(w, r) // it takes JSON only
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			s.readOnly(w, r)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// takes reports whether an address takes forms of ours.
func (s *server) takes(path string) bool {
	return path == "/language" || path == "/rule" && s.options.Rule != nil || path == "/searches" && s.options.Keep != nil
}

// apiTakes reports whether an address takes what is sent to the API.
func (s *server) apiTakes(path string) bool {
	return path == apiRoot+"/rulings" && s.options.Rule != nil || path == apiRoot+"/searches" && s.options.Keep != nil
}

// hostAllowed reports whether a request names this machine, or one of the hosts
// that were allowed.
func (s *server) hostAllowed(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	if host == "localhost" || slices.ContainsFunc(s.options.Hosts, func(h string) bool { return strings.EqualFold(h, host) }) {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// cleanHost makes a name fit to be shown.
func cleanHost(host string) string {
	if len(host) > 100 {
		host = host[:100]
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, host)
}
