"""Simplified and Traditional characters, and how characters are read, from the dictionary's headwords."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set

# A character is Traditional only if headwords change it and Simplified ones hardly ever keep it: 於 is, in spite of a
# rare surname; 著 and 乾 are not, since 显著 and 乾坤 are written with them. These change in Traditional text alone,
# where no headword says otherwise.
_HARDLY_EVER = 3
_MOST_READINGS = 3
_SYLLABLE = re.compile(r"[a-z:]+")


def compiled(pairs: list[tuple[str, str]]) -> dict[str, bytes]:
    """Return the parts of the compiled dictionary that convert between the scripts.

    `traditional` holds the Traditional-only characters, `characters` each character to change and what it becomes,
    `words` the headwords whose characters differ or could, Traditional and Simplified in turn.
    """
    pairs = [pair for pair in dict.fromkeys(pairs) if len(pair[0]) == len(pair[1])]
    changed: Counter[tuple[str, str]] = Counter()
    kept: Counter[str] = Counter()
    for traditional, simplified in pairs:
        kept.update(simplified)
        changed.update((t, s) for t, s in zip(traditional, simplified, strict=True) if t != s)
    table = {t: s for (t, s), count in sorted(changed.items(), key=lambda item: item[1]) if count > kept[t]}
    only = "".join(t for t in table if kept[t] <= _HARDLY_EVER)
    ambiguous = {char for pair in changed for char in pair}
    words = [word for pair in pairs if pair[0] != pair[1] or _needed(pair[0], ambiguous) for word in pair]
    # 显著 as it stands, in a Traditional text that quotes Simplified.
    undecided = set(table).difference(only)
    words += [word for _, word in pairs if _needed(word, undecided) for _ in range(2)]
    return {
        "traditional": only.encode(),
        "characters": "".join(t + s for t, s in table.items()).encode(),
        "words": "\n".join(words).encode(),
    }


def _needed(word: str, ambiguous: Set[str]) -> bool:
    """Say whether a word that both scripts write alike has characters that change elsewhere: 皇后, 乾隆."""
    return len(word) > 1 and any(char in ambiguous for char in word)


def readings(entries: Iterable[tuple[str, str]]) -> str:
    """Return `character reading reading`, a line each, without tones, the most frequent reading first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, pinyin in entries:
        syllables = _SYLLABLE.findall(pinyin.lower())
        if len(syllables) == len(word):
            for char, syllable in zip(word, syllables, strict=True):
                counts[char][syllable.replace("u:", "u")] += 1
    return "\n".join(
        " ".join([char, *(reading for reading, _ in found.most_common(_MOST_READINGS))])
        for char, found in counts.items()
    )


def convert(text: str, words: dict[str, str], longest: int, characters: dict[int, str]) -> str:
    """Replace the longest words that the table knows; what is between them character by character.

    >>> convert("顯著看著", {"顯著": "显著", "看著": "看着"}, 2, {})
    '显著看着'
    """
    found, at = [], 0
    while at < len(text):
        for size in range(min(longest, len(text) - at), 1, -1):
            if word := words.get(text[at : at + size]):
                found.append(word)
                break
        else:
            size = 1
            found.append(text[at].translate(characters))
        at += size
    return "".join(found)
