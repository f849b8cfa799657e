# What the commands of this folder share; sourced by them.
# Leaves the paths of this build, and in `java` the Java to run with once find_java was called.
# shellcheck shell=bash disable=SC2034

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
target=$root/jobs/target
log=$target/build.log
main=org.ntksweep.jobs.cli.Main

# fail MESSAGE [STATUS]
fail() {
  echo "$(basename "$0"): $1" >&2
  exit "${2:-1}"
}

find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || fail "no Java found; install a JDK 17 and set JAVA_HOME to it"
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  [[ ${version:-0} -ge 17 ]] || fail "$java is Java $version; set JAVA_HOME to a JDK 17"
}

app_jar() {
  compgen -G "$target/ntksweep-*-app.jar"
}

is_built() {
  local jar
  jar=$(app_jar) || return 1
  [[ -d $target/spark/jars && -z $(find "$root"/{core,jobs}/{src/main,pom.xml} "$root/pom.xml" \
    -newer "$jar" -print -quit) ]]
}

build() {
  echo "$(basename "$0"): building, once; the log is $log" >&2
  command -v mvn >/dev/null || fail "Maven (mvn) is needed to build"
  mkdir -p "$target"
  if ! (cd "$root" && mvn -B -ntp -DskipTests package) >"$log" 2>&1; then
    grep -E '^\[(ERROR|WARNING)\]' "$log" | head -n 20 >&2
    fail "the build failed; all of its output is in $log"
  fi
}

# The Spark installed in SPARK_HOME, or the one of this build.
find_spark() {
  if [[ -z ${SPARK_HOME:-} ]]; then
    export SPARK_HOME=$target/spark SPARK_SCALA_VERSION=2.13
    return
  fi
  local built_with
  built_with=$(basename "$target"/spark/jars/spark-core_*.jar)
  compgen -G "$SPARK_HOME/jars/${built_with%.*.jar}.*.jar" >/dev/null ||
    fail "SPARK_HOME: $SPARK_HOME: a Spark with jars/${built_with%.*.jar}.*.jar is needed" 2
}

# Fills `command` with what starts a class of Spark: its own bin/spark-class, or, without an
# installation, what that would put together (the words end in NUL, after a line that does too).
spark_command() {
  command=("$SPARK_HOME/bin/spark-class" "$@")
  [[ ! -x ${command[0]} ]] || return 0
  local word
  command=()
  while IFS= read -r -d '' word; do
    command+=("$word")
  done < <("$java" -Xmx128m -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "$@")
  command=("${command[@]:1}")
  command[0]=${command[0]#$'\n'}
}

# Java says on its first line that the Vector API incubates, and no option keeps it from that.
without_notice() {
  local first
  if IFS= read -r first; then
    [[ $first == "WARNING: Using incubator modules"* ]] || printf '%s\n' "$first"
    cat
  fi
}

# Runs a command without that notice, hands signals on to it and exits as it does.
run_java() {
  local errors filter run status=0
  exec {errors}> >(without_notice >&2)
  filter=$!
  "$@" 2>&"$errors" {errors}>&- &
  run=$!
  exec {errors}>&-
  # shellcheck disable=SC2064 # this process
  trap "kill -TERM $run" TERM HUP
  trap : INT # the terminal sends it to Java too
  wait "$run" || status=$?
  # A signal ends the first wait before Java has ended.
  while kill -0 "$run" 2>/dev/null; do wait "$run" || status=$?; done
  wait "$filter" || true
  exit "$status"
}
