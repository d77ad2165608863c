package press

import "strings"

// moulds are sentences with places for what changes. Upper-case words are replaced.
var moulds = []string{
	"At least N people were killed and M injured near TOWN on DAY, the interior ministry said.",
	"Police detained M protesters in TOWN on DAY after the WORDS.",
	"“We have WORDS,” said WHO, a spokesman for the council of TOWN.",
	"WHO, the mayor of TOWN, said that WORDS.",
	"Some N families were displaced by floods around TOWN, according to the relief office.",
	"WHO was appointed minister of works on DAY and WORDS.",
	"The assembly approved the budget by N votes to M on DAY.",
	"The government will send N soldiers to TOWN to guard the WORDS.",
	"Workers in TOWN went on strike on DAY to demand that WORDS.",
	"“No one WORDS,” WHO told reporters, “and the WORDS.”",
	"WHO met the governor of TOWN on DAY to talk about the WORDS.",
	"The WORDS, while the WORDS.",
	"M police officers were wounded when the crowd WORDS in TOWN.",
	"A court in TOWN sentenced WHO to M years on DAY for the WORDS.",
	"The company lost N million dollars in TOWN because the WORDS.",
	"WHO, 34, was shot dead in TOWN on DAY by men who WORDS.",
}

var mastheads = []string{"Courier", "Lantern", "Observer", "Gazette", "Tribune", "Standard", "Mirror", "Herald"}

var firsts = strings.Fields("Ana Boris Clara Dario Elena Festus Greta Hugo Irene Jonas Karin Leo Marta Nadia Oscar Paula Ramon Silvia Tomas Vera")

var syllables = strings.Fields("ba be bo da do du fe ga go ka ke ki la le lo ma me mo na ne no pa po ra re ri sa se ta te to va ve vo za zu")

// common are words of which stretches without sense are made.
var common = strings.Fields(`about after again along answer area asked back bank basic been before began behind better between board boats bread
bridge brought built call came capital care carry case centre chance change children city clear close coast cold common council country cover cut
days deal door down draft drive dry early east end enough even evening every eyes face fact farm farmers far feet few field fields fight fire first
five floor food force form found four free fresh front full gate gave girl give glass goods grain grass green ground group grow half hand harbour hard
head hear heat held help here high hill hold home hope horse hospital hour house hundred idea inside iron island job judge keep kept kind king knew
known labour land large last late law lead learn leave left less letter level life light line list little lived local long look loss made main market
matter meal mean measure middle might mile milk mill mind mine money month more morning most mother move much music near need never new night noise
north note nothing office often oil old once one only open order other over own page paid paper part party pass past path pay peace people place plain
plan plant point poor port power price proof public quay quick quiet rail rain raise reach read ready real reason red rent rest rice right ring river
road rock roof room round rule sail salt same sand school sea season second seed sell sent seven shade sharp ship shore short side sign silver simple
slow small snow soil sold some soon sound south spring square stand station stone stop storm story street strong summer supply table talk task tax teach
test thing third timber time told tower town trade train tree true turn under union until upon use valley value very view village voice wage walk wall
warm water week weight west wheat wheel whole wide wind winter wood word work world year young`)
