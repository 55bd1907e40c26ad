# Dateline. `make` alone lists the targets.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check bench wheel lock

WIRES ?= samples/
PORT ?= 8000
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes --requirement
# The project itself, after its dependencies: nothing more is fetched.
ITSELF := $(PIP) install --quiet --no-deps --no-build-isolation

help: ## list the targets
	@echo 'make TARGET [WIRES=path] [PORT=number]'
	@sed -nE 's/^([a-z]+):.*## (.*)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

run: $(VENV)/.runs ## set up, read WIRES (samples/) into the store, show what they say, serve on 127.0.0.1:PORT (8000)
	@$(BIN)/kg ingest "$(WIRES)" || test $$? -eq 1  # 1: some wires were refused, the rest is in
	@$(BIN)/kg ask what-wires-say
	@exec $(BIN)/kg serve --host 127.0.0.1 --port $(PORT)

test: $(VENV)/.tests ## set up and run the tests
	@$(BIN)/python -m pytest -q

check: $(VENV)/.tests ## format, lint, types, import contracts, and that generated files are fresh
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q -k fresh tests/test_contracts.py

bench: $(VENV)/.tests ## measure text to quads beside the bare language pipeline
	@$(BIN)/python -m benchmarks.speed

wheel: $(VENV)/.tests ## build the wheel into dist/, and try it in an empty environment
	rm -rf dist
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	$(BIN)/python -m venv dist/empty
	dist/empty/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes --requirement requirements.txt
	dist/empty/bin/python -m pip --disable-pip-version-check install --quiet --no-deps dist/*.whl
	.ci/try-wheel dist/empty/bin
	rm -rf dist/empty

lock: | $(VENV)/bin/python ## work out the locked dependencies anew, from pyproject.toml
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	$(BIN)/python -m venv "$$scratch" && "$$scratch/bin/pip" install --quiet pip-tools; \
	export CUSTOM_COMPILE_COMMAND='make lock'; \
	compile="$$scratch/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
	  --build-deps-for editable --no-emit-index-url --no-emit-find-links --no-emit-trusted-host"; \
	$$compile --output-file requirements.txt pyproject.toml; \
	$$compile --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

$(VENV)/bin/python:
	@for python in python3.11 python3 python3.12 python3.13; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "setting up in $(VENV) with $$(command -v "$$python")" >&2; exec "$$python" -m venv $(VENV); fi; done; \
	echo 'Dateline needs Python 3.11 or newer: there is neither a python3.11 nor a newer python3 on the PATH' >&2; exit 1

$(VENV)/.runs: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo 'installing the locked dependencies: a minute or two' >&2
	@$(INSTALL) requirements.txt
	@$(ITSELF) --editable .
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.runs
	@$(INSTALL) requirements-dev.txt
	@touch $@
