# Everything starts from python3 (3.11 or newer, with pip and venv), git and make.
# `make sample` and `make test` are the two commands of the README.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
SAMPLES := $(wildcard corpora/*.txt)

.PHONY: help setup sample test check lint fuzz gains gains-accept bench docs clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

setup: $(READY) ## virtual environment with everything in it

$(READY): pyproject.toml uv.lock .ci/setup
	@sh .ci/setup
	@touch $@

sample: setup ## extract the bundled sample plans and print what was found
	@$(PY) -m extractor extract $(SAMPLES)

test: setup ## run the tests
	@$(PY) -m pytest

check: lint test ## format, lint, types, layers, tests

lint: setup ## format, lint, types, layers
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy --strict -p extractor
	$(VENV)/bin/lint-imports --no-cache

# SECONDS for each reader; with SEED=0 another path each time
SECONDS ?= 8
SEED ?= 1

fuzz: setup ## fuzz each reader for SECONDS; keeps what it finds in tests/data/fuzz
	@$(PY) -m fuzz.run --seconds $(SECONDS) --seed $(SEED)

gains: setup ## what was won and lost on all gold, against the committed baseline
	@$(PY) benchmarks/gains.py

gains-accept: setup ## make the present results the baseline
	@$(PY) benchmarks/gains.py --accept

bench: setup ## measure speed and memory beside other readers; rewrites docs/benchmarks.md
	@EXTRA_GROUP=bench sh .ci/setup
	@$(PY) -m benchmarks.page

docs: setup ## rewrite the generated parts of README and docs
	@$(PY) docs/build.py

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
