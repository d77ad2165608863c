// Package golden reads and writes annotated texts: an article and what stands in it,
// in a form that a reporter can write by hand.
//
// It takes the bytes of a txtar file and gives a [Case]; it takes a reading and gives
// its findings in the same form. It promises that what it writes it reads back, and
// that an anchor leads to one place or is refused. It does not find anything and does
// not judge: package score compares findings, goldentest runs the cases of a folder.
//
// # The form
//
//	# One line or more: what the case shows.
//	-- article --
//	title:     Three weeks of marches in Velmora
//	published: 2021-03-24
//	lang:      en
//
//	As of 22 March, the health office said, at least 27 marchers had been killed.
//	-- want --
//	figure deaths >=27 "27"
//		as-of 2021-03-22
//		said-by "the health office"
//
// One paragraph a line. A finding begins with its kind and its fields and ends with
// an anchor: its own words in quotation marks, where “ … ” skips the middle and #2
// behind it takes the second place in which they stand. Indented lines are its
// attributes; a value in quotation marks is an anchor or a name. The section is called
// “want” where it says what Stemma does, “gold” where it says what is right.
package golden
