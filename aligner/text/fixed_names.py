"""Names of scales, questionnaires and tests, whose words are rendered by an official name and not one by one.

简明精神病评定量表 is the Brief Psychiatric Rating Scale, though 精神病 is psychosis.
"""

from __future__ import annotations

import re

from aligner.model import Lang

_SMALL = r"(?:of|for|the|and|in|on|to|with)"
_ENGLISH = re.compile(
    rf"\b[A-Z][\w’'-]*(?:\s(?:{_SMALL}\s){{0,2}}[A-Z0-9][\w’'-]*)*?\s"
    r"(?:Scale|Score|Questionnaire|Inventory|Index|Checklist|Test|Interview|Schedule|Survey|Assessment|Profile)s?\b"
    rf"(?:\s(?:{_SMALL}\s){{1,2}}[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)?"
)
_KINDS = "量表|问卷|评分|指数|清单|测验|检查表|调查表|访谈"
# No particle stands inside such a name.
_CHINESE = re.compile(rf"[A-Za-z0-9\-一-鿿]{{2,24}}?(?:{_KINDS})(?:（[A-Za-z0-9 -]+）)?")
_BEHIND = re.compile(rf"[A-Za-z0-9\-一-鿿]{{0,12}}?(?:{_KINDS})")
_PARTICLE = re.compile("[的了和与及或为]")


def in_fixed_name(text: str, start: int, end: int, lang: Lang) -> bool:
    """Tell whether a stretch is a part of the name of a scale; in English such a name has capitals.

    >>> in_fixed_name("COX痛经症状量表评分", 3, 5, "zh"), in_fixed_name("痛经的评分", 0, 2, "zh")
    (True, False)
    >>> in_fixed_name("the Brief Psychiatric Rating Scale", 10, 21, "en"), in_fixed_name("a pain score", 2, 6, "en")
    (True, False)
    """
    if lang == "en":
        return any(m.start() <= start and end <= m.end() for m in _ENGLISH.finditer(text))
    behind = _BEHIND.match(text, end)
    return behind is not None and not _PARTICLE.search(behind[0])


def holds_fixed_name(text: str, lang: Lang) -> bool:
    """Tell whether a text holds the name of a scale."""
    return (_ENGLISH if lang == "en" else _CHINESE).search(text) is not None
