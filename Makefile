# One word for each thing a person does here; `make` alone lists them.
# Needs git, make and Python 3.11 or newer; everything else is installed into .venv.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# Further words for pytest, e.g. `make test ARGS="tests/privacy/rights -k deadline"`.
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed
DEVELOPMENT := $(VENV)/.installed-dev
TEMPLATE_FOLDERS = $(wildcard templates privacy/templates home/templates)
MANAGE_IN_TESTS = env -u DATABASE_URL DJANGO_SETTINGS_MODULE=mysite.settings.test $(BIN)/python manage.py
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header
POSTGRESQL = $(or $(filter postgres%,$(DATABASE_URL)),postgres://postgres@127.0.0.1:5432/postgres)

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List these words
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##### Trying it

.PHONY: demo
demo: export PUBLIC_BASE_URL := http://$(HOST):$(PORT)
demo: export ADMIN_BASE_URL := http://$(HOST):$(PORT)
demo: export PYTHONUNBUFFERED := 1
demo: $(RUNTIME) ## Show the site with its demo content at http://127.0.0.1:8000/ (PORT=8001 for another port)
	@echo "Preparing the database …"
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_demo --port $(PORT)
	@$(BIN)/python manage.py runserver --noreload $(HOST):$(PORT)

##### Testing

.PHONY: test
test: $(DEVELOPMENT) ## Run the tests on SQLite, without the slow ones
	env -u DATABASE_URL $(BIN)/python -m pytest $(ARGS)

.PHONY: test-slow
test-slow: $(DEVELOPMENT) ## Run the tests that take long: the demo, measures, hostile files, the package; on SQLite
	env -u DATABASE_URL $(BIN)/python -m pytest -m "slow and not browser" $(ARGS)

.PHONY: test-postgresql
test-postgresql: $(DEVELOPMENT) ## Run the tests on PostgreSQL, at DATABASE_URL or on this machine
	@DATABASE_URL="$(POSTGRESQL)" $(BIN)/python tools/reach_postgresql.py
	@DATABASE_URL="$(POSTGRESQL)" $(BIN)/python -m pytest --create-db -m "not browser" $(ARGS)

.PHONY: browser
browser: $(DEVELOPMENT) ## Run the browser tests; they need Debian's chromium
	env -u DATABASE_URL $(BIN)/python -m pytest -m browser -n 0 $(or $(ARGS),tests/browser)

.PHONY: matrix
matrix: $(DEVELOPMENT) ## Run the tests on the supported versions of Wagtail, Django and Python
	env -u DATABASE_URL $(BIN)/nox

.PHONY: check
check: lint test ## Everything before a commit: lint and test

##### Looking at the code

.PHONY: lint
lint: lint-code lint-types lint-imports lint-templates lint-migrations lint-translations lint-requirements ## All of the checks below

.PHONY: lint-code
lint-code: $(DEVELOPMENT) ## Style and formatting of Python
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: lint-types
lint-types: $(DEVELOPMENT) ## Types
	env -u DATABASE_URL $(BIN)/mypy

.PHONY: lint-imports
lint-imports: $(DEVELOPMENT) ## Which part may import which (contracts in pyproject.toml)
	$(BIN)/lint-imports

.PHONY: lint-templates
lint-templates: $(DEVELOPMENT) ## Indentation of templates
	$(BIN)/djhtml --check $(TEMPLATE_FOLDERS)

.PHONY: lint-migrations
lint-migrations: $(DEVELOPMENT) ## No migration is missing, whatever the languages of the site
	$(MANAGE_IN_TESTS) makemigrations --check --dry-run
	LANGUAGES=en LANGUAGE_CODE=en $(MANAGE_IN_TESTS) makemigrations --check --dry-run
	LANGUAGES=de,en-gb LANGUAGE_CODE=de $(MANAGE_IN_TESTS) makemigrations --check --dry-run

.PHONY: lint-translations
lint-translations: $(DEVELOPMENT) ## Every text is translated, and the compiled catalogues are up to date
	$(BIN)/python -m tools.translations check

.PHONY: lint-requirements
lint-requirements: $(DEVELOPMENT) ## The locked requirements say what the .in files ask for
	$(BIN)/python tools/check_lock.py

##### Changing things

.PHONY: format
format: $(DEVELOPMENT) ## Format Python and templates, and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djhtml $(TEMPLATE_FOLDERS)

.PHONY: migrations
migrations: $(DEVELOPMENT) ## Write missing migrations (NAME=… is required; see CONTRIBUTING.md)
	$(if $(NAME),,$(error Say what the migration does: make migrations NAME=add_case_owner))
	$(MANAGE_IN_TESTS) makemigrations --name $(NAME)

.PHONY: messages
messages: $(DEVELOPMENT) ## Collect the texts to translate, and compile the catalogues
	$(BIN)/python -m tools.translations extract compile

.PHONY: pictures
pictures: $(DEVELOPMENT) ## Take the pictures of the README anew; needs Debian's chromium
	env -u DATABASE_URL $(BIN)/python -m tools.pictures

.PHONY: lock
lock: $(DEVELOPMENT) ## Lock the requirements anew, keeping versions (UPGRADE=1 takes newer ones)
	$(LOCK) $(if $(UPGRADE),--upgrade) requirements.in --output-file requirements.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) requirements-dev.in --output-file requirements-dev.txt

.PHONY: clean
clean: ## Remove what tests and tools leave behind (not .venv, not the demo's database)
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .nox build dist *.egg-info

##### Installing

.PHONY: install
install: $(DEVELOPMENT) ## Install what running, testing and changing need, into .venv

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "This needs Python 3.11 or newer; '$(PYTHON)' is" \
			"$$($(PYTHON) --version 2>&1 || true). Name another: make demo PYTHON=python3.13" >&2; exit 1; }
	@echo "Making $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "'$(PYTHON) -m venv' failed. Name another Python: make demo PYTHON=python3.13" >&2; exit 1; }

$(RUNTIME): requirements.txt | $(BIN)/python
	@echo "Installing requirements.txt …"
	@$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@echo "Installing requirements-dev.txt …"
	@$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	@touch $@
