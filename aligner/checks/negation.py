"""A statement that is negated on one side only.

What it finds
    *No difference* as 有差异, *no significant difference* as 差异显著, *not associated* as 相关; a plain *no*, *not*,
    *without*, *denied*, 未见, 没有, 无…史, 否认 or 禁用 where nothing opposite denies anything.

Why it matters
    A lost *not* turns a result into its opposite, and reads as well as the truth.

What it leaves alone
    Negations are not counted: *different* is 不同 and *not until* 直到. Where the other side has any word that denies,
    limits or excludes, from *lack* and *fail* to 免 and 否, a plain negation is held to be rendered. 差异无统计学意义
    only says in words what a P value of 0.05 or more says on the other side.

How to fix it
    Compare with the source, and write or delete the negation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Pair, Rule, Side, Span, other_side
from aligner.text.statistics import NEITHER, UNREACHED, p_values

_ANY_NO = r"[不无未没非]|\b(?:no|not|nor|neither|without|non|fail\w*|lack\w*)\b|n't"
_NOT = "(?:(?<!有)[无没]|未|非|(?:(?<!是)不|不(?!是))(?![同断仅良少久管])|并非)"
_INSIGNIFICANT = Pole(
    rf"(?:{UNREACHED}|{NEITHER}|"
    r"(?:no(?! later)|not|nor|neither|without|n't)\b(?: \w+){0,3} (?:significan|statistical)\w*|non-?significan\w*|"
    r"insignificant\w*|(?:no|not|nor|neither)\b(?: \w+){0,2} differ\w*)",
    f"{_NOT}[^，。；、]{{0,10}}(?:显著|明显|统计学|差异|区别)|"
    "(?:差异|区别)[^，。；、]{0,6}(?:[无未没]|不[显明具大])(?:显著性?)?|(?:(?<!有)[无没]|[未不非])显著性|"
    "(?:显著性|统计学)[^，。；、]{0,8}(?:未|没有|不)[能被]?(?:达|越|满足|成立)",
    r"[Ss]imilar|[Cc]omparable|[Ii]ndistinguish|[Uu]nchanged|[Ss]ame\b|[Ee]qual|相似|相近|相当|相同|一致|近似|差不多",
)
_SIGNIFICANT = Pole(
    r"(?:(?<!clinically )(?:statistically )?significan(?:t|tly|ce)\b(?: differen(?:t|ces?)\b)?|differed\b|"
    r"(?:there|was|were|is|are|had|found|showed) (?:an? |some )?differences?\b)",
    "(?:具?有)?(?:(?:显著|明显|统计学)上?性?的?)+(?:差异|区别|意义)?|(?:存在|有)(?:一定的?)?(?:差异|区别)",
    r"重[要大]|大[量幅大]|意义|\b(?:[Mm]arked|[Oo]bvious|[Rr]emark)",
)
_UNRELATED = Pole(
    r"(?:not (?:\w+ ){0,2}(?:associat|correlat)ed|no (?:\w+ ){0,2}(?:association|correlation)|uncorrelated)",
    "(?:无|没有|未见|未发现)(?:明显|显著|统计学)?(?:相关|关联)|不相关|无关",
    _ANY_NO,
)
_RELATED = Pole(
    r"(?:associat(?:ed|ion)|correlat\w+)\b",
    "具?有?(?:相关性?(?!的?[人部规法条研文信])|关联性?)|有关",
    r"关系|\b(?:[Ll]ink|[Rr]elat)",
)
_RELATIONS = ("which denies it", "which affirms it")
_OPPOSITIONS = (
    Opposition((_INSIGNIFICANT, _SIGNIFICANT), relations=_RELATIONS),
    Opposition((_UNRELATED, _RELATED), relations=_RELATIONS),
)

_PLAIN = {
    "en": re.compile(
        r"\b(?:(?<!\bor )(?<!\bif )(?<!\bwhy )"
        r"(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|should|will|would|may|must) )?not"
        r"(?! (?:only|just|merely|until|necessarily|least|un|in|more|less|later|yet|long|so much|(?:to )?exceed|all|"
        r"every|the same|surviv|hesitate|forget|surprising)|"
        r" ?[^\s\w,.])|cannot|neither|never(?!theless|-)|none(?= (?:of|had|was|were|died|developed)\b)|"
        r"(?<!\bor )(?<!\band )(?<!\bfrom )"
        r"without(?! (?:delay|approval|permission|prior|limitation|limit|doubt|saying|question))|"
        r"(?:deny|denied|denies|denying)(?= [a-z])(?! (?:access|entry|permission|the (?:appl|request|petition)))|"
        r"(?:freedom|free) from any|free of any|"
        r"no(?! (?:longer|later|more|less|sooner|matter|doubt|one|survivors?)\b)(?-i:(?= [a-z])))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "未(?:见|发现|报[道告]|证实|检出|检测到|获得|出现|观察到|发生|能(?!幸免)|接受|使用|服用|再)|(?<!有)没有|否认|勿|禁用|并未|并非|"
        "无(?:症状|明显|显著|统计学|严重|并发症|复发|发热|[^，。；、]{1,12}史)|"
        "不(?:能|会|宜|应|存在|支持|推荐|建议|[得可要][使服]用)|禁止使用"
    ),
}
_NOT_SIGNIFICANT = re.compile(r"(?<![A-Za-z])P\s?[=:]\s?(?:NS\b|n\.?s\b)")
_OF_SIGNIFICANCE = re.compile(
    rf"{NEITHER}|(?:[^,.;，。；、()]|\([^()]*\)){{0,40}}?(?:significan|statistical|differ|显著|统计学|差异|差别)",
    re.IGNORECASE,
)
# Whatever denies, limits, compares or excludes.
_DENYING = {
    "en": re.compile(
        r"\b(?:no|not|non|none|nor|neither|never|nothing|nobody|without|cannot|un(?!der|i|til)\w+|"
        r"im(?:poss|prop|perf|mob|matur|mutab|pract)\w*|in(?:feas|suff|adeq|abil|compl|freq|sig|cap|eff|val|act|vis|acc|corr|dist)\w+|"
        r"irr(?!it|ad|ig)\w+|illeg\w*|dis(?!eas|trib|tan|cus|play|charg|sect|k|c\b|til|solv)\w+|"
        r"mis\w+|de(?:ny|nied|void|prec)\w*|contraind\w*|fail\w*|lack\w*|absen\w+|abst\w+|free|fewer|few|least|little|rare\w*|"
        r"hardly|barely|scarcely|seldom|except\w*|exclu\w*|unless|until|avoid\w*|prevent\w*|prohibit\w*|forb[ai]d\w*|barr\w+|outlaw\w*|inhibit\w*|restrain\w*|withh\w+|refus\w*|"
        r"reject\w*|negat\w*|neglect\w*|rul\w+ out|rather|instead|too|differen\w+|similar\w*|hard|stop\w*|ceas\w*|"
        r"comparab\w*|balanced|equivalent|alike|identical|"
        r"freedom(?! of)|other than|out of|incohe\w+|"
        r"otherwise|under-?(?:report|diagnos|treat)\w*|away|remain\w*|miss\w*|lose|lost|zero|ban\w*|against|beyond|only|still|yet|naive|omit\w*|delay\w*|spar\w+|"
        r"blind\w*|asympt\w*|afebrile|optional|simply|nil|NK[DF]?A|surviv\w*|normal\w*)\b|n['’]t\b|-free\b|(?<=[a-z])less\b|\bnon",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:(?<!是)不|不(?!是))(?![断良仅过久管])|(?<![是能可])否|无(?!论|数|线)|未(?!来)|没|非(?![常洲])|免(?!疫)|勿|毋|别(?=让|把|再|去)|"
        "禁|拒|反对|驳|缺(?!血|氧)|失(?!血|眠)|欠|乏|少(?=有|见|数)|很少|极少|难(?!民)|防(?![疫卫])|避|停|仅|只|尚|"
        "空(?![腹气军间])|绝(?![经对])|误|(?<![切摘])除|(?<=[之以例意此另额])外|直到|才|始[得能可]|逾|即使|放下|障碍|存活|幸存|戒|正常|待查|迁延|(?<!差)异(?![常体位物构烟])|"
        "相[同似近当]|一[样致]|可比|均衡|常见"
    ),
}


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    turned = list(reversals(pair, context, _OPPOSITIONS))
    yield from turned
    sides: tuple[Side, Side] = ("source", "target")
    for side in () if turned else sides:
        hit = _lone(pair, side, context)
        if hit:
            yield hit


def _lone(pair: Pair, side: Side, context: Context) -> Hit | None:
    """Return the first plain negation of one side, where nothing on the other denies anything."""
    text, other = pair.text(side), pair.text(other_side(side))
    if _DENYING[context.lang(other_side(side))].search(other):
        return None
    plain = _PLAIN[context.lang(side)].finditer(text)
    found = next((found for found in plain if not _spelt_out(text, found, other)), None)
    if not found:
        return None
    span = Span.of(text, *found.span())
    if side == "source":
        message = f"the source has “{span.text}”, and nothing in the translation denies anything"
        return Hit(message, source=span, severity="major")
    message = f"the translation has “{span.text}”, and nothing in the source denies anything"
    return Hit(message, target=span, severity="major")


def _spelt_out(text: str, found: re.Match[str], other: str) -> bool:
    """Whether a negation says in words what the other side says by its P value: 差异无统计学意义 for `P = 0.3`."""
    if not _OF_SIGNIFICANCE.match(text, found.start()):
        return False
    return bool(_NOT_SIGNIFICANT.search(other)) or any(small is not True for _, small in p_values(other))


RULE = Rule(
    id="negation",
    title="Negated on one side only",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="pair",
    check=_check,
    bad=(
        Example("The patient had never smoked.", "患者吸烟。"),
        Example("There was no significant difference in age.", "年龄差异有统计学意义。"),
        Example("Smoking was not associated with relapse.", "吸烟与复发相关。"),
        Example("The patient recovered without surgery.", "患者经手术后痊愈。"),
        Example("未见骨折。", "A fracture was seen."),
        Example("患者有发热。", "The patient did not have fever."),
        Example("Statistical significance was not reached.", "达到统计学显著性。"),
        Example("He had no history of ocular surgery.", "患者有眼外科手术史。"),
        Example("She denied cough or chest pain.", "患者有咳嗽和胸痛。"),
        Example("There was no difference between the wards in length of stay.", "两个病区的住院时间有差异。"),
        Example("Do not take these tablets with milk.", "这些药片可以与牛奶同服。"),
        Example("妊娠期禁用本品。", "This product can be used during pregnancy."),
    ),
    good=(
        Example("There was no significant difference in age.", "两组年龄相近，差异无统计学意义。"),
        Example("The groups were similar in age.", "两组年龄差异无显著性。"),
        Example("Not until the third day did the fever subside.", "直到第3天才退热。"),
        Example("The preset level of significance was not reached.", "未达到预设的显著性水平。"),
        Example("Survival was 61% and 58% (P = 0.44).", "生存率分别为61%和58%，差异无统计学意义（P=0.44）。"),
        Example("未见骨折。", "Fracture was ruled out."),
        Example("Patients with and without diabetes were compared.", "比较患者是否合并糖尿病的情况。"),
        Example("Test whether there was a difference between the arms.", "检验两组有无差异。"),
        Example("No infant died.", "患儿均存活。"),
        Example("Do not hesitate to ask the nurse.", "请随时向护士咨询。"),
        Example("没有患者失访。", "All patients completed follow-up; none was lost."),
    ),
    source="MQM: Accuracy, Mistranslation",
)
