package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// ErrTooMuch says that an archive unpacks to more than it may.
var ErrTooMuch = errors.New("it unpacks to more than an archive of its size may")

// errPacking says that gzip data are damaged; the file goes on behind them.
var errPacking = errors.New("damaged gzip data")

// counter counts the bytes that were read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// stream gives the unpacked bytes of a file, gzip member by gzip member, and knows
// where it stands. Bytes can be given back to be read again.
type stream struct {
	file  counter
	raw   *bufio.Reader // over file
	gz    *gzip.Reader  // nil for a file that is not packed
	text  *bufio.Reader // what lines are read from: raw, or the member's content
	begin int64         // where the member begins in the file
	read  int64         // bytes of the member (or of the file) that were given out
	back  []byte        // given back
	left  int64         // bytes that may still be unpacked
	start [2]int64      // place of the last line
}

func newStream(r io.Reader, most int64) *stream {
	s := &stream{file: counter{r: r}, left: most}
	s.raw = bufio.NewReaderSize(&s.file, 64<<10)
	s.text = s.raw
	if head, _ := s.raw.Peek(2); string(head) == "\x1f\x8b" {
		s.gz = new(gzip.Reader)
		s.text = bufio.NewReaderSize(bytes.NewReader(nil), 64<<10)
	}
	return s
}

// offset is where the stream stands in the file; in a packed one where the member
// begins that it stands in.
func (s *stream) offset() int64 {
	if s.gz != nil {
		return s.begin
	}
	return s.read
}

// lineStart gives the place of the last line read: of the file, and inside the member.
func (s *stream) lineStart() (offset, inner int64) { return s.start[0], s.start[1] }

// member opens the next gzip member; io.EOF when there is none.
func (s *stream) member() error {
	s.begin, s.read = s.file.n-int64(s.raw.Buffered()), 0
	head, err := s.raw.Peek(2)
	if len(head) < 2 {
		if err == nil || err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		return err
	}
	if string(head) != "\x1f\x8b" {
		if !s.seek() {
			return io.EOF
		}
		return fmt.Errorf("%w: bytes between its members", errPacking)
	}
	if err := s.gz.Reset(s.raw); err != nil {
		return s.packing(err)
	}
	s.gz.Multistream(false)
	s.text.Reset(s.gz)
	return nil
}

// packing tells damage to the packing from trouble with the file itself.
func (s *stream) packing(err error) error {
	if err == io.ErrUnexpectedEOF {
		return fmt.Errorf("%w: the file ends inside", errPacking)
	}
	var pathError interface{ Timeout() bool }
	if errors.As(err, &pathError) {
		return err
	}
	return fmt.Errorf("%w: %w", errPacking, err)
}

// nextMember leaves a damaged member; reading goes on where the next one begins. What
// was unpacked of a member that was cut off may be the beginning of the next: where the
// file lets it, the search goes back to behind the damaged member's first byte.
func (s *stream) nextMember() {
	if s.gz == nil {
		return
	}
	s.back = nil
	s.text.Reset(bytes.NewReader(nil))
	if file, ok := s.file.r.(io.Seeker); ok {
		if _, err := file.Seek(s.begin+1, io.SeekStart); err == nil {
			s.file.n = s.begin + 1
			s.raw.Reset(&s.file)
		}
	}
	s.seek()
}

// seek moves to the next bytes that look like the head of a gzip member.
func (s *stream) seek() bool {
	for first := true; ; first = false {
		buffered, err := s.raw.Peek(max(s.raw.Buffered(), 1024))
		skip := 0
		if first && len(buffered) > 0 && bytes.HasPrefix(buffered, []byte("\x1f\x8b\x08")) && s.file.n-int64(s.raw.Buffered()) == s.begin {
			skip = 1 // the damaged member itself
		}
		if i := bytes.Index(buffered[skip:], []byte("\x1f\x8b\x08")); i >= 0 {
			s.raw.Discard(skip + i)
			return true
		}
		if err != nil {
			s.raw.Discard(len(buffered))
			return false
		}
		s.raw.Discard(max(len(buffered)-2, 1))
	}
}

// line gives the next line with its end, up to max bytes of it. It gives io.EOF with
// the last one.
func (s *stream) line(max int) ([]byte, error) {
	if len(s.back) == 0 && s.gz != nil {
		for {
			if _, err := s.text.Peek(1); err == nil {
				break
			} else if err != io.EOF {
				return nil, s.packing(err)
			}
			if err := s.member(); err != nil {
				return nil, err
			}
		}
	}
	s.start = [2]int64{s.offset(), 0}
	if s.gz != nil {
		s.start[1] = s.read
	}
	var line []byte
	if len(s.back) > 0 {
		n := bytes.IndexByte(s.back, '\n') + 1
		whole := n > 0 || len(s.back) >= max
		if n == 0 || n > max {
			n = min(len(s.back), max)
		}
		line = append(line, s.back[:n]...)
		s.back = s.back[n:]
		s.read += int64(n)
		if whole {
			return line, nil
		}
	}
	for {
		part, err := s.text.ReadSlice('\n')
		s.read += int64(len(part))
		if s.left -= int64(len(part)); s.left < 0 {
			return nil, ErrTooMuch
		}
		line = append(line, part[:min(len(part), max-len(line))]...)
		switch {
		case err == bufio.ErrBufferFull:
			if len(line) >= max {
				return line, nil // the rest is another line
			}
		case err == io.EOF && s.gz != nil && len(line) > 0:
			return line, nil
		case err != nil && err != io.EOF && s.gz != nil:
			return line, s.packing(err)
		default:
			return line, err
		}
	}
}

// unread gives bytes back; they must be the last that were read.
func (s *stream) unread(b []byte) {
	s.back = append(bytes.Clone(b), s.back...)
	s.read -= int64(len(b))
}

// copy reads n bytes and keeps the first keep of them. A record may go over the end of
// a gzip member.
func (s *stream) copy(to *bytes.Buffer, n, keep int64) (got int64, err error) {
	for got < n {
		var from io.Reader = s.text
		if len(s.back) > 0 {
			from = bytes.NewReader(s.back)
		}
		var m int64
		if room := min(n-got, keep-int64(to.Len())); room > 0 {
			m, err = to.ReadFrom(io.LimitReader(from, room))
		} else {
			m, err = io.CopyN(io.Discard, from, n-got)
		}
		if len(s.back) > 0 {
			s.back, err = s.back[m:], nil
			s.left += m // it was counted when it was read first
		}
		got += m
		s.read += m
		if s.left -= m; s.left < 0 {
			return got, ErrTooMuch
		}
		switch {
		case err != nil && err != io.EOF:
			return got, s.packing(err)
		case m > 0:
			continue
		case s.gz == nil:
			return got, io.EOF
		}
		if err := s.member(); err != nil {
			return got, err
		}
	}
	return got, nil
}

// between reports whether the stream stands where a record may end: at the end of the
// file, of its member, or at an empty line.
func (s *stream) between() bool {
	head := s.back
	if len(head) == 0 {
		head, _ = s.text.Peek(2)
	}
	return len(head) == 0 || head[0] == '\n' || len(head) == 1 && head[0] == '\r' || head[0] == '\r' && head[1] == '\n'
}
