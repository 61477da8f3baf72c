#!/usr/bin/env bash
# Backs up a Rebond installation while its server runs.
#
#   REBOND_DATA      the data directory                       /var/lib/rebond
#   REBOND_BACKUPS   where backups go                         /var/backups/rebond
#   REBOND_PROGRAM   the program                              rebond beside this script
#   REBOND_KEEP      how many copies of the database to keep  30
#
# What it makes:   database/rebond-20261122T031500Z.sqlite   one copy each time, the oldest go
#                  files/ab/abcdef…                          what courses and people brought, by digest, once each
#
# The database is copied first: a file is always on the disk before the database speaks of it, so the files that are copied
# afterwards hold everything that this copy of the database needs.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=${REBOND_DATA:-/var/lib/rebond}
backups=${REBOND_BACKUPS:-/var/backups/rebond}
program=${REBOND_PROGRAM:-$here/rebond}
keep=${REBOND_KEEP:-30}

stop() {
    printf 'backup: %s\n' "$*" >&2
    exit 1
}
[[ -x $program ]] || stop "no program at $program; set REBOND_PROGRAM"
[[ -d $data ]] || stop "no data directory at $data; set REBOND_DATA"
[[ $keep =~ ^[1-9][0-9]*$ ]] || stop "REBOND_KEEP is not a number above 0: $keep"
umask 077
mkdir -p "$backups/database" "$backups/files"

# Two backups at once would take each other's half-written files for their own.
exec 9>"$backups/.lock"
flock -n 9 || stop "another backup is running"
rm -f "$backups"/database/*.part "$backups"/database/*.part-*

copy="$backups/database/rebond-$(date -u +%Y%m%dT%H%M%SZ).sqlite"
"$program" backup "$copy.part" --data "$data"
sync -- "$copy.part"
mv -- "$copy.part" "$copy"

added=0
if [[ -d $data/files ]]; then
    while IFS= read -r -d '' file; do
        [[ -e $backups/files/$file ]] && continue
        mkdir -p "$backups/files/$(dirname "$file")"
        cp --preserve=timestamps -- "$data/files/$file" "$backups/files/$file.part"
        sync -- "$backups/files/$file.part"
        mv -- "$backups/files/$file.part" "$backups/files/$file"
        added=$((added + 1))
    done < <(cd "$data/files" && find . -regextype posix-extended -type f -regex '\./[0-9a-f]{2}/[0-9a-f]{64}' -printf '%P\0')
fi

mapfile -t old < <(find "$backups/database" -maxdepth 1 -name 'rebond-*.sqlite' -printf '%f\n' | sort -r | tail -n +$((keep + 1)))
for name in "${old[@]}"; do rm -f -- "$backups/database/$name"; done

printf 'backup: %s, %d new files, %d old copies removed\n' "$copy" "$added" "${#old[@]}"
