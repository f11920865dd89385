# Placeplan: one command for each thing. Every target sets itself up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PROFILE ?= ci
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
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra web --group dev --group docs -c requirements/base.txt -o requirements/dev.txt
