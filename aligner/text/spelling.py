"""Words that British and American English spell differently, and which of the two a text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# British, American: stems that nothing but the spelling tells apart, each from the beginning of the word or, with `-`,
# anywhere in it.
_STEMS = (
    ("tumour", "tumor"), ("colour", "color"), ("behaviour", "behavior"), ("favour", "favor"), ("labour", "labor"),
    ("neighbour", "neighbor"), ("honour", "honor"), ("odour", "odor"), ("vapour", "vapor"), ("rumour", "rumor"),
    ("harbour", "harbor"), ("humour", "humor"), ("oedema", "edema"), ("-oedema", "-edema"), ("haem", "hem"),
    ("-aemia", "-emia"), ("-aemic", "-emic"), ("-haemo", "-hemo"), ("paediatr", "pediatr"), ("gynaecolog", "gynecolog"),
    ("oesophag", "esophag"), ("oestr", "estr"), ("diarrhoea", "diarrhea"), ("faec", "fec"), ("caec", "cec"),
    ("anaesth", "anesth"), ("aetiolog", "etiolog"), ("centre", "center"), ("litre", "liter"), ("-litre", "-liter"),
    ("fibre", "fiber"), ("theatre", "theater"), ("calibre", "caliber"), ("goitre", "goiter"), ("titre", "titer"),
    ("analyse", "analyze"), ("analysing", "analyzing"), ("catalyse", "catalyze"), ("paralyse", "paralyze"),
    ("hydrolyse", "hydrolyze"), ("sulph", "sulf"), ("ageing", "aging"), ("travell", "travel"), ("labell", "label"),
    ("modell", "model"), ("signall", "signal"), ("counsell", "counsel"), ("mould", "mold"),
    ("defence", "defense"), ("artefact", "artifact"), ("manoeuvre", "maneuver"), ("sceptic", "skeptic"),
    ("palaeo", "paleo"), ("orthopaedic", "orthopedic"),
)  # fmt: skip
# American stems with which words begin that both spell alike: only these forms count.
_BLOOD = "(?:an|isch|leuk|glyc|ur|bacter|vir|hypox|lipid|tox|sept|kal|natr|calc|vol|azot|cholesterol|ammon)"
_AMERICAN_ONLY = {
    "hem": r"hem(?:o(?:[rgdlpst]\w+|dynamic\w*)|at(?:o|ur|em)\w+)",
    "estr": r"estr(?:ogen\w*|adiol|ous|us)",
    "fec": r"fec(?:al\w*|es)",
    "cec": r"cec(?:al|um|ostomy)",
    "-emia": rf"\w*{_BLOOD}emias?",
    "-emic": rf"\w*{_BLOOD}emic",
    "-hemo": r"(?:hypo|oxy|carboxy|met|deoxy)hemo\w+",
    "travel": r"travel(?:ed|ing|er|ers)", "label": r"label(?:ed|ing)", "model": r"model(?:ed|ing)",
    "signal": r"signal(?:ed|ing)", "counsel": r"counsel(?:ed|ing|or|ors)",
    "color": r"color(?:s|ed|ing|less|ful)?", "labor": r"labor(?:s|ed|ing|er|ers)?", "favor": r"favor\w*",
    "honor": r"honor(?:s|ed|ing|able)?", "humor": r"humor(?:s|ed)?", "vapor": r"vapor(?:s|ed)?",
    "rumor": r"rumor(?:s|ed)?", "odor": r"odor(?:s|less)?", "harbor": r"harbor(?:s|ed|ing)?",
    "center": r"center(?:s|ed|ing)?", "liter": r"liters?", "-liter": r"(?:milli|micro|deci)liters?",
    "fiber": r"fibers?", "titer": r"titers?", "theater": r"theaters?", "mold": r"mold(?:s|y|ed|ing)?",
    "sulf": r"sulfur\w*", "edema": r"edema\w*", "-edema": r"(?:lymph|myx|angio)edema\w*",
}  # fmt: skip
_BRITISH_ONLY = {
    "analyse": r"analysed?",  # analyses is a noun in American, too
    "haem": r"haem\w+", "-aemia": r"\w+aemias?", "-aemic": r"\w+aemic", "-haemo": r"\w{2,}haemo\w+",
    "-oedema": r"(?:lymph|myx|angi)oedema\w*", "-litre": r"(?:milli|micro|deci)litres?", "oestr": r"oestr\w+",
    "travell": r"travell(?:ed|ing|ers?)", "labell": r"labell(?:ed|ing)", "modell": r"modell(?:ed|ing)",
    "signall": r"signall(?:ed|ing)", "counsell": r"counsell(?:ed|ing|ors?)",
    "colour": r"colour\w*", "humour": r"humours?", "mould": r"mould(?:s|y|ed|ing)?", "sulph": r"sulph\w+",
    "caec": r"caec(?:al|um|ostomy)", "faec": r"faec(?:al\w*|es)",
}  # fmt: skip
_VERB = re.compile(
    r"\w*(?:random|hospital|character|stabil|normal|general|minim|maxim|optim|util|standard|visual|recogn|summar|organ"
    r"|categor|real|immun|local|special|final|author|polar|steril|neutral|metabol|symbol|synthes|emphas|hypothes"
    r"|criminal|stigmat|penal|priorit|central|mobil|crystal|ion|oxid)i([sz])(?:e[ds]?|ing|ations?|er|ers)"
)
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w])")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def _alternatives(column: int, narrower: dict[str, str]) -> re.Pattern[str]:
    forms = (narrower.get(pair[column], rf"{pair[column].lstrip('-')}\w*") for pair in _STEMS)
    return re.compile("|".join(forms))


_BRITISH = _alternatives(0, _BRITISH_ONLY)
_AMERICAN = _alternatives(1, _AMERICAN_ONLY)


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str | None:
    """Return British or American for a word that only one of them spells so, -ise or -ize for those verbs, else None.

    British writes -ise or, with Oxford, -ize.

    >>> [kind_of(w) for w in ("tumour", "ischemic", "randomised", "randomized", "four", "academic", "hemisphere")]
    ['British', 'American', '-ise', '-ize', None, None, None]
    """
    if verb := _VERB.fullmatch(word):
        return f"-i{verb[1]}e"
    if _BRITISH.fullmatch(word):
        return "British"
    return "American" if _AMERICAN.fullmatch(word) else None


def spellings(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the words whose spelling tells; names with capitals and quotations are left out.

    >>> list(spellings("A tumour at the Center; “color”"))
    [(2, 8, 'British')]
    """
    clean = _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), text)
    for found in _WORD.finditer(clean):
        if kind := kind_of(found[0]):
            yield *found.span(), kind


def other_spelling(word: str) -> str | None:
    """Return how the other side of the Atlantic writes a word.

    >>> other_spelling("tumours"), other_spelling("edema"), other_spelling("randomised")
    ('tumors', 'oedema', 'randomized')
    """
    if verb := _VERB.fullmatch(word):
        return word[: verb.start(1)] + ("z" if verb[1] == "s" else "s") + word[verb.end(1) :]
    column = 0 if kind_of(word) == "British" else 1
    for pair in _STEMS:
        old, new = (stem.lstrip("-") for stem in (pair[column], pair[1 - column]))
        if old in word and (word.startswith(old) or pair[0][0] == "-"):
            return word.replace(old, new, 1)
    return None
