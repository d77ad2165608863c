package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/mend"
	"stemma/lang"
)

type rulesCommand struct {
	ID string `arg:"" optional:"" help:"A rule's ID, or a file such as figure.en; nothing lists the files."`
}

// Help is the long help of the command.
func (rulesCommand) Help() string {
	return `Every finding names the rule that made it. Rules of the form figure.en.… are written in the
language packs and printed here; others, such as when.ago, are steps of the program.

  stemma rules
  stemma rules quote.en
  stemma rules quote.en.say-clause`
}

// Run prints rules as Markdown.
func (c *rulesCommand) Run(w *world) error {
	files := ruleFiles()
	if c.ID == "" {
		return printRuleIndex(w.out, files)
	}
	for _, f := range files {
		if f.name() == c.ID {
			return printRuleFile(w.out, f)
		}
		for _, r := range f.rules {
			if r.ID == c.ID {
				return printRule(w.out, r)
			}
		}
	}
	for _, r := range mend.Rules {
		if c.ID == "person" || c.ID == r.ID {
			return printPersonRules(w.out, c.ID)
		}
	}
	return fmt.Errorf("no rule is called %s in the language packs; “stemma rules” lists their files: %w", c.ID, stemma.ErrNotFound)
}

// printPersonRules prints the rules of what people say; id is one of them, or “person”.
func printPersonRules(w io.Writer, id string) error {
	var b strings.Builder
	if id == "person" {
		b.WriteString("# Rules person\n\nWhat people say of texts, in any language, by rulings; see docs/manual/correct-stemma.md.\n\n")
	}
	var parts []string
	for _, r := range mend.Rules {
		if id == "person" || id == r.ID {
			parts = append(parts, fmt.Sprintf("## %s\n\n%s\n\n> %s\n", r.ID, r.Title, r.Example))
		}
	}
	b.WriteString(strings.Join(parts, "\n"))
	_, err := io.WriteString(w, b.String())
	return err
}

// ruleFile is one file of rules in one language.
type ruleFile struct {
	kind, code string
	rules      []lang.Rule
}

// name is what its rules' IDs begin with.
func (f ruleFile) name() string { return f.kind + "." + f.code }

// ruleFiles gives all files of rules, by kind, then language.
func ruleFiles() []ruleFile {
	var files []ruleFile
	for _, code := range lang.Codes() {
		pack := lang.Load(code)
		for _, kind := range pack.RuleFiles() {
			files = append(files, ruleFile{kind, code, pack.Rules(kind)})
		}
	}
	slices.SortStableFunc(files, func(a, b ruleFile) int { return cmp.Compare(a.kind, b.kind) })
	return files
}

func printRuleIndex(w io.Writer, files []ruleFile) error {
	var b strings.Builder
	b.WriteString("# Rules of the language packs\n\nEvery finding names the rule that made it. These are the rules that stand in `lang/`, each with a\n" +
		"sentence that it matches.\n`go test ./cmd/stemma -run TestRulesPages -update` writes this folder.\n\n| file | language | rules |\n| --- | --- | --: |\n")
	for _, f := range files {
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %d |\n", f.name(), f.name(), f.code, len(f.rules))
	}
	fmt.Fprintf(&b, "| [person](person.md) | any | %d |\n", len(mend.Rules))
	_, err := io.WriteString(w, b.String())
	return err
}

func printRuleFile(w io.Writer, f ruleFile) error {
	if _, err := fmt.Fprintf(w, "# Rules %s\n\n%s, from `lang/%s/%s.rules`.\n", f.name(), count(len(f.rules), "rule"), f.code, f.kind); err != nil {
		return err
	}
	for _, r := range f.rules {
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
		if err := printRule(w, r); err != nil {
			return err
		}
	}
	return nil
}

// printRule prints one rule: what it is for, a sentence it matches, how it is written.
func printRule(w io.Writer, r lang.Rule) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s\n\n", r.ID, r.Title)
	for _, e := range r.Examples {
		fmt.Fprintf(&b, "> %s\n\n", e)
	}
	b.WriteString("```\n")
	for _, m := range r.Match {
		fmt.Fprintf(&b, "match = %s\n", m)
	}
	keys := make([]string, 0, len(r.Set))
	for k := range r.Set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, "%s = %s\n", k, r.Set[k])
	}
	fmt.Fprintf(&b, "since = %d\n```\n", r.Since)
	_, err := io.WriteString(w, b.String())
	return err
}
