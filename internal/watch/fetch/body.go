package fetch

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// body reads an answer's body, up to max bytes of it unpacked; a longer one is refused, or
// cut. Pictures and films are not read at all.
func body(resp *http.Response, max int64, cut bool) ([]byte, error) {
	media := strings.ToLower(resp.Header.Get("Content-Type"))
	for _, kind := range []string{"image/", "video/", "audio/", "font/"} {
		if strings.HasPrefix(media, kind) {
			return nil, Refusal("it is no page: the server says that it is " + strings.TrimSuffix(kind, "/"))
		}
	}
	if resp.ContentLength > max && !cut {
		return nil, tooMuch(max)
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, max+1))
	switch {
	case int64(len(b)) > max && cut:
		return b[:max], nil
	case int64(len(b)) > max:
		return nil, tooMuch(max)
	case err != nil:
		return nil, fmt.Errorf("the answer broke off: %w", err)
	}
	return b, nil
}

func tooMuch(max int64) Refusal {
	return Refusal(fmt.Sprintf("it has more than %d MB", max>>20))
}

// longestWait bounds what a server may ask for: a day.
const longestWait = 24 * time.Hour

// retryAfter reads the header Retry-After: seconds, or a date (RFC 9110, 10.2.3); 0 when
// it says nothing that is understood.
func retryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseUint(value, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, longestWait)
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(at.Sub(now), 0), longestWait)
	}
	return 0
}
