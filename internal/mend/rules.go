package mend

// The rules that findings name which people have mended and made.
const (
	MendedRule = "person.mended"
	MadeRule   = "person.made"
)

// Rule tells what a rule of this package stands for.
type Rule struct{ ID, Title, Example string }

// Rules are the rules of this package.
var Rules = []Rule{
	{MendedRule, "A person has mended what was found; the ruling tells what it said before, who and why", "“Some 40 boats were lost”, found as 40 dead, is 40 boats: the measure was mended"},
	{MadeRule, "A person has found it by hand, at words of the text; the ruling tells who and why", "“Two score and five were taken from the water” are 45 people, which no rule reads"},
}
