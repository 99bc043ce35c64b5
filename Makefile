# Every target sets up what it needs: a machine with make and Python 3.11, 3.12 or 3.13 is enough.
INPUT ?= seeds/samples
WAREHOUSE ?= warehouse/data
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help install run test check format bench faults fuzz clean

help:
	@echo "make run [INPUT=path ...] [WAREHOUSE=dir]   read articles into DuckDB and Parquet (default: the samples)"
	@echo "make test                                   run the tests"
	@echo "make check                                  format, lint, types and size of modules, without changing anything"
	@echo "make format                                 put the code into the shared format"
	@echo "make bench [BENCH='100 1000 10000 --all']    measure speed and memory; also --warehouse 100000"
	@echo "make faults                                 kill runs at random moments and start them again"
	@echo "make fuzz [SECONDS=60]                       look for bytes that break the reading of each format"
	@echo "make install                                only set up $(VENV)"
	@echo "make clean                                  remove $(VENV), caches and the default warehouse"

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	@supported='import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'; \
	for python in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
	  if "$$python" -c "$$supported" >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Casus needs Python 3.11, 3.12 or 3.13 with its venv module, and none was found on PATH." >&2; \
	  echo "Install one (on Debian or Ubuntu: apt install python3 python3-venv), or name it: make $(or $(MAKECMDGOALS),install) PYTHON=/path/to/python3.12" >&2; \
	  exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$found" --version); the first time takes a few minutes"; \
	"$$found" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: install
	@$(BIN)/casus run $(INPUT) --warehouse "$(WAREHOUSE)"

test: install
	@$(BIN)/python -m pytest -m "not slow"

check: install
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/test_rooms.py

format: install
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: install
	@$(BIN)/python -m tests.bench $(BENCH)

faults: install
	@$(BIN)/python -m tests.faults

SECONDS ?= 60
fuzz: install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	@for name in a.txt a.txt.gz a.html a.jsonl a.csv a.parquet a.warc a.warc.gz; do \
	  echo "$$name"; $(BIN)/python -m tests.fuzz.guided $$name -max_total_time=$(SECONDS) -verbosity=0 || exit 1; \
	done

clean:
	rm -rf $(VENV) build .pytest_cache .ruff_cache .mypy_cache .hypothesis *.egg-info warehouse/data
	find flows transforms warehouse tests seeds -name __pycache__ -type d -prune -exec rm -rf {} +
