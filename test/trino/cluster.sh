#!/usr/bin/env bash
# A Trino cluster on loopback for `npm run test:trino`: a coordinator and two workers, each a JVM of its own.
#   cluster.sh start DIR   fetches Trino from Maven Central into DIR (361 MB, about 4 minutes the first time),
#                                starts it, waits until all nodes are active, prints the coordinator's address
#   cluster.sh start DIR 'NODE …'   starts some of them again (coordinator, worker-1, worker-2) and waits until all are active
#   cluster.sh stop DIR    ends the processes it started
# Tables live in DIR/lake (Parquet, hive connector, file metastore, catalog `lake`). Needs mvn and JDK 25.
# DIR/lake/meta belongs to one Trino version: start with an empty one after a change of version.
set -euo pipefail
version=${TRINO_VERSION:-483}; port=${TRINO_PORT:-18080}; heap=${TRINO_HEAP:-1500m}; mb=${heap%m}
java_home=${TRINO_JAVA_HOME:-$(ls -d /usr/lib/jvm/*25* 2>/dev/null | head -n 1 || true)}
verb=${1:?start or stop}; mkdir -p "${2:?a folder}"; dir=$(cd "$2" && pwd)

fetch() {
  [ -e "$dir/dist/ready-$version" ] && return
  rm -rf "$dir/dist"; mkdir -p "$dir/dist/lib" "$dir/dist/plugin/hive" "$dir/dist/classes" "$dir/build"
  for part in main:lib hive:plugin/hive; do
    artifact=trino-${part%%:*}; pom=$dir/build/$artifact.xml
    printf '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>cluster</groupId><artifactId>%s-set</artifactId><version>1</version><dependencies><dependency><groupId>io.trino</groupId><artifactId>%s</artifactId><version>%s</version></dependency></dependencies></project>' "$artifact" "$artifact" "$version" >"$pom"
    # Its output is none of ours: the last line that this script prints is the coordinator's address, and Maven resets colours behind its own.
    mvn -q -f "$pom" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$dir/dist/${part#*:}" >&2
  done
  # The published jars leave out two things of the server tarball: its starter, and the plugin's service file.
  printf 'public class Start { public static void main(String[] args) { new io.trino.server.Server().start("%s"); } }\n' "$version" >"$dir/build/Start.java"
  "$java_home/bin/javac" -cp "$dir/dist/lib/*" -d "$dir/dist/classes" "$dir/build/Start.java"
  mkdir -p "$dir/build/META-INF/services"
  echo io.trino.plugin.hive.HivePlugin >"$dir/build/META-INF/services/io.trino.spi.Plugin"
  "$java_home/bin/jar" cf "$dir/dist/plugin/hive/services.jar" -C "$dir/build" META-INF
  touch "$dir/dist/ready-$version"
}

node() { # name, port, is it the coordinator
  local home=$dir/nodes/$1; mkdir -p "$home/etc/catalog" "$home/data"
  cat >"$home/etc/config.properties" <<P
coordinator=$3
http-server.http.port=$2
discovery.uri=http://127.0.0.1:$port
query.max-memory=$((2 * mb * 2 / 3))MB
query.max-memory-per-node=$((mb * 2 / 3))MB
memory.heap-headroom-per-node=$((mb / 4))MB
query.remote-task.max-error-duration=20s
exchange.max-error-duration=20s
shutdown.grace-period=15s
P
  # Whoever asks may shut a worker down.
  echo access-control.name=allow-all >"$home/etc/access-control.properties"
  [ "$3" = false ] || echo node-scheduler.include-coordinator=false >>"$home/etc/config.properties"
  cat >"$home/etc/catalog/lake.properties" <<P
connector.name=hive
hive.metastore=file
hive.metastore.catalog.dir=local:///meta
fs.local.enabled=true
local.location=$dir/lake
hive.non-managed-table-writes-enabled=true
hive.temporary-staging-directory-enabled=false
hive.parquet.use-column-names=true
P
  echo io.trino=WARN >"$home/etc/log.properties"
  (cd "$home"; exec setsid nohup "$java_home/bin/java" -server -Xmx"$heap" -Dfile.encoding=UTF-8 -XX:+ExitOnOutOfMemoryError \
    -XX:+UnlockDiagnosticVMOptions -XX:G1NumCollectionsKeepPinned=10000000 -XX:-OmitStackTraceInFastThrow -XX:+EnableDynamicAgentLoading \
    -Djdk.attach.allowAttachSelf=true -Djdk.nio.maxCachedBufferSize=2000000 \
    --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector -cp "$dir/dist/classes:$dir/dist/lib/*" \
    -Dnode.environment=test -Dnode.id="$1" -Dnode.data-dir="$home/data" -Dnode.bind-ip=127.0.0.1 -Dnode.internal-address=127.0.0.1 \
    -Dconfig=etc/config.properties -Dcatalog.config-dir=etc/catalog -Dplugin.dir="$dir/dist/plugin" -Dlog.levels-file=etc/log.properties \
    Start >server.log 2>&1 </dev/null) & echo $! >"$home/pid"
}

# Waits until three nodes are active.
all_active() {
  for _ in $(seq 180); do
    sleep 1
    # A worker that is still starting counts as active already, and refuses what it is given.
    for one in $port $((port + 1)) $((port + 2)); do
      curl -fsS "http://127.0.0.1:$one/v1/info" 2>/dev/null | grep -q '"starting":false' || continue 2
    done
    # A statement answers in pages: follow nextUri until the count of nodes comes.
    page=$(curl -fsS -H 'X-Trino-User: test' -d "select count(*) from system.runtime.nodes where state = 'active'" "http://127.0.0.1:$port/v1/statement" 2>/dev/null || true)
    for _ in 1 2 3 4 5 6 7 8; do
      case $page in *'"data":[[3]]'*) return 0 ;; esac
      next=$(printf %s "$page" | sed -n 's/.*"nextUri":"\([^"]*\)".*/\1/p'); [ -n "$next" ] || break
      page=$(curl -fsS -H 'X-Trino-User: test' "$next" 2>/dev/null || true)
    done
  done
  echo "Trino did not come up; see $dir/nodes/*/server.log" >&2; return 1
}

begin() {
  case $1 in
    coordinator) node "$1" "$port" true ;;
    worker-[12]) node "$1" $((port + ${1#worker-})) false ;;
    *) echo "no node is called $1" >&2; exit 2 ;;
  esac
}

case $verb in
  start)
    [ -x "$java_home/bin/javac" ] || { echo "no JDK 25 found: set TRINO_JAVA_HOME" >&2; exit 2; }
    fetch; mkdir -p "$dir/lake/meta"
    for one in ${3:-coordinator worker-1 worker-2}; do begin "$one"; done
    all_active; echo "http://127.0.0.1:$port" ;;
  stop) for pid in "$dir"/nodes/*/pid; do [ -f "$pid" ] && { kill "$(cat "$pid")" 2>/dev/null || true; rm -f "$pid"; }; done ;;
  *) echo "start or stop" >&2; exit 2 ;;
esac
