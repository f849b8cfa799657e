# What the commands of this folder share; sourced by them.
# Leaves the paths of this build, and in `java` the Java to run with once find_java was called.
# shellcheck shell=bash disable=SC2034

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# A release brings what a build would make.
target=$root/jobs/target
[[ ! -d $root/lib ]] || target=$root/lib
log=$target/build.log
main=org.ntksweep.jobs.cli.Main

# fail MESSAGE [STATUS]
fail() {
  echo "$(basename "$0"): $1" >&2
  exit "${2:-1}"
}

# Java splits its class path there, and nothing can quote it.
[[ $root != *:* ]] || fail "$root: Java cannot run from a folder with ':' in its path; move it"

# Java takes the names of files for ASCII in a POSIX locale, and finds no others.
if [[ $(locale charmap 2>/dev/null) == ANSI_X3.4-1968 ]]; then
  export LC_ALL=C.UTF-8
fi

find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || fail "no Java found; install a JDK 17 and set JAVA_HOME to it"
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  [[ ${version:-0} -ge 17 ]] || fail "$java is Java $version; set JAVA_HOME to a JDK 17"
}

# first_file FILE...: the first that exists.
first_file() {
  local file
  for file in "$@"; do
    [[ ! -e $file ]] || { printf '%s\n' "$file" && return; }
  done
  return 1
}

# The newest: a build of another version may have left its own.
app_jar() {
  local jar newest=
  for jar in "$target"/ntksweep-*-app.jar; do
    [[ ! -e $jar || $jar -ot ${newest:-$jar} ]] || newest=$jar
  done
  printf '%s\n' "$newest"
  [[ -n $newest ]]
}

is_built() {
  local jar
  jar=$(app_jar) || return 1
  [[ -d $target/spark/jars ]] || return 1
  [[ $target == "$root/lib" || -z $(find "$root"/{core,jobs}/{src/main,pom.xml} "$root/pom.xml" \
    -newer "$jar" -print -quit) ]]
}

# Says what Maven is at, of all that it says.
build_steps() {
  local line downloads=0
  while IFS= read -r line; do
    case $line in
      '[INFO] Building '*) echo "  ${line#\[INFO\] }" >&2 ;;
      Downloaded*) ((++downloads % 100)) || echo "  $downloads files downloaded" >&2 ;;
    esac
  done
}

# Builds what is missing or older than its sources, one at a time: who had to wait finds it built.
ensure_built() {
  ! is_built || return 0
  mkdir -p "$target" 2>/dev/null && [[ -w $target ]] ||
    fail "$target: may not be written to by this user, and the build there is missing or old"
  local lock
  exec {lock}>"$target/build.lock"
  if command -v flock >/dev/null && ! flock --nonblock "$lock"; then
    echo "$(basename "$0"): waiting for a build that is going on" >&2
    flock "$lock"
  fi
  is_built || build
  exec {lock}>&-
}

build() {
  command -v mvn >/dev/null || fail "Maven (mvn) is needed to build; or take a release, which is built"
  echo "$(basename "$0"): building, once. It takes a minute or two; the first time on a machine" >&2
  echo "  Maven also downloads Spark and ND4J, about 600 MB. The log is $log" >&2
  if ! (cd "$root" && mvn -B -DskipTests package) 2>&1 | tee "$log" | build_steps; then
    grep -E '^\[(ERROR|WARNING)\]' "$log" | head -n 20 >&2
    fail "the build failed; all of its output is in $log"
  fi
}

# Versions of Spark whose classes this build meets as it expects them.
readonly spark_versions='4\.[12]\.' spark_serves='a Spark 4.1 or 4.2 for Scala 2.13 is needed'

# The Spark installed in SPARK_HOME, or the one of this build.
find_spark() {
  if [[ -z ${SPARK_HOME:-} ]]; then
    export SPARK_HOME=$target/spark SPARK_SCALA_VERSION=2.13
    return
  fi
  local core
  core=$(first_file "$SPARK_HOME"/jars/spark-core_*.jar) ||
    fail "SPARK_HOME: $SPARK_HOME: has no jars/spark-core_*.jar; $spark_serves" 2
  core=$(basename "$core" .jar)
  [[ $core =~ ^spark-core_2\.13-$spark_versions ]] ||
    fail "SPARK_HOME: $SPARK_HOME: holds ${core#spark-core_}; $spark_serves" 2
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
  trap '' INT TERM HUP # it ends when Java has said its last
  local first
  if IFS= read -r first; then
    [[ $first == "WARNING: Using incubator modules"* ]] || printf '%s\n' "$first"
    cat
  fi
}

# Runs a command without that notice, hands signals on to it and exits as it does. The command has a
# process group of its own: a script's other background processes ignore Ctrl-C for good.
run_java() {
  local errors filter run status=0
  [[ ! -t 0 ]] || exec </dev/null # the terminal would stop whom it does not take for its own
  exec {errors}> >(without_notice >&2)
  filter=$!
  set -m
  "$@" 2>&"$errors" {errors}>&- <&0 &
  run=$!
  set +m
  exec {errors}>&-
  # shellcheck disable=SC2064 # this process
  trap "kill -TERM $run 2>/dev/null || true" TERM HUP
  # shellcheck disable=SC2064
  trap "kill -INT $run 2>/dev/null || true" INT
  wait "$run" || status=$?
  # A signal ends the first wait before Java has ended.
  while kill -0 "$run" 2>/dev/null; do
    status=0
    wait "$run" || status=$?
  done
  wait "$filter" || true
  exit "$status"
}
