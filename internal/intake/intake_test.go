package intake_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"stemma"
	"stemma/internal/intake"
)

const (
	arabic  = "افتتح الجسر يوم الثلاثاء، وقال رئيس البلدية إن العمل انتهى."
	persian = "پل روز سه\u200cشنبه باز شد"
	chinese = "大桥星期二通车，市长在河边说，工程用了三年时间。"
)

// in writes a text in an encoding.
func in(t *testing.T, e encoding.Encoding, text string) string {
	t.Helper()
	s, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const article = "Bridge opens in Velmora\n\nThe bridge over the Tal was opened on Tuesday, the mayor said.\n"

// read gives the pages and the problems of a pile, and fails on an error.
func read(t *testing.T, fsys fs.FS) (pages []stemma.Page, problems []stemma.Problem) {
	t.Helper()
	for in, err := range intake.Pages(fsys, "pile") {
		switch {
		case err != nil:
			t.Fatal(err)
		case in.Problem != nil:
			problems = append(problems, *in.Problem)
		default:
			pages = append(pages, in.Page)
		}
	}
	return pages, problems
}

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// TestBadFiles: each bad file becomes a problem with a reason and a hint, and the good
// file beside it is read.
func TestBadFiles(t *testing.T) {
	zipped := new(bytes.Buffer)
	z := gzip.NewWriter(zipped)
	for i := range 1000 {
		fmt.Fprintf(z, "{\"id\":\"r%d\",\"text\":\"b\"}\n", i)
	}
	z.Close()
	for name, tt := range map[string]struct{ file, data, why string }{
		"empty file":          {"a.txt", "", "empty"},
		"blank file":          {"a.txt", "\uFEFF \n\n", "no text"},
		"binary file":         {"a.txt", "ab\x00\x01\x02" + strings.Repeat("\x00\x07", 40), "binary"},
		"binary HTML":         {"a.html", "<html>\x00\x00\x00x", "binary"},
		"image named text":    {"a.txt", "\x89PNG\r\n\x1a\nxxxx", "an image"},
		"damaged PDF":         {"a.pdf", "%PDF-1.4 …", "the PDF cannot be read"},
		"damaged ZIP":         {"a.zip", "PK\x03\x04xxxx", "zip archive is damaged: it is no zip file, or its end is missing"},
		"damaged tar":         {"a.tar", "xxxx", "archive is damaged"},
		"gzip without end":    {"a.txt.gz", zipped.String()[:zipped.Len()-20], "it is cut off; its end is missing"},
		"damaged gzip":        {"a.txt.gz", "\x1f\x8b\x08xxxxxxxxxxxxxxx", "gzip"},
		"no .docx":            {"a.docx", "xxxx", "no .docx file"},
		"no EPUB":             {"a.epub", "xxxx", "book cannot be read"},
		"no feed":             {"a.rss", "xxxx", "feed cannot be read"},
		"feed without entry":  {"a.xml", "<rss version=\"2.0\"><channel></channel></rss>", "no entries"},
		"empty mbox":          {"a.mbox", "xxxx", "no messages"},
		"no WARC":             {"a.warc", "xxxx", "no record"},
		"RTF":                 {"a.rtf", "{\\rtf1 x}", "RTF"},
		"unknown kind":        {"a.xyz", "hello", "“.xyz”"},
		"line of 50 MB":       {"a.txt", strings.Repeat("word ", 10<<20), "too long to be an article"},
		"line of 2 MB":        {"a.txt", article + strings.Repeat("word ", 500<<10), "a line has 2 MB"},
		"file of 65 MB":       {"a.txt", strings.Repeat("word\n", 13<<20), "65 MB"},
		"HTML without text":   {"a.html", "<html><script>x</script></html>", "no text"},
		"broken gzip":         {"a.jsonl.gz", "not gzip", "no gzip file"},
		"cut gzip":            {"a.jsonl.gz", zipped.String()[:zipped.Len()-20], "reading stops"},
		"empty JSONL":         {"a.jsonl", "\n\n", "no records"},
		"no JSON":             {"a.jsonl", "{oops", "line 1 is no JSON object"},
		"record without id":   {"a.jsonl", `{"text":"x"}`, "has no “id”"},
		"record without text": {"a.jsonl", `{"id":"x"}`, "has no “text”"},
		"record twice":        {"a.jsonl", `{"id":"x","text":"one"}` + "\n" + `{"id":"x","text":"two"}`, "line 2 has the id “x”"},
		"record too long":     {"a.jsonl", `{"id":"x","text":"` + strings.Repeat("word ", 4<<20) + `"}`, "line 1 is over 16 MB"},
		"hidden file":         {".secret.txt", "x", "hidden"},
	} {
		t.Run(name, func(t *testing.T) {
			pages, problems := read(t, fstest.MapFS{tt.file: file(tt.data), "good.txt": file(article)})
			found := false
			for _, p := range pages {
				found = found || p.Path == "good.txt" && p.Text == article
			}
			if !found {
				t.Error("the good file was not read")
			}
			if len(problems) == 0 {
				t.Fatal("no problem")
			}
			p := problems[0]
			if !strings.Contains(p.Message, tt.why) || p.Hint == "" || p.Step != "intake" && name != "hidden file" || p.Source == "" {
				t.Errorf("problem %+v does not say %q", p, tt.why)
			}
		})
	}
}

// twice takes the bytes of UTF-8 for windows-1252 and encodes them again.
func twice(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	for _, c := range []byte(text) {
		if r := charmap.Windows1252.DecodeByte(c); r != utf8.RuneError {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// TestReadAllTheSame: pages with a fault that can be borne are read, and say so.
func TestReadAllTheSame(t *testing.T) {
	for name, tt := range map[string]struct{ file, data, text, why string }{
		"broken UTF-8":     {"a.txt", "caf\xc3\xa9 “x” \xff y", "café “x” \uFFFD y", "1 places are broken"},
		"cut in a letter":  {"a.txt", "The caf\xc3", "The caf\uFFFD", "1 places are broken"},
		"undeclared bytes": {"a.txt", strings.Repeat("El se\xf1or alcalde habl\xf3 de la econom\xeda. ", 4), strings.Repeat("El señor alcalde habló de la economía. ", 4), "guess"},
		"nested deep":      {"a.html", strings.Repeat("<div>", 100_000) + "the word", "the word", "nested too deep"},
		"encoded twice":    {"a.txt", twice(t, "El señor dijo “sí” mañana."), "El señor dijo “sí” mañana.", "encoded twice"},
		"GBK, undeclared":  {"a.txt", in(t, simplifiedchinese.GBK, strings.Repeat(chinese, 4)), strings.Repeat(chinese, 4), "guess"},
		"bad date":         {"a.jsonl", `{"id":"x","text":"y","published":"soon"}`, "y", "“soon” is no date"},
	} {
		t.Run(name, func(t *testing.T) {
			pages, problems := read(t, fstest.MapFS{tt.file: file(tt.data)})
			if len(pages) != 1 || len(problems) > 0 {
				t.Fatalf("%d pages, problems %v", len(pages), problems)
			}
			if pages[0].Text != tt.text {
				t.Errorf("text %q, want %q", pages[0].Text, tt.text)
			}
			if ps := pages[0].Problems; len(ps) != 1 || !strings.Contains(ps[0].Message, tt.why) || ps[0].Page != pages[0].ID {
				t.Errorf("problems %+v do not say %q", ps, tt.why)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	utf16le := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune("El señor\r\n")) {
		utf16le = append(utf16le, byte(u), byte(u>>8))
	}
	for name, tt := range map[string]struct{ file, data, text, encoding string }{
		"UTF-8, line ends untouched": {"a.txt", "señor\r\nx\ry\n", "señor\r\nx\ry\n", "utf-8"},
		"a mark stays in text":       {"a.txt", "\uFEFFx", "\uFEFFx", "utf-8"},
		"but not in HTML":            {"a.html", "\uFEFF<p>x", "x", "utf-8"},
		"UTF-16 with mark":           {"a.txt", string(utf16le), "\uFEFFEl señor\r\n", "utf-16le"},
		"UTF-16 without":             {"a.txt", string(utf16le[2:]), "El señor\r\n", "utf-16le"},
		"declared":                   {"a.html", "<!-- x --><meta charset='ISO-8859-1'><p>se\xf1or", "señor", "windows-1252"},
		"UTF-16 without, Arabic":     {"a.txt", in(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), arabic), arabic, "utf-16le"},
		"UTF-16BE without, Chinese":  {"a.txt", in(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), chinese+" 7 8\n"), chinese + " 7 8\n", "utf-16be"},
		"windows-1252 as ISO-8859-1": {"a.html", "<meta charset=iso-8859-1><p>\x93se\xf1or\x94 \x80 5", "“señor” € 5", "windows-1252"},
		"GBK, declared as GB2312":    {"a.html", "<meta charset=gb2312><p>" + in(t, simplifiedchinese.GBK, chinese), chinese, "gbk"},
		"Arabic, declared":           {"a.html", "<meta charset=windows-1256><p>" + in(t, charmap.Windows1256, arabic), arabic, "windows-1256"},
		"Persian beside English":     {"a.txt", "He said: " + persian + " (“the bridge”).", "He said: " + persian + " (“the bridge”).", "utf-8"},
		"a WARC's server says it":    {"a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 73\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n<p>\xec\xee\xf1\xf2\r\n\r\n", "мост", "windows-1251"},
		"declared in XML":            {"a.xhtml", `<?xml version="1.0" encoding="koi8-r"?><p>` + "\xc4\xc1", "да", "koi8-r"},
	} {
		pages, problems := read(t, fstest.MapFS{tt.file: file(tt.data)})
		if len(pages) != 1 || len(problems) > 0 || len(pages[0].Problems) > 0 {
			t.Errorf("%s: %d pages, problems %v", name, len(pages), problems)
			continue
		}
		if p := pages[0]; p.Text != tt.text || p.Encoding != tt.encoding {
			t.Errorf("%s: %q in %s, want %q in %s", name, p.Text, p.Encoding, tt.text, tt.encoding)
		}
	}
}

func TestPages(t *testing.T) {
	fsys := fstest.MapFS{"b.txt": file(article), "a/c.txt": file(article), "a/d.HTM": file("<p>x"), "a/e.jsonl": file(`{"id":7,"text":"one","series":"Post","date":"2021-03-04","byline":["A B","C D"]}` + "\n\n" + `{"id":"r2","text":"two"}`)}
	pages, problems := read(t, fsys)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, p := range pages {
		got = append(got, p.Root+":"+p.Path+"#"+p.Member+":"+p.Format)
	}
	if want := "pile:a/c.txt#:txt pile:a/d.HTM#:html pile:a/e.jsonl#7:jsonl pile:a/e.jsonl#r2:jsonl pile:b.txt#:txt"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %v", got, want)
	}
	sum := sha256.Sum256([]byte(article))
	if p := pages[0]; p.SHA256 != hex.EncodeToString(sum[:]) || p.ID != stemma.NewID("p", p.SHA256, "") || p.ID != pages[4].ID {
		t.Errorf("identity of %+v", p)
	}
	if pages[2].ID == pages[3].ID || pages[2].SHA256 != pages[3].SHA256 {
		t.Error("records of a file share its hash and have IDs of their own")
	}
	want := stemma.Meta{Outlet: "Post", Published: "2021-03-04", Byline: "A B; C D"}
	if pages[2].Given == nil || *pages[2].Given != want {
		t.Errorf("given %+v, want %+v", pages[2].Given, want)
	}
	for in, err := range intake.File(fsys, "a/c.txt") {
		if err != nil || in.Page.Path != "c.txt" || in.Page.Root != "" || string(in.Body) != article {
			t.Errorf("a file added alone: %+v, %v", in.Page, err)
		}
	}
	for _, err := range intake.File(fsys, "none.txt") {
		if err == nil {
			t.Error("no error for a file that is not there")
		}
	}
}

// TestLinks: a link to a file is read, a link to a folder and a circle of links are
// problems, and a pipe is never opened.
func TestLinks(t *testing.T) {
	dir := t.TempDir()
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "good.txt"), []byte(article), 0o666); err != nil {
		t.Fatal(err)
	}
	link("good.txt", "also.txt")
	link(".", "loop")
	link("two.txt", "one.txt")
	link("one.txt", "two.txt")
	pages, problems := read(t, os.DirFS(dir))
	if len(pages) != 2 || pages[0].ID != pages[1].ID {
		t.Errorf("pages %v", pages)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Source)
	}
	if strings.Join(got, " ") != "loop one.txt two.txt" {
		t.Errorf("problems with %v", got)
	}
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("everything may be read here")
	}
	dir := t.TempDir()
	for name, mode := range map[string]fs.FileMode{"good.txt": 0o666, "shut.txt": 0} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(article), mode); err != nil {
			t.Fatal(err)
		}
	}
	pages, problems := read(t, os.DirFS(dir))
	if len(pages) != 1 || len(problems) != 1 || !strings.Contains(problems[0].Message, "permission") {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
}

// shut is a file system with one file that cannot be opened and one folder likewise.
type shut struct{ fstest.MapFS }

func (s shut) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, "shut") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.Open(name)
}

func (s shut) ReadDir(name string) ([]fs.DirEntry, error) {
	if strings.HasPrefix(name, "shut") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.ReadDir(name)
}

func TestUnreadable(t *testing.T) {
	pages, problems := read(t, shut{fstest.MapFS{"shut.txt": file(article), "shutfolder/a.txt": file(article), "z.txt": file(article)}})
	if len(pages) != 1 || len(problems) != 2 {
		t.Fatalf("pages %v, problems %v", pages, problems)
	}
	for _, p := range problems {
		if !strings.Contains(p.Message, "permission denied") {
			t.Errorf("%+v", p)
		}
	}
	for _, err := range intake.Pages(shut{fstest.MapFS{}}, "shut") {
		if err != nil {
			t.Error("an empty pile is no error:", err)
		}
	}
}

// TestManyRecords: the records of a large file come one by one; the caller may stop
// at any of them.
func TestManyRecords(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "{\"id\":\"r%d\",\"text\":\"Text of record %d.\"}\n", i, i)
	}
	fsys := fstest.MapFS{"a.jsonl": file(b.String())}
	n, bodies := 0, 0
	for in, err := range intake.Pages(fsys, "pile") {
		if err != nil || in.Problem != nil {
			t.Fatal(err, in.Problem)
		}
		if in.Body != nil {
			bodies++
		}
		n++
	}
	if n != 20_000 || bodies != 1 {
		t.Errorf("%d pages, %d bodies", n, bodies)
	}
	n = 0
	for range intake.Pages(fsys, "pile") {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("stopped after %d", n)
	}
}

func FuzzPages(f *testing.F) {
	for _, s := range []string{"", "abc", "\uFEFF", "\xff\xfea\x00", "\xfe\xff\x00a", "caf\xe9", `{"id":"x","text":"\ud800"}`, "<meta charset=utf-7>\xff", "<?xml encoding='x", "a\x00b", "\x1f\x8b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		fsys := fstest.MapFS{}
		for _, ext := range []string{"txt", "html", "jsonl", "jsonl.gz", "bin"} {
			fsys["a."+ext] = &fstest.MapFile{Data: body}
		}
		for in, err := range intake.Pages(fsys, "pile") {
			if err != nil {
				t.Fatal(err)
			}
			if in.Problem != nil {
				if in.Problem.Message == "" || in.Problem.Hint == "" || !utf8.ValidString(in.Problem.Message) {
					t.Fatalf("problem %+v", in.Problem)
				}
				continue
			}
			if !utf8.ValidString(in.Page.Text) || strings.TrimSpace(in.Page.Text) == "" || in.Page.Encoding == "" {
				t.Fatalf("page %+v", in.Page)
			}
		}
	})
}
