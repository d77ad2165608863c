package watch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"time"
)

// Fingerprint tells whether a folder, or a file, is as it was: a hash of the names, sizes
// and times of all that is in it, and the time of what changed last. What cannot be
// looked at counts as not there: whoever opens it will tell.
func Fingerprint(fsys fs.FS, root string) (print string, last time.Time) {
	sum := sha256.New()
	fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		info, err := d.Info()
		if err != nil || d.IsDir() {
			return nil
		}
		fmt.Fprintf(sum, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		if info.ModTime().After(last) {
			last = info.ModTime()
		}
		return nil
	})
	return hex.EncodeToString(sum.Sum(nil)), last
}
