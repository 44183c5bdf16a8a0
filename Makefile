# `make` installs what is needed and publishes the editions to out/; `make test` passes the tests.

.PHONY: all build check test lint clean

all: build

# npm leaves this file behind, so it tells when node_modules is older than what is asked for. Not
# `npm ci`: it stops where a registry does not carry an optional package of some other platform.
node_modules/.package-lock.json: package.json package-lock.json
	npm install --no-save --no-audit --no-fund
	@touch $@

build: node_modules/.package-lock.json
	npm run build

check: node_modules/.package-lock.json
	npm run check

test: node_modules/.package-lock.json
	npm test

lint: node_modules/.package-lock.json
	npm run lint

clean:
	rm -rf dist out node_modules
