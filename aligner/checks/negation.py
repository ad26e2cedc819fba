"""A statement that is negated on one side only.

What it finds
    *No difference* as 有差异, *no significant difference* as 差异显著, *not associated* as 相关, 无效 as *effective*;
    不可能 for *may*; a plain *no*, *not*, *without*, *denied*, 未见, 没有, 无…史, 否认 or 禁用 where nothing opposite
    denies anything.

Why it matters
    A lost *not* turns a result into its opposite, and reads as well as the truth.

What it leaves alone
    *Different* is 不同 and *not until* 直到: where the other side has any word that denies, limits or excludes, from
    *lack* and *fail* to 免 and 否, a plain negation is held to be rendered. Only where one side denies more often than
    the other, and the words that it denies are known to stand in a clause in which nothing does, is that clause named.
    差异无统计学意义 only says in words what a P value of 0.05 or more says on the other side.

How to fix it
    Compare with the source, and write or delete the negation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.checks._denial_words import LOOSE
from aligner.checks._denials import Place, english, opposite, unanswered
from aligner.checks._denied_terms import changed_places
from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Pair, Rule, Side, Span, other_side
from aligner.text.statistics import NEITHER, UNREACHED, p_values

_ANY_NO = r"[不无未没非]|\b(?:no|not|nor|neither|without|non|fail\w*|lack\w*)\b|n't"
_NOT = "(?:(?<!有)[无没]|未|非|(?:(?<!是)不|不(?!是))(?![同断仅良少久管])|并非)"
_INSIGNIFICANT = Pole(
    rf"(?:{UNREACHED}|{NEITHER}|"
    r"(?:no(?! later)|not|nor|neither|without|n't)\b(?: \w+){0,3} (?:significan|statistical)\w*|non-?significan\w*|"
    r"insignificant\w*|(?:no|not|nor|neither)\b(?: \w+){0,2} differ\w*)",
    f"{_NOT}[^，。；、者]{{0,10}}(?:显著|明显|统计学|差异|区别)|"
    "(?:差异|区别)[^，。；、]{0,6}(?:[无未没]有?|不[显明具大]有?)(?:(?:显著性?|明显|统计学)(?:上?的?(?:意义|差异))?)?|(?:(?<!有)[无没]|[未不非])显著性|"
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
    r"(?:not (?:\w+ ){0,2}(?:associat|correlat|relat)ed|no (?:\w+ ){0,2}(?:association|correlation|relation)|"
    r"(?:no|none|neither|nor|never)\b(?: (?!(?:but|and|which|that|who|while)\b)[\w-]+){1,10} "
    r"(?:related to|(?:associat|correlat)ed with)|"
    r"un(?:related|associated|correlated))",
    "(?:无|没有|未见|未发现)(?:明显|显著|统计学)?(?:相关|关联)|不相关|无关(?!紧)",
    rf"{_ANY_NO}|\b(?:[Ii]ndepend|[Ii]rrespect|[Rr]egardless|[Ii]rrelev|[Uu]nlike)|独立",
)
_RELATED = Pole(
    r"(?:associat(?:ed|ion)|correlat\w+|related to)\b",
    "具?有?(?:相关性?(?!的?[人部规法条研文信])|关联性?)|有关",
    r"关系|\b(?:[Ll]ink|[Rr]elat)",
)
_USELESS = Pole(
    r"(?:ineffective|(?:not(?! only)|n't|neither|nor)\b(?: \w+){0,4} (?:effective|beneficial)|"
    r"(?:no|without|lack of)\b(?: \w+){0,2} (?:effect|benefit|efficacy)\b|of no (?:use|help|value))",
    "无(?:明显|显著)?(?:疗?效(?!应)|益)|(?:没有|未见|未获)(?:明显|显著)?(?:疗?效果?(?!应)|获?益)|"
    "(?:无法|不能|未能?|难以|不(?![仅只单但光]))[^，。；、]{0,3}(?:有效|有益|获益)|效果不[佳好]",
    rf"{_ANY_NO}|\b(?:[Ff]util|[Uu]seless|[Ll]ittle|[Ll]imited|[Pp]oor)",
)
_USEFUL = Pole(
    r"(?:(?<!cost.)effective(?:ly)?\b(?! (?:dose|rate|temperature|concentration|half|date))|beneficial|efficacious|"
    r"benefit(?:s|ed)?\b)",
    "(?<!无)有(?:效(?![应率期剂浓半像数例样])|益)|疗效[好佳优]|获益",
    r"好处|利|作用|效果|疗效|\b(?:[Hh]elp|[Uu]seful|[Ww]ork)",
)
_IMPOSSIBLE = Pole(
    r"(?:impossib|improbab|unlikely|less likely|not (?:\w+ )?(?:possible|likely|probable))",
    "不[大太]?可能|可能性[^，。；、]{0,4}?(?:[小低微]|不大)",
    _ANY_NO,
)
_POSSIBLE = Pole(
    r"(?:(?<!due )(?:may|might)\b(?! not)|(?<!im)possibl|(?<!im)probabl|(?<!less )likely)",
    "(?<![不尽大太])可能(?!是?不)",
    r"可|能|会|或许?|也许|大概|潜|易|风险|机会|倾向|\b(?:[Cc]an|[Cc]ould|[Pp]otential|[Pp]rone|[Rr]isk|[Pp]erhaps|[Cc]hance|[Ww]ould)\b",
)
_EXCLUDE = r"(?:exclude[ds]?|rul(?:e|es|ed)(?: it| this)? out)\b"
_TO_EXCLUDE = rf"(?: (?:be|been|yet|\w+ly)){{0,2}} {_EXCLUDE}"
_NOT_EXCLUDED = Pole(
    rf"(?:cannot|not|n['’]t|never|(?:un|not )able to|(?:im|not )possible to|difficult to|hard to){_TO_EXCLUDE}|"
    rf"(?:no|neither|nothing|none)\b(?: \w+){{0,4}}{_TO_EXCLUDE}|"
    rf"(?:not|n['’]t|never|too|insufficient|inadequate)\b[^.,;:]{{0,30}} to (?:\w+ly )?{_EXCLUDE}",
    "(?:不[能可足以得应]{0,3}|无法|难以|未能?|尚不能)(?:完全|据此|仅凭此|因此|轻易|被)?(?:排除|除外)|"
    "(?:未|没有)[因按][^，。；、者]{0,10}排除",
    r"(?:[不无未没非勿尚]|仅凭)[^，。；]{0,20}(?:排除|除外)|可能|仍[需应要]|考虑|"
    r"\b(?:[Uu]nless|[Ww]ithout|[Rr]emain\w* possible|[Ff]ail\w*)\b",
)
_EXCLUDED = Pole(
    r"(?:exclud(?:e|es|ed|ing)|rul(?:e|es|ed|ing)(?: \w+)? out)\b(?! (?:criteri|patient|participant|from))",
    "(?<!不能)(?:排除(?!标准)|除外)",
    "[除外]",
)
_RELATIONS = ("which denies it", "which affirms it")
_OPPOSITIONS = (
    Opposition((_INSIGNIFICANT, _SIGNIFICANT), relations=_RELATIONS),
    Opposition((_UNRELATED, _RELATED), relations=_RELATIONS),
    Opposition((_USELESS, _USEFUL), relations=_RELATIONS),
    Opposition((_IMPOSSIBLE, _POSSIBLE), relations=_RELATIONS),
    Opposition((_NOT_EXCLUDED, _EXCLUDED), relations=_RELATIONS),
)

_PLAIN_CHINESE = re.compile(
    "未(?:见|发现|报[道告]|证实|检出|检测到|获得|出现|观察到|发生|能(?!幸免)|接受|使用|服用|再)|(?<!有)没有|否认|勿|禁用|并未|并非|"
    "无(?:症状|必要|明显|显著|统计学|严重|并发症|复发|发热|利益冲突|[^，。；、]{1,12}史)|"
    "无关(?!紧)|不(?:能|会|宜|应|存在|支持|推荐|建议|[得可要][使服]用|得(?![不已以而了]))|禁止|严禁|切忌"
)
_OTHERWISE = tuple(
    (re.compile(denied, re.IGNORECASE), re.compile(said, re.IGNORECASE))
    for denied, said in (
        (
            r"(?:(?:\w+ )?not|never) (?:be |to )?(?:\w+ )?(?:discontinu|stop|interrupt|withdraw|ceas|suspend)",
            "继续|照常|维持|坚持",
        ),
        (r"without (?:an? |any )?(?:interrupt|break|pause|stopp)", "连续|持续|继续"),
        (r"without(?: and with)? (?:\w+ )?(?:contrast|gadolinium|enhance)", "平扫"),
        (r"(?:\w+ )?not (?:\w+ )?(?:shifted|displaced|deviated)|no (?:\w+ )?(?:shift|displacement|deviation)", "居中"),
        (r"[未不无](?:给|予|经)?(?:吸氧|给氧|供氧)", r"\b(?:room|ambient) air|breathing air"),
        (r"不(?:停|中断|间断|再停)", r"\bcontinu|\bmaintain|\bkeep|\bwent on"),
        (
            r"[无没未]\w{0,8}(?:差别|差异|变化|改变|不同)",
            r"\b(?:(?:much|about|almost|nearly) the same|hardly|scarcely|little (?:chang|differ)|close to|"
            r"alike|unchanged|stable|constant|whatever|regardless|irrespective)\b",
        ),
        (r"(?:\w+ )?not (?:\w+ )?(?:differ|change|vary)", "相近|相仿|接近|持平|一样|稳定"),
        (r"no (?:\w+ ){0,3}(?:differ|chang|vari)", "相近|相仿|接近|持平|一样|相[同当]|稳定"),
        (
            r"(?:\w+ )?(?:not|without)\b(?: \w+){0,2} (?:told|aware|know\w*|informed|shown|reveal\w*|disclos\w*)\b",
            "盲|独立|各自|保密|隐[藏匿瞒]",
        ),
        (
            r"(?:cannot|(?:\w+ )?not)\b(?: \w+)? (?:avoid|help|dispens|prevent|do without)",
            "必[须需要]|须|确[需要]|需要|只得|不得已",
        ),
        (r"(?:\w+ )?not (?:be )?(?:exclu|bar|barred)", "均可|皆可|都可|纳入|入[组选]|包括"),
        (r"(?<=need )not|(?:\w+ )?not (?:have to|need|necessar)", "均可|皆可|都可|任选|随意"),
        (r"no reason\b[^.;]{0,20} (?:stop|discontin|withdr|interrupt)", "继续|照常|维持|坚持"),
        (r"never (?:before|been|previously|had|received|taken|used|undergone)\b", "首[次例]|第一次|初[次治]"),
        (r"without exception", "[均都皆全]|一律"),
        (r"no (?:equal|rival|match|better)\b", "最"),
        (r"(?:no|never)\b[^.;]{0,50} (?:fewer|less) than", "至少|最少|以上|及更多|多达"),
        (r"(?:\w+ )?not (?:as|what) (?:\w+ )?(?:expected|anticipated|planned|hoped)", "意外|出乎|意料|预料"),
        (r"(?:\w+ )?not (?:fully |quite |entirely )?(?:conscious|alert|lucid|awake)", "模糊|昏|嗜睡|谵妄|朦胧"),
        (
            r"(?:\w+ )?not (?:yet )?(?:been )?(?:fully )?(?:clear|known|certain|clarif|establish|underst|"
            r"explain|publish|decid|determin|resol|confirm|stud)",
            "[有尚仍]待|待(?:查|定|进一步|研究|证实|阐明|明确|确定)",
        ),
        (r"(?:\w+ )?not (?:yet )?(?:spread|metastas|extend|invad|breach)", "局限|原位"),
        (r"(?:\w+ )?not (?:tak|given|receiv|record|report|detect|spot|notic|see|seen)", "(?<![渗泄])漏(?!斗)|忘"),
        (r"(?:\w+ )?not (?:\w+ )?(?:divid|mov|grow|proliferat)", "静止|固定|稳定"),
        (r"不能\S{0,4}(?:自理|独立)", r"\b(?:depend|rel(?:y|ie)|help|bedridden|assist)"),
        (r"不能\S{0,3}(?:[移推活]动|动)", r"\b(?:fixed|rigid|immob|paraly|stuck)"),
        ("不能?(?:完全)?排除", r"\b(?:possib|may\b|might\b|could\b|suspect)"),
        ("无关", r"\b(?:separat|distinct|differ|apart)"),
        (r"没有\S{0,8}(?:陪|伴|同)", r"\balone\b|\bby (?:him|her|one)self\b"),
        (
            r"(?:没有|未)\S{0,12}(?:退出|离开|脱落|失访|中断|中止|终止)",
            r"\b(?:stay|remain|complet|continu|finish)|\b(?:all|every\w*)\b",
        ),
    )
)
"""Denials, and what the other language may say in their place without denying anything."""
_CONTRAINDICATIONS = re.compile(
    r"[\W\d]*(?:contra-?indications?|when not to use\b.{0,40}|禁忌[证症]?|禁用)\W*", re.IGNORECASE
)
_LIST = 12  # entries below their heading
_NOT_SIGNIFICANT = re.compile(r"(?<![A-Za-z])P\s?[=:]\s?(?:NS\b|n\.?s\b)")
_OF_SIGNIFICANCE = re.compile(
    rf"{NEITHER}|(?:[^,.;，。；、()]|\([^()]*\)){{0,40}}?(?:significan|statistical|differ|显著|统计学|差异|差别)",
    re.IGNORECASE,
)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    turned = list(reversals(pair, context, _OPPOSITIONS))
    yield from turned
    if terms := changed_places(pair, context):
        yield _exchanged(*terms)
    sides: tuple[Side, Side] = ("source", "target")
    for side in () if turned else sides:
        hit = _lone(pair, side, context)
        yield from [hit] if hit else _unanswered(pair, side, context)


def _exchanged(denied: Span, affirmed: Span) -> Hit:
    """Return the hit for two terms of which the source denies the one, and the translation the other."""
    message = f"the source denies “{denied.text}”, the translation “{affirmed.text}” in its place"
    return Hit(message, source=denied, target=affirmed)


def _lone(pair: Pair, side: Side, context: Context) -> Hit | None:
    """Return a plain negation of one side, where nothing on the other denies anything; best one with a clause."""
    text, other = pair.text(side), pair.text(other_side(side))
    if LOOSE[context.lang(other_side(side))].search(other):
        return None
    plain = english(text) if context.lang(side) == "en" else (m.span() for m in _PLAIN_CHINESE.finditer(text))
    clauses = {
        place: opposite(text, other, context.lang(side), context.lexicon, place) if context.lexicon else None
        for place in plain
        if not _needs_no_answer(pair, side, place, context)
    }
    for place in sorted(clauses, key=lambda place: (clauses[place] is None, place)):
        clause = clauses[place]
        return _hit(side, Span.of(text, *place), Span.of(other, *clause) if clause else None, "nothing in")
    return None


def _needs_no_answer(pair: Pair, side: Side, denial: Place, context: Context) -> bool:
    """Whether the other side need not deny what one side does: it says it otherwise, or above, or by a term."""
    text, other = pair.text(side), pair.text(other_side(side))
    return (
        _spelt_out(text, denial, other)
        or _within_term(pair, side, denial, context)
        or _listed(pair, context, text[slice(*denial)])
    )


def _within_term(pair: Pair, side: Side, denial: Place, context: Context) -> bool:
    """Tell whether a denial is a part of a term that both sides have: *unable to pass urine*, 尿潴留."""
    rendered = (m for m in context.matches_of(pair) if m.status in ("ok", "admitted") and m.source and m.target)
    spans = (match.source if side == "source" else match.target for match in rendered)
    return any(span is not None and span.start <= denial[0] and denial[1] <= span.end for span in spans)


def _listed(pair: Pair, context: Context, denial: str) -> bool:
    """Tell whether a heading above says what the Chinese of a list repeats: 对本品过敏者禁用."""
    if denial != "禁用":
        return False
    above = (other for other in context.pairs if pair.id - _LIST <= other.id < pair.id)
    return any(_CONTRAINDICATIONS.fullmatch(other.source_text) for other in above)


def _unanswered(pair: Pair, side: Side, context: Context) -> Iterator[Hit]:
    """Yield denials of one side that the clause opposite does not have, though the other side denies something else."""
    if context.lexicon is None:
        return
    text, other = pair.text(side), pair.text(other_side(side))
    for denial, clause in unanswered(text, other, context.lang(side), context.lexicon):
        if not _needs_no_answer(pair, side, denial, context):
            yield _hit(side, Span.of(text, *denial), Span.of(other, *clause), "nothing in this clause of")


def _hit(side: Side, denial: Span, clause: Span | None, nothing: str) -> Hit:
    if side == "source":
        message = f"the source has “{denial.text}”, and {nothing} the translation denies anything"
        return Hit(message, source=denial, target=clause, severity="major")
    message = f"the translation has “{denial.text}”, and {nothing} the source denies anything"
    return Hit(message, source=clause, target=denial, severity="major")


def _spelt_out(text: str, place: tuple[int, int], other: str) -> bool:
    """Whether the other side says without a negation of its own what one says: 继续 for `not stop`, a P value for NS.

    So it does where it quotes the words.
    """
    at = place[0]
    if text[at : place[1]] in other or any(
        denied.match(text, at) and said.search(other) for denied, said in _OTHERWISE
    ):
        return True
    if not _OF_SIGNIFICANCE.match(text, at):
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
        Example("大剂量激素对肺损伤无益。", "High doses of steroids were beneficial in lung injury."),
        Example("The patient recovered without surgery.", "患者经手术后痊愈。"),
        Example("未见骨折。", "A fracture was seen."),
        Example("患者有发热。", "The patient did not have fever."),
        Example("Statistical significance was not reached.", "达到统计学显著性。"),
        Example("He had no history of ocular surgery.", "患者有眼外科手术史。"),
        Example("She denied cough or chest pain.", "患者有咳嗽和胸痛。"),
        Example("There was no difference between the wards in length of stay.", "两个病区的住院时间有差异。"),
        Example("Do not take these tablets with milk.", "这些药片可以与牛奶同服。"),
        Example("The vaccine might be less useful in older people.", "该疫苗对老年人不可能作用较小。"),
        Example("The death was unrelated to the drug.", "该死亡与药物有关。"),
        Example("年龄与复发相关，但与性别无关。", "Recurrence was associated with age and with sex."),
        Example("检测阴性不能排除感染。", "A negative test rules out infection."),
        Example("妊娠期禁用本品。", "This product can be used during pregnancy."),
    ),
    good=(
        Example("未获得缓解者生存期明显延长。", "Survival was significantly longer in those without remission."),
        Example("There was no significant difference in age.", "两组年龄相近，差异无统计学意义。"),
        Example("The groups were similar in age.", "两组年龄差异无显著性。"),
        Example("Not until the third day did the fever subside.", "直到第3天才退热。"),
        Example("The preset level of significance was not reached.", "未达到预设的显著性水平。"),
        Example("Survival was 61% and 58% (P = 0.44).", "生存率分别为61%和58%，差异无统计学意义（P=0.44）。"),
        Example("未见骨折。", "Fracture was ruled out."),
        Example("Patients with and without diabetes were compared.", "比较患者是否合并糖尿病的情况。"),
        Example("Test whether there was a difference between the arms.", "检验两组有无差异。"),
        Example("No single test excludes the disease.", "任何单项检查均不能排除该病。"),
        Example("No infant died.", "患儿均存活。"),
        Example("Do not hesitate to ask the nurse.", "请随时向护士咨询。"),
        Example("没有患者失访。", "All patients completed follow-up; none was lost."),
        Example("无发热、无咳嗽，无皮疹。", "There was no fever, cough or rash."),
        Example(
            "该药不增加出血，也不延长住院时间。", "The drug neither increased bleeding nor prolonged hospital stay."
        ),
        Example("Smokers did not benefit, and those without symptoms were excluded.", "吸烟者未获益，排除无症状者。"),
    ),
    source="MQM: Accuracy, Mistranslation",
)
