# Finds a JDK of version 25 or later and exports JAVA_HOME, or says how to get one and exits with 1.
# Sourced by mvnw (sh) and ctm-connect (bash), so it is plain POSIX shell. The search runs in a subshell, because mvnw
# has globbing switched off and the caller's variables are not ours.
#
# Order: JAVA_HOME, the java on the PATH, then the lowest version that fits in the folders below.
# CTM_CONNECT_JDK_DIRS replaces those folders (patterns, separated by colons).

# Prints the major version of the JDK in folder $1; nothing when there is no JDK.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  version=
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') || version=
  fi
  printf '%s\n' "$version" | sed 1q
}

# Whether folder $1 holds a JDK that fits; leaves its version in $major.
jdk_fits() {
  major=$(jdk_major "$1")
  [ "${major:-0}" -ge 25 ]
}

# Prints the home that $1, a java command, belongs to: its links are followed.
jdk_of_command() {
  link=$1
  while [ -h "$link" ]; do
    target=$(readlink "$link")
    case $target in
    /*) link=$target ;;
    *) link=${link%/*}/$target ;;
    esac
  done
  home=$(cd "${link%/*}/.." 2>/dev/null && pwd -P) || return 0
  # macOS has a stub there that asks to install Java
  [ "$home" = /usr ] || printf '%s\n' "$home"
}

find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && jdk_fits "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi

  on_path=$(command -v java) || on_path=
  case $on_path in
  /*)
    home=$(jdk_of_command "$on_path")
    if [ -n "$home" ] && jdk_fits "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
    ;;
  esac

  folders=${CTM_CONNECT_JDK_DIRS-"/usr/lib/jvm/*:/usr/java/*:/opt/java*:/opt/java/*:/opt/jdk*:/opt/jdk/*\
:${HOME-}/.sdkman/candidates/java/*:${HOME-}/.jdks/*:${HOME-}/.local/share/mise/installs/java/*\
:${HOME-}/.asdf/installs/java/*:/Library/Java/JavaVirtualMachines/*/Contents/Home\
:${HOME-}/Library/Java/JavaVirtualMachines/*/Contents/Home\
:/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home\
:/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"}
  best='' best_major=
  set +f
  IFS=:
  for folder in $folders; do
    if jdk_fits "$folder" && [ "$major" -lt "${best_major:-9999}" ]; then
      best=$folder best_major=$major
    fi
  done
  if [ -z "$best" ] && [ -z "${CTM_CONNECT_JDK_DIRS+set}" ] && [ -x /usr/libexec/java_home ]; then
    folder=$(/usr/libexec/java_home -v 25+ 2>/dev/null) || folder=
    ! jdk_fits "$folder" || best=$folder
  fi
  [ -n "$best" ] && printf '%s\n' "$best"
}

if JAVA_HOME=$(find_jdk); then
  export JAVA_HOME
  unset -f jdk_major jdk_fits jdk_of_command find_jdk
else
  cat >&2 <<'END'
ctm-connect needs a JDK, version 25 or later, and none was found: not in JAVA_HOME, not on the PATH,
not in the usual folders. Ways to get one:
  any system        Temurin 25 from https://adoptium.net, then set JAVA_HOME to its folder
  SDKMAN            sdk install java 25-tem
  macOS             brew install --cask temurin@25
  Debian, Ubuntu    apt-get install temurin-25-jdk, with the repository of https://adoptium.net/installation/linux/
END
  exit 1
fi
