package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// gunzip reads a gzipped file: a web archive record by record, anything else as what
// is packed in it.
func (f *opened) gunzip(it *item) bool {
	open := func() (io.ReadCloser, error) {
		from, err := it.reader()
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(from)
		if err != nil {
			from.Close()
			return nil, err
		}
		return packed{f.metered(z), from}, nil
	}
	first, err := open()
	if err != nil {
		return f.trouble(it, &trouble{"the file is named .gz but is no gzip file, or its beginning is damaged", "Rename it, or pack it again."})
	}
	head := make([]byte, 1024)
	n, err := io.ReadFull(first, head)
	first.Close()
	if n == 0 && err != io.EOF {
		return f.trouble(it, &trouble{"its gzip packing is damaged: " + reason(err), "Pack it again, or fetch it again."})
	}
	inner := *it
	inner.name, inner.depth = unpackedName(it.name), it.depth+1
	inner.body, inner.open, inner.kind = nil, open, kindNone
	if inner.kind = f.kindOf(&inner, head[:n]); inner.kind == kindWARC {
		it.kind = kindWARC
		return f.item(it)
	}
	if inner.kind == kindNone && tarred(head[:n]) {
		inner.kind = kindTar
	}
	if inner.kind == kindZip || inner.kind == kindNone {
		body, err := f.held(&inner)
		if err != nil {
			return f.trouble(it, &trouble{"it cannot be unpacked: " + reason(err), "The file is damaged, or too big."})
		}
		inner.body, inner.open = body, nil
	}
	return f.item(&inner)
}

// tarred reports whether bytes begin as a tar archive does.
func tarred(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// packed closes the file below an unpacker.
type packed struct {
	io.Reader
	io.Closer
}

// unpackedName is a packed file's name without the packing.
func unpackedName(name string) string {
	ext := path.Ext(name)
	switch strings.ToLower(ext) {
	case ".gz":
		return strings.TrimSuffix(name, ext)
	case ".tgz":
		return strings.TrimSuffix(name, ext) + ".tar"
	}
	return name
}

// tar reads an archive twice: its names first, since a saved page tells which folders
// are its own.
func (f *opened) tar(it *item) bool {
	var names []string
	damaged := f.eachTar(it, func(name string, _ io.Reader) bool {
		names = append(names, name)
		return len(names) < maxMembers
	})
	parts := folderParts(names)
	again := f.eachTar(it, func(name string, from io.Reader) bool {
		if f.skips(it, name, parts) {
			return true
		}
		body, err := limited(from)
		in := it.within(label(name), body)
		if err != nil {
			return f.trouble(in, &trouble{"it cannot be unpacked: " + reason(err), "The archive is damaged, or the part too big."})
		}
		return f.item(in)
	})
	if errors.Is(again, errStopped) {
		return false
	}
	if err := errors.Join(damaged, again); err != nil {
		return f.trouble(it, &trouble{"the archive is damaged or cannot be unpacked: " + first(err), "What stands before the damage was read."})
	}
	return true
}

var errStopped = errors.New("no more is wanted")

// first gives an error's first line.
func first(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// eachTar goes through the files of a tar archive until do reports false.
func (f *opened) eachTar(it *item, do func(name string, from io.Reader) bool) error {
	from, err := it.reader()
	if err != nil {
		return err
	}
	defer from.Close()
	for t := tar.NewReader(from); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return err
		}
		if h.Typeflag == tar.TypeReg && !do(h.Name, t) {
			return errStopped
		}
	}
}

// zip reads a zip archive; one that is an office document or a book by what is in it
// is read as that.
func (f *opened) zip(it *item) bool {
	at, size, done, err := f.readerAt(it)
	if err != nil {
		return f.trouble(it, &trouble{"the archive cannot be read: " + reason(err), "Unpack it, then add what is in it."})
	}
	defer done()
	z, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return f.trouble(it, &trouble{"the zip archive is damaged: " + reason(err), "Fetch it again, or unpack what can be unpacked and add that."})
	}
	names := make([]string, 0, len(z.File))
	has := map[string]bool{}
	for _, member := range z.File {
		names = append(names, member.Name)
		has[member.Name] = true
	}
	switch {
	case has["word/document.xml"]:
		it.kind = kindDocx
		return f.item(it)
	case has["META-INF/container.xml"]:
		it.kind = kindEPUB
		return f.item(it)
	case has["xl/workbook.xml"], has["ppt/presentation.xml"], has["content.xml"] && has["META-INF/manifest.xml"]:
		return f.trouble(it, &trouble{"it is an office document of a kind that is not read", "Save it as .docx, PDF or text."})
	}
	parts := folderParts(names)
	for _, member := range z.File {
		if member.FileInfo().IsDir() || f.skips(it, member.Name, parts) {
			continue
		}
		if it.kind == kindWACZ && !strings.HasPrefix(member.Name, "archive/") {
			f.passed["indexes"]++
			continue
		}
		if !f.zipped(it, member) {
			return false
		}
	}
	return true
}

// zipped reads one part of a zip archive.
func (f *opened) zipped(it *item, member *zip.File) bool {
	in := it.within(label(member.Name), nil)
	in.size = int64(min(member.UncompressedSize64, 1<<62))
	if member.Flags&1 != 0 {
		return f.trouble(in, &trouble{"it is encrypted", "Unpack it with its password, then add what was in it."})
	}
	in.open = func() (io.ReadCloser, error) {
		from, err := member.Open()
		if err != nil {
			return nil, err
		}
		return packed{f.metered(from), from}, nil
	}
	if k := kindOf(in.name); !k.streamed() || k == kindZip || k == kindWACZ {
		if k.passed() {
			f.passed[string(k)]++
			return true
		}
		body, err := f.held(in)
		if err != nil {
			return f.trouble(in, &trouble{"it cannot be unpacked: " + reason(err), "The archive is damaged, or the part too big or packed in a way that is not known."})
		}
		in.body, in.open, in.size = body, nil, int64(len(body))
	} else {
		in.kind = k
	}
	return f.item(in)
}

// readerAt gives an item's bytes to be read from anywhere.
func (f *opened) readerAt(it *item) (at io.ReaderAt, size int64, done func(), err error) {
	from, err := it.reader()
	if err != nil {
		return nil, 0, nil, err
	}
	if at, ok := from.(io.ReaderAt); ok {
		return at, it.size, func() { from.Close() }, nil
	}
	defer from.Close()
	body, err := limited(from)
	return bytes.NewReader(body), int64(len(body)), func() {}, err
}

// skips reports whether a part is passed over because of where it lies, and counts it.
func (f *opened) skips(it *item, name string, parts map[string]bool) bool {
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if parts[dir] {
			f.passed["parts of saved pages"]++
			return true
		}
	}
	for _, part := range strings.Split(label(name), "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			f.passed["hidden files"]++
			return true
		}
	}
	return false
}
