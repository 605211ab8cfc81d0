# Every target makes what it needs; a fresh machine with Python 3.11 or newer is enough.
PYTHON ?= python3
SEED := seeds/000_363af21ffb7771ea.txt
DEMO := .venv-demo
DEV := .venv
# Both commands are read as a whole, so one failing step ends them.
.SHELLFLAGS := -euc

.PHONY: demo test check docs benchmarks clean

# The main job: translate the seed article, compare meaning, flag. It has faults, so transcheck
# exits with 1; any other code is a failure of the demo.
demo: $(DEMO)/ready
	$(DEMO)/bin/transcheck check $(SEED) --from en --to pt || [ $$? -eq 1 ]

test: $(DEV)/ready
	$(DEV)/bin/python -m pytest

# The one door: format, lint, types, tests, docs that are stale or do not build.
check: $(DEV)/ready
	$(DEV)/bin/ruff format --check .
	$(DEV)/bin/ruff check .
	$(DEV)/bin/mypy
	$(DEV)/bin/python docs/generate.py --check
	NO_MKDOCS_2_WARNING=1 $(DEV)/bin/mkdocs build --strict --quiet --site-dir build/site
	$(MAKE) --no-print-directory test

# Write again what is generated from the records: one page for each check, and their index.
docs: $(DEV)/ready
	$(DEV)/bin/python docs/generate.py
	$(DEV)/bin/python docs/picture.py

benchmarks: $(DEV)/ready
	$(DEV)/bin/python -m tests.benchmarks.embedding_throughput
	$(DEV)/bin/python -m tests.benchmarks.translation_throughput

$(DEMO)/ready: pyproject.toml
	$(PYTHON) -m venv $(DEMO)
	$(DEMO)/bin/pip install --quiet --disable-pip-version-check .
	touch $@

$(DEV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(DEV)
	$(DEV)/bin/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[all,dev]'
	touch $@

clean:
	rm -rf $(DEMO) $(DEV) build
