package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"stemma"
	"stemma/lang"
)

func doc(s, code string) *Doc { return New(&stemma.Article{Text: s}, lang.Load(code)) }

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Velmora's 12-day strike", "Velmora|'s|12|-|day|strike"},
		{"U.S. Gen. Ana Duarte said 1,200 (3.5%) left.", "U.S.|Gen.|Ana|Duarte|said|1,200|(|3.5|%|)|left|."},
		{"W. T. Hale didn’t see $740bn.", "W.|T.|Hale|didn’t|see|$|740|bn|."},
		{"EE.UU. y la vice-presidenta", "EE.UU.|y|la|vice-presidenta"},
		{"on the 21st, at 5:30 p.m. in the 1990s", "on|the|21st|,|at|5|:|30|p.m.|in|the|1990s"},
		{"“No,” he said… #Velmora @desk www.stemma.example", "“|No|,|”|he|said|…|#Velmora|@desk|www.stemma.example"},
		{"''No,'' she said; ``no.''", "''|No|,|''|she|said|;|``|no|.|''"},
		{"Ana P. Hale, p. 7", "Ana|P.|Hale|,|p.|7"},
		{"He said no. They left... then", "He|said|no|.|They|left|...|then"},
		{"camps.The minister", "camps|.|The|minister"},
	} {
		d := doc(c.text, "en")
		var got []string
		for _, tok := range d.Tokens {
			got = append(got, tok.Span.Of(c.text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Gen. Duarte left on Dec. 7, 2021. She came back.", "Gen. Duarte left on Dec. 7, 2021.|She came back."},
		{"en", "They met U. S. Ambassador Hale. “We go,” he said.", "They met U. S. Ambassador Hale.|“We go,” he said."},
		{"en", "It ended at 5 p.m. The crowd left.", "It ended at 5 p.m.|The crowd left."},
		{"en", "He leads the U.S. Army there.", "He leads the U.S. Army there."},
		{"en", "“It matters. We step up.” Then he left.", "“It matters.|We step up.”|Then he left."},
		{"en", "“Where is it?” she asked. 27 people came.", "“Where is it?” she asked.|27 people came."},
		{"en", "500 employees.The unit is active.", "500 employees.|The unit is active."},
		{"en", "The left … was slow. It rose 3.5 per cent.", "The left … was slow.|It rose 3.5 per cent."},
		{"en", "A list\n• one thing\n• another thing", "A list|• one thing|• another thing"},
		{"en", "He left in July. [6] An odd student came; The rest stayed; Ana Duarte too.", "He left in July. [6]|An odd student came;|The rest stayed; Ana Duarte too."},
		{"en", "They kept their rights. 4 However, 7 Velmorans left. 2 of them wrote.", "They kept their rights. 4|However, 7 Velmorans left.|2 of them wrote."},
		{"en", "She flew the KM - 2B. Ana Duarte flew, too.", "She flew the KM - 2B.|Ana Duarte flew, too."},
		{"es", "Conservaron sus derechos. 4 Aunque se fueron. Pilotaba el KM - 2B. Ana Duarte también.", "Conservaron sus derechos. 4|Aunque se fueron.|Pilotaba el KM - 2B.|Ana Duarte también."},
		{"en", "It stands in Article V. The rest is open.", "It stands in Article V.|The rest is open."},
		{"en", "Figure 2.4 The map shows five wards. (credit: Ana Ruiz)", "Figure 2.4|The map shows five wards.|(credit: Ana Ruiz)"},
		{"en", "They met on was it Thursday? … yes, Thursday. Or not? … No.", "They met on was it Thursday? … yes, Thursday.|Or not?|…|No."},
		{"en", "Figure 2 Skaters won. It was late (photo: Ana Ruiz). I had to re- — A man came — Rosa — and left.", "Figure 2 Skaters won.|It was late (photo: Ana Ruiz).|I had to re- —|A man came — Rosa — and left."},
		{"en", "She came like – I mean, who counts? We went – I mean, all of us – and sang.", "She came like –|I mean, who counts?|We went – I mean, all of us – and sang."},
		{"es", "Estuvo solo como – quiero decir, ¿quién cuenta los días? Era tarde.", "Estuvo solo como –|quiero decir, ¿quién cuenta los días?|Era tarde."},
		{"es", "Cuadro 3 El gasto sube cada año. (foto: Ana Ruiz)", "Cuadro 3|El gasto sube cada año.|(foto: Ana Ruiz)"},
		{"es", "Viajó a EE. UU. con el Sr. Robles. ¿Por qué? No lo dijo.", "Viajó a EE. UU. con el Sr. Robles.|¿Por qué?|No lo dijo."},
		{"es", "La Dra. Rosa habló el 7 de dic. de 2021. «Basta», dijo.", "La Dra. Rosa habló el 7 de dic. de 2021.|«Basta», dijo."},
		{"en", "The board of the national harbour company agreed on a plan to\nlet two of its three piers for a term of thirty years, and to sell\nthe third one. It said that no one would lose their work\nbefore the spring.", "The board of the national harbour company agreed on a plan to\nlet two of its three piers for a term of thirty years, and to sell\nthe third one.|It said that no one would lose their work\nbefore the spring."},
	} {
		d := doc(c.text, c.lang)
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.Span.Of(c.text))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("got  %s\nwant %s", s, c.want)
		}
	}
}

// A list without a full stop is cut behind a comma, so that no sentence is endless.
func TestEndlessSentence(t *testing.T) {
	d := doc("He lists "+strings.Repeat("roads and bridges, ", 2000)+"and goes.", "en")
	end := 0
	for i, s := range d.Sentences {
		if s.First != end || s.End-s.First > 1000 {
			t.Errorf("sentence %d runs from token %d to %d, the last ended at %d", i, s.First, s.End, end)
		}
		if last := d.Tokens[s.End-1].Norm; last != "," && last != "." {
			t.Errorf("sentence %d ends with %q", i, last)
		}
		end = s.End
	}
	if len(d.Sentences) < 8 || end != len(d.Tokens) {
		t.Errorf("%d sentences up to token %d of %d", len(d.Sentences), end, len(d.Tokens))
	}
}

func TestHolesAndTitle(t *testing.T) {
	text := "Marches go on / By Ana Ruiz\nThe crowd grew\nPhoto: Desk\nall day."
	a := &stemma.Article{
		Text: text, Title: stemma.Span{Start: 0, End: 13},
		Holes: []stemma.Hole{{Span: stemma.Span{Start: 13, End: 27}, Type: "byline_in_title"}, {Span: stemma.Span{Start: 43, End: 54}, Type: "photo_credit"}},
	}
	d := New(a, nil)
	if !d.Sentences[0].Title || !d.Sentences[1].Hole || d.Sentences[2].Hole {
		t.Fatalf("sentences: %+v", d.Sentences)
	}
	for _, s := range d.Sentences {
		if s.Hole != a.InHole(s.Span) {
			t.Errorf("%q crosses the edge of a hole", s.Span.Of(text))
		}
	}
}

func FuzzDoc(f *testing.F) {
	for _, s := range []string{"A. B. U.S. 1,2.3", "“x” ...\n\n\n", "\xff\xfe", "e.g.", "C.", "a’s’s", "…!?", "1st2nd"} {
		f.Add(s, 0, 3)
	}
	f.Fuzz(func(t *testing.T, s string, from, size int) {
		s = strings.ToValidUTF8(s, "?")
		a := &stemma.Article{Text: s}
		if from >= 0 && size > 0 && from < len(s) && size < len(s)-from && utf8.RuneStart(s[from]) && utf8.RuneStart(s[from+size]) {
			a.Holes = []stemma.Hole{{Span: stemma.Span{Start: from, End: from + size}}}
		}
		d := New(a, nil)
		at := 0
		for i, tok := range d.Tokens {
			if tok.Span.Start < at || tok.Span.Empty() || tok.Span.End > len(s) || !utf8.ValidString(tok.Span.Of(s)) {
				t.Fatalf("token %d: %+v in %q", i, tok, s)
			}
			at = tok.Span.End
		}
		next := 0
		for _, sen := range d.Sentences {
			if sen.First != next || sen.End <= sen.First {
				t.Fatalf("sentence %+v in %q", sen, s)
			}
			next = sen.End
		}
		if next != len(d.Tokens) {
			t.Fatalf("tokens after %d stand in no sentence: %q", next, s)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	text := strings.Repeat("The ministry said on Monday that 27 people, most of them farmers, had been hurt near Port Sella. “We saw it,” Mr. Hale said.\n\n", 40)
	a := &stemma.Article{Text: text}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		New(a, nil)
	}
}
