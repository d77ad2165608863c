package intake

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"iter"

	"stemma"
)

// item is a stretch of bytes to be read: a file, or a part of one. Either body holds
// it, or open gives it from its beginning, as often as asked.
type item struct {
	name     string // what its kind may be told by
	member   string // its name inside the file, "" for the file itself
	kind     kind   // kindNone: to be told by name and bytes
	charset  string // as stated from outside, by a server or a mail
	url      string
	captured stemma.Date
	stated   stemma.Meta // what a feed says of it; counts where the page itself is silent
	notes    []string    // trouble that its pages are to tell
	depth    int         // containers around it
	size     int64
	body     []byte
	open     func() (io.ReadCloser, error)
}

// within gives an item inside this one.
func (it *item) within(name string, body []byte) *item {
	in := &item{name: name, member: name, url: it.url, captured: it.captured, depth: it.depth + 1, body: body, size: int64(len(body))}
	if it.member != "" {
		in.member = it.member + "#" + name
	}
	return in
}

// reader gives the bytes from the beginning.
func (it *item) reader() (io.ReadCloser, error) {
	if it.open != nil {
		return it.open()
	}
	return inMemory{bytes.NewReader(it.body)}, nil
}

// inMemory is a file whose bytes are held; like one on the disk it can be read from
// anywhere.
type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

// opened is the reading of one file of the pile, with all that is in it.
type opened struct {
	*walk
	name, sum string
	body      []byte                        // handed out with the first page; nil when it is not kept
	big       bool                          // the file is over MaxKept: its bytes are not held
	whole     func() (io.ReadCloser, error) // the big file from its beginning
	left      int64                         // bytes that may still be unpacked
	members   int
	pages     int
	problems  int
	seen      map[string]int // member → how often
	stated    *statement     // of the record that comes next
	passed    map[string]int // what was passed over on purpose → how often
}

// file reads one file of the pile.
func (w *walk) file(name string, info fs.FileInfo) bool {
	f := &opened{walk: w, name: name, big: info.Size() > MaxKept, left: MaxFile + maxRatio*info.Size(),
		seen: map[string]int{}, passed: map[string]int{}}
	it := &item{name: name, size: info.Size()}
	head, err := f.head(name)
	if err == nil {
		it.kind = f.kindOf(it, head)
		if info.Size() > MaxFile && !it.kind.streamed() {
			return w.problem(name, fmt.Sprintf("the file has %d MB; a page may have %d", info.Size()>>20, MaxFile>>20),
				"Split the file, or turn it into JSON Lines with one article a line.")
		}
		err = f.load(it)
	}
	if err != nil {
		return w.problem(name, "the file cannot be read: "+reason(err), "Check the file and its permissions, then add it again.")
	}
	return f.item(it) && f.rest()
}

// Again gives the pages of a file's bytes as they were kept, as File and Pages gave them
// when it lay at path below root.
func Again(root, path string, body []byte) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		sum := sha256.Sum256(body)
		f := &opened{walk: &walk{root: root, yield: yield}, name: path, body: body, sum: hex.EncodeToString(sum[:]),
			left: MaxFile + maxRatio*int64(len(body)), seen: map[string]int{}, passed: map[string]int{}}
		it := &item{name: path, size: int64(len(body)), body: body}
		_ = f.item(it) && f.rest()
	}
}

// AgainFrom is Again for a file over MaxKept, of that hash and size.
func AgainFrom(root, path, sum string, size int64, open func() (io.ReadCloser, error)) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		f := &opened{walk: &walk{root: root, yield: yield}, name: path, big: true, whole: open, sum: sum,
			left: MaxFile + maxRatio*size, seen: map[string]int{}, passed: map[string]int{}}
		it := &item{name: path, size: size, open: open}
		from, err := open()
		if err != nil {
			yield(Input{}, err)
			return
		}
		head := make([]byte, 1024)
		n, _ := io.ReadFull(from, head)
		from.Close()
		it.kind = f.kindOf(it, head[:n])
		_ = f.item(it) && f.rest()
	}
}

func (f *opened) head(name string) ([]byte, error) {
	file, err := f.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	head := make([]byte, 1024)
	n, err := io.ReadFull(file, head)
	if err == io.ErrUnexpectedEOF || err == io.EOF {
		err = nil
	}
	return head[:n], err
}

// load hashes the file, and holds it if it is not too big.
func (f *opened) load(it *item) (err error) {
	hash := sha256.New()
	if !f.big {
		if f.body, err = readAll(f.fsys, f.name); err != nil {
			return err
		}
		hash.Write(f.body)
		it.body, it.size = f.body, int64(len(f.body))
	} else {
		f.whole = func() (io.ReadCloser, error) { return f.fsys.Open(f.name) }
		it.open = f.whole
		file, err := it.open()
		if err != nil {
			return err
		}
		defer file.Close()
		if _, err := io.Copy(hash, file); err != nil {
			return err
		}
	}
	f.sum = hex.EncodeToString(hash.Sum(nil))
	return nil
}

// kindOf tells how an item is to be read: by its first bytes where they leave no doubt,
// else by its name, else by its first element.
func (f *opened) kindOf(it *item, head []byte) kind {
	named := kindOf(it.name)
	found := sniff(head)
	switch {
	case found == kindZip && (named == kindDocx || named == kindEPUB || named == kindWACZ):
		return named
	case found == kindGzip && named == kindWARC:
		return named
	case found == kindNone && named == kindGzip: // a browser may have unpacked it
		return cmp.Or(sniffText(head), named)
	case found != kindNone:
		return found
	case named != kindNone:
		return named
	}
	return sniffText(head)
}

// item reads an item, whatever it is. It reports false when no more is wanted.
func (f *opened) item(it *item) bool {
	if f.members++; f.members > maxMembers {
		return f.members > maxMembers+1 || f.trouble(it, &trouble{"it holds more than a million parts; the rest was left out", "Split it."})
	}
	if it.depth > maxDepth {
		return f.trouble(it, &trouble{fmt.Sprintf("archives are packed into one another more than %d deep", maxDepth), "Unpack the outer ones, then add it again."})
	}
	if it.kind == kindNone {
		it.kind = f.kindOf(it, it.body[:min(len(it.body), 1024)])
	}
	switch it.kind {
	case kindRecords:
		return f.records(it)
	case kindGzip:
		return f.gunzip(it)
	case kindTar:
		return f.tar(it)
	case kindZip, kindWACZ:
		return f.zip(it)
	case kindWARC:
		return f.warc(it)
	case kindMbox:
		return f.mbox(it)
	}
	if it.kind.passed() {
		f.passed[string(it.kind)]++
		return true
	}
	body, err := f.held(it)
	if err != nil {
		return f.trouble(it, &trouble{"it cannot be unpacked: " + reason(err), "The file is damaged, or too big for a page."})
	}
	if len(body) == 0 {
		return f.trouble(it, &trouble{"the file is empty", "Save the page again."})
	}
	switch it.kind {
	case kindMail, kindMHTML:
		return f.mail(it, body)
	case kindFeed:
		return f.feed(it, body)
	case kindEPUB:
		return f.epub(it, body)
	case kindText, kindHTML, kindMarkdown, kindPDF, kindDocx:
		return f.content(it, body)
	}
	return f.unknown(it, body)
}

// held gives an item's bytes, up to MaxFile of them.
func (f *opened) held(it *item) ([]byte, error) {
	if it.open == nil {
		return it.body, nil
	}
	from, err := it.open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	return limited(from)
}
