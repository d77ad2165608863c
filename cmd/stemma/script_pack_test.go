package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack FORMAT FILE FROM… packs folders and files into a zip, a tgz, a gz (each file a
// gzip member of its own) or, line by line, a pdf.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	var names []string
	data := map[string][]byte{}
	for _, from := range args[2:] {
		root := ts.MkAbs(from)
		ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			name, _ := filepath.Rel(root, path)
			if name == "." {
				name = filepath.Base(path)
			}
			names = append(names, filepath.ToSlash(name))
			data[filepath.ToSlash(name)], err = os.ReadFile(path)
			return err
		}))
	}
	switch args[0] {
	case "zip":
		z := zip.NewWriter(&b)
		for _, n := range names {
			w, err := z.Create(n)
			ts.Check(err)
			w.Write(data[n])
		}
		ts.Check(z.Close())
	case "tgz":
		g := gzip.NewWriter(&b)
		t := tar.NewWriter(g)
		for _, n := range names {
			ts.Check(t.WriteHeader(&tar.Header{Name: n, Size: int64(len(data[n])), Mode: 0o644}))
			t.Write(data[n])
		}
		ts.Check(t.Close())
		ts.Check(g.Close())
	case "gz":
		for _, n := range names {
			g := gzip.NewWriter(&b)
			g.Write(data[n])
			ts.Check(g.Close())
		}
	case "pdf":
		for _, n := range names {
			b.Write(pdfOf(strings.Split(strings.TrimSpace(string(data[n])), "\n")))
		}
	default:
		ts.Fatalf("pack: no such format %s", args[0])
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}

// pdfOf makes a PDF of one page: the first line large, an empty line a gap.
func pdfOf(lines []string) []byte {
	var text strings.Builder
	y := 780
	for i, l := range lines {
		size := 11
		if i == 0 {
			size = 20
		}
		l = strings.NewReplacer("\\", `\\`, "(", `\(`, ")", `\)`, "“", "\\223", "”", "\\224", "’", "\\222").Replace(l)
		fmt.Fprintf(&text, "BT /F1 %d Tf 72 %d Td (%s) Tj ET\n", size, y, l)
		y -= 14
	}
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", text.Len()+1, text.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}
