package text

// label gives the token after a figure's or table's label at token first, “Figure 1.6”,
// where a sentence goes on behind it on the same line, as books and reports do when they
// become plain text; 0 when there is none.
func label(d *Doc, first int) int {
	if !d.Has(d.Pack.List("tablelabels"), first) || d.Tokens[first].Case == Lower || first+2 >= len(d.Tokens) {
		return 0
	}
	if d.Tokens[first+1].Kind != Number || d.Tokens[first+2].Glued || !starter(d, first+2) {
		return 0
	}
	return first + 2
}

// brokenOff reports whether speech breaks off within the word before token i and begins
// anew behind it, as it is written down in transcripts: “I was to re- — A man came”.
func brokenOff(d *Doc, i int) bool {
	if i < 2 || i+1 >= len(d.Tokens) || d.Tokens[i].Glued || d.Tokens[i+1].Glued {
		return false
	}
	cut, next := &d.Tokens[i-1], &d.Tokens[i+1]
	return cut.Norm == "-" && cut.Glued && d.Tokens[i-2].Kind == Word && next.Kind == Word && next.Case != Lower
}

// begunAnew reports whether speech that broke off at the dash at token i begins anew
// behind it with a phrase that does so, “… he was there like – I mean, who counts?”, and
// goes on to the sentence's end: no second dash makes it an aside.
func begunAnew(d *Doc, i int) bool {
	if d.Tokens[i].Glued || i+1 >= len(d.Tokens) || d.Tokens[i+1].Kind != Word {
		return false
	}
	n, _ := d.Longest(d.Pack.List("restarts"), i+1, len(d.Tokens))
	if n == 0 || i+1+n >= len(d.Tokens) || d.Norm(i+1+n) != "," {
		return false
	}
	for j := i + 1 + n; j < len(d.Tokens); j++ {
		switch t := &d.Tokens[j]; {
		case t.Norm == "—":
			return false
		case t.Kind == Punct && (t.Norm == "." || t.Norm == "!" || t.Norm == "?" || t.Norm == "…"):
			return true
		}
	}
	return true
}

// creditOpens reports whether a bracket at token i holds a picture's credit, which is no
// part of the sentence before it, capital or not: “… for years. (credit: Ana Ruiz)”.
func creditOpens(d *Doc, i int) bool {
	if d.Tokens[i].Norm != "(" || i+1 >= len(d.Tokens) {
		return false
	}
	n, kind := d.Longest(d.Pack.List("furniture"), i+1, len(d.Tokens))
	return n > 0 && kind == "credit start" && i+1+n < len(d.Tokens) && d.Norm(i+1+n) == ":"
}
