package fetch

import (
	"net/netip"
	"testing"
)

// TestPublic: what is not on the open internet is known by its address, in all the forms
// that hide one inside another.
func TestPublic(t *testing.T) {
	for ip, want := range map[string]bool{
		"9.9.9.9": true, "2620:fe::9": true, "172.32.0.1": true, "169.253.0.1": true,
		"127.0.0.1": false, "127.255.255.254": false, "::1": false, "::ffff:127.0.0.1": false, "::127.0.0.1": false,
		"10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "fd00::1": false, "fec0::1": false,
		"169.254.169.254": false, "fe80::1%eth0": false, "0.0.0.0": false, "::": false, "100.64.0.1": false,
		"224.0.0.1": false, "ff02::1": false, "255.255.255.255": false, "192.0.0.8": false, "198.18.0.1": false, "240.0.0.1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "2001:0:1::": false, "::ffff:10.0.0.1": false,
	} {
		if got := public(netip.MustParseAddr(ip)); got != want {
			t.Errorf("%s: public %v", ip, got)
		}
	}
}

// FuzzRobots: no robots.txt upsets the reader.
func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\n"))
	f.Add([]byte("\uFEFFuser-agent:stemma\nallow:\ndisallow: /\n\n:::\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		c := New(World{}, Options{Agent: "Stemma/1"})
		if g := c.group(body); g != nil {
			g.Test("/a")
		}
	})
}
