# Shared by the scripts beside it; sourced, not run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
packages_file="$root/scripts/packages.txt"

say() { printf '%s\n' "$*" >&2; }

# wanted_packages [bench|package]: the package names of packages.txt.
wanted_packages() {
  grep -v '^#' "$packages_file" | while read -r first second; do
    case "$first" in
      *:) [ "$first" = "${1:-}:" ] && printf '%s\n' "$second" ;;
      ?*) printf '%s\n' "$first" ;;
    esac
  done
}

# install_packages [bench|package]: installs what is missing, says what, and needs root or sudo only then.
install_packages() {
  command -v dpkg-query >/dev/null || { say "This script knows Debian's packages only; build by hand as CONTRIBUTING.md tells."; return 0; }
  local missing=() name
  for name in $(wanted_packages "${1:-}"); do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing Debian packages: ${missing[*]}"
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "Please install them as root: apt-get install ${missing[*]}"; return 1; }
    sudo=(sudo)
  fi
  "${sudo[@]}" apt-get update -qq || say "apt-get update failed; trying with the lists at hand."
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# with_display COMMAND...: runs it on the current display, or on a private Xvfb that ends with it.
have_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }
