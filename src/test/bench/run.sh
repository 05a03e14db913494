#!/usr/bin/env bash
# Measures a packaged server on this machine: client, server, database and sandbox STS share its processors.
# Needs: mvn -B -q package -DskipTests, a JDK, curl, python3. Takes about three minutes. Results: docs/performance.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../../target/quarkus-app/quarkus-run.jar
seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-32}
address=127.0.0.1:${PORT:-18250}
work=$(mktemp -d)
cd "$work"
key_id=AKIAIOSFODNN7EXAMPLE
secret=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00

begun=$(date +%s%N)
# shellcheck disable=SC2086
java ${JAVA_OPTS:-} -Dleasehold.sandbox.enabled=true -Dleasehold.sandbox.access-key-id=$key_id \
  -Dleasehold.sandbox.secret-access-key=$secret -jar "$jar" server -listen-address=$address >server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$work"' EXIT
until curl -s -o /dev/null "http://$address/v1/sys/leader"; do sleep 0.05; done
echo "first 200 after $(( ($(date +%s%N) - begun) / 1000000 )) ms (empty folder: unpack, initdb, migrations)"

token=$(curl -s -X PUT "http://$address/v1/sys/init" | python3 -c 'import json,sys; print(json.load(sys.stdin)["root_token"])')
write() { curl -sf -X PUT -H "X-Vault-Token: $token" "http://$address/v1/$1" -d "$2" >/dev/null; }
write sys/mounts/aws '{"type":"aws"}'
write aws/config/root "{\"access_key\":\"$key_id\",\"secret_key\":\"$secret\",\"region\":\"us-east-1\",\"sts_endpoint\":\"http://$address\",\"iam_endpoint\":\"http://$address\"}"
write aws/config/lease '{"lease":"1h","lease_max":"24h"}'
write aws/roles/sts '{"credential_type":"assumed_role","role_arns":"arn:aws:iam::111122223333:role/ProdAppReadOnly"}'
write aws/roles/user '{"credential_type":"iam_user","policy_arns":"arn:aws:iam::aws:policy/ReadOnlyAccess"}'
for _ in $(seq "$connections"); do
  curl -s -H "X-Vault-Token: $token" "http://$address/v1/aws/creds/user" |
    python3 -c 'import json,sys; print(json.dumps({"lease_id": json.load(sys.stdin)["lease_id"], "increment": 1800}))'
done >renewals.txt
sleep 3
rss() { awk '/VmRSS/ {printf "%d MiB", $2 / 1024}' "/proc/$(pgrep -f "jar .*quarkus-run.jar server -listen-address=$address" | head -1)/status"; }
echo "RSS of the server, idle: $(rss)"

load() { printf '%-34s' "$1"; java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "$here/LoadGenerator.java" "http://$address/v1/$2" "$token" "$3" "$4" "$5" "${@:6}"; }
echo "warming up"
for round in $(seq "${WARM_UPS:-6}"); do load "  issue, warm-up $round" aws/creds/sts "$connections" "$seconds" 0; done
load "issue, saturation" aws/creds/sts "$connections" "$seconds" 0
load "issue, saturation, again" aws/creds/sts "$connections" "$seconds" 0 | tee issue.txt
half=$(awk '{for (i = 1; i < NF; i++) if ($(i + 1) == "req/s") print int($i / 2)}' issue.txt)
load "issue, $half/s (half)" aws/creds/sts "$connections" "$seconds" "$half"
load "renew, $connections iam_user leases" sys/leases/renew "$connections" "$seconds" 0 PUT @renewals.txt
load "role read" aws/roles/sts "$connections" "$seconds" 0
load "token look-up" auth/token/lookup-self "$connections" "$seconds" 0
echo "RSS of the server, after load: $(rss)"
