package mail

import (
	"bufio"
	"bytes"
	"io"
)

// Mbox reads the messages of an mbox file (RFC 4155) one by one: each begins with a
// “From ” line behind an empty one.
type Mbox struct {
	in     *bufio.Reader
	offset int64 // of the next byte to be read
	begin  int64 // where the message under way begins
	max    int
	began  bool
}

// NewMbox reads an mbox file; of one message it holds up to max bytes.
func NewMbox(r io.Reader, max int) *Mbox {
	return &Mbox{in: bufio.NewReaderSize(r, 64<<10), max: max}
}

// Next gives the next message, without its “From ” line and with “>From” made “From”,
// and where it begins in the file; short says that it is longer than what is held.
// It gives io.EOF at the end.
func (m *Mbox) Next() (body []byte, offset int64, short bool, err error) {
	empty := true // the line before was empty
	var b bytes.Buffer
	start := true // at the start of a line
	for {
		line, err := m.in.ReadSlice('\n')
		m.offset += int64(len(line))
		if start && empty && bytes.HasPrefix(line, []byte("From ")) {
			begin := m.begin
			m.begin = m.offset - int64(len(line))
			had := m.began
			m.began = true
			if had {
				return b.Bytes(), begin, short, nil
			}
			b.Reset()
		} else if len(line) > 0 {
			empty = start && len(bytes.TrimRight(line, "\r\n")) == 0
			if quoted := bytes.TrimLeft(line, ">"); start && len(quoted) < len(line) && bytes.HasPrefix(quoted, []byte("From ")) {
				line = line[1:]
			}
			if b.Len()+len(line) <= m.max {
				b.Write(line)
			} else {
				short = true
			}
		}
		start = err == nil
		if err == nil || err == bufio.ErrBufferFull {
			continue
		}
		if err == io.EOF && m.began {
			m.began = false
			return b.Bytes(), m.begin, short, nil
		}
		return nil, 0, false, err
	}
}
