#!/bin/sh
# Sees to it that there is a Chromium for the tests that look at pages: takes the one
# that is there, or installs the system's package where that needs no password.
set -eu

say() { printf 'syriakg: %s\n' "$*"; }
find_browser() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return
    done
    return 1
}
# Playwright's own node needs libatomic, which a small Debian does not have.
find_driver() {
    driver=$(.venv/bin/python -c 'from playwright._impl._driver import compute_driver_executable
print(compute_driver_executable()[0])' 2>/dev/null) || return 0
    "$driver" --version >/dev/null 2>&1
}

if find_browser && find_driver; then exit 0; fi

if [ "$(id -u)" = 0 ]; then
    as_root='env'
elif sudo -n true 2>/dev/null; then
    as_root='sudo -n env'
else
    as_root=''
fi
if [ -n "$as_root" ] && command -v apt-get >/dev/null 2>&1; then
    say "installing Chromium from the system's packages"
    log=$(mktemp)
    # shellcheck disable=SC2086 # two words on purpose
    if ! {
        $as_root DEBIAN_FRONTEND=noninteractive apt-get update &&
            $as_root DEBIAN_FRONTEND=noninteractive \
                apt-get install --yes --no-install-recommends chromium fonts-dejavu-core libatomic1
    } >"$log" 2>&1; then
        tail -n 5 "$log"
    fi
    rm -f "$log"
fi
if find_browser && find_driver; then exit 0; fi

say "there is no Chromium, or no libatomic for its driver: install them" \
    "(Debian: apt-get install chromium libatomic1) to run the tests that look at pages" >&2
# Where nobody reads the note, skipped tests would pass for tests that ran.
[ -z "${CI:-}" ]
