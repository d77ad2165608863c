package send

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"stemma"
)

const (
	hookTime  = 30 * time.Second // for one try
	hookTries = 3
	hookPause = 5 * time.Second // before the second try; twice as long before the third
)

// JSON gives news as a webhook gets them.
func (n News) JSON() ([]byte, error) { return json.Marshal(n) }

// FromJSON reads what JSON gave.
func FromJSON(b []byte) (n News, err error) {
	err = json.Unmarshal(b, &n)
	return n, err
}

// Hook looks whether an address can be a webhook's. The error wraps [stemma.ErrInvalid].
func Hook(at string) error {
	if u, err := url.Parse(at); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("the webhook %q is no address that begins with http:// or https://: %w", at, stemma.ErrInvalid)
	}
	return nil
}

// Post sends news to a webhook as JSON, a few times if its server is in trouble. It goes
// where it was told and follows no redirect.
func Post(ctx context.Context, at, agent string, n News, sleep func(context.Context, time.Duration) error) error {
	body, err := n.JSON()
	if err != nil {
		return err
	}
	client := &http.Client{Timeout: hookTime, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for try := 1; ; try++ {
		again, err := post(ctx, client, at, agent, body)
		if err == nil {
			return nil
		}
		if !again || try == hookTries {
			return fmt.Errorf("the webhook was not told: %w", err)
		}
		if err := sleep(ctx, hookPause<<(try-1)); err != nil {
			return err
		}
	}
}

func post(ctx context.Context, client *http.Client, at, agent string, body []byte) (again bool, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, at, bytes.NewReader(body))
	if err != nil {
		return false, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", agent)
	resp, err := client.Do(r)
	if err != nil {
		var wrapped *url.Error // it repeats the address, which may hold a secret
		if errors.As(err, &wrapped) {
			err = wrapped.Err
		}
		return ctx.Err() == nil, err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, io.LimitReader(resp.Body, 64<<10))
	if resp.StatusCode/100 == 2 {
		return false, nil
	}
	return resp.StatusCode >= 500 || resp.StatusCode == http.StatusTooManyRequests, fmt.Errorf("its server answers with status %d", resp.StatusCode)
}
