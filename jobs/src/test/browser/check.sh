#!/usr/bin/env bash
# Checks a report in headless Chromium and keeps screenshots of it, in both themes, at 400 px and in print.
# usage: check.sh [--install] REPORT.html [SCREENSHOTS]   or   check.sh [--install] --sweeps
# --sweeps: runs the sweeps of odd shapes that stand beside this script, and checks the page of each.
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
mkdir -p "$target"
cp "$here"/package.json "$here"/check.mjs "$target"
[[ -d $target/node_modules/puppeteer-core ]] || npm install --prefix "$target" --silent --no-audit --no-fund
CHROMIUM=$(command -v "$CHROMIUM")
export CHROMIUM

if [[ $1 != --sweeps ]]; then
  node "$target/check.mjs" "$1" "${2:-$target/screenshots}"
  exit
fi
failed=0
for sweep in "$here"/sweeps/*.yaml; do
  name=$(basename "$sweep" .yaml)
  "${NTK_SWEEP:-$here/../../../../deploy/ntk-sweep}" run "$sweep" --out "$target/runs/$name" --overwrite >"$target/$name.log" 2>&1 &&
    node "$target/check.mjs" "$target/runs/$name/report.html" "$target/screenshots/$name" || {
    echo "check.sh: $name fails, see $target/$name.log" >&2
    failed=1
  }
done
exit "$failed"
