#!/bin/sh
# Makes the default clips from clips.tsv with a synthetic voice: sh make-clips.sh
# Needs espeak-ng, sox and opusenc (Debian: espeak-ng sox opus-tools). The clips are in the
# repository, so only whoever changes clips.tsv runs this.
#
# Words are spelt out in clips.tsv, letters by their names: left to itself espeak-ng reads a Latin
# letter with its English voice, and "015" as three digits.
set -eu
cd "$(dirname "$0")"
for tool in espeak-ng sox opusenc; do
    command -v "$tool" >/dev/null || { echo "make-clips: $tool is missing" >&2; exit 1; }
done
raw=$(mktemp -d)
trap 'rm -rf "$raw"' EXIT

tail -n +2 clips.tsv | while IFS='	' read -r clip words; do
    voice=${clip%%-*}
    [ "$voice" = en ] && voice=en-gb
    espeak-ng -v "$voice" -s 140 -w "$raw/said.wav" -- "$words"
    # Silence before and after is the board's business; 5 ms at each end against clicks.
    sox -D "$raw/said.wav" "$raw/cut.wav" \
        silence 1 0.005 0.5% reverse silence 1 0.005 0.5% reverse norm -3
    sox -D "$raw/cut.wav" "$raw/clip.wav" fade t 0.005 -0 0.005
    opusenc --quiet --speech --bitrate 32 --serial 1 --discard-comments --padding 0 \
        "$raw/clip.wav" "$clip.ogg"
done
