package event

// acled gives the event and sub-event type of the ACLED codebook (2023) by PLOVER
// category and mode, where it follows from these alone. Strikes, road blocks and arrests
// of one person have none there.
var acled = map[string]string{
	"ASSAULT abduct":        "Violence against civilians/Abduction/forced disappearance",
	"ASSAULT explosives":    "Explosions/Remote violence/Remote explosive/landmine/IED",
	"ASSAULT heavy-weapons": "Explosions/Remote violence/Shelling/artillery/missile attack",
	"ASSAULT sexual":        "Violence against civilians/Sexual violence",
	"PROTEST demo":          "Protests/Peaceful protest",
	"PROTEST riot":          "Riots/Violent demonstration",
}
