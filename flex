#!/usr/bin/env bash
# ./flex demo | test | bench are the script's own: they do all set-up. Every other verb is handed to the executable.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
program="$here/src/Flex.Web/bin/Release/net10.0/flex.dll"

missing() { printf 'flex: %s\n' "$1" >&2; exit 2; }

# Debian packages that a verb needs and the machine lacks: installed as root, named in one sentence otherwise.
need() {
    local wanted=()
    for pair in "$@"; do
        have "${pair%%=*}" || wanted+=("${pair#*=}")
    done
    [ ${#wanted[@]} -eq 0 ] && return 0
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null ||
        missing "er ontbreekt: ${wanted[*]}. Installeer dit als beheerder met: apt-get install ${wanted[*]}"
    printf 'flex: installeert %s\n' "${wanted[*]}" >&2
    # The package would start a cluster of its own; this product starts a private one.
    if [ ! -e /etc/postgresql-common/createcluster.conf ] && [[ " ${wanted[*]} " == *" postgresql "* ]]; then
        mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    local log; log=$(mktemp)
    { DEBIAN_FRONTEND=noninteractive apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${wanted[@]}"; } </dev/null >"$log" 2>&1 ||
        { tail -n 5 "$log" >&2; missing "installeren van ${wanted[*]} is niet gelukt."; }
    rm -f "$log"
}

have() {
    case $1 in
        postgres) ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | grep -qE '/(1[5-9]|[2-9][0-9])/' ;;
        icu) ls /usr/lib/*/libicuuc.so.* >/dev/null 2>&1 ;;
        zone) [ -e /usr/share/zoneinfo/Europe/Amsterdam ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

tools() {
    command -v dotnet >/dev/null || missing "de .NET SDK 10 ontbreekt; installeer die eerst (dotnet-sdk-10.0)."
    need postgres=postgresql icu=libicu72 zone=tzdata runuser=util-linux node=nodejs npm=npm
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] || missing "Node.js 18 of nieuwer is nodig; gevonden: $(node --version)."
}

build() {
    tools
    node src/Flex.Web/Styles/build.mjs >&2
    local log; log=$(mktemp)
    dotnet build "$1" -c Release --nologo -v quiet >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; missing "bouwen is niet gelukt."; }
    rm -f "$log"
}

verb=${1:-}
case $verb in
    demo)
        printf 'Bouwen en starten (de eerste keer duurt dit een minuut)…\n' >&2
        build src/Flex.Web/Flex.Web.csproj
        exec dotnet "$program" "$@" ;;
    test)
        shift
        need chromium=chromium pdfinfo=poppler-utils qpdf=qpdf
        build GeboortezorgFlex.slnx
        node tests/identity-provider/install.mjs
        exec tests/run "$@" ;;
    bench)
        shift
        build GeboortezorgFlex.slnx
        exec dotnet bench/Flex.Bench/bin/Release/net10.0/Flex.Bench.dll "$@" ;;
    *)
        # Built once, and again when a source is newer than what was built.
        if [ ! -e "$program" ] || [ -n "$(find src programmes -newer "$program" -type f -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/wwwroot/*' -not -path '*/node_modules/*' -print -quit)" ]; then
            build src/Flex.Web/Flex.Web.csproj
            touch "$program"
        fi
        exec dotnet "$program" "$@" ;;
esac
