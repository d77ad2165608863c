package storetest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"math/rand/v2"
	"testing/iotest"

	"stemma"
)

// A file that comes as a stream is kept whole or not at all, and can be read from anywhere.
func testBigOriginal(x *suite) {
	body := make([]byte, 9_000_000)
	rand.NewChaCha8([32]byte{1}).Read(body)
	hash := sha256.Sum256(body)
	sum := hex.EncodeToString(hash[:])
	_, err := x.s.OpenOriginal(x.ctx, sum)
	x.fails(err, stemma.ErrNotFound, "an original that is not there")
	x.fails(x.s.PutOriginal(x.ctx, sum, bytes.NewReader(body[1:])), stemma.ErrInvalid, "bytes of another hash")
	broken := errors.New("the disk is gone")
	x.fails(x.s.PutOriginal(x.ctx, sum, io.MultiReader(bytes.NewReader(body[:5_000_000]), iotest.ErrReader(broken))), broken, "a file that cannot be read to its end")
	_, err = x.s.OpenOriginal(x.ctx, sum)
	x.fails(err, stemma.ErrNotFound, "half an original")
	x.ok(x.s.PutOriginal(x.ctx, sum, bytes.NewReader(body)))
	x.ok(x.s.PutOriginal(x.ctx, sum, iotest.ErrReader(broken))) // known: nothing is read
	x.reopen()
	whole, err := x.s.Original(x.ctx, sum)
	same(x, "the whole of it is as it was", bytes.Equal(whole, body), err, true)
	f, err := x.s.OpenOriginal(x.ctx, sum)
	if x.ok(err); err != nil {
		return
	}
	defer f.Close()
	same(x, "size", f.Size(), nil, int64(len(body)))
	piece := make([]byte, 5_000_000)
	_, err = f.ReadAt(piece, 3_999_000)
	same(x, "a piece out of the middle", bytes.Equal(piece, body[3_999_000:8_999_000]), err, true)
	whole, err = io.ReadAll(f)
	same(x, "read from the beginning", bytes.Equal(whole, body), err, true)
	if n, err := f.ReadAt(piece, int64(len(body))-10); n != 10 || err != io.EOF {
		x.Errorf("behind the end: %d bytes, %v", n, err)
	}
}
