# Needs git, make, and Python >= 3.11 with venv; sets up everything else in .venv, once.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
CHROME_ON_MACOS := "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

.PHONY: help demo test test-all check tools tools-all clean

help:
	@echo "make demo      builds the graph of the sample articles and says where graph.html is"
	@echo "make test      runs the tests (under six minutes)"
	@echo "make test-all  runs the slow ones too, and those on ../shared if it is there"
	@echo "make check     runs ruff and mypy"
	@echo "make clean     removes the environment and all caches"

demo: $(VENV)/installed
	$(BIN)/graphbuild demo

test: $(VENV)/installed-dev tools
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not slow"

test-all: test tools-all
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m slow

check: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "graphbuild needs Python 3.11 or newer; none was found"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# What tests need and pip does not bring: installed where that is allowed, else named; in CI nothing may be left out.
tools:
	@$(call need,chromium,chromium chromium-browser google-chrome $(CHROME_ON_MACOS),the tests in a browser)

tools-all:
	@$(call need,npm,npm,the tests with graphology in Node)

# $(call need,Debian packages,commands of which one is enough,what is left out)
define need
for name in $(2); do command -v "$$name" >/dev/null 2>&1 && exit 0; done; \
sudo=; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
if command -v apt-get >/dev/null 2>&1 && $$sudo true 2>/dev/null; then \
	echo "installing $(1)"; export DEBIAN_FRONTEND=noninteractive; \
	{ $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $(1); } </dev/null >/dev/null && exit 0; \
fi; \
echo "$(1) is missing: install it to run all tests; left out: $(3)"; [ "$$CI" != true ]
endef
