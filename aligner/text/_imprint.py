"""Lines of a copied page that say themselves what they are: identifiers, dates, rights, the journal, addresses."""

from __future__ import annotations

import re

from aligner.text import keywords
from aligner.text._people import LONGEST_LINE, PROSE

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_I = re.IGNORECASE
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s.-]+{_MONTH}|{_MONTH}\s+\d"
    r"|(?:19|20)\d\d\s*(?:$|[-/.年;])|\d{1,2}[./-]\d{1,2}[./-])"
)

# Identifiers, dates, rights: what follows them on the line may be text.
_IDENTIFIERS = re.compile(
    r"\W{0,3}(?:"
    r"(?:https?://\S*)?doi(?:\.org)?\s*[:：/]?\s*10\.\d{4}|doi\s*[】\]]?\s*[:：]|10\.\d{4,9}/\S+\s*$"
    r"|PMC?ID\s*[:：]|PMID\b"
    r"|PubMed(?:\s+PMID)?\s*[:：]|e?issn\b\s*[:：\d]|article number\s*[:：]"
    r"|©|\(c\)\s*(?:19|20)\d\d|&copy;|copyright\b[\s\W]*(?:©|\(c\)|(?:19|20)\d\d|by\b)|all rights reserved"
    r"|rights and permissions|this is an open[\s-]access article|creative commons|licen[cs]e\s*[:：]"
    rf"|(?:(?:manuscript|submission|publication|article)\s+)?(?:received|accepted|revised|available online"
    rf"|(?:first )?published(?: online)?|epub|date of (?:receipt|acceptance|submission))(?:\s+(?:date|on|in print"
    rf"|in revised form|for publication))?\s*[:：]?\s*(?:{_DATE}|ahead of print)"
    r"|(?:受理|收稿|修回|修订|接受|录用|接收|出版|发布|投稿|收到|发表|發表|刊登|在线出版|接受刊載|接受刊登|修訂)(?:日期|(?<=接受刊[載登]))(?=[】\]：:\s\d])"
    r"|网络(?:首发|出版)(?:日期|时间|地址)?\s*[:：]"
    r"|中[图圖]分[类類][号號]|中图法?分类|文[献獻][标標][识志識][码碼]|文章[编編][号號]|(?:机标"
    r"|学科)?分类号?\s*[】\]]?\s*[:：]"
    r"|clc\s*(?:number|no\b)|chinese library classification|document code|article id\b|classification number"
    r"|版[权權](?:所有|归|声明|\s*[:：©])|著作[权權](?:所有|归|\s*[:：])"
    r")",
    _I,
)
# Labels of front matter: whatever follows on the line belongs to it.
_LABELS = re.compile(
    r"[\s\W]{0,4}(?:"
    r"e-?mail(?:\s+address)?\s*[:：](?=\s*$|.*@)|tel(?:ephone)?\.?\s*[:：]|fax\s*[:：]|orcid\b|publication (?:date"
    r"|history)\s*[:：]"
    r"|correspondence(?:\s+(?:to|address|author))?\s*[:：]|(?:address (?:for )?)?correspondence to\b(?=.{0,90}(?:@"
    r"|,|:))"
    r"|address (?:for )?correspondence\b|corresponding authors?\s*(?:[:：]|at\b|$)"
    r"|authors?(?:['’]s?)?(?:\s+(?:information|details|notes?|contributions?|list))?\s*[:：]"
    r"|contributions?\s*[:：]"
    r"|disclosures?\s*[:：]\s*(?:$|none|no\b|nothing|dr\b|(?:the|all) authors)|foundation (?:items?"
    r"|projects?)\s*[:：\]】]|fund(?:ing)? (?:programs?|projects?|items?)\s*[:：\]】]"
    r"|(?:academic|handling|section|guest)\s+editors?\s*[:：]|(?:edited|reviewed) by\s*[:：]|citation\s*[:：]"
    r"|acknowledge?ments?\s*(?:[:：]|$)|grant support\s*[:：]|article (?:no|number|history)\s*[:：]"
    r"|(?:本文|责任|責任|执行)(?:编辑|編輯)\s*[】\]：:\s]|(?:编辑|编审|校对)\s*[】\]]?\s*[:：]"
    r"|基\s*金\s*项\s*目\s*[】\]：:\s]|基金(?:号|编号|资助|资助项目)?\s*[】\]]?\s*[:：]|资助项目\s*[】\]]?\s*[:：]"
    r"|[课課][题題](?:项目|来源)?\s*[】\]]?\s*[:：]|项目(?:基金|来源)\s*[】\]]?\s*[:：]|计划项目\s*[】\]]?\s*[:：]"
    r"|作者(?:单位|單位|简介|簡介|贡献|貢獻|信息|声明)?\s*[】\]]?\s*[:：]|作者(?:单位|單位|简介)\s"
    r"|第一作者(?:简介)?\s*[】\]：:]"
    r"|(?:並列|并列|共同)第一作者\s*[】\]：:]|通[信讯訊](?:作者)?(?:联系人|聯絡人|地址)?(?<!通[信讯訊])\s*[】\]：:\s,，]|責任作者"
    r"|(?:联系人|聯絡人)\s*[:：]"
    r"|作\s*者\s*[:：]|译者\s*[:：]|单\s*位\s*[:：](?=.*(?:医院|大学|学院|研究|中心|公司|科))|引用(?:本文|格式)"
    r"|本文引用|引文格式|利益[冲衝]突(?:声明|聲明)?\s*(?:[】\]：:\s无]|$)"
    r"|电子邮[箱件]\s*[:：]|邮箱\s*[:：]|电\s*话\s*[:：]|传\s*真\s*[:：]|(?:刊\s*名|年，卷|所属期刊"
    r"|页\s*[数码])[^：:]{0,6}[:：]"
    r"|抽印本|开放科学|OSID|出版者\s*[:：]|主办单位\s*[:：]|专[辑题]\s*[:：]|学位授予单位|导师\s*[:：]|手机阅读|journal\s*[:：]\s*$|在线公开时间|下载(?:PDF|全文|次数|\s*[:：]\s*\d)|全文(?:下载|链接)"
    r")",
    _I,
)
# Furniture of the sites: the whole line, or nearly.
_FURNITURE = re.compile(
    r"\W{0,3}(?:author information|author affiliations?|affiliations?|authors and affiliations"
    r"|collaborators)(?:,[\w\s,]{0,40})?"
    r"(?:\s+(?:expand|collapse)|\s+\d+)?\s*[:：]?\s*$|\W{0,3}affiliations?\s+\d{1,2}\s.{0,200}$"
    r"|\W{0,3}(?:similar articles|linkout(?:\s*[-–—]\s*more resources)?|pubmed disclaimer|page navigation"
    r"|skip to (?:main (?:page )?)?content|中国知网|万方数据(?:知识服务平台)?|维普(?:网|资讯)?|華藝線上圖書館"
    r"|title & authors|display options|erratum in|comments? (?:in|on)|update in|republished in|corrected and"
    r" republished (?:in|from)|retraction in|expression of concern in|see all .{1,20} articles|see this image.{0,60}"
    r"|publication types?|grants? and funding|associated data|related information|(?:full text|other literature)"
    r" sources|free (?:pmc )?article|full[\s-]text(?: links?)?|expand(?: all)?|collapse"
    r"|pdf|open access"
    r"|add to clipboard|cite(?: this article)?|references|show (?:more|less)(?: .{0,20})?|get rights.{0,30}"
    r"|how to cite.{0,60}"
    r"|metrics(?: details)?|(?:download|view) (?:pdf|article|full).{0,40}|相似文献|全文|下载|展开|收起|更多"
    r"|(?:相关文[章献]|参考文献|引证文献|图/表|阅读次数|使用本文|链接本文\s*[:：]\s*\S*|导出引用管理器.{0,40})(?:\s*\d*))"
    r"\.?\s*$"
    r"|\W{0,3}cited by(?:\s+\d.{0,30})?$|\W{0,3}\d[\d,.]*k?\s+(?:accesses|citations|altmetric|views"
    r"|downloads)\b.{0,60}$"
    r"|\(?this article belongs to\b.{0,160}$|\W{0,3}author to whom correspondence.{0,60}$"
    r"|\W{0,3}(?:\d{1,2}\W{0,2}\s*)?(?:(?:these|the (?:first|last)(?: \w+)?) authors? contributed\b.{0,80}"
    r"|(?:equal contribut|contributed equally).{0,60})$"
    r"|(?:to cite this article|please cite)\b.{0,400}$",
    _I,
)
_CONFLICT = re.compile(
    r"\W{0,3}(?:(?:statements?|declarations?|disclosures?)\s+(?:of|on)\s+)?(?:potential\s+)?(?:conflicts?\s+of"
    r"|competing|conflicting)"
    r"\s+(?:financial\s+)?interests?\b",
    _I,
)
_DECLARED = re.compile(
    r"(?:the|all)(?: \w+)? authors? (?:declare|have|report|disclose)\w*\b.{0,60}\b(?:no|none|nothing)\b.{0,60}$"
    r"|none of (?:the|our) authors\b.{0,60}\b(?:interests?|conflicts?)\b.{0,40}$"
    r"|(?:所有|全体|全體|本文)?作者.{0,8}[声聲]明.{0,12}利益[冲衝]突",
    _I,
)
_SETTLED = re.compile(
    r"^\W*[\w\s]{5,60}(?:[:：]|statement|disclosures?\b|\.?\s*$)"
    r"|\b(?:none|nothing|declares?d?|disclose|no conflicts?)\b",
    _I,
)
_PAID = re.compile(r"(?:(?:this (?:work|study|research) was )?(?:supported|funded|financed)(?: in part)?) by\b", _I)
_GRANT = re.compile(r"\b(?:grants?|fund(?:s|ed|ing)?|awards?|foundation|scholarship|fellowship|no\.|contract)\b", _I)
_PUBLISHED = re.compile(r"published (?:by|online|in|on)\s*[:：]?\s*(?:[A-Z]|\d|the\s[A-Z])", _I)
_CITED = re.compile(
    rf"(?:19|20)\d\d[a-z]?(?:\s+{_MONTH}(?:[-–/]{_MONTH})?(?:\s+\d{{1,2}}(?:[-–]\d{{1,2}})?)?)?\s*[;,，:]\s*"
    r"(?:vol\.?\s*)?[A-Z]?[1-9]\d{0,3}\s*(?:[(（][^)）]{1,20}[)）])?\s*[:：]\s*(?:pp?\.?\s*)?[A-Za-z]{0,3}\d+"
    r"(?:\s*[-–~]\s*[A-Za-z]?\d+)?",
    _I,
)
_ONLINE = re.compile(rf"(?:19|20)\d\d\s+{_MONTH}(?:\s+\d{{1,2}})?\s*(?:;|\.\s*(?:doi|online|epub|pmid))", _I)
_VOLUME = re.compile(
    r"\bvol(?:ume)?\.?\s*\d+\s*[,(（]?\s*(?:no|number|issue|iss|article number)?\.?\s*[:(]?\s*\d+"
    r"|第\s*\d+\s*卷\s*[,，]?\s*第?\s*\d+\s*期|(?:19|20)\d\d\s*年\s*\d{0,2}\s*月?[^。]{0,8}第?\s*\d+\s*卷"
    r"|(?:19|20)\d\d\s*年第\s*\d+\s*期|(?:19|20)\d\d\s*[,，]\s*\d{1,3}\s*[(（]\d{1,2}[)）]\s*(?:查看.*)?$",
    _I,
)
_DOI = re.compile(r"\bdoi\s*[:：]?\s*(?:https?://\S*)?10\.\d{4,9}/\S+|https?://(?:dx\.)?doi\.org/\S+", _I)
# An address, or a class mark alone on its line (R587.1).
_URL_ONLY = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|R\d{2,3}(?:\.\d{1,3})?(?:\s*[;；,，+]\s*R\d{2,3}(?:\.\d{1,3})?)*", _I
)
# The mark of a reference's kind: 甲, 乙. 题名[J]. 某杂志, 2023, 43(12): 1021-1026.
_KIND_MARK = re.compile(r"\[(?:[JMDCRNSP]|EB)(?:/OL)?\]\s*[.．,，]?\s*\S")
_KINDS = re.compile(
    r"(?:[\s·•【\[/]*(?:(?:randomi[sz]ed\s+)?controlled\s+(?:clinical\s+)?trial"
    r"|(?:multicent(?:er|re)|observational|comparative|validation|cohort)\s+study|(?:systematic|narrative"
    r"|scoping)\s+review"
    r"|practice\s+guidelines?|research\s+support,?\s+[\w\s.,'’-]{3,40}|original\s+(?:article|research|paper"
    r"|investigation)s?"
    r"|research\s+(?:article|paper)|review(?:\s+article)?|case\s+reports?|brief\s+(?:report|communication)"
    r"|short\s+communication|clinical\s+(?:research|trial|study)|meta-analysis|editorial"
    r"|letter(?:\s+to\s+the\s+editor)?"
    r"|论\s*著|論\s*著|原\s*著|綜\s*說|综\s*述|短篇论著|病例报[告道]|病例報告|个案报告|臨床研究|临床研究|基础研究"
    r"|临床论著"
    r"|经验交流|原創論文|原著論文|论著[·・]\S{2,10})[\s·•】\]/]*){1,2}",
    _I,
)
_JOURNAL = re.compile(
    r"(?:The\s+)?(?:[A-Z]\w+\s+){0,4}Journal\s+of\s+(?:the\s+)?[A-Z]\w+(?:(?:\s+(?:and|of|in"
    r"|&))?\s+[A-Z]\w+){0,6}\.?"
    rf"|[{_HAN}]{{2,18}}(?:杂志|雜誌|学报|學報)(?:[（(][{_HAN}]+[)）])?"
)
_VERB = re.compile(r"\b(?:was|were|is|are|we|our|has|have|had)\b", _I)
_RIGHTS = re.compile(
    r"\b(?:licen[cs]e|rights|permission|distributed|copyright|reserved|terms|properly cited|on behalf)\b", _I
)


def is_imprint(text: str) -> bool:
    """Say whether a line is front matter by its own words, all of it.

    >>> is_imprint("doi: 10.1000/182"), is_imprint("The doi 10.1000/182 was registered in 2009.")
    (True, False)
    """
    line = text.strip()
    if not line or len(line) > LONGEST_LINE or keywords.is_keywords(line):
        return False
    whole = _URL_ONLY.fullmatch(line) or _KINDS.fullmatch(line) or _JOURNAL.fullmatch(line) or _FURNITURE.match(line)
    return bool(whole) or identifies(line) or _LABELS.match(line) is not None or _states(line)


def identifies(line: str) -> bool:
    """Say whether a line is of identifiers, dates, rights, or the journal's own; text may follow such on a line.

    >>> identifies("Example J Med. 2009;38(1):63-5. doi: 10.1000/182."), identifies("Received opinion holds.")
    (True, False)
    """
    return _IDENTIFIERS.match(line) is not None or _cites(line)


def is_text(sentence: str) -> bool:
    """Say whether a sentence behind front matter is the text of the page, not more of the same.

    >>> is_text("We report the first case of it."), is_text("All rights are reserved by the publisher.")
    (True, False)
    """
    if re.search(f"[{_HAN}]{{12}}", sentence):
        return not is_imprint(sentence) and "许可" not in sentence
    wordy = len(re.findall(r"[a-z]{2,}", sentence)) >= 4
    return wordy and bool(_VERB.search(sentence)) and not _RIGHTS.search(sentence) and not is_imprint(sentence)


def _states(line: str) -> bool:
    """Say whether a line is a statement about interests, money or the publisher."""
    if _DECLARED.match(line):
        return True
    if _CONFLICT.match(line):
        return _SETTLED.search(line) is not None
    if _PAID.match(line):
        return _GRANT.search(line) is not None and not re.search(r",\s+(?:we|the|this|our)\b", line)
    return _PUBLISHED.match(line) is not None and not PROSE.search(line[13:]) and not re.search(r",\s+the\b", line)


def _cites(line: str) -> bool:
    """Say whether a line is a journal's: name, year, volume, pages, doi, and no prose."""
    if len(line) > 500:
        return False
    doi = _DOI.search(line)
    where = _CITED.search(line) or _ONLINE.search(line) or _VOLUME.search(line)
    if where:
        behind = _DOI.sub("", line[where.end() :])
        before = line[: where.start()][-80:]
        if _KIND_MARK.search(line, 0, where.start()):
            return len(re.findall(rf"[a-z]{{2,}}|[{_HAN}]", behind)) <= 12
        prose = PROSE.search(behind) or re.search(r"\b(?:was|were|we|patients)\b|患者|本文|研究", before)
        return not prose and len(re.findall(rf"[a-z]{{2,}}|[{_HAN}]", behind)) <= 12
    rest = _DOI.sub(" ", line)
    return doi is not None and len(re.findall(rf"[a-z]{{3,}}|[{_HAN}]", rest)) <= 12 and not PROSE.search(rest)
