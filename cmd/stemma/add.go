package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"stemma"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
)

type addCommand struct {
	pileFlag
	Workers int      `help:"How many texts to read at the same time; 0 means one for each core." default:"0" placeholder:"N"`
	Paths   []string `arg:"" name:"path" help:"Folders and files to add. Bytes that are in the pile already change nothing." type:"path"`
}

// Help is the long help of the command.
func (addCommand) Help() string {
	return `Folders are read with all that is in them:
  pages     .html (with its folder of parts), .mhtml, .txt, .md, .pdf, .docx, .eml
  many      .warc, .arc, .wacz, .epub, .mbox, feeds (.rss, .atom, .xml, .json), .jsonl
  packed    .zip, .tar, .tar.gz, .tgz, .gz of all these
Files that cannot be read are listed with the reason, and the rest is read. What is passed
over on purpose, such as images, is counted. Adding the same bytes twice changes nothing.

  stemma add saved-pages/
  stemma add --pile floods.stemma 2021/ agency.jsonl`
}

// Run adds the paths.
func (c *addCommand) Run(w *world) error {
	for _, p := range c.Paths {
		if _, err := os.Stat(p); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no file or folder %s: %w", p, stemma.ErrNotFound)
		}
	}
	s, err := c.create(w.ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	bar := newBar(w.err)
	report, err := pipeline.Add(w.ctx, inputs(w.ctx, c.Paths, c.Pile), s, pipeline.Options{Workers: c.Workers, Progress: bar.show})
	bar.clear()
	summary(w.out, report)
	if err != nil {
		return err
	}
	return s.Close()
}

// inputs opens the paths one after the other.
func inputs(ctx context.Context, paths []string, pile string) iter.Seq2[intake.Input, error] {
	return func(yield func(intake.Input, error) bool) {
		for _, p := range paths {
			for in, err := range open(p, pile) {
				if ctx.Err() != nil {
					yield(intake.Input{}, ctx.Err())
					return
				}
				if !yield(in, err) {
					return
				}
			}
		}
	}
}

// open gives the pages of one path: a folder, but for the pile's own files, or a file
// added alone.
func open(path, pile string) iter.Seq2[intake.Input, error] {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return func(yield func(intake.Input, error) bool) {
			yield(intake.Input{}, fmt.Errorf("opening %s: %w", path, err))
		}
	case info.IsDir():
		return intake.Pages(folderFor(path, pile), filepath.Base(path))
	}
	return intake.File(os.DirFS(filepath.Dir(path)), filepath.Base(path))
}

// summary says what a run did: counts, then each problem with its reason, then what was
// passed over on purpose.
func summary(w io.Writer, r pipeline.Report) {
	fmt.Fprintf(w, "%s added with %s", count(r.Added, "page"), count(r.Articles, "article"))
	if r.Known > 0 {
		fmt.Fprintf(w, ", %s known already", count(r.Known, "page"))
	}
	fmt.Fprintln(w, ".")
	if len(r.Problems) > 0 {
		fmt.Fprintf(w, "%s:\n", count(len(r.Problems), "problem"))
	}
	for i, p := range r.Problems {
		if i == problemsShown {
			fmt.Fprintf(w, "  … and %d more; “stemma problems” lists them all.\n", len(r.Problems)-i)
			break
		}
		fmt.Fprintf(w, "  %s: %s. %s\n", p.Source, p.Message, p.Hint)
	}
	passed(w, r.Passed)
}

// passed counts what was passed over: files of one kind together, each container by
// itself.
func passed(w io.Writer, list []stemma.Problem) {
	if len(list) == 0 {
		return
	}
	var messages []string
	times := map[string]int{}
	for _, p := range list {
		if times[p.Message]++; times[p.Message] == 1 {
			messages = append(messages, p.Message)
		}
	}
	fmt.Fprintf(w, "%s passed over on purpose, or in part; “stemma problems” lists which:\n", count(len(list), "file"))
	for i, m := range messages {
		if i == problemsShown {
			fmt.Fprintf(w, "  …\n")
			break
		}
		fmt.Fprintf(w, "  %d × %s\n", times[m], m)
	}
}

const problemsShown = 20

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
