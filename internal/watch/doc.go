// Package watch asks feeds what is new, and remembers what it was told before.
//
// It takes addresses of feeds, a [State] of earlier rounds, and its needs as arguments:
// who asks servers ([fetch.Client]) and what time it is. It gives what came as one web
// archive in memory, fit for [intake.Again] and thereby for the same path as “stemma
// add”, and the state after it. It promises that a page is taken once, however many feeds
// name it, and again only when a feed states other words of it and its bytes are others;
// that what servers answered is kept as they answered it; that an entry whose page cannot
// be had is taken as the feed gives it; that what did not fit into a round comes in the
// next; and that a feed in trouble is asked less and less often. It keeps nothing itself,
// opens no pile, and does not judge what is new in what the texts say.
package watch
