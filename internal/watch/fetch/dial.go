package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// Transport makes a transport that connects to the open internet only; to any address
// when allowPrivate is set. The address is looked at after names are resolved and before
// it is dialled, so that no name, redirect or feed leads elsewhere. It uses no proxy,
// since behind one nobody could look.
func Transport(allowPrivate bool) *http.Transport {
	d := &net.Dialer{Timeout: 15 * time.Second}
	if !allowPrivate {
		d.Control = func(_, address string, _ syscall.RawConn) error { return open(address) }
	}
	return &http.Transport{
		DialContext: d.DialContext, ForceAttemptHTTP2: true, MaxIdleConns: 16, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute,
		TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: 20 * time.Second, MaxResponseHeaderBytes: 64 << 10,
	}
}

// open refuses an address “IP:port” that is not on the open internet.
func open(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !public(at.Addr()) {
		return Refusal("it leads to an address that is not on the open internet (" + address + "); --allow-private allows that")
	}
	return nil
}

// closed are the ranges of the registries for special purposes (RFC 6890) that netip has
// no word for: “this network”, shared space, assignments of protocols, examples,
// benchmarks, reserved ones; and those that carry an IPv4 address inside, which could be
// any: NAT64, 6to4, Teredo.
var closed = func() []netip.Prefix {
	var list []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10",
	} {
		list = append(list, netip.MustParsePrefix(s))
	}
	return list
}()

// public reports whether an address is one of the open internet.
func public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() { // loopback, link-local, multicast, unspecified; private
		return false
	}
	for _, p := range closed {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}
