# shellcheck shell=bash
# For app/run, tests/run and .ci/run, which source it from the top of the repository.

say() { printf '%s\n' "$*"; }

# Ends the script: what is missing, and what would help.
give_up() {
    printf '\n%s: %s\n' "$0" "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

# The packages of the groups named, from the list beside this file.
packages_of() {
    local group line
    for group in "$@"; do
        while read -r line; do say "${line%% *}"; done < <(
            sed -n "/^\[$group\]\$/,/^\[/{/^[a-z]/p}" resources/setup/packages)
    done
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Installs those of the packages named that are missing; needs neither network nor root when none is.
install_packages() {
    local package missing=() root=()
    if ! command -v dpkg-query >/dev/null; then
        for package in cmake ninja c++; do command -v "$package" >/dev/null || missing+=("$package"); done
        [ ${#missing[@]} -eq 0 ] || give_up "this is no Debian, and there is no ${missing[*]}." \
            "Install the counterparts of these Debian packages, then run it again:" "$*"
        say "This is no Debian: trusting that the counterparts of its packages are there."
        return
    fi
    for package in "$@"; do is_installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -gt 0 ] || return 0

    local by_hand="apt-get install --no-install-recommends ${missing[*]}"
    command -v apt-get >/dev/null || give_up "packages are missing, and there is no apt-get." "${missing[*]}"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || give_up "packages are missing; installing them takes root, and there is no sudo." \
            "As root:" "$by_hand"
        root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    "${root[@]}" apt-get -qq update ||
        say "The package lists could not be brought up to date (no network?); trying with those that are there."
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "${missing[@]}" >/dev/null ||
        give_up "packages could not be installed (see above: no network, no right to, or not Debian 12)." \
            "By hand, as root:" "$by_hand"
    for package in "${missing[@]}"; do
        is_installed "$package" || give_up "$package is still missing after its installation."
    done
}

# Configures and builds a preset: all of it, or the targets named.
build_preset() {
    local preset=$1 log targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    log=build/$preset.configure.log
    mkdir -p build
    cmake --preset "$preset" >"$log" 2>&1 || {
        cat "$log" >&2
        give_up "the $preset preset could not be configured (see above; all of it in $log)."
    }
    cmake --build --preset "$preset" "${targets[@]}" ||
        give_up "the $preset preset could not be built (see above)."
}

# Qt wants UTF-8, and warns otherwise; a bare system has no locale set.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
