package intake_test

import (
	"strings"
	"testing"

	"stemma/internal/intake"
)

// pagesOf reads one file and gives its pages.
func pagesOf(t *testing.T, name, body string) (texts []string, main []bool) {
	t.Helper()
	for in, err := range intake.Again("", name, []byte(body)) {
		if err != nil {
			t.Fatal(err)
		}
		if in.Problem != nil {
			continue
		}
		whole := true
		for _, b := range in.Page.Blocks {
			whole = whole && b.Main
		}
		texts, main = append(texts, in.Page.Text), append(main, whole)
	}
	return texts, main
}

// TestMarkdownWhole: a Markdown text has no furniture, so its quotations, lists and short
// lines are main text too.
func TestMarkdownWhole(t *testing.T) {
	texts, main := pagesOf(t, "notes.md", "# Notes from Brede\n\nThe island has one mill and 90 people, and all of them know the miller's dog by name.\n\n> Nobody asked us, said the miller.\n\n- Six came back.\n- Two did not.\n\nThe school is shut.\n")
	if len(texts) != 1 || !main[0] || !strings.HasSuffix(texts[0], "The school is shut.") {
		t.Errorf("%q, main %v", texts, main)
	}
}

// TestWithoutEnding: a letter in a mail program's folder and a page in UTF-16 are known by how
// they begin, whatever they are called.
func TestWithoutEnding(t *testing.T) {
	letter := "Return-Path: <a@x.example>\r\nFrom: Ana Roe <a@x.example>\r\nSubject: Gulls\r\n\r\nThe gulls of Brede have gone, and nobody knows where.\r\n"
	page := "\xff\xfe"
	for _, c := range "<html><body><p>The gulls of Brede have gone.</p></body></html>" {
		page += string(c) + "\x00"
	}
	for name, body := range map[string]string{"1684750000.M1P2.host:2,S": letter, "article?id=5": page} {
		if texts, _ := pagesOf(t, name, body); len(texts) != 1 || !strings.Contains(texts[0], "gulls of Brede have gone") {
			t.Errorf("%s: %q", name, texts)
		}
	}
	if texts, _ := pagesOf(t, "minutes", "Present: Ana Roe\nDate: 3 May 2022\nSubject: gulls\n\nNobody spoke.\n"); len(texts) != 0 {
		t.Errorf("minutes are no letter: %q", texts)
	}
}

// TestBookContents: a book's list of contents is no page of it.
func TestBookContents(t *testing.T) {
	texts, _ := pagesOf(t, "a.epub", zipOf(
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>`,
		"o.opf", `<package><manifest><item id="n" href="n.xhtml" properties="nav"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/></spine></package>`,
		"n.xhtml", `<html><body><nav><ol><li><a href="a.xhtml">The mill of Brede</a></li></ol></nav></body></html>`,
		"a.xhtml", `<html><body><h1>The mill of Brede</h1><p>The mill of Brede has stood still since the storm.</p></body></html>`))
	if len(texts) != 1 || !strings.Contains(texts[0], "has stood still") {
		t.Errorf("%q", texts)
	}
}
