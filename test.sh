#!/usr/bin/env bash
# Builds and runs every test. Installs what a test needs and the machine lacks (Debian packages); what cannot be had is said
# in one line, and just those tests are skipped. Ends with one line that counts from the result files.
set -u
cd "$(dirname "$0")" || exit 1
results=artifacts/test-results
rm -rf "$results"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() { # what-for, test of presence, packages
  eval "$2" >/dev/null 2>&1 && return
  if command -v apt-get >/dev/null 2>&1; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $3; } >/dev/null 2>&1
  fi
  eval "$2" >/dev/null 2>&1 || echo "NOT AVAILABLE: $1 ($3 could not be installed): those tests are skipped."
}
need 'Node.js (bundles style sheet and charts)' 'command -v npm' 'nodejs npm'
need 'a browser' 'command -v chromium' 'chromium'
need 'the tool that lets a browser trust a certificate' 'command -v certutil' 'libnss3-tools'
need 'Chinese fonts' 'ls /usr/share/fonts/opentype/noto/NotoSansCJK*' 'fonts-noto-cjk'
need 'a PostgreSQL server' 'ls /usr/lib/postgresql/*/bin/postgres' 'postgresql'

status=0
dotnet build CaseFlow.sln -c Release -v quiet || { echo '0 passed, 1 failed, 0 skipped'; exit 1; }
dotnet test CaseFlow.sln -c Release --no-build --logger trx --results-directory "$results" "$@" || status=1

# The adapters' packages are not to be had everywhere: each adapter is built and tested where its own can be restored.
adapters="-p:Adapters=true --artifacts-path artifacts/adapters"
for adapter in NRules Hangfire Elsa; do
  if dotnet restore "tests/CaseFlow.$adapter.Tests" $adapters >/dev/null 2>&1; then
    dotnet test "tests/CaseFlow.$adapter.Tests" -c Release --no-restore $adapters --logger trx --results-directory "$results" "$@" || status=1
  else
    echo "NOT AVAILABLE: $adapter (its packages could not be restored): the adapter is not tested."
  fi
done

passed=0 failed=0 skipped=0
for file in "$results"/*.trx; do
  [ -f "$file" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$file" | head -n 1)
  value() { printf '%s' "$counters" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p"; }
  total=$(value total) executed=$(value executed) ok=$(value passed)
  passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
done
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ] || status=1
[ "$status" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1 # a run that broke off counts as a failure
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
