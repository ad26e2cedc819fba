"""Lines of authors and lines of affiliations, told from titles and sentences."""

from __future__ import annotations

import re

from aligner.model import Lang
from aligner.text._names import (
    COMPOUND_SURNAMES,
    DEGREES,
    ILLNESS,
    NOT_IN_NAMES,
    NOT_PERSONS,
    PARTICLES,
    PLACES,
    SURNAMES,
)
from aligner.text.dotted_abbreviations import CLASSES

LONGEST_LINE = 2500  # longer lines are text; no page's list of authors is

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_I = re.IGNORECASE
# A word of these and a line is prose, or a title.
PROSE = re.compile(
    r"(?<!['’])\b(?:was|were|is|are|has|have|had|been|we|our|to|with|from|patients?|among|between|that|which|using|who"
    r"|after"
    r"|during|this|these|study|cases?|an?|by|than|vs|versus|effects?|evaluation|analysis|treatment|survey"
    r"|experience"
    r"|outcomes?|comparison)\b",
    _I,
)
_MARKER = re.compile(r"[\d*†‡§¶#‖⊥△▲☆★✉¹²³⁰⁴-⁹ᵃ-ᶻ①-⑳]+|\[\d[\d,]*\]")
_OF = f"(?:{'|'.join(PARTICLES)})"
_WORD = r"[A-Z][\w'’-]+"
# Straten V H H P; van den Hoogen FHJ; J.-P. Smith
_INITIALS = re.compile(
    rf"(?:{_OF}\s+)*{_WORD}(?:\s+[A-Z][\w'’-]{{2,}}"
    rf"|\s+{_OF}\s+{_WORD})?(?:\s+[A-Z]\.?(?:-?[A-Z]\.?){{0,4}}){{1,5}}"
    rf"(?:\s+Jr\.?)?|(?:[A-Z]\.[\s-]?){{1,4}}(?:{_OF}\s+)*{_WORD}(?:\s+{_WORD})?"
)
# Jane A. Smith; Anna van den Berg
_FULL = re.compile(rf"{_WORD}(?:\s+(?:[A-Z]\.?|{_WORD}))?(?:\s+[A-Z]\.?)?(?:\s+{_OF})*\s+{_WORD}(?:\s+{_WORD})?")
_GROUP = re.compile(
    r"[,;]?\s*(?:\band\s+)?(?:(?:(?:on behalf of|for)\s+)?the\s|(?<=,\s)|(?<=;\s))[\w\s/-]{2,80}"
    r"(?:Group|Investigators|Collaborators|Network|Consortium|Team)s?\.?$",
    _I,
)
_LIST_ITEM = re.compile(r"\d{1,2}[.)]\s*[A-Z]")
_ZH_ROLE = re.compile(r"[（(【\[]\s*(?:综述|审校|译|審校)\s*[)）】\]]|(?<=[\s\u3000])(?:综述|审校)(?=[\s\u3000]|$)|等$")
_ZH_MARKS = re.compile(rf"(?<=[{_HAN}\d])[a-c](?![a-z])|[(（][\d,，\s]+[)）]|[\[\]]")

_UNIT_WORDS = (
    r"Departments?|Dept\.?|Division|Section|Units?|School|Faculty|Colleges?|Institutes?|Cent(?:er|re)s?"
    r"|Laborator(?:y|ies)|Clinics?|Service|Hospitals?|Program(?:me)?|Academy|Office|Branch|Ward|Universit(?:y|ies)"
    r"|Ministry|Bureau"
)
_UNIT = re.compile(rf"(?:the\s+)?(?:[A-Z][\w&'’-]*\s+){{0,4}}(?:{_UNIT_WORDS})\s+(?:of|for)\b")
_INSTITUTION = re.compile(
    r"\b(?:Universit\w+|Universidad\w*|Hospitals?|Hôpital|H[oô]pitaux|Institut\w*|Colleges?|School|Academy"
    r"|Clinics?"
    r"|Cent(?:er|re)|Infirmary|Klini[ek]\w*|Krankenhaus|Foundation|Laborator(?:y|ies)|Ltd|Inc|GmbH|Polyclinic"
    r"|Trust"
    r"|Pharmaceuticals|CHU|UMR|INSERM|NHS|\w+kliniek|\w*[Zz]iekenhuis)\b"
)
_LINKS = frozenset(
    ("of", "and", "the", "for", "&", "des", "den", "at", "in", "de'", "d'", "et", "für", "on", *PARTICLES)
)
_EN_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[*†‡§¶#¹²³⁰⁴-⁹ᵃ-ᶻ]|[a-z](?=\s+[A-Z]|[A-Z]))[\])]?[.\s]*(?=[A-Z])")
_ADDRESS = re.compile(r"\S+@\S+|(?:e-?mail|electronic address)\s*[:：].*$", _I)

_ZH_PLACE_OF_WORK = (
    "医院|醫院|大学|大學|学院|學院|研究所|研究院|中心|学校|學校|公司|集团|卫生院|保健院|实验室|實驗室|防治院"
    "|卫健委"
    "|教研室|病院|医学部|醫學部|診所|诊所|科学院|附院|疾控"
)
_ZH_INSTITUTION = re.compile(_ZH_PLACE_OF_WORK)
_ZH_UNIT = re.compile(
    rf"[{_HAN}A-Za-z0-9（）()“”\-—·/]*?(?:{_ZH_PLACE_OF_WORK}"
    r"|[^的了在]{0,16}(?:科|系|所|院|室|部|处|處|组|局|站|病区|學科|学科|基地))"
    "(?:(?:副|助理|兼任|客座)?(?:教授|護理師|护师|護理長|督導|主任|醫師|医师|主治醫師|研究員|研究员|博士生|碩士生|講師))?"
)
_ZH_PROSE = re.compile(
    "[。！？：“”的了是在对對与與及為为]|到达|系指|^依|办理|市中心$|名單$|研究$|分析$|调查|觀察|观察|患者|病人|治疗"
    "|疗效"
    "|影响|应用|探讨|比较|效果|报告|体会|现状|评价|进展"
)
_ZH_PLACE = re.compile(rf"[{_HAN}]{{1,8}}(?:省|市|县|縣|区|區|州|自治区|镇|路|街|号|號|国|國)|{'|'.join(PLACES)}")
_ZH_SEPARATORS = re.compile(r"[，,；;、\s\u3000()（）\[\]]+")
# 1000万至2000万人: 万 is a surname too, but marks of affiliation have no tens of thousands
_ZH_QUANTITY = re.compile(r"\d{2,}\s*[万萬亿億]|\d\s*[万萬亿億][至到人名例元]")
_ZH_NUMBERING = re.compile(r"^[\d.．\s*¹²³⁰⁴-⁹a-c①-⑳]+|[\s\d]+$")
_ZH_FIRST = re.compile(r"[（(\[]?[1１¹①][\])）.．、\s]?(?=\D)")
_ZH_TOWN = re.compile(rf"[{_HAN}]{{2,6}}")


def authors(text: str, lang: Lang) -> int:
    """Return 2 for a line that is surely a list of authors, 1 for one that may be, 0 for none.

    >>> authors("Straten V H, den Broeder A A", "en"), authors("Ankylosing Spondylitis, Rheumatoid Arthritis", "en")
    (2, 0)
    >>> authors("张三¹，李四²，王小五*", "zh"), authors("高血压，白血病", "zh")
    (2, 0)
    """
    if len(text) > LONGEST_LINE:
        return 0
    line = text.strip().replace("\t", " ")
    where = re.search(r"[(（]([^()（）]{6,300})[)）]\.?$", line)
    if where and affiliation(where[1], lang):  # names, with their affiliation in brackets
        line = line[: where.start()].strip()
    return _authors_en(line) if lang == "en" else _authors_zh(line)


def affiliation(text: str, lang: Lang) -> int:
    """Return 2 for a line that is surely an affiliation, 1 for one that may be, 0 for none.

    >>> affiliation("Department of Rheumatology, Sint Maartenskliniek, Nijmegen, the Netherlands.", "en")
    2
    >>> affiliation("Department of Rheumatology patients were enrolled.", "en")
    0
    >>> affiliation("北京某医院风湿免疫科，北京 100000", "zh"), affiliation("某医院风湿科患者满意度调查", "zh")
    (2, 0)
    """
    if len(text) > LONGEST_LINE:
        return 0
    return _affiliation_en(text.strip()) if lang == "en" else _affiliation_zh(text.strip())


def is_name(text: str, lang: Lang) -> bool:
    """Say whether a line could be the name of one person, and nothing else.

    >>> is_name("Jane Smith", "en"), is_name("Knee Pain", "en"), is_name("张　三", "zh")
    (True, False, True)
    """
    if len(text) > 60:
        return False
    bare = _MARKER.sub("", text).strip(" ,.，、*")
    if lang == "zh":
        return _zh_name(re.sub(r"\s", "", bare))
    return _en_name(bare)


def _authors_en(line: str) -> int:
    line = _GROUP.sub("", re.sub(r"^\s*by\s+(?=[A-Z])", "", line, flags=_I)).rstrip(" .;,")
    if PROSE.search(re.sub(r"\b[A-Z]\.?\b|\b[aby]\b", " ", line)) or _LIST_ITEM.match(line):
        return 0
    line = re.sub(r",?\s+(?:and|&)\s+|\s*[·•|]\s*", ", ", line)
    line = re.sub(r"\(\s*[\w\s,.-]{0,20}\)|,?\s*\bet al$", " ", line)
    parts = [p.strip() for p in re.split(r"[,;，；、]", line)]
    marked = sum(1 for p in parts if _MARKER.search(p))
    bare = [re.sub(r"(?<=\w)\s+[a-e]$", "", _MARKER.sub(" ", p)).strip(" .") for p in parts]
    degrees = any(p and _degree(p) for p in bare)
    names = [_undegreed(p) for p in bare if p and not _degree(p) and not re.fullmatch(r"[a-z]", p)]
    if not names or not all(_en_name(n) for n in names):
        return 0
    return _sure(names, marked, degrees=degrees)


def _sure(names: list[str], marked: int, *, degrees: bool) -> int:
    """Say how sure a list of possible English names is: by initials, marks of affiliation, degrees."""
    initials = sum(1 for n in names if _INITIALS.fullmatch(n))
    if len(names) == 1:
        return 1 if (initials and re.search(r"[A-Z]\.|[A-Z]{2}", names[0])) or degrees or marked else 0
    return 2 if 2 * initials >= len(names) or marked or degrees else 1


def _degree(part: str) -> bool:
    return all(w.replace(".", "").lower() in DEGREES for w in part.split())


def _undegreed(name: str) -> str:
    words = name.split()
    while len(words) > 2 and words[-1].replace(".", "").lower() in DEGREES and words[-1][:1].isupper():
        words.pop()
    return " ".join(words)


def _en_name(name: str) -> bool:
    words = name.lower().replace(".", "").split()
    if len(words) > 8 or any(w in NOT_PERSONS or w in CLASSES for w in words):
        return False
    return _INITIALS.fullmatch(name) is not None or _FULL.fullmatch(name) is not None


def _authors_zh(line: str) -> int:
    if len(line) > 600 or re.search("[。！？：]", line) or _ZH_QUANTITY.search(line):
        return 0
    line = _ZH_ROLE.sub(" ", line)
    marks = len(_MARKER.findall(line))
    bare = _MARKER.sub(" ", _ZH_MARKS.sub(" ", line)).strip()
    # 张　三: a name of two characters set wide
    bare = re.sub(rf"(?<![{_HAN}])([{_HAN}])[ \u3000]{{1,3}}([{_HAN}])(?![{_HAN}])", r"\1\2", bare)
    parts = [p for p in re.split(r"[，,、;；\s\u3000·]+", bare) if p]
    if not parts or not all(_zh_name(p) for p in parts):
        return 0
    if len(parts) >= 3 or (marks and len(parts) >= 2):
        return 2
    return 1 if marks or len(parts) == 2 or len(parts[0]) == 3 else 0


def _zh_name(part: str) -> bool:
    if not re.fullmatch(rf"[{_HAN}]{{2,4}}", part) or part[-1] in NOT_IN_NAMES or ILLNESS & set(part[1:]):
        return False
    if part.startswith(COMPOUND_SURNAMES):
        return len(part) >= 3
    return part[0] in SURNAMES and len(part) <= 3


def _affiliation_en(line: str) -> int:
    line = _ADDRESS.sub(" ", line).strip()
    mark = _EN_MARK.match(line)
    line = line[mark.end() if mark else 0 :].lstrip("(（[ ")
    line = re.sub(r"^from (?=the\s|[A-Z])(?:the\s+)?", "", line, flags=_I)
    if not line[:1].isupper() or ":" in line or PROSE.search(re.sub(r"\b[A-Z]{1,2}\b", " ", line)):
        return 0
    parts = [p.strip(" .") for p in re.split(r"[,;，；]|\s[-–—]\s|\.\s", line) if p.strip(" .")]
    works = sum(1 for p in parts if _works(p))
    if not works or not all(_works(p) or _capitalised(p, 7) for p in parts):
        return 0
    unit = _UNIT.match(line) is not None
    if len(parts) == 1:
        return 1 if mark or (unit and not re.search(r"\b(?:in|at|on)\b", line)) else 0
    return 2 if unit or mark or works >= 2 else 1


def _works(part: str) -> bool:
    """Say whether a part names a place of work: `Department of Medicine`, `Example University Hospital`."""
    bare = re.sub(r"^(?:and|from|the|\d+)\s+", "", part)
    named = _INSTITUTION.search(bare) or _UNIT.match(bare)
    return named is not None and bare[:1].isupper() and _capitalised(bare, 16)


def _capitalised(part: str, longest: int) -> bool:
    """Say whether a part holds names only, as towns, countries and departments do."""
    words = re.sub(r"^(?:and|the)\s+", "", part).split()
    return len(words) <= longest and all(w[:1].isupper() or w.lower() in _LINKS or not w[:1].isalpha() for w in words)


def _affiliation_zh(line: str) -> int:
    bare = _ADDRESS.sub("", line.strip(" \t\u3000()（）[]【】.。"))
    if len(bare) > 1000:
        return 0
    postcode = re.search(r"(?<!\d)\d{6}(?!\d)", bare) is not None
    parts = [_ZH_NUMBERING.sub("", p) for p in _ZH_SEPARATORS.split(bare)]
    parts = [p for p in parts if p and not p.isdigit()]
    if not any(_ZH_INSTITUTION.search(p) for p in parts) or any(_ZH_PROSE.search(p) for p in parts):
        return 0
    if not all(_ZH_UNIT.fullmatch(p) or _ZH_PLACE.fullmatch(p) or (postcode and _ZH_TOWN.fullmatch(p)) for p in parts):
        return 0
    return 2 if postcode or _ZH_FIRST.match(line) or len(parts) >= 2 else 1
