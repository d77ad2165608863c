package intake

import (
	"bytes"
	"slices"
)

// Fields of a letter's head: those of any letter, and those that only machines write.
var (
	letterFields  = []string{"from", "to", "date", "subject", "cc", "reply-to"}
	machineFields = []string{"return-path", "received", "delivered-to", "message-id", "mime-version", "x-original-to", "dkim-signature", "content-type"}
)

// letterHead reports whether bytes begin as a letter does that a mail program keeps in a file
// without an ending: lines “Field: value”, two of them known, one only to machines.
func letterHead(head []byte) bool {
	known, machine := 0, 0
	for line := range bytes.Lines(head) {
		if line[0] == ' ' || line[0] == '\t' {
			continue // the value above goes on
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t\r\n") {
			break
		}
		switch field := string(bytes.ToLower(name)); {
		case slices.Contains(machineFields, field):
			machine++
		case slices.Contains(letterFields, field):
			known++
		}
	}
	return machine > 0 && known+machine > 1
}
