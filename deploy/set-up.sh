#!/usr/bin/env bash
# Installs Rebond on this machine (Debian 12, systemd), or upgrades it. Run as root, from a checkout in which `make build` was run:
#
#   deploy/set-up.sh                   install or upgrade, then start
#   deploy/set-up.sh --no-start        the same, and leave the service as it is
#   deploy/set-up.sh --root /some/dir  lay the files under another root and touch nothing else (to look at them, to make a package)
#
# What it does, in this order; each step is skipped when it is done already:
#   1. the system account `rebond`, without shell or home of its own
#   2. the libraries that the program loads
#   3. /opt/rebond/releases/NAME: program, static files, scripts; /opt/rebond/current points to it
#   4. /etc/rebond/rebond.env, never overwritten; the units of systemd
#   5. a backup before an upgrade, then the schema brought up to date, then the service started again
# The three newest releases stay: going back is one symbolic link (docs/operating.md).
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=
start=yes
while (($#)); do
    case $1 in
        --no-start) start=no ;;
        --root)
            [[ -n ${2:-} ]] || { printf 'set-up: --root needs a directory\n' >&2; exit 64; }
            root=$2
            start=no
            shift
            ;;
        *) printf 'usage: deploy/set-up.sh [--no-start] [--root DIR]\n' >&2; exit 64 ;;
    esac
    shift
done

say() { printf 'set-up: %s\n' "$*"; }
stop() {
    printf 'set-up: %s\n' "$*" >&2
    exit 1
}

program=${REBOND_PROGRAM:-$top/.build/release/rebond}
[[ -x $program ]] || stop "no program at $program: run 'make build' first"
[[ -n $root || $EUID -eq 0 ]] || stop "installing needs root: sudo deploy/set-up.sh"

if [[ -z $root ]]; then
    if ! getent passwd rebond >/dev/null; then
        say "system account rebond"
        useradd --system --user-group --home-dir /var/lib/rebond --no-create-home --shell /usr/sbin/nologin rebond
    fi
    # The names of Debian 12's packages. Elsewhere, install what `ldd` says is missing.
    libraries=(libsqlite3-0 libpq5 libcurl4 libcmark-gfm0.29.0.gfm.6 libcmark-gfm-extensions0.29.0.gfm.6 zlib1g libyaml-0-2 libical3 libqrencode4 libzip4 libarchive13 libxml2 libxlsxwriter4 tzdata ca-certificates)
    missing=()
    for name in "${libraries[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    if ((${#missing[@]})); then
        say "installing ${missing[*]}"
        apt-get update -q >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >/dev/null
    fi
    absent=$(ldd "$program" | awk '/not found/ { print $1 }')
    [[ -z $absent ]] || stop "the program does not load here; missing: $absent"
fi

# A release is laid beside the others under a name that is not there yet, then becomes the current one in one step.
name=$(git -C "$top" describe --always --dirty 2>/dev/null || printf unknown)
release=$root/opt/rebond/releases/$(date -u +%Y%m%dT%H%M%SZ)-$name
say "release $(basename "$release")"
install -d -m 0755 "$release"
install -m 0755 "$program" "$release/rebond"
install -m 0755 "$top/deploy/backup.sh" "$release/backup.sh"
install -m 0644 "$top/docs/operating.md" "$release/operating.md"
cp -R --no-preserve=mode,ownership "$top/Public" "$release/Public"
find "$release/Public" -type d -exec chmod 0755 {} + -o -type f -exec chmod 0644 {} +

install -d -m 0755 "$root/etc/rebond" "$root/etc/systemd/system"
[[ -e $root/etc/rebond/rebond.env ]] || install -m 0644 "$top/deploy/rebond.env" "$root/etc/rebond/rebond.env"
install -m 0644 "$top"/deploy/rebond.service "$top"/deploy/rebond-backup.service "$top"/deploy/rebond-backup.timer \
    "$root/etc/systemd/system/"

if [[ -z $root ]]; then
    install -d -m 0700 -o rebond -g rebond /var/lib/rebond /var/backups/rebond
else
    install -d -m 0700 "$root/var/lib/rebond" "$root/var/backups/rebond"
fi

as_rebond() { setpriv --reuid rebond --regid rebond --clear-groups --no-new-privs "$@"; }

if [[ $start == yes ]]; then
    systemctl daemon-reload
    if systemctl --quiet is-active rebond; then
        say "backup before the upgrade"
        systemctl start rebond-backup
        say "stopping the server"
        systemctl stop rebond
    fi
    as_rebond "$release/rebond" migrate --data /var/lib/rebond
fi

ln -sfn "releases/$(basename "$release")" "$root/opt/rebond/current.new"
mv -T "$root/opt/rebond/current.new" "$root/opt/rebond/current"

# The three newest stay.
find "$root/opt/rebond/releases" -mindepth 1 -maxdepth 1 -type d -printf '%f\n' | sort -r | tail -n +4 | while read -r old; do
    rm -rf -- "$root/opt/rebond/releases/$old"
done

if [[ $start == yes ]]; then
    systemctl enable --now rebond rebond-backup.timer
    say "rebond is running: curl http://127.0.0.1:8080/health"
else
    say "installed under ${root:-/}; nothing was started"
fi
