# Sourced by the scripts that measure; they set $name and $root. Builds what is measured, and runs it.
# JAVA_HOME chooses the Java, HLR_JAVA_OPTS adds options to the process of the container.

# Whatever was changed since is built again: to measure something older would be worse than to wait.
build() {
  stamp=$root/hlr-it/target/bench/built
  if [ -f "$stamp" ] && [ -z "$(find "$root" -name target -prune -o \( -name '*.java' -o -name pom.xml \) -newer "$stamp" -print)" ]; then
    return
  fi
  command -v mvn >/dev/null || {
    echo "$name: Maven is needed to build what is measured: install Maven 3.8 or newer and put mvn on the PATH" >&2
    exit 1
  }
  echo "$name: building, which takes a minute after each change" >&2
  started=$(mktemp)
  mvn -q -B -f "$root/pom.xml" -pl hlr-it -am -Dquick -Dmaven.test.skip=false -DskipTests pre-integration-test </dev/null >&2 || {
    rm -f "$started"
    echo "$name: the build failed, see above" >&2
    exit 1
  }
  mkdir -p "$root/hlr-it/target/bench"
  mv "$started" "$stamp"
}

measure() {
  build
  jars=$root/hlr-it/target/jars
  program=io.github.hlr4j.it.bench.$1
  shift
  exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "-Dhlr.it.jars=$jars" \
    -cp "$root/hlr-it/target/test-classes:$jars/core/*:$jars/callback-servlet/*" "$program" "$@"
}
