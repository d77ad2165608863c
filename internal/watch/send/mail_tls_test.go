package send_test

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"net"
	"net/http/httptest"
	"strings"
	"testing"

	"stemma/internal/watch/send"
)

// secureHost is a mail host that speaks STARTTLS and asks who sends.
type secureHost struct {
	listener net.Listener
	config   *tls.Config
	roots    *x509.CertPool
	said     chan []string // a connection's commands, those behind STARTTLS marked “tls ”
}

func newSecureHost(t *testing.T) *secureHost {
	web := httptest.NewTLSServer(nil) // for its certificate
	t.Cleanup(web.Close)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	h := &secureHost{listener: l, config: &tls.Config{Certificates: web.TLS.Certificates}, roots: x509.NewCertPool(), said: make(chan []string, 1)}
	h.roots.AddCert(web.Certificate())
	return h
}

// serve answers one connection.
func (h *secureHost) serve() {
	c, err := h.listener.Accept()
	if err != nil {
		return
	}
	defer c.Close()
	var said []string
	defer func() { h.said <- said }()
	fmt.Fprint(c, "220 here\r\n")
	secure, data := "", false
	for in := bufio.NewScanner(c); in.Scan(); {
		line := in.Text()
		if said = append(said, secure+line); data && line != "." {
			continue
		}
		verb, _, _ := strings.Cut(line, " ")
		switch strings.ToUpper(verb) {
		case "EHLO":
			offer := "250 STARTTLS"
			if secure != "" {
				offer = "250 AUTH PLAIN"
			}
			fmt.Fprint(c, "250-here\r\n"+offer+"\r\n")
		case "STARTTLS":
			fmt.Fprint(c, "220 go ahead\r\n")
			c = tls.Server(c, h.config)
			in, secure = bufio.NewScanner(c), "tls "
		case "AUTH":
			if !strings.HasSuffix(line, base64.StdEncoding.EncodeToString([]byte("\x00ida\x00grain"))) {
				fmt.Fprint(c, "535 no\r\n")
				continue
			}
			fmt.Fprint(c, "235 welcome\r\n")
		case "DATA":
			data = true
			fmt.Fprint(c, "354 go on\r\n")
		case "QUIT":
			fmt.Fprint(c, "221 bye\r\n")
			return
		default:
			data = false
			fmt.Fprint(c, "250 yes\r\n")
		}
	}
}

// TestMailIsSecret: where a host has TLS, name, password and message go through it only; a
// host whose certificate nobody vouches for gets none of them.
func TestMailIsSecret(t *testing.T) {
	for _, x := range []struct {
		what     string
		trusted  bool
		password string
		sent     bool
	}{
		{"a host that is trusted", true, "grain", true},
		{"a wrong password", true, "chaff", false},
		{"a host that nobody vouches for", false, "grain", false},
	} {
		h := newSecureHost(t)
		go h.serve()
		m := send.Mail{Host: h.listener.Addr().String(), From: "stemma@sund.example", To: []string{"ana@sund.example"}, User: "ida", Password: x.password}
		if x.trusted {
			m.Roots = h.roots
		}
		err := m.Send(t.Context(), send.Word(report(), at))
		said := <-h.said
		if sent := strings.Contains(strings.Join(said, "\n"), "tls MAIL FROM"); sent != x.sent || (err == nil) != x.sent {
			t.Errorf("%s: sent %v, error %v", x.what, sent, err)
		}
		for _, line := range said {
			if !strings.HasPrefix(line, "tls ") && !strings.HasPrefix(line, "EHLO") && line != "STARTTLS" {
				t.Errorf("%s: in the clear: %s", x.what, line)
			}
		}
	}
}
