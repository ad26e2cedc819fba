"""The lines of a copied page that are not the text: authors, affiliations, the journal's line, identifiers, dates, rights.

A line is set aside for what it is made of, all of it, not for a word it contains: a title that names a hospital
and a sentence that cites a doi stay. Authors and affiliations without marks of their own are looked for only
where pages have them, before the abstract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from aligner.model import Block, Lang
from aligner.text import keywords, sections
from aligner.text._abbreviations import CLASSES
from aligner.text._names import (
    COMPOUND_SURNAMES,
    DEGREES,
    NOT_IN_NAMES,
    NOT_PERSONS,
    PARTICLES,
    PROVINCES,
    SURNAMES,
)

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_I = re.IGNORECASE

# Lines that say themselves what they are.
_STARTS = re.compile(
    r"\W{0,3}(?:"
    r"(?:https?://\S*)?doi(?:\.org)?\s*[:：/]?\s*10\.\d{4}|doi\s*[:：]|10\.\d{4,9}/\S+\s*$|PMC?ID\s*[:：]|PMID\b|PubMed(?:\s+PMID)?\s*[:：]"
    r"|©|\(c\)\s*(?:19|20)\d\d|&copy;|copyright\b[\s\W]*(?:©|\(c\)|(?:19|20)\d\d|by\b)|all rights reserved|rights and permissions"
    r"|published (?:by|online|in|on)\b|publication (?:date|history)|this is an open[\s-]access article|creative commons"
    r"|(?:manuscript\s+)?(?:received|accepted|revised|available online|first published|epub|date of (?:receipt|acceptance|submission))"
    r"(?:\s+(?:date|in revised form|for publication|on))?\s*[:：]?\s*(?:\d|" + _MONTH + r"\s+\d|ahead of print)"
    r"|e-?mail(?:\s+address)?\s*[:：]|tel(?:ephone)?\.?\s*[:：]|fax\s*[:：]|orcid"
    r"|correspondence(?:\s+(?:to|address|author))?\s*[:：]|correspondence to\b|address (?:for )?correspondence|corresponding authors?\b\s*(?:[:：]|at\b|$)"
    r"|\*?\s*corresponding author\b|authors? information\b|author affiliations?\b|affiliations?(?:\s+expand|\s+\d+)?\s*[:：]?\s*(?:$|\d)"
    r"|authors?(?:['’]s?)?\s*[:：]|(?:authors?['’]?\s+)?contributions?\s*[:：]"
    r"|similar articles|cited by\b|linkout|free (?:pmc )?article|full[\s-]text(?: links?)?\s*$|expand(?: all)?\s*$|collapse\s*$|add to clipboard"
    r"|conflicts? of interests?\b|competing (?:financial )?interests?\b|(?:declarations?|disclosures?) of (?:competing |conflicting )?interests?\b"
    r"|disclosures?\s*[:：]|foundation (?:items?|project)|fund(?:ing)? (?:program|projects?|items?)\b|(?:supported by|grant support|acknowledg)"
    r"|clc(?: number)?\b|chinese library classification|document code|article (?:id|no|number|history)\b|classification number"
    r"|(?:\*?\s*author to whom correspondence|(?:these|the (?:first|last)) \w*\s?authors? contributed|(?:equal contribut|contributed equally))"
    r"|(?:submission|publication) received\s*[:：]|\(?this article belongs to|(?:academic|handling|section|guest)\s+editors?\s*[:：]|(?:edited|reviewed) by\s*[:：]"
    r"|published\s*[:：]\s*\d|\d[\d,.]*k?\s+(?:accesses|citations|altmetric|views|downloads)\b|metrics\s*(?:details)?$|authors and affiliations$"
    r"|collaborators,|affiliations?\s*$|article number\s*[:：]|licen[cs]e\s*[:：]"
    r"|how to cite|cite this article|citation\s*[:：]|to cite this article|please cite|issn\b|eissn\b"
    r"|(?:download|view) (?:pdf|article|full)|pdf\s*$|open access\s*$|show (?:more|less)\s*$|get rights"
    r")",
    _I,
)
_STARTS_ZH = re.compile(
    r"[【\[［〔（(*△#▲·\s\u3000]{0,4}(?:"
    r"(?:收稿|修回|修订|接受|录用|接收|出版|发布|投稿|收到|发表|發表|刊登|接受刊[載载]|投稿)日期|网络(?:首发|出版)|(?:本文|责任|責任|执行)(?:编辑|編輯)|(?:编辑|编审|校对)\s*[】\]]?\s*[:：]"
    r"|基\s*金\s*项\s*目|基金(?:号|编号|资助项目|\s*[】\]]?\s*[:：])|资助项目|課題|课题(?:项目|来源)|项目(?:基金|来源)|计划项目"
    r"|作者(?:单位|單位|简介|簡介|贡献|貢獻|信息|声明|\s*[】\]]?\s*[:：])|第一作者|通[信讯訊](?:作者|联系人|地址)|責任作者|联系人\s*[:：]|(?:并列|共同)第一作者"
    r"|作\s+者\s*[:：]|译者\s*[:：]|单\s*位\s*[:：]|中[图圖]分[类類][号號]|中图法?分类|文[献獻][标標][识志識][码碼]|文章[编編][号號]|学科分类"
    r"|引用(?:本文|格式)|本文引用|引文格式|版[权權](?:所有|归|声明|\s*[:：©])|著作[权權](?:所有|归|\s*[:：])|利益[冲衝]突|电子邮[箱件]\s*[:：]|邮箱\s*[:：]|E-?mail\s*[:：]|电\s*话\s*[:：]|传\s*真\s*[:：]"
    r"|DOI\s*[】\]]?\s*[:：]?\s*10|DOI\s*[】\]]?\s*[:：]|PMID|(?:刊\s*名|年，卷|所属期刊|在线出版日期|页\s*[数码]|(?:机标)?分类号|出处|来源)[^：:]{0,6}[:：]|抽印本|开放科学|OSID|出版者\s*[:：]|主办单位|下载(?:PDF|全文|次数|\s*[:：])|全文(?:下载|链接|\s*[:：])|相似文献|相关文章|参考文献\s*$"
    r")",
    _I,
)

_CITED = re.compile(
    r"(?:19|20)\d\d[a-z]?(?:\s+" + _MONTH + r"(?:[-–/]" + _MONTH + r")?(?:\s+\d{1,2}(?:[-–]\d{1,2})?)?)?\s*[;,，:]\s*"
    r"(?:vol\.?\s*)?[A-Z]?[1-9]\d{0,3}\s*(?:[(（][^)）]{1,20}[)）])?\s*[:：]\s*(?:pp?\.?\s*)?[A-Za-z]{0,3}\d+(?:\s*[-–~]\s*[A-Za-z]?\d+)?",
    _I,
)
_ONLINE = re.compile(r"(?:19|20)\d\d\s+" + _MONTH + r"(?:\s+\d{1,2})?\s*(?:;|\.\s*(?:doi|online|epub|pmid))", _I)
_VOLUME = re.compile(
    r"\bvol(?:ume)?\.?\s*\d+\s*[,(（]?\s*(?:no|number|issue|iss|article number)?\.?\s*[:(]?\s*\d+|第\s*\d+\s*卷\s*[,，]?\s*第?\s*\d+\s*期"
    r"|(?:19|20)\d\d\s*年\s*\d{0,2}\s*月?[^。]{0,8}第?\s*\d+\s*卷|(?:19|20)\d\d\s*年第\s*\d+\s*期",
    _I,
)
_DOI = re.compile(r"\bdoi\s*[:：]?\s*(?:https?://\S*)?10\.\d{4,9}/\S+|https?://(?:dx\.)?doi\.org/\S+", _I)
_URL_ONLY = re.compile(r"\s*(?:https?://|www\.)\S+\s*$|\s*\S+@\S+\.\w+\s*$", _I)
_KINDS = re.compile(
    r"[\s·•【\[]*(?:(?:randomi[sz]ed\s+)?controlled\s+(?:clinical\s+)?trial|(?:multicenter|multicentre|observational|comparative|validation|cohort)\s+study"
    r"|(?:systematic|narrative|scoping)\s+review|practice\s+guidelines?|research\s+support,?\s+[\w\s.,'’-]{3,40}|original\s+(?:article|research|paper|investigation)s?|research\s+(?:article|paper)|review(?:\s+article)?|case\s+reports?"
    r"|brief\s+(?:report|communication)|short\s+communication|clinical\s+(?:research|trial|study)|meta-analysis|editorial|letter(?:\s+to\s+the\s+editor)?"
    r"|论\s*著|論\s*著|原\s*著|綜\s*說|综\s*述|短篇论著|病例报告|病例報告|病例报道|个案报告|臨床研究|临床研究|基础研究|临床论著|经验交流|临床论著|原創論文|原著論文|论著[·・]\S{2,10})[\s·•】\]]*$",
    _I,
)
_JOURNAL = re.compile(
    rf"(?:The\s+)?(?:[A-Z]\w+\s+){{0,4}}Journal\s+of\s+(?:the\s+)?[A-Z]\w+(?:(?:\s+(?:and|of|in|&))?\s+[A-Z]\w+){{0,6}}\.?"
    rf"|[{_HAN}]{{2,18}}(?:杂志|雜誌|学报|學報)(?:[（(][{_HAN}]+[)）])?"
)
# Rights at the end of an abstract, in the paragraph of its last sentence.
_TAIL = re.compile(
    r"(?:(?<=[.!?。)\]])|(?<=[.!?。)\]]\s))(?=\s*(?:(?:Copyright\s*)?(?:©|\([Cc]\)\s*(?:19|20)\d\d|&copy;)|Copyright\s+(?:19|20)\d\d|版权所有|版權所有"
    r"|(?:This article is|This is an) (?:protected by copyright|open[\s-]access)|PMID\s*[:：]\s*\d|DOI\s*[:：]\s*10\.|doi\s*[:：]\s*10\.|\(ABSTRACT TRUNCATED|All rights reserved))"
)
_TAIL_ZH = re.compile(
    r"(?:(?<=\s)|(?<=[。；;.\u3000]))(?=[【\[［]?(?:中图分类号|中圖分類號|文献标[识志]码|文獻標識碼|文章编号|文章編號|CLC\s+number|Document\s+code|Article\s+ID)[】\]］]?\s*[:：\s]?)"
)
_LONGEST_TAIL = 600
_LONGEST_LINE = 2500  # longer lines are text; a page's list of authors is not

_PLACE_WORDS = (
    r"University|Universit[àäéy]\w*|Universidad\w*|Université|Hospital|Hospitals|Hôpital|H[oô]pitaux|Institut\w*|College|School|Academy|Clinic|Cent(?:er|re)|"
    r"Infirmary|Klini[ek]\w*|Krankenhaus|Foundation|Laborator(?:y|ies)|Ltd|Inc|GmbH|Polyclinic|Trust|Pharmaceuticals|CHU|UMR|INSERM|NHS|\w+kliniek|\w*[Zz]iekenhuis"
)
_UNIT = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w&'’-]*\s+){0,4}(?:Departments?|Dept\.?|Division|Section|Unit|Units|School|Faculty|Colleges?|Institutes?|Cent(?:er|re)s?"
    r"|Laborator(?:y|ies)|Clinics?|Service|Hospitals?|Program(?:me)?|Graduate School|Academy|Office|Branch|Ward|Key Laboratory|National \w+|Universit(?:y|ies)|Ministry|Bureau)\s+(?:of|for)\b"
)
_LINKS = frozenset("of and the for & de der des del di du la le van von den at in de' d' et y e zu für on".split())
_PROSE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|been|we|our|to|with|from|patients?|among|between|that|which|using|who|after|during|this|these|study|cases?"
    r"|an?|by|than|vs|versus|effects?|evaluation|analysis|treatment|survey|experience|outcomes?|comparison)\b",
    _I,
)
_AT_IN = re.compile(r"\b(?:in|at|on)\b")
_MARKER = re.compile(r"[\d*†‡§¶#‖⊥△▲☆★✉¹²³⁰⁴-⁹ᵃ-ᶻ①-⑳]+|\[\d[\d,]*\]")
_INITIALS = re.compile(
    rf"(?:(?:{'|'.join(PARTICLES)})\s+)*[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]{{2,}}|\s+(?:{'|'.join(PARTICLES)})\s+[A-Z][\w'’-]+)?(?:\s+(?:[A-Z]\.?(?:-?[A-Z]\.?){{0,4}})){{1,5}}(?:\s+Jr\.?)?"
    rf"|(?:[A-Z]\.[\s-]?){{1,4}}(?:(?:{'|'.join(PARTICLES)})\s+)*[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
_FULL = re.compile(
    rf"[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.?|[A-Z][\w'’-]+))?(?:\s+[A-Z]\.?)?(?:\s+(?:{'|'.join(PARTICLES)}))*\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
_GROUP = re.compile(
    r"[,;]?\s*(?:\band\s+)?(?:(?:(?:on behalf of|for)\s+)?the\s|(?<=,\s)|(?<=;\s))[\w\s/-]{2,80}(?:Group|Investigators|Collaborators|Network|Consortium|Team)s?\.?$", _I
)
_MEDICAL = re.compile(r"(?:itis|osis|oses|emia|aemia|oma|omas|pathy|algia|ectomy|graphy|scopy|plasty|therapy|logy|tion|ment|ic|al|ism|ness|ity)$", _I)

_ZH_UNIT = re.compile(
    rf"[{_HAN}A-Za-z0-9（）()“”\-—·/]*?(?:医院|醫院|大学|大學|学院|學院|研究所|研究院|研究中心|中心|学校|學校|公司|集团|疾控中心|卫生院|保健院|实验室|實驗室|防治院|卫健委|教研室|病院|医学部|醫學部|診所|诊所|科学院"
    r"|[^的了在]{0,16}(?:科|系|所|院|室|部|处|處|组|局|站|病区|學科|学科|基地))[0-9¹²³⁰⁴-⁹a-c]*"
)
_ZH_INSTITUTION = re.compile("医院|醫院|大学|大學|学院|學院|研究所|研究院|研究中心|中心|实验室|實驗室|公司|卫生院|保健院|疾控|科学院|教研室|防治院|附院")
_ZH_PROSE = re.compile("[。！？：“”]|到达|系指|^依|办理|市中心$|名單$|[的了是在对對与與及为為]|研究$|分析$|调查|觀察|观察|患者|病人|治疗|疗效|影响|应用|探讨|比较|效果|报告|体会|现状|评价|进展")
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)|(?<!\d)\d{3,5}(?=\s*(?:台|臺|$))")
_ZH_PLACE = re.compile(rf"[{_HAN}]{{1,8}}(?:省|市|县|縣|区|區|州|自治区|镇|路|街|号|號|国|國)|{'|'.join(PROVINCES)}")


def separate(blocks: Sequence[Block], lang: Lang) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of one side that are its text, and those that are front matter, each in order.

    A block whose end is front matter (`... joints. © 2009 The Authors.`) is cut in two.

    >>> lines = "Smith JA, van der Berg K", "Department of Medicine, Leiden, the Netherlands.", "We report a case."
    >>> kept, aside = separate([Block(line) for line in lines], "en")
    >>> [b.text for b in kept], [b.role for b in aside]
    (['We report a case.'], ['front matter', 'front matter'])
    """
    parts = [part for block in blocks for part in ([block] if plain(block.text, lang) else _cut_tail(block))]
    verdicts = [part.role == "front matter" or plain(part.text, lang) for part in parts]
    head = _head(parts, verdicts, lang)
    for i, part in enumerate(parts):
        if not verdicts[i] and part.role == "body":
            beside = i > 0 or (len(parts) > 1 and (verdicts[1] or affiliation(parts[1].text, lang) > 0))
            verdicts[i] = _by_people(part.text, lang, in_head=i < head and beside)
    _neighbours(parts, verdicts, head, lang)
    kept = tuple(p for p, aside in zip(parts, verdicts, strict=True) if not aside)
    aside = tuple(replace(p, role="front matter") for p, is_aside in zip(parts, verdicts, strict=True) if is_aside)
    return kept, aside


def plain(text: str, lang: Lang) -> bool:
    """Say whether a line is front matter by its own words: identifiers, dates, rights, a journal's line, addresses.

    >>> plain("doi: 10.1000/182", "en"), plain("The doi 10.1000/182 was registered in 2009.", "en")
    (True, False)
    """
    line = text.strip()
    if not line or len(line) > _LONGEST_LINE or keywords.is_keywords(line):
        return False
    if _URL_ONLY.match(line) or _KINDS.match(line) or _JOURNAL.fullmatch(line):
        return True
    if _STARTS.match(line):
        return not _sentence_after_start(line)
    if _STARTS_ZH.match(line):
        return True
    return _is_citation(line)


def _sentence_after_start(line: str) -> bool:
    """Say whether a line that begins like front matter is a sentence: `Received wisdom ...` does not get here."""
    m = re.match(r"\W*(?:conflicts?|competing|supported by|published|acknowledg|corresponding|affiliations?)\w*\b", line, _I)
    if not m:
        return False
    low = line.lower()
    if low.startswith(("conflict", "competing", "declaration")):
        return not re.match(r"\W*[\w\s()]{5,45}(?:statement|[:：.]|$|(?:the )?authors? )", line, _I) and len(line) > 60
    if low.startswith("published"):
        return not re.match(r"published (?:by|online|in|on)\s*[:：]?\s*(?:[A-Z]|\d)", line, _I) or bool(
            re.search(r"\b(?:were|was|are|is|we)\b", line)
        )
    return False


def _is_citation(line: str) -> bool:
    """Say whether a line is a journal's: name, year, volume, pages, doi, and no prose."""
    if len(line) > 500:
        return False
    doi = _DOI.search(line)
    where = _CITED.search(line) or _ONLINE.search(line) or _VOLUME.search(line)
    if not where and not doi:
        return False
    rest = line
    for found in (doi, where):
        if found:
            rest = rest.replace(found[0], " ")
    if where:
        behind = line[where.end() :]
        behind = _DOI.sub("", behind)
        return len(re.findall(rf"[a-z]{{2,}}|[{_HAN}]", behind)) <= 12 and not re.search(
            r"\b(?:was|were|we|patients)\b|患者|本文|研究", line[: where.start()][-80:]
        )
    return len(re.findall(rf"[a-z]{{3,}}|[{_HAN}]", rest)) <= 12 and not _PROSE.search(rest)


def _cut_tail(block: Block) -> list[Block]:
    """Cut off what closes a paragraph and is not its text: rights, identifiers, classification numbers."""
    if block.role != "body":
        return [block]
    text = block.text
    begin = max(0, len(text) - _LONGEST_TAIL)
    for pattern in (_TAIL, _TAIL_ZH):
        m = pattern.search(text, begin)
        if m and text[: m.start()].strip() and not re.search(r"\b(?:We|we|were|was)\b", text[m.start() :]):
            at = m.start()
            while at < len(text) and text[at].isspace():
                at += 1
            return [_part(block, 0, at), replace(_part(block, at, len(text)), role="front matter")]
    return [block]


def _part(block: Block, start: int, end: int) -> Block:
    """Return a slice of a block as a block of its own, with its place in the file."""
    text = block.text
    breaks = [m.end() for m in re.finditer(r"\r\n|\r|\n", text[:start])]
    column = start - breaks[-1] + 1 if breaks else block.column + start
    offsets = block.offsets[start:end] if block.offsets is not None else None
    return replace(block, text=text[start:end].rstrip(), line=block.line + len(breaks), column=column, offsets=offsets)


def _head(parts: Sequence[Block], verdicts: Sequence[bool], lang: Lang) -> int:
    """Return the number of the first block of the abstract's text: a label, or a sentence long enough to be prose."""
    for i, part in enumerate(parts):
        text = part.text.strip()
        if verdicts[i] or not text:
            continue
        if sections.starts_label(text[:80]) or sections.section_of(text) is not None:
            return i
        prose = len(re.findall(r"[a-z]{2,}", text)) >= 12 if lang == "en" else len(text) >= 30
        ended = text.rstrip("\"'”’)）").endswith((".", "。", "!", "?", "！", "？")) or len(text) > 300
        if prose and ended and not affiliation(text, lang) and not authors(text, lang):
            return i
    return len(parts)


def _by_people(text: str, lang: Lang, *, in_head: bool) -> bool:
    """Say whether a block is a line of authors or of affiliations, where it stands."""
    if keywords.is_keywords(text) or sections.starts_label(text[:80]):
        return False
    strength = max(authors(text, lang), affiliation(text, lang))
    return strength == 2 or (strength == 1 and in_head)


def _neighbours(parts: Sequence[Block], verdicts: list[bool], head: int, lang: Lang) -> None:
    """Set aside what only its neighbours give away: a bare name above an affiliation, a lone mark, a cut journal line."""
    for i in range(min(head, len(parts) - 1)):
        text, following = parts[i].text.strip(), parts[i + 1].text.lstrip()
        if verdicts[i] or parts[i].role != "body":
            continue
        name = i > 0 and affiliation(following, lang) > 0 and _name(text, lang)
        mark = not re.search(r"[^\W\d_]{2,}", text) and len(text) < 12
        cut = following[:1] in ".;" and len(text.split()) <= 8 and len(text) <= 60
        verdicts[i] = verdicts[i + 1] and (name or mark or cut)


def _name(text: str, lang: Lang) -> bool:
    bare = _MARKER.sub("", text).strip(" ,.，、*")
    if lang == "zh":
        return _zh_name(re.sub(r"[\s\u3000]", "", bare))
    return bool(_FULL.fullmatch(bare) or _INITIALS.fullmatch(bare)) and _person(bare)


def authors(text: str, lang: Lang) -> int:
    """Return 2 for a line that is surely a list of authors, 1 for one that may be, 0 for none.

    >>> authors("Straten V H, den Broeder A A", "en"), authors("Ankylosing Spondylitis, Rheumatoid Arthritis", "en")
    (2, 0)
    >>> authors("张三¹，李四²，王小五*", "zh"), authors("高血压，白血病", "zh")
    (2, 0)
    """
    if len(text) > _LONGEST_LINE:
        return 0
    line = text.strip().replace("\t", " ")
    where = re.search(r"[(（]([^()（）]{6,300})[)）]\.?$", line)
    if where and affiliation(where[1], lang):  # names, with their affiliation in brackets
        line = line[: where.start()].strip()
    return _authors_en(line) if lang == "en" else _authors_zh(line)


def _authors_en(line: str) -> int:
    line = _GROUP.sub("", re.sub(r"^\s*by\s+(?=[A-Z])", "", line, flags=_I))
    if _PROSE.search(re.sub(r"\b[A-Z]\.?\b|\b[aby]\b", " ", line)):
        return 0
    if re.match(r"\d{1,2}[.)]\s*[A-Z]", line):  # an item of a list
        return 0
    line = line.rstrip(" .;,")
    line = re.sub(r",?\s+(?:and|&)\s+|\s*[·•|]\s*", ", ", line)
    line = re.sub(r"\(\s*[\w\s,.-]{0,20}\)", " ", line)
    line = re.sub(r",?\s*(?:et al)$", "", line)
    parts = [p.strip() for p in re.split(r"[,;，；、]", line)]
    marked = sum(1 for p in parts if _MARKER.search(p))
    bare = [re.sub(r"(?<=\w)\s+[a-e]$", "", _MARKER.sub(" ", p)).strip(" .") for p in parts]
    degrees = sum(1 for p in bare if p and _degree(p))
    names = [_undegreed(p) for p in bare if p and not _degree(p) and not re.fullmatch(r"[a-z]", p)]
    if not names or not all(_person(n) and (_INITIALS.fullmatch(n) or _FULL.fullmatch(n)) for n in names):
        return 0
    initials = sum(1 for n in names if _INITIALS.fullmatch(n))
    if len(names) == 1:
        return 1 if (initials and re.search(r"[A-Z]\.|[A-Z]{2}", names[0])) or degrees or marked else 0
    if 2 * initials >= len(names) or marked >= len(names) or degrees:
        return 2
    return 2 if marked else 1


def _degree(part: str) -> bool:
    return all(w.replace(".", "").lower() in DEGREES for w in part.split())


def _undegreed(name: str) -> str:
    words = name.split()
    while len(words) > 2 and words[-1].replace(".", "").lower() in DEGREES and words[-1][:1].isupper():
        words.pop()
    return " ".join(words)


def _person(name: str) -> bool:
    words = name.lower().replace(".", "").split()
    if any(w in NOT_PERSONS or w in CLASSES for w in words) or len(words) > 8:
        return False
    return not any(len(w) > 5 and _MEDICAL.search(w) and w[0] == w[0].lower() and i == len(words) - 1 for i, w in enumerate(words)
                   if w not in PARTICLES)


def _authors_zh(line: str) -> int:
    if len(line) > 600 or re.search("[。！？：]", line):
        return 0
    line = re.sub(r"[（(【\[]\s*(?:综述|审校|译|综述者|審校)\s*[)）】\]]|(?<=[\s\u3000])(?:综述|审校)(?=[\s\u3000]|$)|等$", " ", line)
    marks = len(_MARKER.findall(line))
    bare = _MARKER.sub(" ", re.sub(r"(?<=[一-鿿\d])[a-c](?![a-z])|\([\d,，\s]+\)|（[\d,，\s]+）|[\[\]]", " ", line)).strip()
    # 张　三, a name of two characters set wide
    bare = re.sub(rf"(?<![{_HAN}])([{_HAN}])[ \u3000]{{1,3}}([{_HAN}])(?![{_HAN}])", r"\1\2", bare)
    parts = [p for p in re.split(r"[，,、;；\s\u3000·]+", bare) if p]
    if not parts or not all(_zh_name(p) for p in parts):
        return 0
    if len(parts) >= 3 or (marks and len(parts) >= 2):
        return 2
    return 1 if marks or len(parts) == 2 or len(line) <= 4 else 0


def _zh_name(part: str) -> bool:
    if not re.fullmatch(rf"[{_HAN}]{{2,4}}", part) or part[-1] in NOT_IN_NAMES:
        return False
    if part.startswith(COMPOUND_SURNAMES):
        return len(part) >= 3
    return part[0] in SURNAMES and len(part) <= 3 and not any(c in NOT_IN_NAMES for c in part[1:] if c in "病症炎压癌瘤")


def affiliation(text: str, lang: Lang) -> int:
    """Return 2 for a line that is surely an affiliation, 1 for one that may be, 0 for none.

    >>> affiliation("Department of Rheumatology, Sint Maartenskliniek, Nijmegen, the Netherlands.", "en")
    2
    >>> affiliation("Department of Rheumatology patients were enrolled.", "en")
    0
    >>> affiliation("北京协和医院风湿免疫科，北京 100730", "zh"), affiliation("某医院风湿科患者满意度调查", "zh")
    (2, 0)
    """
    if len(text) > _LONGEST_LINE:
        return 0
    return _affiliation_en(text.strip()) if lang == "en" else _affiliation_zh(text.strip())


def _affiliation_en(line: str) -> int:
    line = re.sub(r"\S+@\S+|(?:e-?mail|electronic address)\s*:.*$", " ", line, flags=_I).strip()
    marked = re.match(r"^[\[(]?(?:\d{1,2}|[*†‡§¶#¹²³⁰⁴-⁹ᵃ-ᶻ]|[a-z](?=\s+[A-Z]|[A-Z]))[\])]?[.\s]*(?=[A-Z])", line)
    if marked:
        line = line[marked.end() :]
    line = line.lstrip("(（[ ")
    line = re.sub(r"^from (?=the\s|[A-Z])(?:the\s+)?", "", line, flags=_I)
    if not line[:1].isupper() or _PROSE.search(re.sub(r"\b[A-Z]{1,2}\b", " ", line)):
        return 0
    parts = [p.strip(" .") for p in re.split(r"[,;，；]|\s[-–—]\s|\.\s", line) if p.strip(" .")]
    unit = bool(_UNIT.match(line))
    places = [p for p in parts if _institution(p)]
    others = [p for p in parts if not _institution(p)]
    if not places or ":" in line or not all(_place(p) for p in others):
        return 0
    if len(parts) == 1:
        return 1 if (unit and not _AT_IN.search(line)) or marked else 0
    return 2 if unit or marked or len(places) >= 2 else 1


def _institution(part: str) -> bool:
    bare = re.sub(r"^(?:and|from|the|\d+)\s+", "", part)
    words = bare.split()
    if not re.search(rf"\b(?:{_PLACE_WORDS})\b", bare) and not _UNIT.match(bare):
        return False
    if len(words) > 16 or not bare[:1].isupper():
        return False
    return all(w[:1].isupper() or w.lower() in _LINKS or not w[:1].isalpha() for w in words)


def _place(part: str) -> bool:
    """Say whether a part could be a town, a country, a postcode or the rest of a list of departments."""
    words = re.sub(r"^(?:and|the)\s+", "", part).split()
    return len(words) <= 7 and all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _LINKS or not w[:1].isalpha() for w in words)


def _affiliation_zh(line: str) -> int:
    bare = line.strip(" \t\u3000()（）[]【】.。")
    if len(bare) > 1000:
        return 0
    bare = re.sub(r"E-?mail.*$|\S+@\S+", "", bare, flags=_I)
    postcode = bool(re.search(r"(?<!\d)\d{6}(?!\d)", bare))
    parts = [
        re.sub(r"^[\d.．\s*¹²³⁰⁴-⁹a-c①-⑳]+|[\s\d]+$", "", p) for p in re.split(r"[，,；;、\s\u3000()（）\[\]]+", bare)
    ]
    parts = [p for p in parts if p and not p.isdigit()]
    if not parts or not any(_ZH_INSTITUTION.search(p) for p in parts) or any(_ZH_PROSE.search(p) for p in parts):
        return 0
    town = re.compile(rf"[{_HAN}]{{2,6}}")
    if not all(_ZH_UNIT.fullmatch(p) or _ZH_PLACE.fullmatch(p) or (postcode and town.fullmatch(p)) for p in parts):
        return 0
    numbered = bool(re.match(r"[（(\[]?[1１¹①][\])）.．、\s]?(?=\D)", line))
    return 2 if postcode or numbered or len(parts) >= 2 else 1
