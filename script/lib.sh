# What the scripts beside this file share: packages, builds, and when a build is stale. All of it
# speaks on standard error, briefly, and leaves standard input to the program.
# shellcheck shell=bash

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

note() { echo "$*" >&2; }

# with_log LOG COMMAND...: runs quietly; the log is shown only when the command fails. The lock of
# lock_build is not passed on, for the command may leave a daemon behind.
with_log() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null 9>&- && return
  local status=$?
  cat "$log" >&2
  return "$status"
}

# The packages of the named sections of packages.txt that are not installed.
missing_packages() {
  local section wanted
  wanted=$(for section; do
    sed -n "/^\[$section\]/,/^\$/{/^[^[]/p}" "$root/script/packages.txt"
  done)
  # shellcheck disable=SC2086  # one word for each package
  { dpkg-query -W -f='${Package} ${db:Status-Status}\n' $wanted 2>/dev/null || true; } |
    awk -v wanted="$wanted" '
      $2 == "installed" { have[$1] = 1 }
      END { n = split(wanted, names); for (i = 1; i <= n; i++) if (!(names[i] in have)) print names[i] }'
}

# ensure_packages SECTION...: installs what is missing, as root or through sudo.
ensure_packages() {
  local missing as_root=() apt
  if ! command -v dpkg-query apt-get >/dev/null; then
    note "This is no Debian system; the packages of script/packages.txt are taken to be there."
    return
  fi
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [[ $missing ]] || return 0
  if [[ $(id -u) != 0 ]]; then
    if ! command -v sudo >/dev/null; then
      note "Not root, and there is no sudo. As root, run:  apt-get install $missing"
      return 1
    fi
    as_root=(sudo)
  fi
  note "Installing from Debian: $missing"
  apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  # A list that cannot be had may not be needed; the installation tells.
  with_log "$root/build/apt-update.log" "${apt[@]}" update || true
  # shellcheck disable=SC2086
  with_log "$root/build/apt-install.log" \
    "${apt[@]}" install --yes --no-install-recommends $missing && return
  note "The installation failed (see above). As root, run:  apt-get install $missing"
  return 1
}

# build PRESET [TARGET]: configures and builds build/PRESET.
build() {
  local preset=$1 target=${2:-all} dir=$root/build/$1 fresh=()
  # A checkout that was copied or moved takes its build folder along, with the old paths in it.
  if [[ -f $dir/CMakeCache.txt ]] &&
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$dir/CMakeCache.txt"; then
    fresh=(--fresh)
  fi
  mkdir -p "$dir"
  # The stamp's time is that of the start: what is edited during the build is stale after it.
  echo "$root" >"$dir/.built.new"
  (
    cd "$root" || exit
    with_log "$dir/configure.log" cmake --preset "$preset" "${fresh[@]}" &&
      with_log "$dir/build.log" \
        cmake --build --preset "$preset" --parallel "$(nproc)" --target "$target" -- --quiet
  ) || {
    note "Building $preset failed (see above)."
    return 1
  }
  mv "$dir/.built.new" "$dir/.built"
}

# Whether build/release/leeway was built here, and from the sources as they are now.
leeway_is_fresh() {
  local dir=$root/build/release built_in
  [[ -x $dir/leeway && -f $dir/.built ]] && read -r built_in <"$dir/.built" &&
    [[ $built_in == "$root" ]] || return
  [[ ! $(find "$root"/{CMakeLists.txt,CMakePresets.json,script/packages.txt,dsl,checker} \
    -newer "$dir/.built" -print -quit) ]]
}

# Fetches what tests/browser/package.json names. Without it the tests that need it are skipped, which
# they say.
ensure_node_modules() {
  local dir=$root/build/npm
  mkdir -p "$dir"
  cmp -s "$root/tests/browser/package.json" "$dir/package.json" && [[ -d $dir/node_modules ]] &&
    return
  command -v npm >/dev/null || ensure_packages npm || return
  note "Fetching what the tests in a browser need"
  cp "$root/tests/browser/package.json" "$dir/package.json.new"
  (
    cd "$dir" && mv package.json.new package.json &&
      with_log install.log npm install --no-package-lock --no-audit --no-fund --ignore-scripts
  ) && return
  rm -f "$dir/package.json"
  note "The tests of accessibility will be skipped."
}

# One set-up at a time: holds the lock until the calling (sub)shell ends.
lock_build() {
  mkdir -p "$root/build" && exec 9>"$root/build/.lock" && flock 9
}
