package clip

import "github.com/abadojack/whatlanggo"

// languages are those that a text may be found to be in. The list is short because a
// guess among few is far more often right; texts in other languages come out as one
// of these with little certainty, or by their script.
var languages = map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Spa: true, whatlanggo.Por: true, whatlanggo.Fra: true, whatlanggo.Deu: true,
	whatlanggo.Ita: true, whatlanggo.Nld: true, whatlanggo.Pol: true, whatlanggo.Rus: true, whatlanggo.Ukr: true,
	whatlanggo.Arb: true, whatlanggo.Pes: true, whatlanggo.Cmn: true, whatlanggo.Jpn: true, whatlanggo.Tur: true,
	whatlanggo.Ell: true, whatlanggo.Heb: true, whatlanggo.Swe: true, whatlanggo.Hin: true, whatlanggo.Kor: true,
}

// sample is how much of a text is looked at, in bytes. Paragraphs a tenth as long are
// told right 99 times of 100.
const sample = 2 << 10

// Language tells the language of a text as a BCP 47 code; “und” when it cannot be
// told: the text is too short or its words fit none.
func Language(text string) string {
	for len(text) > sample {
		cut := sample
		for cut > 0 && text[cut]&0xC0 == 0x80 {
			cut--
		}
		text = text[:cut]
	}
	info := whatlanggo.DetectWithOptions(text, whatlanggo.Options{Whitelist: languages})
	code := info.Lang.Iso6391()
	if code == "" || len(text) < 20 || len(text) < 200 && info.Confidence < 0.05 {
		return "und"
	}
	return code
}
