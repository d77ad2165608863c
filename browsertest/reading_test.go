package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// Words that are selected, be it a whole sentence, go to the form with the sentence they stand in.
func TestSelectedWordsKnowTheirSentence(t *testing.T) {
	ctx, l := browser(t)
	texts := links(ctx, t, "/texts", "/text/")
	var from, id string
	run(ctx, t, chromedp.Navigate(base+texts[0]), chromedp.Evaluate(`(() => {
		const sentence = document.querySelectorAll(".body .block.text .s")[2];
		getSelection().selectAllChildren(sentence);
		return sentence.id.slice(1);
	})()`, &id), chromedp.Poll(`document.querySelector("#by-hand.offered") != null`, nil),
		chromedp.Evaluate(`new URL(document.querySelector("#by-hand").href).searchParams.get("from") ?? ""`, &from))
	if from != id || id == "" {
		t.Errorf("the form is told the sentence at %q, not that at %q", from, id)
	}
	l.check(t)
}

// On a phone the text has the width of the page: nothing beside it takes a column of its own.
func TestReadingOnAPhone(t *testing.T) {
	ctx, l := browser(t)
	texts := links(ctx, t, "/texts", "/text/")
	var share float64
	run(ctx, t, chromedp.EmulateViewport(360, 900), chromedp.Navigate(base+texts[0]),
		chromedp.Evaluate(`document.querySelector("article.body .block").getBoundingClientRect().width / innerWidth`, &share))
	if share < 0.85 {
		t.Errorf("the text of %s has %.0f %% of a phone's width", texts[0], 100*share)
	}
	l.check(t)
}

// Beside an open panel j leads from finding to finding of the text; in a field of a form j and k
// are letters, and Escape leaves the field and not the panel.
func TestReadingByKeyboard(t *testing.T) {
	ctx, l := browser(t)
	tallies := links(ctx, t, "/figures", "/tally/")
	if len(tallies) == 0 {
		t.Fatal("the example pile has no count over several texts")
	}
	sentences := links(ctx, t, tallies[0], "/text/")
	if len(sentences) == 0 {
		t.Fatalf("%s leads to no sentence", tallies[0])
	}
	const focus = `(() => { const all = [...document.querySelectorAll(".text .m a")]; return all.indexOf(document.activeElement) })()`
	var first, second int
	run(ctx, t, chromedp.EmulateViewport(1400, 900), chromedp.Navigate(base+sentences[0]), chromedp.WaitVisible("#panel", chromedp.ByQuery),
		chromedp.KeyEvent("j"), chromedp.Evaluate(focus, &first), chromedp.KeyEvent("j"), chromedp.Evaluate(focus, &second))
	if first < 0 || second <= first {
		t.Errorf("j leads to finding %d, and once more to %d", first, second)
	}
	var name, here, left string
	run(ctx, t, unfold("#panel .note-form"), chromedp.Focus("#panel .note-form [name=by]", chromedp.ByQuery),
		chromedp.Evaluate(`document.activeElement.value = ""`, nil), chromedp.KeyEvent("Jakjo k"),
		chromedp.Evaluate(`document.querySelector("#panel .note-form [name=by]").value`, &name), chromedp.KeyEvent("\u001b"),
		chromedp.Evaluate(`document.activeElement.tagName`, &left), chromedp.Evaluate(`location.pathname + location.search + location.hash`, &here))
	if name != "Jakjo k" {
		t.Errorf("the name typed is %q", name)
	}
	if here != sentences[0] || left != "BODY" {
		t.Errorf("Escape leads to %s, with the focus on %s", here, left)
	}
	l.check(t)
}
