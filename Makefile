# What a developer types. CI calls .ci/run, which calls these.
GO ?= go

.PHONY: build test check bench golden demo lint race fuzz browser

build: ## one static binary, ./stemma
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o stemma ./cmd/stemma

test: ## all tests, as in the README
	$(GO) test ./...

check: lint race ## what a change must pass besides the tests

lint: ## form and common faults
	@test -z "$$(gofmt -l $$(git ls-files '*.go' | grep -v /testdata/))" || { echo "gofmt would change:"; gofmt -l $$(git ls-files '*.go' | grep -v /testdata/); exit 1; }
	$(GO) vet ./...
	$(GO) tool -modfile=tools/go.mod staticcheck ./...

race: ## the rooms with goroutines, under the race detector
	$(GO) test -race ./internal/pipeline/... ./internal/store/... ./internal/web/... ./internal/view/... ./internal/kin/...
	$(GO) test -race -run Ahead ./internal/intake

bench: ## score the readings and write bench/SCORES.txt
	$(GO) run ./bench -write

golden: ## rewrite the want sections of the golden texts; read the diff
	$(GO) test ./internal/read/quote ./internal/read/figure ./internal/read/event ./internal/read/victim ./internal/read/name ./internal/read/when ./internal/view ./internal/kin/... ./internal/clip -update
	$(GO) test ./cmd/stemma -run 'TestManual|TestRulesPages' -update

demo: ## the example pile in the browser
	$(GO) run ./cmd/stemma demo

fuzz: ## half a minute for each reader of foreign input
	./.ci/fuzz 30s

pictures: ## take the manual's pictures anew; look at them
	cd browsertest && STEMMA_PICTURES=../docs/pictures $(GO) test -count=1 -run 'TestTasks$$' .

browser: ## walk the screens in a real browser
	cd browsertest && $(GO) test ./...
