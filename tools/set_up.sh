#!/bin/sh
# Makes .venv, the project's own Python environment, and installs into it what a
# lock file pins and then the project itself. Does nothing when that is done already.
#
# usage: tools/set_up.sh runtime|dev      PYTHON=... names the Python to use
set -eu

kind=${1:?usage: tools/set_up.sh runtime|dev}
cd "$(dirname "$0")/.."
venv=.venv
unfinished=$venv/.unfinished # there while an installation is under way

say() { printf 'syriakg: %s\n' "$*"; }
fail() {
    say "$@" >&2
    exit 2
}

# The lock's packages have wheels for these; a newer Python is only taken for want of one.
is_supported() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}
is_newer() { "$1" -c 'import sys; sys.exit(sys.version_info[:2] < (3, 14))' 2>/dev/null; }
has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

find_python() {
    without_venv='' newer=''
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        if is_supported "$candidate"; then
            if has_venv "$candidate"; then
                python=$candidate
                return
            fi
            without_venv=${without_venv:-$candidate}
        elif is_newer "$candidate" && has_venv "$candidate"; then
            newer=${newer:-$candidate}
        fi
    done
    if [ -n "$without_venv" ]; then
        version=$(version_of "$without_venv")
        fail "$without_venv lacks the venv module; on Debian or Ubuntu:" \
            "apt-get install python3-venv (or python$version-venv), then run this again"
    fi
    if [ -n "$newer" ]; then
        say "note: Python $(version_of "$newer") is newer than those this project is tested on" \
            "(3.11 to 3.13)"
        python=$newer
        return
    fi
    found=$(version_of "${PYTHON:-python3}") || found=none
    fail "needs Python 3.11, 3.12 or 3.13 (found: $found);" \
        "install one, or name it: make PYTHON=/path/to/python3.12 ..."
}

# What an installation depends on: when this changes, it is done again.
key_of() {
    printf '%s\n' "$PWD"
    cat requirements/build.txt "requirements/$1.txt" pyproject.toml | cksum
}
is_ready() {
    [ ! -e "$unfinished" ] &&
        [ -f "$venv/.ready-$1" ] &&
        [ "$(cat "$venv/.ready-$1")" = "$(key_of "$1")" ] &&
        "$venv/bin/python" -c '' 2>/dev/null
}
# A folder left by an interrupted run, moved with its checkout, or made for another Python.
is_broken() {
    [ -e "$unfinished" ] ||
        ! "$venv/bin/python" -c 'import pip' 2>/dev/null ||
        { ! is_supported "$venv/bin/python" && ! is_newer "$venv/bin/python"; } ||
        { [ -f "$venv/.checkout" ] && [ "$(cat "$venv/.checkout")" != "$PWD" ]; }
}

install() {
    # Only owlready2 comes without a wheel; it is plain Python, built with the pinned
    # setuptools, so that nothing unpinned is fetched and no compiler is needed.
    "$venv/bin/python" -m pip --disable-pip-version-check install -qq --no-input \
        --require-hashes --only-binary :all: --no-binary owlready2 --no-build-isolation \
        -r "requirements/$1.txt" ||
        fail "could not install requirements/$1.txt; if the package registry" \
            "was out of reach, run this again when it is back"
}

case $kind in
runtime) if is_ready runtime || is_ready dev; then exit 0; fi ;; # dev holds runtime
dev) if is_ready dev; then exit 0; fi ;;
*) fail "no such set-up: $kind (runtime or dev)" ;;
esac

if [ -e "$venv" ] && is_broken; then
    say "$venv is unfinished or does not fit; making it anew"
    rm -rf "$venv"
fi
if [ ! -e "$venv" ]; then
    find_python
    say "making $venv with Python $(version_of "$python")"
    mkdir "$venv"
    : >"$unfinished"
    "$python" -m venv "$venv" || fail "could not make $venv; remove it and run this again"
    printf '%s\n' "$PWD" >"$venv/.checkout"
fi

say "installing the pinned packages of requirements/$kind.txt (some minutes the first time)"
: >"$unfinished"
rm -f "$venv"/.ready-*
install build
install "$kind"
"$venv/bin/python" -m pip --disable-pip-version-check install -qq --no-input \
    --no-index --no-deps --no-build-isolation --editable . ||
    fail "could not install the project itself; see the message above"
key_of "$kind" >"$venv/.ready-$kind"
rm -f "$unfinished"
