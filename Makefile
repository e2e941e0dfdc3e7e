# One command per task, the same here and in continuous integration: `make help`.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: figures help demo test check graphs lock clean clean-all runtime dev browser

PYTHON ?=
export PYTHON
# A build depends on its inputs only, not on where or in which language it runs.
export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1

IN_VENV := .venv/bin/python
SYRIAKG := .venv/bin/syriakg
COMPILE := $(IN_VENV) -m uv --quiet --no-config --system-certs pip compile $(UPGRADE) \
    --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header
LOCKED_BY := \# Written by `make lock` from pyproject.toml; do not edit.

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | \
	    awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

demo: runtime ## set up, read the articles, build the graph and its networks in build/demo
	$(SYRIAKG) build articles/*.md -o build/demo

test: dev browser check ## set up, then run every gate: check, then all tests
	$(IN_VENV) -m pytest

check: dev ## lint, formatting, types, direction of imports, generated names
	$(IN_VENV) -m ruff check
	$(IN_VENV) -m ruff format --check
	$(IN_VENV) -m mypy
	.venv/bin/lint-imports
	$(IN_VENV) tools/generate_terms.py --check

figures: runtime ## write the figures of docs/evaluation.md anew
	$(IN_VENV) tools/update_figures.py

graphs: runtime ## build the committed graphs/ anew from articles/
	rm -rf build/graphs
	$(SYRIAKG) build articles/*.md -o build/graphs
	rm build/graphs/syriakg.nq # the same quads as the TriG, four times as large
	rm -rf graphs
	cp -R build/graphs graphs

lock: dev ## write requirements/ anew from pyproject.toml (UPGRADE=--upgrade: newest versions)
	$(COMPILE) pyproject.toml -o requirements/runtime.txt >/dev/null
	$(COMPILE) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt >/dev/null
	$(COMPILE) --group build -c requirements/dev.txt -o requirements/build.txt >/dev/null
	@for lock in requirements/*.txt; do \
	    { echo '$(LOCKED_BY)'; grep -v '^# Written by' "$$lock"; } >"$$lock.new" && \
	    mv "$$lock.new" "$$lock"; done

clean: ## remove what was built, and the caches
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +

clean-all: clean ## remove the Python environment too
	rm -rf .venv

runtime:
	@tools/set_up.sh runtime

dev:
	@tools/set_up.sh dev

browser:
	@tools/find_browser.sh
