"""Which article an English word takes, by its sound: a or an."""

from __future__ import annotations

import re

# Begins with the letter of a vowel and the sound of a consonant: European, one, unit (not uninfected), urine, use.
_CONSONANT = re.compile(
    r"""eu | ewe | one(?:$|[^a-z]|self|ness) | once | ubi | ufo | ukr | ugand | uygh
    | uni(?!m(?!o)|n|r|d(?!i)|gn) | ur[aeiou] | us[aeu] | ut(?:er[iou]|il|op|ah)""",
    re.VERBOSE | re.IGNORECASE,
)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_UNSURE = re.compile(r"(?:h(?:istor|erb|otel|ilar|omage|umble|abit|allucin|ypoth|ereditar)|unio|us$)", re.IGNORECASE)
_FUNCTION = frozenset(
    """
    and or is are in of on at as if it its to was were for an any all also after among until under unless us i e
    u o our out over off up about above i.e e.g either etc except
    """.split()  # noqa: SIM905 - a table of words is read as such
)
_SPELT_AN = frozenset("AEFHILMNORSX")
_VOWELS = frozenset("AEIOUY")
# Spoken letter by letter although a vowel would let them be spoken as a word.
_SPELT = frozenset(
    """
    MRI HIV RNA EEG ECG EKG EMG ICU IUD IQ IV FDA HLA LOI MOI NIH NIHSS SUV XRD AI AED AKI ALI ALT AST AUC ACE
    ADHD AE AMI APC ARB ASD AVM EBV EDTA EF EGFR EHR EMA ER ESR EU ID IBD IBS ICD ICH IED IgA IgG IL INR IOP IPV
    IRB ISI ITP IUI IVF LDH MI NIV NIPT OA OCT OCD OR ORR OS RA RSI RTI SSI STI UTI UV UK UN US USA UPR URTI UC
    UVB UVA MOA MSI NAI SAE SIRS FEV FEV1 LVEF HFpEF
    """.split()  # noqa: SIM905 - a table of words is read as such
)
_TOKEN = re.compile(r"[A-Za-z0-9]+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def article_before(word: str) -> str | None:
    """Return `a` or `an`, as the word that follows wants it; None where speakers differ or no article can stand.

    >>> [article_before(word) for word in "hour unit MRI SARS 8-week 11 UTI uncertain one-year is".split()]
    ['an', 'a', 'an', None, 'an', 'an', 'a', 'an', 'a', None]
    """
    token = _TOKEN.match(word)
    if token is None or word.rstrip(".,").lower() in _FUNCTION:
        return None
    first = token[0]
    if first[0].isdigit():
        return _before_number(word)
    if len(first) == 1 or re.search("[A-Z]", first[1:]) or (first[0].isupper() and first[-1].isdigit()):
        return _before_abbreviation(first, word)
    if _UNSURE.match(first):
        return None
    if _SILENT_H.match(first):
        return "an"
    return "an" if first[0] in "aeiouAEIOU" and not _CONSONANT.match(first) else "a"


def _before_number(word: str) -> str | None:
    """Eight, eleven, eighteen and eighty begin with a vowel; 1800 may be spoken in two ways."""
    found = _NUMBER.match(word)
    rest = word[found.end() :] if found else ""
    if not found or (rest[:1].isalpha() and rest[:1].isupper()):
        return None
    whole = found[0].replace(",", "").partition(".")[0]
    if len(whole) == 4 and whole[:2] in ("11", "18") and "," not in found[0]:
        return None
    if whole[0] == "8" or (whole[:2] in ("11", "18") and len(whole) % 3 == 2):
        return "an"
    return "a"


def _before_abbreviation(token: str, word: str) -> str | None:
    """Sure are single letters before a hyphen, what has no vowel to be spoken as a word, and the known ones."""
    letters = re.sub(r"[^A-Za-z]", "", token)
    if not letters[0].isupper():
        return None
    spelt = "an" if letters[0] in _SPELT_AN else "a"
    if len(token) == 1:
        return spelt if word[1:2] == "-" else None
    if letters[0] in "BCDGJKPQTVWYZ":
        return "a"
    if letters in _SPELT or letters.removesuffix("s") in _SPELT:
        return spelt
    if (
        letters.isupper()
        and not _VOWELS & set(letters)
        and letters not in ("SNP", "LP", "MR", "MS", "MSRP", "ST", "SQL")
    ):
        return spelt if len(letters) > 1 else None
    return None
