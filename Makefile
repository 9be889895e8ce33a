# De twee opdrachten: `make demo` en `make test`. De rest: `make help`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.klaar
# Tests schrijven duizenden kleine bestanden, en wachten bij elk op de schijf. In het geheugen niet.
TEMP   := $(shell test -w /dev/shm && test "$$(df -Pk /dev/shm | awk 'END {print $$4}')" -gt 8000000 \
	&& echo TMPDIR=/dev/shm)

.DEFAULT_GOAL := help
.PHONY: help demo test test-fast test-changed test-diep lint bench screenshots requirements clean

help:  ## laat deze lijst zien
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /|/' | awk -F'|' '{printf "make %-14s %s\n", $$1, $$2}'

$(STAMP): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "De monitor heeft Python 3.11 of nieuwer nodig (make PYTHON=python3.12 demo)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: $(STAMP)  ## zet een verzonnen samenwerkingsverband klaar en open de monitor
	$(BIN)/dekkend --data data/demo demo

test: $(STAMP)  ## draai alle tests, ook die in de browser
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/browser/nginx.py
	@$(BIN)/python tests/helpers/postgres.py
	$(TEMP) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q $(PYTEST)

test-fast: $(STAMP)  ## de tests zonder browser
	$(TEMP) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q -m 'not browser' $(PYTEST)

test-changed: $(STAMP)  ## de tests naast wat er sinds main is veranderd
	@tests=$$($(BIN)/python .ci/changed.py) || exit 1; \
	if [ -z "$$tests" ]; then echo "Er is niets veranderd waar een test bij hoort."; \
	else $(TEMP) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q $(PYTEST) $$tests; fi

test-diep: $(STAMP)  ## zoek lang naar nieuwe gevallen (voor de nacht)
	$(TEMP) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q -m 'not browser' \
		--hypothesis-profile=diep $(PYTEST)

lint: $(STAMP)  ## ruff, de typecontrole, en of er lekken bekend zijn in wat we gebruiken
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python .ci/audit.py

bench: $(STAMP)  ## meet wat docs/performance.md noemt
	$(BIN)/python -m benchmarks

screenshots: $(STAMP)  ## maak de plaatjes van de README opnieuw
	$(BIN)/python docs/make_screenshots.py

requirements:  ## maak requirements.txt opnieuw uit pyproject.toml (heeft uv nodig)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --extra test --constraint constraints.txt \
		--output-file requirements.txt pyproject.toml

clean:  ## gooi de omgeving weg (de gegevens blijven)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
