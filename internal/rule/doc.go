// Package rule is the small pattern language in which the rules of lang/ are written,
// and the registry that they are looked up in.
//
// It takes the rules of a language pack and the tokens of one text. It gives, for a
// token, the rules that match there and what they caught. It promises to end in time
// that grows with the length of the pattern, not of the text, and to give the same
// answer every time. The language is deliberately weak: no loops without a bound, no
// variables, no code. What needs more (scope, negation, arithmetic) is Go in a finder.
//
// # Patterns
//
// Items stand side by side, separated by spaces:
//
//	said              the folded token itself; also signs: , % $ "
//	said|says         any of these tokens
//	<speech>          a phrase of the word list speech.txt
//	<harm:kill>       a phrase of harm.txt whose value is, or begins with, “kill” (values are words separated by spaces)
//	<word> <lower> <cap> <number> <any>   any word; one in small letters; one with a capital; digits; any token
//	<@name> <@time>   a mark: a span that the finder hands in under that name
//	( a b | c )       any of these sequences
//	x?  x{0,3}        not or once; that often, at most 9 times; as many as fit are tried first
//	!x                not here: x must not match, and nothing is consumed
//	who=x             what x matches is caught under that name
package rule
