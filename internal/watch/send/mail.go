package send

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"net/smtp"
	"strings"
	"time"

	"stemma"
)

// Mail says how e-mail is sent.
type Mail struct {
	Host     string // “mail.example:587”; without a port 587. On port 465 TLS comes first, else STARTTLS where the host has it
	From     string // an address
	To       []string
	User     string         // "" to send without a login
	Password string         // sent over TLS only, or to this computer
	Roots    *x509.CertPool // whose certificates are trusted; nil for those that the system trusts
}

const (
	mailTime  = time.Minute // for the whole of it
	mailItems = 200         // that a message holds
)

// Check looks whether mail can be sent like this. The error wraps [stemma.ErrInvalid].
func (m Mail) Check() error {
	if m.Host == "" || m.From == "" || len(m.To) == 0 {
		return fmt.Errorf("e-mail needs --smtp, --mail-from and --mail-to: %w", stemma.ErrInvalid)
	}
	for _, a := range append([]string{m.From}, m.To...) {
		if _, err := mail.ParseAddress(a); err != nil {
			return fmt.Errorf("%q is no e-mail address: %w", a, stemma.ErrInvalid)
		}
	}
	return nil
}

// message writes the e-mail that tells news.
func (m Mail) message(n News) ([]byte, error) {
	var b bytes.Buffer
	from, err := mail.ParseAddress(m.From)
	if err != nil {
		return nil, err
	}
	to, err := mail.ParseAddressList(strings.Join(m.To, ", "))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, a := range to {
		names = append(names, a.String())
	}
	subject := "Stemma: " + n.Head()
	fmt.Fprintf(&b, "From: %s\r\nTo: %s\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <%s@stemma.invalid>\r\nAuto-Submitted: auto-generated\r\n"+
		"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
		from, strings.Join(names, ",\r\n "), mime.QEncoding.Encode("utf-8", subject), n.At.Format(time.RFC1123Z), n.id())
	q := quotedprintable.NewWriter(&b)
	if err := n.Lines(q, mailItems); err != nil {
		return nil, err
	}
	return b.Bytes(), q.Close()
}

// id names news by what they say.
func (n News) id() stemma.ID {
	parts := []string{n.At.Format(time.RFC3339)}
	for _, i := range n.Items {
		parts = append(parts, string(i.ID))
	}
	return stemma.NewID("w", parts...)
}

// Send sends news by e-mail.
func (m Mail) Send(ctx context.Context, n News) error {
	if err := m.send(ctx, n); err != nil {
		return fmt.Errorf("the e-mail was not sent: %w", err)
	}
	return nil
}

func (m Mail) send(ctx context.Context, n News) error {
	message, err := m.message(n)
	if err != nil {
		return err
	}
	c, err := m.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	from, err := mail.ParseAddress(m.From)
	if err != nil {
		return err
	}
	if err := c.Mail(from.Address); err != nil {
		return err
	}
	for _, to := range m.To {
		a, err := mail.ParseAddress(to)
		if err != nil {
			return err
		}
		if err := c.Rcpt(a.Address); err != nil {
			return err
		}
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(message); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return c.Quit()
}

// open connects to the mail host and logs in.
func (m Mail) open(ctx context.Context) (*smtp.Client, error) {
	host, port, err := net.SplitHostPort(m.Host)
	if err != nil {
		host, port = m.Host, ""
	}
	d := &net.Dialer{Timeout: mailTime}
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(host, cmp.Or(port, "587")))
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(mailTime))
	own := &tls.Config{ServerName: host, RootCAs: m.Roots}
	if port == "465" {
		conn = tls.Client(conn, own)
	}
	c, err := smtp.NewClient(conn, host)
	if err != nil {
		conn.Close()
		return nil, err
	}
	if ok, _ := c.Extension("STARTTLS"); ok && port != "465" {
		err = c.StartTLS(own)
	}
	if err == nil && m.User != "" {
		err = c.Auth(smtp.PlainAuth("", m.User, m.Password, host))
	}
	if err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}
