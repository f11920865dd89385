# Placeplan: one command for each thing. Every target sets itself up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export HYPOTHESIS_PROFILE ?= ci
.DEFAULT_GOAL := help
.PHONY: help demo test test-library test-web test-journeys check fix bench docs lock setup browser database

help: ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP)

$(VENV)/bin/uv:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: install it and run make again."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q uv

$(STAMP): requirements/dev.txt pyproject.toml | $(VENV)/bin/uv
	$(BIN)/uv pip install -q --python $(BIN)/python --compile-bytecode --require-hashes -r requirements/dev.txt
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --editable .
	@touch $@

lock: | $(VENV)/bin/uv ## write the hashed pins anew
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra web -o requirements/base.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra web --extra dask --group dev --group docs -c requirements/base.txt -o requirements/dev.txt

demo: $(STAMP) ## set up, load Kent and Medway, run its plan and serve the pages (SERVE=0: all but serve)
	$(BIN)/placeplan demo $(if $(filter 0,$(SERVE)),--no-serve)

# What the browser and database tests need, from the system's packages.
system:
	@if ! { command -v $${CHROMIUM:-chromium} && ls -d /usr/lib/postgresql/*/bin; } >/dev/null 2>&1; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    echo "Installing chromium and postgresql with apt, for the browser and database tests."; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium postgresql fonts-liberation >/dev/null; \
	  else \
	    echo "The browser and database tests need Chromium and PostgreSQL 15 or newer: install them (Debian, Ubuntu:"; \
	    echo "  sudo apt-get install chromium postgresql fonts-liberation) and run make again."; exit 1; \
	  fi; \
	fi

test: $(STAMP) system ## every test: library, pages on SQLite and on PostgreSQL, journeys in a real browser
	$(BIN)/python tools/run_tests.py

test-library: $(STAMP) ## the library alone, without Django
	$(BIN)/python tools/run_tests.py library

test-web: $(STAMP) system ## pages, on SQLite and on PostgreSQL
	$(BIN)/python tools/run_tests.py web-sqlite web-postgresql

test-journeys: $(STAMP) system ## journeys in a real browser
	$(BIN)/python tools/run_tests.py journeys

check: $(STAMP) ## contracts, types, style, sizes, locks, docs (changes nothing)
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/djlint --quiet --check --lint src
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python tools/run_tests.py repository

fix: $(STAMP) ## format, and mend what can be mended by itself
	$(BIN)/ruff format -q .
	$(BIN)/ruff check -q --fix .
	$(BIN)/djlint --quiet --reformat src || true

bench: $(STAMP) ## yardsticks, as ratios (ONLY=name for one); writes build/bench.json
	$(BIN)/python -m benchmarks

docs: $(STAMP) ## the manual, in build/docs
	$(BIN)/sphinx-build -q -W --keep-going docs build/docs
