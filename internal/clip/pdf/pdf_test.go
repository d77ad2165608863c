package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/internal/clip/pdf"
)

// document writes a PDF of pages, each given as its drawing; packed streams are
// deflated. Font F1 has Western letters, F2 two bytes a letter with a table of letters.
func document(packed bool, pages ...string) []byte {
	const table = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <00660069> <0002> <06A9> endbfchar endcmap end"
	stream := func(s, more string) string {
		if packed {
			var b bytes.Buffer
			z := zlib.NewWriter(&b)
			z.Write([]byte(s))
			z.Close()
			s, more = b.String(), more+" /Filter /FlateDecode"
		}
		return fmt.Sprintf("<< /Length %d%s >>\nstream\n%s\nendstream", len(s), more, s)
	}
	var kids []string
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [<< /DW 500 >>] >>",
		stream(table, "")}
	for _, p := range pages {
		n := len(objects) + 1
		kids = append(kids, fmt.Sprint(n, " 0 R"))
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", n+1), stream(p, ""))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>", strings.Join(kids, " "), len(pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
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

// lines draws lines from the top down; one that begins with “#” is large, an empty one
// a gap.
func lines(text ...string) string {
	var b strings.Builder
	y := 780
	for _, s := range text {
		size := 11
		if rest, large := strings.CutPrefix(s, "#"); large {
			s, size = rest, 22
		}
		if s != "" {
			fmt.Fprintf(&b, "BT /F1 %d Tf 72 %d Td (%s) Tj ET\n", size, y, s)
		}
		y -= 14
	}
	return b.String()
}

func TestRead(t *testing.T) {
	body := []string{"The bridge over the Tal was opened on Tuesday after three years of", "work, the mayor of Port Else said at the bank of the river on Mon-", "day evening. It is made of stone.", "", "It will be closed again in the autumn for a week, so that the lamps", "can be mended before the winter."}
	const want = "Bridge opens\n\nThe bridge over the Tal was opened on Tuesday after three years of work, the mayor of Port Else said at the bank of the river on Monday evening. It is made of stone.\n\nIt will be closed again in the autumn for a week, so that the lamps can be mended before the winter."
	for name, tt := range map[string]struct {
		body []byte
		want string
	}{
		"paragraphs and a divided word": {document(false, lines(append([]string{"#Bridge opens", ""}, body...)...)), want},
		"packed":                        {document(true, lines(append([]string{"#Bridge opens", ""}, body...)...)), want},
		"bytes behind the end":          {append(document(true, lines("Hello.")), "junk junk"...), "Hello."},
		"version 2":                     {bytes.Replace(document(true, lines("Hello.")), []byte("%PDF-1.5"), []byte("%PDF-2.0"), 1), "Hello."},
		"quotation marks":               {document(true, lines("\\223Open it,\\224 she said.")), "“Open it,” she said."},
		"a table of letters":            {document(true, "BT /F2 11 Tf 72 700 Td <00010002> Tj ET"), "fiک"},
		"letters set apart":             {document(true, "BT /F1 10 Tf 72 700 Td [(The)-300(bri)20(dge)] TJ ET"), "The bridge"},
		"heads of pages":                {document(true, lines("Tal Board 1", "First page here."), lines("Tal Board 2", "Second page here."), lines("Tal Board 3", "Third page here.")), "Tal Board 1 First page here.\n\nSecond page here.\n\nThird page here."},
		"printed by a browser":          {document(true, lines("3/4/22, 9:15 AM Bridge opens", "", "", "The bridge was opened.", "", "It is made of stone.", "", "It has four arches.", "", "", "https://sund.example/bridge 1/1")), "The bridge was opened.\n\nIt is made of stone.\n\nIt has four arches."},
		"a damaged page among others":   {document(true, lines("First page."), "BT /F1 11 Tf 72 700 Td (Sec) Tj ] >> ) ET", lines("Third page.")), "First page.\n\nSec\n\nThird page."},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := pdf.Read(tt.body)
			if err != nil {
				t.Fatal(err)
			}
			if c.Text != tt.want {
				t.Errorf("text\n%q, want\n%q", c.Text, tt.want)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	c, err := pdf.Read(document(true, lines("#Bridge opens", "", "The bridge over the Tal was opened on Tuesday.")))
	if err != nil || len(c.Blocks) != 2 || c.Blocks[0].Tag != "h1" || c.Blocks[1].Tag != "p" {
		t.Errorf("blocks %+v, %v", c.Blocks, err)
	}
}

// TestHostile: each is refused with words, or read as far as it goes, and ends.
func TestHostile(t *testing.T) {
	good := string(document(true, lines("Hello.")))
	bomb := func(n int) string { return strings.Repeat("BT ET q Q ", n) }
	for name, tt := range map[string]struct{ body, why string }{
		"not a PDF":            {"hello", "damaged"},
		"nothing":              {"", "damaged"},
		"cut":                  {good[:len(good)/2], "damaged"},
		"a drawing of 160 MB":  {string(document(true, bomb(16<<20))), "unpack to more"},
		"drawings of 96 MB":    {string(document(true, bomb(3<<20), bomb(3<<20), bomb(3<<20))), "unpack to more"},
		"twice packed":         {strings.Replace(good, "/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]", 1), "unpack to more"},
		"absurd table of xref": {strings.Replace(good, "xref\n0 ", "xref\n9999999999 ", 1), "numbers"},
		"absurd table, hidden": {strings.Replace(good, "xref\n0 ", "xref\n0 0\n800000000 % \n", 1), "numbers"},
		"tables in tables":     {good + strings.Repeat("xref %", 1<<18), "numbers"},
		"string without end":   {string(document(false, lines("x")+"<0066 00")), ""},
		"string and a sign":    {string(document(false, lines("x")+"<0066'")), ""},
		"string in a list":     {strings.Replace(good, "/Contents 7 0 R", "/Contents [7 0 R 8 0 R]", 1), ""},
		"absurd table letters": {string(document(false, "BT /F2 11 Tf <0001> Tj ET")), ""},
		"parents in a circle":  {strings.Replace(string(document(false, lines("x"))), "/Resources", "/Parent 2 0 R /Other", 1), ""},
		"previous in a circle": {strings.Replace(good, "/Size", "/Prev "+good[strings.LastIndex(good, "startxref\n")+10:len(good)-7]+" /Size", 1), ""},
		"nested deep":          {string(document(false, "BT "+strings.Repeat("[", 1<<20))), ""},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := pdf.Read([]byte(tt.body))
			if err == nil && tt.why != "" || err != nil && !strings.Contains(err.Error(), tt.why) {
				t.Errorf("text of %d bytes, error %v, want one that says %q", len(c.Text), err, tt.why)
			}
		})
	}
}

// TestFormAgainAndAgain: a small drawing that uses a large one a hundred thousand times.
func TestFormAgainAndAgain(t *testing.T) {
	form := strings.Repeat("q Q ", 1<<18)
	body := string(document(false, strings.Repeat("/X Do ", 100_000), form))
	body = strings.Replace(body, "/Resources <<", "/Resources << /XObject << /X 9 0 R >>", 1)
	body = strings.Replace(body, fmt.Sprintf("<< /Length %d >>", len(form)), fmt.Sprintf("<< /Length %d /Subtype/Form >>", len(form)), 1)
	body = body[:strings.LastIndex(body, "xref\n0")]
	var table strings.Builder
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&table, "%010d 00000 n \n", strings.Index(body, fmt.Sprintf("\n%d 0 obj", i))+1)
	}
	body += fmt.Sprintf("xref\n0 10\n0000000000 65535 f \n%strailer\n<< /Size 10 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", table.String(), len(body))
	if c, err := pdf.Read([]byte(body)); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("%d pages, %v", c.Pages, err)
	}
}

// TestStreamInItself: a packed table says that a stream of objects is an object of that
// very stream; following it would use up the stack, which no program survives.
func TestStreamInItself(t *testing.T) {
	for name, table := range map[string]string{
		"in itself":         "\x00\x00\x00\x00" + "\x02\x00\x04\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x02\x00\x04\x00" + "\x01\x00\x09\x00",
		"in one another":    "\x00\x00\x00\x00" + "\x02\x00\x04\x00" + "\x00\x00\x00\x00" + "\x02\x00\x04\x00" + "\x02\x00\x03\x00" + "\x01\x00\x09\x00",
		"by a short number": "\x00\x00\x00\x00" + "\x02\x00\x01\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x00\x00\x00\x00" + "\x01\x00\x09\x00",
	} {
		t.Run(name, func(t *testing.T) {
			var packed bytes.Buffer
			z := zlib.NewWriter(&packed)
			z.Write([]byte(table))
			z.Close()
			body := fmt.Sprintf("%%PDF-1.5\n5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n", packed.Len(), packed.String())
			body = strings.Replace(body, "startxref", strings.Repeat("%\n", 60)+"startxref", 1)
			if _, err := pdf.Read([]byte(body)); err == nil || !strings.Contains(err.Error(), "circle") {
				t.Errorf("error %v", err)
			}
		})
	}
}

// FuzzDrawing: whatever a page's drawing is, and however it is packed, reading it ends.
func FuzzDrawing(f *testing.F) {
	for _, s := range []string{lines("Hello."), "BT /F2 11 Tf [<0001> -300 <00 02>] TJ T* (x\\)) ' ET q 2 0 0 2 0 0 cm Q", "<</A [1 <0>] >> BI", "% <00\n<0066"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, drawing string, packed bool) {
		if c, err := pdf.Read(document(packed, drawing)); err == nil && !utf8.ValidString(c.Text) {
			t.Fatal("the text is not valid")
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(document(false, lines("#Bridge opens", "", "The bridge over the Tal was opened on Tuesday.")))
	f.Add(document(true, lines("Hello.")))
	f.Add(document(false, "BT /F2 11 Tf 1 0 0 1 72 700 Tm [<0001> -300 <0002>] TJ T* (x) ' ET q 2 0 0 2 0 0 cm Q"))
	f.Add(document(false, lines("Tal Board 1", "First."), lines("Tal Board 2", "Second."), lines("Tal Board 3", "Third.")))
	f.Fuzz(func(t *testing.T, body []byte) {
		c, err := pdf.Read(body)
		if err != nil {
			if err.Error() == "" || !utf8.ValidString(err.Error()) {
				t.Fatalf("error %q", err)
			}
			return
		}
		if !utf8.ValidString(c.Text) {
			t.Fatal("the text is not valid")
		}
		end := 0
		for _, b := range c.Blocks {
			if b.Span.Start < end || b.Span.End > len(c.Text) || b.Span.Start >= b.Span.End {
				t.Fatalf("block %+v behind %d in %d bytes", b, end, len(c.Text))
			}
			end = b.Span.End
		}
	})
}
