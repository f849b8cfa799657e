#!/usr/bin/env bash
# Checks a report in headless Chromium and keeps screenshots of it, in both themes, at 400 px and in print.
# usage: check.sh [--install] REPORT.html [SCREENSHOTS]
# --install: gets Chromium from Debian's packages first (as root). Node 20 is needed, and npm for one package.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
target=$(readlink -f "$here/../../..")/target/browser

if [[ ${1:-} == --install ]]; then
  shift
  apt-get install -y --no-install-recommends chromium >/dev/null
fi
[[ $# -ge 1 ]] || { sed -n 's/^# //; 3p' "${BASH_SOURCE[0]}" >&2; exit 2; }
command -v "${CHROMIUM:=chromium}" >/dev/null || {
  echo "check.sh: no Chromium found; --install gets it, CHROMIUM names another browser" >&2
  exit 2
}
report=$(readlink -f "$1")
screenshots=$(readlink -m "${2:-$target/screenshots}")

mkdir -p "$target"
cp "$here"/package.json "$here"/check.mjs "$target"
cd "$target"
[[ -d node_modules/puppeteer-core ]] || npm install --silent --no-audit --no-fund
CHROMIUM=$(command -v "$CHROMIUM") node check.mjs "$report" "$screenshots"
