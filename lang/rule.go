package lang

import (
	"fmt"
	"strconv"
	"strings"
)

// Rule is a rule as a linguist wrote it.
type Rule struct {
	ID       string // “figure.en.be-killed”
	Title    string
	Since    int               // the version of the pack in which it first stood
	Match    []string          // patterns; any of them makes the rule match
	Examples []string          // sentences in which it must match
	Set      map[string]string // all other keys
}

func parseRules(data string) ([]Rule, error) {
	var rules []Rule
	seen := map[string]bool{}
	for i, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			id := line[1 : len(line)-1]
			if seen[id] {
				return nil, fmt.Errorf("line %d: rule %s stands twice", i+1, id)
			}
			seen[id] = true
			rules = append(rules, Rule{ID: id, Set: map[string]string{}})
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok || len(rules) == 0 {
			return nil, fmt.Errorf("line %d: %q is neither “[rule.id]” nor “key = value”", i+1, line)
		}
		if err := rules[len(rules)-1].set(strings.TrimSpace(key), strings.TrimSpace(value)); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return rules, nil
}

func (r *Rule) set(key, value string) (err error) {
	switch key {
	case "title":
		r.Title = value
	case "since":
		r.Since, err = strconv.Atoi(value)
	case "match":
		r.Match = append(r.Match, value)
	case "example":
		r.Examples = append(r.Examples, value)
	default:
		if _, twice := r.Set[key]; twice {
			return fmt.Errorf("%s: %s is set twice", r.ID, key)
		}
		r.Set[key] = value
	}
	return err
}
