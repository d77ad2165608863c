package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"stemma/internal/eval"
	"stemma/internal/intake"
	"stemma/internal/pipeline"
	"stemma/internal/score"
	"stemma/internal/store/mem"
	"stemma/internal/view"
)

// record is a line of the export contract, as far as it is compared here. Gold and
// export have the same form.
type record struct {
	Kind       string   `json:"kind"`
	ID         string   `json:"id"`
	Source     string   `json:"source"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Exact      string   `json:"exact"`
	Type       string   `json:"type"`
	Optional   bool     `json:"optional"`
	Label      string   `json:"label"`
	Value      any      `json:"value"`
	ValueAny   []any    `json:"value_any"`
	Measure    string   `json:"measure"`
	MeasureAny []string `json:"measure_any"`
	Content    *span    `json:"content"`
	Speaker    *named   `json:"speaker"`
	Title      *span    `json:"title"`
	A          string   `json:"a"`
	B          string   `json:"b"`
	Relation   string   `json:"relation"`
	Sources    []string `json:"sources"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type named struct {
	Name string `json:"name"`
}

// scoreSeeds adds the development pages to a pile in memory and compares its records
// with their labels.
func scoreSeeds(t *table, folder string) error {
	gold, err := readRecords(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		return err
	}
	got, err := exportFolder(folder)
	if err != nil {
		return err
	}
	covered := map[string]bool{}
	for _, r := range gold {
		for _, s := range r.Sources {
			covered[s] = true
		}
	}
	const set = "seeds"
	articles := 0
	for _, r := range got {
		if r.Kind == "article" {
			articles++
		}
	}
	t.add(set, fmt.Sprintf("%-34s %d", "articles on all five pages", articles))
	for _, q := range seedQuestions {
		t.count(set, q.name, q.count(gold, got, covered))
	}
	speakers := seedSpeakers(gold, got, covered)
	t.share(set, "quotes: speaker", speakers.Right, speakers.Of)
	return nil
}

func readRecords(path string) ([]record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []record
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, r)
	}
	return all, lines.Err()
}

// exportFolder gives the records of the .txt pages of a folder.
func exportFolder(folder string) ([]record, error) {
	ctx := context.Background()
	store := mem.New()
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if _, err := pipeline.Add(ctx, intake.File(os.DirFS(folder), filepath.Base(f)), store, pipeline.Options{}); err != nil {
			return nil, err
		}
	}
	var all []record
	err = view.New(store).Records(ctx, nil, func(v any) error {
		data, err := json.Marshal(v)
		if err != nil {
			return err
		}
		var r record
		if err := json.Unmarshal(data, &r); err != nil {
			return err
		}
		all = append(all, r)
		return nil
	})
	return all, err
}

// seedQuestion is one kind of record and how two of them are compared.
type seedQuestion struct {
	name, kind string
	wanted     func(record) bool
	item       func(record) score.Item
	same       func(gold, got score.Item) bool
}

var seedQuestions = []seedQuestion{
	{"articles first and last words", "article", nil, typed(func(record) string { return "" }), score.Exactly},
	{"quotes direct partial block", "quote", marked, content, score.Half},
	{"quotes indirect", "quote", func(r record) bool { return r.Type == "indirect" }, content, score.Half},
	{"figures measure and value", "figure", nil, figure, sameValue},
	{"times value", "time", nil, valued, score.SameValue},
	{"names exact", "name", func(r record) bool { return r.Type != "event_name" }, typed(func(r record) string { return r.Type }), score.Exactly},
	{"events trigger", "event", nil, typed(func(record) string { return "" }), score.Touching},
}

func marked(r record) bool { return r.Type == "direct" || r.Type == "partial" || r.Type == "block" }

func typed(of func(record) string) func(record) score.Item {
	return func(r record) score.Item {
		return score.Item{Start: r.Start, End: r.End, Type: of(r), Optional: r.Optional || r.Label == "unsure"}
	}
}

func content(r record) score.Item {
	i := typed(func(record) string { return "" })(r)
	if r.Content != nil {
		i.Start, i.End = r.Content.Start, r.Content.End
	}
	return i
}

// valued gives the values of a time; figures have measures besides.
func valued(r record) score.Item {
	i := typed(func(record) string { return "" })(r)
	for _, v := range append([]any{r.Value}, r.ValueAny...) {
		i.Values = append(i.Values, fmt.Sprint(v))
	}
	return i
}

func figure(r record) score.Item {
	i := valued(r)
	var both []string
	for _, m := range append([]string{r.Measure}, r.MeasureAny...) {
		for _, v := range i.Values {
			both = append(both, m+" "+v)
		}
	}
	i.Values = both
	return i
}

func sameValue(gold, got score.Item) bool { return score.SameValue(gold, got) }

// pageStride keeps the places of different pages apart, so that one list can be
// compared; pages are far shorter.
const pageStride = 10_000_000

func (q seedQuestion) items(all []record, covered map[string]bool) []score.Item {
	number := map[string]int{}
	for _, s := range keysOf(covered) {
		number[s] = len(number)
	}
	var out []score.Item
	for _, r := range all {
		if r.Kind != q.kind || !covered[r.Source] || q.wanted != nil && !q.wanted(r) {
			continue
		}
		i := q.item(r)
		i.Start += number[r.Source] * pageStride
		i.End += number[r.Source] * pageStride
		out = append(out, i)
	}
	return out
}

func (q seedQuestion) count(gold, got []record, covered map[string]bool) score.Count {
	c, _ := score.Match(q.items(gold, covered), q.items(got, covered), q.same)
	return c
}

// seedSpeakers asks of every quotation found whether its speaker is right; nobody is an
// answer.
func seedSpeakers(gold, got []record, covered map[string]bool) eval.Share {
	who := seedQuestion{kind: "quote", wanted: marked, item: func(r record) score.Item {
		i := content(r)
		i.Values = []string{""}
		if r.Speaker != nil {
			i.Values[0] = r.Speaker.Name
		}
		return i
	}}
	g, e := who.items(gold, covered), who.items(got, covered)
	_, pairs := score.Match(g, e, score.Half)
	var t eval.Share
	for _, p := range pairs {
		t.Of++
		if score.SameName(g[p.Gold].Values[0], e[p.Got].Values[0]) {
			t.Right++
		}
	}
	return t
}
