// Package stemma holds the nouns of Stemma: what a pile of saved news pages is
// made of, what each text states, and what the texts say together.
//
// It takes and gives nothing: it is the vocabulary that every other package
// speaks. A [Page] comes in, is cut into [Article] values, each is read into a
// [Reading] (quotes, figures, times, names, events, each with [Evidence]), and
// articles are compared into [Copy] and [Family] values. Statements of all texts
// are lined up into [Saying], [Tally], [Happening] and [Actor] values, each with
// [Support] counted in families, never in texts, and texts about one matter are a [Story].
//
// It promises that every value here is plain data: no method does I/O, reads a
// clock or draws a random number, and the package imports the standard library
// only. It does not know how anything is found, kept or shown.
package stemma
