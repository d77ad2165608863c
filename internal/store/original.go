package store

import "io"

// File is the bytes of an original, to be read from the beginning or from anywhere. It is
// for one reader at a time.
type File interface {
	io.ReadCloser
	io.ReaderAt
	Size() int64
}

// NewFile gives the bytes of a reader as a File.
func NewFile(from io.ReaderAt, size int64) File { return file{io.NewSectionReader(from, 0, size)} }

type file struct{ *io.SectionReader }

// Close does nothing: what is read holds nothing open.
func (file) Close() error { return nil }
