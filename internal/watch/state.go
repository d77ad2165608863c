package watch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"time"

	"stemma"
)

// State is what is remembered from round to round. Its zero value is that of one who has
// asked nobody yet.
type State struct {
	Feeds map[string]*Feed // by the address that was given
	Pages map[string]*Page // by the address that feeds gave, without fragment
	// Hosts in trouble are not asked for pages before a time; those of the past are gone.
	Hosts   map[string]time.Time
	Folders map[string]string // path → what [Fingerprint] gave when it was read last
	// Pending names the web archive of a round that is written beside the pile and may not
	// be added yet; "" when all is added.
	Pending string
	Added   string // the name of the archive that was added last
	// Untold holds news that could not be delivered yet, by the way in which they should be;
	// what they look like is the sender's business.
	Untold map[string]json.RawMessage
}

// Feed is what is remembered of one feed.
type Feed struct {
	ETag, LastModified string // of the last answer that was read to its end
	Failures           int    // in a row
	NotBefore          time.Time
	Gone               bool             // the server said that it will not come back (410)
	Entries            map[string]Entry // by page address, else by their words
}

// Entry is what is remembered of one entry.
type Entry struct {
	Words string // hash of its title and text
	Seen  time.Time
}

// Page is what is remembered of one page that a feed led to.
type Page struct {
	ETag, LastModified string
	Bytes              string // hash of its bytes; "" when none came
	Failures           int    // in a row
	Asked              time.Time
	Seen               time.Time
}

// forgotten is how long what no feed names any more is remembered.
const forgotten = 90 * 24 * time.Hour

// Encode writes a state; the same state gives the same bytes.
func (s *State) Encode() ([]byte, error) { return json.MarshalIndent(s, "", " ") }

// Decode reads what Encode wrote. The error wraps [stemma.ErrInvalid].
func Decode(b []byte) (State, error) {
	var s State
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return State{}, fmt.Errorf("it cannot be read (%v): %w", err, stemma.ErrInvalid)
	}
	return s.clone(), nil
}

// clone gives a copy that shares nothing, with all maps made and all entries there.
func (s *State) clone() State {
	c := State{Feeds: map[string]*Feed{}, Pages: map[string]*Page{}, Hosts: map[string]time.Time{}, Folders: map[string]string{}, Pending: s.Pending, Added: s.Added, Untold: map[string]json.RawMessage{}}
	maps.Copy(c.Untold, s.Untold)
	maps.Copy(c.Hosts, s.Hosts)
	maps.Copy(c.Folders, s.Folders)
	for at, f := range s.Feeds {
		if f != nil {
			copied := *f
			if copied.Entries = maps.Clone(f.Entries); copied.Entries == nil {
				copied.Entries = map[string]Entry{}
			}
			c.Feeds[at] = &copied
		}
	}
	for at, p := range s.Pages {
		if p != nil {
			copied := *p
			c.Pages[at] = &copied
		}
	}
	return c
}

// feed gives what is remembered of a feed, to be changed.
func (s *State) feed(at string) *Feed {
	if s.Feeds[at] == nil {
		s.Feeds[at] = &Feed{Entries: map[string]Entry{}}
	}
	return s.Feeds[at]
}

// forget drops what no feed has named for long, and which hosts were in trouble.
func (s *State) forget(now time.Time) {
	old := now.Add(-forgotten)
	for _, f := range s.Feeds {
		maps.DeleteFunc(f.Entries, func(_ string, e Entry) bool { return e.Seen.Before(old) })
	}
	maps.DeleteFunc(s.Hosts, func(_ string, until time.Time) bool { return !until.After(now) })
	maps.DeleteFunc(s.Pages, func(_ string, p *Page) bool { return p.Seen.Before(old) })
}

// longestPause is how long a feed in trouble is left alone at most.
const longestPause = 24 * time.Hour

// pause is how long to leave a feed alone after so many failures in a row: twice as long
// each time, at least as long as its server asks for.
func pause(failures int, every, asked time.Duration) time.Duration {
	d := every
	for range failures {
		if d *= 2; d >= longestPause {
			d = longestPause
			break
		}
	}
	return max(d, asked)
}
