# Two commands are enough: `make serve` and `make test`. `make help` lists the others.

HOST ?= 127.0.0.1
PORT ?= 8080
DATA ?= data
SECONDS_A_GROUP ?= 60

SOURCES := Package.swift $(shell find Sources -type f -not -name '*.md')
PROGRAM := .build/release/rebond
# Swift's own libraries go into the program: it starts sooner, and runs on a server that has no Swift.
RELEASE := -c release --static-swift-stdlib
SWIFT_FILES := Package.swift Sources Tests Fuzzing/Sources Benchmarks/Package.swift Benchmarks/Sources

.DEFAULT_GOAL := help
.PHONY: help serve build test test-failover fuzz bench format lint check-courses clean

help:  ## this list
	@echo "Rebond: a learning server."
	@awk -F ':.*## *' '/^[a-z-]+:.*##/ { printf "  make %-15s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make serve PORT=8090 DATA=/srv/essai   another port, another data directory"

serve: $(PROGRAM)  ## build, prepare the demonstration in data/ and serve it on http://127.0.0.1:8080
	@$(PROGRAM) demo --data "$(DATA)" --courses Courses --address "http://$(HOST):$(PORT)"
	@# On a terminal the server runs in a group of its own: Ctrl-C stops it alone, and make ends well after it.
	@set -- $(PROGRAM) serve --data "$(DATA)" --host "$(HOST)" --port "$(PORT)" --public Public; \
	if [ -t 0 ]; then exec bash -c 'set -m; "$$@"; exit $$?' serve "$$@"; else exec "$$@"; fi

build: $(PROGRAM)  ## the program, in release mode

# Rebuilt only when a source is newer; a build that had nothing to link still counts as done.
$(PROGRAM): $(SOURCES)
	@scripts/set-up build
	swift build $(RELEASE) --product rebond
	@touch $@

test:  ## every test, in the browser too; ends with the totals
	@scripts/set-up test
	@scripts/run-tests

test-failover: $(PROGRAM)  ## two servers on one PostgreSQL: one is killed, the database restarts, nothing is lost
	@scripts/set-up failover
	@REBOND_PROGRAM="$(CURDIR)/$(PROGRAM)" .tools/venv/bin/python -m pytest Tests/Failover -s

fuzz:  ## libFuzzer around what reads files of others, a minute a group; Fuzzing/README.md
	@scripts/set-up build
	@scripts/fuzz $(SECONDS_A_GROUP)

bench:  ## measure against a bare server and rewrite the table of docs/performance.md
	@scripts/set-up bench
	@Benchmarks/run

format:  ## put the Swift sources in the project's style
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

lint:  ## what the style refuses
	@# A sentence in a literal may be longer than a line: the formatter cannot break it either.
	@! swift format lint --recursive --parallel $(SWIFT_FILES) 2>&1 | grep -v '\[LineLength\]' | grep .

check-courses: $(PROGRAM)  ## check the demonstration courses as an author would
	@for course in Courses/*/; do $(PROGRAM) course check "$$course" || exit 1; done

clean:  ## forget what was built; data/ stays
	rm -rf .build .tools Benchmarks/.build
