#!/usr/bin/env bash
# Runs tests again and again until one fails: tests/repeat.sh TIMES [PART OF A NAME]
set -euo pipefail
cd "$(dirname "$0")/.."
times=${1:?how often}
filter=${2:+FullyQualifiedName~$2}

dotnet build -warnaserror --nologo -v quiet
for ((run = 1; run <= times; run++)); do
  echo "run $run of $times"
  dotnet test --no-build --nologo --blame-hang-timeout 3m ${filter:+--filter "$filter"} | grep -E '^(Passed|Failed)!|^ +Failed '
done
