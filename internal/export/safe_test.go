package export

import (
	"reflect"
	"testing"
)

func TestSafe(t *testing.T) {
	got := safe([]string{"=1+1", "+SUM(A1)", "-5", "-5 people", "@me", "\tx", "plain", "", "+3", "="})
	want := []string{"'=1+1", "'+SUM(A1)", "-5", "'-5 people", "'@me", "'\tx", "plain", "", "+3", "="}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
