package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/view"
)

// findArticle gives the ID of the article that a person names: by its ID, by the
// beginning of one that no other article has, or by its page as the lists show it,
// with “#2” for the second article of a page that holds several.
func findArticle(ctx context.Context, s store.Reader, name string) (stemma.ID, error) {
	list, err := s.Articles(ctx)
	if err != nil {
		return "", err
	}
	pages, err := view.New(s).Sources(ctx)
	if err != nil {
		return "", err
	}
	page, part := cutPart(name)
	var match []stemma.ID
	for _, a := range list {
		source := pages[a.Page]
		switch {
		case string(a.ID) == name:
			return a.ID, nil
		case strings.HasPrefix(string(a.ID), name), source == name, part > 0 && source == page && a.Part == part-1:
			match = append(match, a.ID)
		}
	}
	switch len(match) {
	case 0:
		return "", fmt.Errorf("there is no article %s; “stemma texts” lists them: %w", name, stemma.ErrNotFound)
	case 1:
		return match[0], nil
	}
	return "", fmt.Errorf("%d articles are meant by %s; add “#1” or “#2” to a page's name, or name one by its ID: %w", len(match), name, stemma.ErrInvalid)
}

// cutPart cuts “#2” off a page's name; 0 when there is none.
func cutPart(name string) (page string, part int) {
	i := strings.LastIndexByte(name, '#')
	if i < 0 {
		return name, 0
	}
	part, err := strconv.Atoi(name[i+1:])
	if err != nil || part < 1 {
		return name, 0
	}
	return name[:i], part
}
