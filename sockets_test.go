package stemma

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sockets are all names by which a program of ours could open one, with the rooms that
// may use them. Packages that are not here but could must not be imported at all
// (banned, in layers_test.go).
var sockets = []struct{ pkg, names, allowed string }{
	{"net", "Dial DialTimeout DialTCP DialUDP DialIP DialUnix Dialer Resolver DefaultResolver LookupHost LookupIP LookupAddr LookupCNAME LookupMX LookupNS LookupPort LookupSRV LookupTXT ResolveTCPAddr ResolveUDPAddr ResolveIPAddr ListenPacket ListenUDP ListenIP ListenMulticastUDP ListenConfig FileConn",
		"internal/watch/fetch internal/watch/send"},
	{"net", "Listen ListenTCP ListenUnix FileListener", "cmd/stemma"}, // on loopback: TestListensOnLoopback
	{"net/http", "Get Head Post PostForm Client DefaultClient NewRequest NewRequestWithContext RoundTripper Transport DefaultTransport ProxyFromEnvironment",
		"internal/watch/fetch internal/watch/send bench/screens"}, // the bench asks its own server on loopback,
	{"net/http", "ListenAndServe ListenAndServeTLS", ""},
	{"net/smtp", "NewClient", "internal/watch/send"},
	{"net/smtp", "Dial SendMail", ""},
	{"crypto/tls", "Client", "internal/watch/send"},
	{"crypto/tls", "Dial DialWithDialer Dialer Listen", ""},
	{"syscall", "Socket Connect Sendto Sendmsg", ""},
}

// fetching are functions of libraries that we use which fetch something.
var fetching = []string{"ParseURL", "ParseURLWithContext", "FromURL", "FromResponse", "NewFromURL"}

// TestSockets: no code path but those of “stemma watch” opens a socket beyond loopback.
// Every use of a name that could is in the rooms of watch, which cmd/stemma alone enters,
// and there one file does.
func TestSockets(t *testing.T) {
	met := map[string]bool{}
	for _, s := range sources(t) {
		names := imported(t, s)
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if slices.Contains(fetching, sel.Sel.Name) {
				t.Errorf("%s: %s fetches something", s.path, sel.Sel.Name)
			}
			if x, ok := sel.X.(*ast.Ident); ok && socket(t, s, names[x.Name], sel.Sel.Name) {
				met[s.room] = true
			}
			return true
		})
	}
	for _, room := range []string{"internal/watch/fetch", "internal/watch/send", "cmd/stemma"} {
		if !met[room] {
			t.Errorf("%s opens no socket any more: this test looks for the wrong names", room)
		}
	}
}

// imported gives the packages that a file imports: as it calls them → their paths.
func imported(t *testing.T, s source) map[string]string {
	names := map[string]string{}
	for _, imp := range s.file.Imports {
		path, _ := strconv.Unquote(imp.Path.Value)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if imp.Name != nil {
			name = imp.Name.Name
		}
		names[name] = path
		if name == "." {
			t.Errorf("%s: imports %s without a name, so nobody sees what it uses", s.path, path)
		}
		if path == "stemma/internal/watch/fetch" && !strings.HasPrefix(s.room, "internal/watch") && s.path != "cmd/stemma/watch.go" {
			t.Errorf("%s may not fetch", s.path)
		}
	}
	return names
}

// socket reports whether a name of a package could open a socket, and whether the file may
// use it.
func socket(t *testing.T, s source, pkg, name string) (could bool) {
	for _, k := range sockets {
		if k.pkg != pkg || !slices.Contains(strings.Fields(k.names), name) {
			continue
		}
		could = true
		if !slices.Contains(strings.Fields(k.allowed), s.room) {
			t.Errorf("%s uses %s.%s: only these may: %s", s.path, k.pkg, name, k.allowed)
		}
	}
	return could
}

// TestListensOnLoopback: where the program listens, the address begins with 127.0.0.1.
func TestListensOnLoopback(t *testing.T) {
	found := 0
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || sel.Sel.Name != "Listen" || len(call.Args) != 2 {
				return true
			}
			found++
			loopback := false
			ast.Inspect(call.Args[1], func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				loopback = loopback || ok && strings.HasPrefix(lit.Value, `"127.0.0.1:`)
				return true
			})
			if !loopback {
				t.Errorf("%s listens elsewhere than on 127.0.0.1", s.path)
			}
			return true
		})
	}
	if found == 0 {
		t.Error("nobody listens any more: this test looks for the wrong name")
	}
}
