// Package lang holds what Stemma knows of human languages, as plain files that a
// linguist edits: word lists (lang/en/speech.txt) and rules (lang/en/figure.rules).
//
// It takes a language code and gives a [Pack] of lists and rules, read from files
// that are built into the program. It promises that packs never change once loaded,
// and that every language has the same files (packs_test.go). It does not match
// anything against text: lists answer “is this phrase there, and what does it say”,
// rules are handed out as written and compiled by package rule.
//
// # Word lists
//
// One entry a line, sorted; “#” begins a comment line. An entry is a phrase of one or
// more words, with “ = value” where there is more to say:
//
//	killed = kill
//	shot dead = kill
//
// Phrases are compared after [Fold]. A phrase's words are those that package text
// makes of it: “ex-minister” is one word, “12-day” three.
//
// One list stands beside the packs: months.txt, the names of months in languages of
// which there is none.
//
// # Rules
//
// A rule begins with its ID in brackets; then one “key = value” a line. The keys
// title, since, match and example are for every rule, match and example may be
// repeated; all other keys are fields that the finder fills in.
//
//	[figure.en.be-killed]
//	title   = People were killed
//	since   = 1
//	match   = n=<number> <person>{0,3} (have|has|had)? (been|was|were) <harm:kill>
//	measure = deaths
//	example = 27 marchers were killed on Friday.
package lang
