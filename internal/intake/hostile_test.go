package intake_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"stemma"
)

// zipOf packs files, given as name and content in turn.
func zipOf(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, _ := z.Create(parts[i])
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.String()
}

func gzOf(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func tarOf(parts ...string) string {
	var b bytes.Buffer
	t := tar.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		t.WriteHeader(&tar.Header{Name: parts[i], Size: int64(len(parts[i+1])), Mode: 0o644})
		t.Write([]byte(parts[i+1]))
	}
	t.Close()
	return b.String()
}

func mailOf(kind, body string) string {
	return "From: A <a@b.example>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: " + kind + "\r\n\r\n" + body
}

// deepMail has parts within parts.
func deepMail(n int) string {
	var b strings.Builder
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n")
	for i := range n {
		fmt.Fprintf(&b, "--b%d\r\nContent-Type: multipart/mixed; boundary=\"b%d\"\r\n\r\n", i, i+1)
	}
	return b.String()
}

const bombEntities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`

// TestHostile: what was made to do harm costs a bounded amount of memory, is told with a
// reason and a hint, and the good file beside it is read.
func TestHostile(t *testing.T) {
	bomb := gzOf(strings.Repeat("\x00", 160<<20)) // 160 kB
	matryoshka := "word"
	for range 8 {
		matryoshka = zipOf("inner.zip", matryoshka)
	}
	var crowd []string
	for i := range 300 {
		crowd = append(crowd, fmt.Sprint("part-", i, ".pdf"), "%PDF-")
	}
	container := "<container><rootfiles><rootfile full-path=\"all.opf\"/></rootfiles></container>"
	for name, tt := range map[string]struct{ file, data, why string }{
		"gzip bomb":                 {"a.txt.gz", bomb, "cannot be unpacked"},
		"gzip bomb in gzip":         {"a.txt.gz.gz", gzOf(bomb), "cannot be unpacked"},
		"gzip bomb of lines":        {"a.jsonl.gz", bomb, "unpacks to far more"},
		"zip bomb":                  {"a.zip", zipOf("a.txt", strings.Repeat("\x00", 128<<20)), "cannot be unpacked"},
		"zip bomb of many":          {"a.zip", zipOf("a.txt.gz", bomb, "b.txt.gz", bomb, "c.txt.gz", bomb), "cannot be unpacked"},
		"archives in archives":      {"a.zip", matryoshka, "more than 4 deep"},
		"tar bomb":                  {"a.tgz", gzOf(tarOf("a.txt", strings.Repeat("\x00", 96<<20))), "cannot be unpacked"},
		"WARC of nothing":           {"a.warc", strings.Repeat("WARC/1.0\r\n\r\n", 1000), "states no length"},
		"WARC without an end":       {"a.warc", "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 1<<20), "head has no end"},
		"WARC bomb":                 {"a.warc.gz", gzOf("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 167772160\r\n\r\n" + strings.Repeat("\x00", 160<<20)), ""},
		"many bad parts":            {"a.zip", zipOf(crowd...), "the PDF cannot be read"},
		"DOCX with entities":        {"a.docx", zipOf("word/document.xml", bombEntities+"<x>&c;</x>"), "declares entities"},
		"DOCX nested deep":          {"a.docx", zipOf("word/document.xml", strings.Repeat("<w:p>", 100_000)), "nested too deep"},
		"DOCX bomb":                 {"a.docx", zipOf("word/document.xml", "<w:p>"+strings.Repeat(" ", 80<<20)), "unpacks to more"},
		"EPUB with entities":        {"a.epub", zipOf("META-INF/container.xml", bombEntities+"<container>&c;</container>"), "declares entities"},
		"EPUB nested deep":          {"a.epub", zipOf("META-INF/container.xml", container, "all.opf", strings.Repeat("<x>", 100_000)), "nested too deep"},
		"feed with entities":        {"a.rss", bombEntities + "<rss><channel><item><title>&c;</title></item></channel></rss>", ""},
		"feed nested deep":          {"a.rss", "<rss>" + strings.Repeat("<a>", 200_000), "nested too deep"},
		"JSON feed nested deep":     {"a.json", `{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 200_000), "nested too deep"},
		"mail nested deep":          {"a.eml", deepMail(5000), ""},
		"mail without an end":       {"a.eml", strings.Repeat("X: y\r\n", 1<<20), "head is damaged"},
		"PDF whose pages circle":    {"a.pdf", pdfWith("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"), "circle"},
		"PDF of absurd size":        {"a.pdf", strings.Replace(pdfWith("<< /Type /Pages /Kids [] /Count 0 >>"), "/Size 4", "/Size 99999999999", 1), "numbers that no document has"},
		"PDF with escaped absurd N": {"a.pdf", strings.Replace(pdfWith("<< /Type /Pages /Kids [] /Count 0 >>"), "/Count 0", "/#4E 99999999999", 1), "numbers that no document has"},
		"encrypted PDF":             {"a.pdf", strings.Replace(pdfWith("<< /Type /Pages /Kids [] /Count 0 >>"), "/Size 4", "/Size 4 /Encrypt 9 0 R", 1), "encrypted"},
		"PDF without text":          {"a.pdf", pdfWith("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), "no text"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			pages, problems := read(t, fstest.MapFS{"in/" + tt.file: file(tt.data), "good.txt": file(article)})
			runtime.ReadMemStats(&after)
			if grown := after.HeapSys - min(before.HeapSys, after.HeapSys); grown > 1<<30 {
				t.Errorf("the heap grew by %d MB", grown>>20)
			}
			good, told := false, []stemma.Problem{}
			for _, p := range pages {
				good = good || p.Path == "good.txt" && p.Text == article
				told = append(told, p.Problems...)
			}
			if !good {
				t.Error("the good file was not read")
			}
			told = append(told, problems...)
			for _, p := range told {
				if p.Step == stemma.Passed && tt.why != "" {
					continue
				}
				if !strings.Contains(p.Message, tt.why) || p.Hint == "" || !strings.HasPrefix(p.Source, "in/"+tt.file) {
					t.Errorf("problem %+v does not say %q", p, tt.why)
				}
				return
			}
			t.Error("no problem")
		})
	}
}

// pdfWith is a PDF with this tree of pages.
func pdfWith(pages string) string {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", pages, "<< /Type /Page /Parent 2 0 R >>"}
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	b.WriteString("xref\n0 4\n0000000000 65535 f \n")
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", xref)
	return b.String()
}

// TestNamesInArchives: a name inside an archive is a label: it leads nowhere, turns
// nothing round, and two parts of one name are two pages.
func TestNamesInArchives(t *testing.T) {
	data := zipOf("../../etc/passwd.txt", article, "/top/a.txt", article+"b", `..\..\b.txt`, article+"c",
		"x\u202etxt.exe.txt", article+"d", "same.txt", article+"e", "same.txt", article+"f", "a#b.txt", article+"g")
	pages, problems := read(t, fstest.MapFS{"a.zip": file(data)})
	if len(problems) > 0 {
		t.Errorf("problems %v", problems)
	}
	var got []string
	for _, p := range pages {
		got = append(got, p.Member)
	}
	want := []string{"etc/passwd.txt", "top/a.txt", "b.txt", "x\uFFFDtxt.exe.txt", "same.txt", "same.txt~2", "a_b.txt"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("members %q, want %q", got, want)
	}
}

// TestBodyOnce: a container's bytes come with its first page only, and all its pages
// carry their hash.
func TestBodyOnce(t *testing.T) {
	data := zipOf("a.txt", article, "b.txt", article+"b")
	bodies := 0
	sums := map[string]bool{}
	for in := range all(fstest.MapFS{"a.zip": file(data)}) {
		if in.Body != nil {
			bodies++
			if string(in.Body) != data {
				t.Error("the body is not the file's bytes")
			}
		}
		sums[in.Page.SHA256] = true
	}
	if bodies != 1 || len(sums) != 1 {
		t.Errorf("%d bodies, hashes %v", bodies, sums)
	}
}
