"""A claim that is hedged on one side, and sure on the other.

What it finds
    *May increase* as 增加, 可能导致 as *leads to*, *suggested* as 证实: where one side hedges what is caused, changed,
    associated or of use, and the clause opposite is sure of it. Hedges that are put in are found as well.

Why it matters
    What a study suggests becomes what it has shown, and a reader acts on it.

What it leaves alone
    Any other hedge, in whatever words: 会, 有望 or 或 for *may*; *can*, *risk* or *potential* for 可能; verbs that
    report, as *found* and 表明, whose strength is a matter of style; *may* that permits, and possibilities that are no
    claims (尽可能, 可能的话).

How to fix it
    Be as sure as the source is: write the hedge, or delete it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._denials import opposite
from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Lang, Pair, Rule, Side, Span, other_side

_CLAIMS: dict[Lang, str] = {
    "en": r"(?:caus|lead|led\b|result(?:s|ed|ing)? in|increas|reduc|decreas|lower|rais|elevat|improv|prevent|promot|"
    r"inhibit|suppress|aggravat|worsen|exacerbat|accelerat|delay|prolong|shorten|affect|influenc|impair|damag|protect|"
    r"slow|reliev|alleviat|mitigat|"
    r"benefi|help|facilitat|contribut|induc|trigger|associat|relat|link|correlat|due to|attribut|explain|reflect|"
    r"predict|play|participat|involv|mediat|effective|useful|safe|superior|responsible|account)\w*",
    "zh": "(?:导致|引[起发]|造成|诱[发导]|增[加高强大]|升高|提[高升]|降低|减[少轻低弱]|下降|改善|预防|防止|促进|促使|"
    "抑制|减[缓慢]|缓解|有助|加[重剧速快]|恶化|延[缓长迟]|缩短|影响|损[害伤]|保护|有[效益利助害关]|相关|关联|归因|由于|源于|参与|介导|"
    "发挥|起[到着]?[^，。；]{0,8}作用|反映|解释|预测|[获受]益|安全|优于|所致|使)",
}
_BETWEEN: dict[Lang, str] = {
    "en": r"(?:\s(?:also|be|have|been|not|well|even|both|further|in turn|a|an|the|[a-z]+ly)){0,3}\s",
    "zh": "[^，。；：、]{0,10}?",
}
_HEDGED: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?P<hedge>may|might|could|potentially|(?:appear|seem)(?:s|ed)? to|(?:is|are|was|were) likely(?: to)?|"
        r"probably|possibly|perhaps)\b"
        rf"{_BETWEEN['en']}{_CLAIMS['en']}"
    ),
    "zh": re.compile(
        f"(?P<hedge>(?<![尽不大太无])可能(?!性|的话|[是为]?不)会?|(?<!抑)或许(?!可)|也许|似乎)(?:{_BETWEEN['zh']}{_CLAIMS['zh']}|与[^，。；：]{{1,40}}[有相]关)"
    ),
}
"""Claims that are hedged."""
_CLAIMED = {
    "en": re.compile(rf"\b{_CLAIMS['en']}", re.IGNORECASE),
    "zh": re.compile(_CLAIMS["zh"]),
}
_UNSURE: dict[Lang, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:may|might|could|can(?:not)?|would|should|must|will|possib\w*|perhaps|maybe|prob\w*|presum\w*|potent\w*|"
        r"appear\w*|seem\w*|likel\w*|unlikely|suggest\w*|suspect\w*|risk\w*|chance\w*|apparent\w*|assum\w*|hypothe\w*|"
        r"speculat\w*|conject\w*|suppos\w*|think\w*|thought|believ\w*|consider\w*|expect\w*|estimat\w*|"
        r"indicat\w*|impl(?:y|ies|ied|i\w+)|propos\w*|tend\w*|prone|unclear|uncertain\w*|unknown|whether|if|sometimes|often|"
        r"usually|generally|almost|suscept\w*|promis\w*|hop\w*|able|ability|capab\w*|opportun\w*|infer\w*|plausib\w*|"
        r"conceiv\w*|doubt\w*|prospect\w*|candidate\w*|occasional\w*|concern\w*|fear\w*|claim\w*|alleg\w*|rumou?r\w*|"
        r"reported\w*|feasib\w*|danger\w*|threat\w*|dispos\w*|favou?r\w*|impossib\w*|plan\w*|aim\w*|attempt\w*|try|tried|"
        r"intend\w*|question\w*|theor\w*|partly|in part|evidence)\b|\?",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "可|(?<![功性技职智才])能(?![力量])|(?<![员社学协开展茶宴议机])会(?![议员计诊阴])|或(?=[可能将许为是有会与使导增减成])|"
        "(?<![相类近])似|疑|恐|(?<!评)估|猜|若|(?<![例诸])如(?=果|有|[发需未不其无])|足以|之虞|"
        "(?<![反供响相效对适])应(?![用对激答])|将|望|愿|欲|拟(?!合)|宜|(?<![值获使取])得(?![到分以出])|允许|准许|"
        "许(?=可)|也许|大概|提示|推[测断论]|预[计期测]|认为|考虑|倾向|潜|(?<![贸交])易|风险|机会|看来|好像|假|"
        "据(?=[报称说悉信估])|未必|不一定|往往|通常|一般|有时|(?<![异正非])常(?![规见])|候选|像是|尚不|不确定|不[清明]|"
        "是否|能否|几率|概率|担心|危险|威胁|[？?]|吗|视为|旨在|试图|理论|部分|证据|怀疑|有助"
    ),
}
"""All that may say that something is less than sure."""
_SUGGESTED = Pole(
    r"(?:(?:appear|seem)(?:s|ed)?\b|suggest(?:s|ed|ing)?\b)",
    "提示(?![音符词框卡信])|似乎",
    r"可能|推[测断]|认为|考虑|疑|建议|\b(?:[Ii]ndicat|[Ii]mpl|[Hh]int|[Pp]rompt|[Rr]eveal|[Ss]how|[Mm]ay|[Mm]ight|[Cc]ould|[Ll]ikel|[Pp]ossib|[Pp]oint)",
)
_PROVED = Pole(
    r"(?:prov(?:e|es|ed|en)\b|confirm(?:s|ed)?\b|verif(?:y|ies|ied)\b)",
    "(?<!未经)(?<!未被)(?<!待)(?<!未)证[实明]|确证",
    r"确[诊认定]|表明|显示|证|验|\b(?:[Dd]emonstrat|[Ss]how|[Ee]vidence|[Ee]stablish|[Dd]iagnos|[Pp]roof|[Cc]orroborat)",
)
_MAY_BE = Pole(
    r"(?:may|might|could|possibly|perhaps|maybe)\b",
    "可能|或许|也许",
    r"可(?!见)|(?<![功性])能|会|或(?=许|将|会)|似乎|险|[Rr]isk|[Cc]hance|[Ll]ikel|[Pp]otential|\b[Cc]an\b",
)
_MUST_BE = Pole(
    r"(?:certain to|bound to|sure to|inevitabl|undoubtedly|invariabl|definitely|(?<!not )necessarily)",
    "(?<!不)必然|必定|必将|势必|一定会|肯定会|注定|毫无疑问",
    "必|定|无疑|[Mm]ust|[Ww]ill|[Cc]ertain|[Ss]ure|[Dd]oubt",
)
_RELATIONS = ("which is less sure", "which is surer")
_OPPOSITIONS = (
    Opposition((_SUGGESTED, _PROVED), relations=_RELATIONS),
    Opposition((_MAY_BE, _MUST_BE), relations=_RELATIONS),
)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    yield from reversals(pair, context, _OPPOSITIONS)
    sides: tuple[Side, Side] = ("source", "target")
    for side in sides:
        yield from _unhedged(pair, side, context)


def _unhedged(pair: Pair, side: Side, context: Context) -> Iterator[Hit]:
    """Yield the first claim that one side hedges, and the other makes in a clause that is sure.

    The other side must be less often unsure as a whole, and sure of all it says where the clause is not known.
    """
    text, other = pair.text(side), pair.text(other_side(side))
    lang, other_lang = context.lang(side), context.lang(other_side(side))
    hedged = [found.span("hedge") for found in _HEDGED[lang].finditer(text)]
    if not hedged or len(_UNSURE[lang].findall(text)) <= (unsure := len(_UNSURE[other_lang].findall(other))):
        return
    for hedge in hedged:
        clause = opposite(text, other, lang, context.lexicon, hedge) if context.lexicon else None
        claim = other[slice(*clause)] if clause else other
        if (clause or not unsure) and _CLAIMED[other_lang].search(claim) and not _UNSURE[other_lang].search(claim):
            yield _hit(side, Span.of(text, *hedge), Span.of(other, *clause) if clause else None)
            return


def _hit(side: Side, hedge: Span, claim: Span | None) -> Hit:
    if side == "source":
        message = f"the source has “{hedge.text}”, and the translation is sure of it"
        return Hit(message, source=hedge, target=claim, severity="major")
    message = f"the translation has “{hedge.text}”, and the source is sure of it"
    return Hit(message, source=claim, target=hedge, severity="minor")


RULE = Rule(
    id="hedging",
    title="Hedges lost or put in",
    category="Accuracy/Mistranslation",
    severity="major",
    scope="pair",
    check=_check,
    bad=(
        Example("The drug may reduce the number of relapses.", "该药减少复发次数。"),
        Example("该基因缺失可能导致听力损失。", "Loss of this gene causes hearing loss."),
        Example("These findings suggest an inherited cause.", "这些结果证实病因为遗传性。"),
        Example("Breathing may stop without warning.", "呼吸必然毫无征兆地停止。"),
        Example("其作用可能与激活该通路、抑制凋亡有关。", "The effect was due to activation of this pathway."),
        Example("Smoking delayed healing.", "吸烟可能延缓愈合。"),
        Example("Exercise may help to slow the loss of bone.", "运动减缓骨丢失。"),
    ),
    good=(
        Example("The drug may reduce the number of relapses.", "该药或可减少复发次数。"),
        Example(
            "该基因缺失可能导致听力损失。", "Loss of this gene carries a risk of hearing loss and leads to deafness."
        ),
        Example("These findings suggest an inherited cause.", "这些结果表明病因为遗传性。"),
        Example("Visitors may enter after nine.", "九点后允许探视。"),
        Example("It may help reduce relapses.", "这有助于减少复发。"),
        Example("尽可能减少暴露。", "Exposure was reduced as far as practicable."),
    ),
    source="MQM: Accuracy, Mistranslation",
)
