#!/usr/bin/env bash
# Installs the program as others would, and audits the sample: from the tarball of `npm pack` in an empty folder, and from the archive
# for this platform without a network, npm or anything else in PATH but Node.js. The figures must be those of the golden case.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

same() { # OUT: summary.json holds what the golden one does
  node -e 'const read = (path) => JSON.parse(fs.readFileSync(path, "utf8"));
    require("node:assert").deepStrictEqual(read(process.argv[1]), read(process.argv[2]))' \
    "$1/summary.json" "$root/test/cases/golden/sample/summary.json"
}

mkdir "$place/empty"
cd "$place/empty"
tarball=$(cd "$root" && npm pack --silent --ignore-scripts --pack-destination "$place")
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund "$place/$tarball"
cp -r node_modules/totsugo/pipelines node_modules/totsugo/sample-data .
npx totsugo run pipelines/emergency-review.yaml --out out --quiet >/dev/null
same out
echo "npm pack: installed in an empty folder, audits the sample"

platform=$(node -p 'process.platform + "-" + process.arch')
node "$root/.ci/bundle.mjs" --platform "$platform" --out "$place/bundles" >/dev/null
cd "$place/bundles"
sha256sum --quiet -c SHA256SUMS
tar -xzf ./*.tar.gz
cd totsugo-*/
sha256sum --quiet -c SHA256SUMS
mkdir "$place/bin"
ln -s "$(node -p process.execPath)" "$place/bin/node"
alone=(env -i "PATH=$place/bin" LANG=ja_JP.UTF-8)
if unshare -rn true 2>/dev/null; then alone=(unshare -rn "${alone[@]}"); else echo "no namespace here: run with a network"; fi
"${alone[@]}" ./totsugo run app/pipelines/emergency-review.yaml --out "$place/out" --quiet >/dev/null
same "$place/out"
echo "archive for $platform: audits the sample without npm and network"
