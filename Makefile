# Every target makes its own virtual environment; nothing but Python 3.11, make and a registry is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DATA ?= data

.PHONY: run test check bench vectors weights lock dockerfile clean

run: $(STAMP)                 ## the terminal chat with the demo enterprises, or Telegram if a token is configured
	@$(BIN)/tallystick run --data $(DATA)

test: $(STAMP)                ## the whole suite, with the coverage floor
	$(BIN)/python -m pytest -n 2 --cov --cov-fail-under=88

check: $(STAMP)               ## style, types, import contracts, Dockerfile
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile

bench: $(STAMP)               ## one JSON line a figure: ratios measured in one run
	@$(BIN)/python -m tests.bench

vectors: $(STAMP)            ## renew the sentence vectors of the shipped asks, after the corpus changed
	$(BIN)/python -m policies.meaning

weights: $(STAMP)            ## learn the second reader of facts anew, after its texts or the recognisers changed
	$(BIN)/python -m tests.policies.teach
	$(BIN)/python -m tests.policies.teach_misgivings

lock: $(STAMP)                ## renew requirements.lock (everything) and requirements-run.lock (the image) from pyproject.toml
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile pyproject.toml --extra meaning --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra meaning --constraints requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -o requirements-run.lock

$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage build dist
