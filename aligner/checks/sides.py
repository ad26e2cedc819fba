"""A side or position that stands for its opposite.

What it finds
    Left for right, medial for lateral, proximal for distal, anterior for posterior, upper for lower, unilateral for
    bilateral, ipsilateral for contralateral, flexion for extension and the like: the source has one, and the
    translation only the other; or one of several sides was swapped, or both with their values.

Why it matters
    The wrong side is the wrong kidney. No reader of the translation can see it.

What it leaves alone
    A side that the translation says in other words or leaves out, and sentences in which either language may mean
    both. 左右 for about, 左氧氟沙星 and other names; *right* for correct, *left* as a verb; 前后 and 上下 of time and
    amount.

How to fix it
    Write the side of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Pair, Rule, Span

# What follows 左右 where it means both sides and not about; names of drugs that begin with the word; 左列 in statutes.
_BOTH = "[两双侧肺眼耳肾心冠上下半手足臂膝髋叶室房]"
_LEFT_NAMES = "旋|氧氟|炔诺|甲状腺素|乙拉西坦|西孟旦|卡尼汀|羟丙哌嗪|布诺洛尔|亚叶酸|西替利嗪|列|开各"
_RIGHT_NAMES = "旋|美托咪定|美沙芬|佐匹克隆|酮洛芬|雷佐生|兰索拉唑"
_LEFT_VERB = "the|his|her|their|it|untreated|behind|over|out|to|for|with|alone|unchanged|home|hospital"
_RIGHT_LAW = "to|of|now|holders?|away|after|before|amount|time|choice|person"
# What may follow lower where it names a place: elsewhere it compares.
_LOWER_PARTS = (
    r"(?:\w+ )?(?:limb|extremit|lobe|leg|arm|abdom|quadrant|back|lip|jaw|eyelid|lid|respiratory|gastrointestinal|GI|"
    r"airway|urinary|cal[iy]|tract|part|portion|half|third|segment|pole|oesophag|esophag|end|limit|thora|cervical|lumbar|lung|"
    r"chest|body|teeth|molar|incisor|arch|incision|genital|femur|tibia|bound|border|edge|section|stem|middle|layer|"
    r"surface|deck)"
)
_PARTS = "[肢叶段部端极腹颌唇缘限肺睑胸颚腭腔臂颈半象界齿牙盏]|消化道|呼吸道|尿路|气道|食管|纵隔|泌尿|1/3|三分之一|中段"
_VESSELS = r"(?=(?: \w+)? (?:artery|vein|cava|nerve|gyrus|colliculus|pole|ligament)| vena)"
_ABBREVIATED = r"\b(?:{0}(?:V\w*|A|CA|BBB|[LUM][LQ])|{1})\b"

_LEFT = Pole(
    rf"left\b(?! (?:{_LEFT_VERB})\b)",
    rf"(?<!如)左(?!右(?!{_BOTH})|{_LEFT_NAMES})",
    _ABBREVIATED.format("L", r"LAD|LCX|LMCA|OS|[Ss]inistr\w+"),
)
_RIGHT = Pole(
    rf"(?<!all )(?:(?<=on the )|(?<=to the )|(?!right (?:{_RIGHT_LAW})\b))right\b",
    rf"(?:(?<!左)|(?<=左)(?=右{_BOTH}))右(?!{_RIGHT_NAMES})",
    _ABBREVIATED.format("R", r"OD|[Dd]extr\w+"),
)
_PAIRED_ORGANS = "(?:eye|ear|knee|hip|lung|kidney|breast|ovar|adrenal)"
_BILATERAL = Pole(
    "(?:bilateral|both sides|both (?:eyes|ears|knees|hips|lungs|kidneys|hands|feet|legs|arms))",
    "双侧|两侧|双[眼耳膝髋肺肾手足腿臂]|双[上下]肢",
)
_BOTH_OF_ONE = Pole(
    rf"(?:both|bilateral) {_PAIRED_ORGANS}",
    "双侧?(?:眼|耳|膝|髋|肺|肾|乳|卵巢|肾上腺)",
    r"\b(?:left|right) (?:and|or)|\b(?:[Bb]oth|[Bb]ilateral|[Ee]ach|[Ee]ither)\b|[双两]|左、?右|右、?左|各",
)
_ONE_OF_BOTH = Pole(
    rf"(?:left|right) {_PAIRED_ORGANS}", "(?:左|右)侧?(?:眼|耳|膝|髋|肺|肾|乳|卵巢|肾上腺)", r"\b[LR]\b|单|[左右]"
)
_UNILATERAL = Pole(
    r"(?:unilateral|one side\b|one-sided)",
    "单侧|一侧|单[眼耳膝髋肺肾手足腿臂]",
    r"侧别|either|每侧|\beach\b|各",
)
_MEDIAL = Pole(r"(?:medial(?:ly)?\b|mesial)", "内侧|内[踝髁]|近中", r"\b[Ii]n(?:ner|ternal|side)")
_LATERAL = Pole(
    r"lateral(?:ly)?\b(?! (?:decubitus|position|view|radiograph|film))",
    "外侧|外[踝髁]",
    r"\b(?:[Oo]ut(?:er|side)|[Ee]xternal)",
)
_INNER = Pole(r"(?:(?:upper|lower)[- ])?inner(?= quadrants?\b)", "内[上下](?=象限)|(?<=[上下])内(?=象限)", "内")
_OUTER = Pole(r"(?:(?:upper|lower)[- ])?outer(?= quadrants?\b)", "外[上下](?=象限)|(?<=[上下])外(?=象限)", "外")
_PROXIMAL = Pole("proximal", "近[端侧段]|近心端", r"\bnear\w*|附近")
_DISTAL = Pole("distal", "远[端侧段]|远心端", r"\b(?:distant|remote|far\w*)")
_ANTERIOR = Pole(
    "anter(?:ior|o)",
    "[胫颈眶骶]前|前(?:路|壁|叶|交叉|部|侧|方|缘|降支|段|纵|上|下|角|柱|房|内|外|尖|群|正中)",
    r"\b(?:[Ff]ront|[Ff]orward|[Vv]entral)|腹侧|额",
)
_POSTERIOR = Pole(
    "poster(?:ior|o)",
    "[胫颈眶骶球]后|后(?:路|壁|叶|交叉|部|侧|方|缘|段|纵|上|下|角|柱|房|内|外|尖|群|囊|颅窝|循环|正中)",
    r"\b(?:[Bb]ack|[Rr]ear|[Bb]ehind|[Hh]ind|[Dd]orsal)|背",
)
_UPPER = Pole(r"upper\b", f"上(?=下?(?:{_PARTS}))", r"\b(?:[Ss]uperior|[Aa]bove)|[膝腰脐]上|上方")
_LOWER = Pole(
    rf"lower(?: (?:and|or) (?:upper|lower))?[ -]{_LOWER_PARTS}",
    f"(?<![以之如])下(?=上?(?:{_PARTS}))",
    r"\b(?:[Ii]nferior|[Ll]ower|[Bb]elow)|[膝腰脐]下|下方",
)
_SUPERIOR = Pole(rf"superior{_VESSELS}", "上(?:腔|矢状|丘|极|[动静]脉)|[肠膈臀]上", r"\b[Uu]pper")
_INFERIOR = Pole(rf"inferior{_VESSELS}", "下(?:腔|矢状|丘|极|[动静]脉)|[肠膈臀]下", r"\b[Ll]ower")
_ABOVE = Pole("above(?= (?:the|his|her|your|its|each) )", "上方", r"上|[Uu]pper|[Ss]uper|[Oo]ver|[Ee]xceed|[超高]")
_BELOW = Pole("below(?= (?:the|his|her|your|its|each) )", "下方", r"下|[Ll]ower|[Ii]nfer|[Uu]nder|[Bb]eneath|[低]")
_OF_HEART = r"(?=(?:[- ]\w+){0,4} (?:wall|infarct|STEMI))"
_WALLS = tuple(
    (Pole(f"{english}{_OF_HEART}", f"{chinese}壁", f"{chinese}|[a-z]o-?{english}"), chinese)
    for english, chinese in (("anterior", "前"), ("inferior", "下"), ("lateral", "侧"))
)
_FLEXION = Pole(r"(?<!plantar )(?<!palmar )flex(?:ion|es|ed|ing|ors?)\b", "屈曲|屈肌|前屈|屈[髋膝肘腕踝]", "屈|弯")
_EXTENSION = Pole(r"(?:hyper)?exten(?:sion|sors?)\b", "(?<!背)伸[直肌髋膝肘腕]|后伸|过伸", "延|扩|伸")
_DORSAL = Pole(r"dorsi-?flex", "背[屈伸]", r"屈|伸|\b[Ee]xten|\b[Ff]lex")
_PLANTAR = Pole(r"(?:plantar|palmar|volar)[- ]?flex", "[跖掌]屈", r"屈|伸|\b[Ee]xten|\b[Ff]lex")


def _way(english: tuple[str, str], chinese: tuple[str, str]) -> Pole:
    """Return the pole of what goes from one side to the other."""
    one, other = english
    return Pole(
        rf"from (?:the )?{one} to (?:the )?{other}\b", rf"[自从由]{chinese[0]}[侧端面]?(?:[向至到往而]){chinese[1]}"
    )


_WAYS = tuple(
    Opposition((_way(english, chinese), _way(english[::-1], chinese[::-1])))
    for english, chinese in (
        (("left", "right"), ("左", "右")),
        (("top", "bottom"), ("上", "下")),
        (("proximal(?: end)?", "distal(?: end)?"), ("近", "远")),
        (("inside", "outside"), ("内", "外")),
        (("front", "back"), ("前", "后")),
    )
)
"""From left to right, and from right to left: both texts name both sides, so that only the order tells."""

_OPPOSITIONS = (
    Opposition((_LEFT, _RIGHT), {"left": "right", "左": "右"}),
    Opposition((_BILATERAL, _UNILATERAL), {"bilateral-": "unilateral-", "双侧": "单侧", "两侧": "一侧"}),
    Opposition(
        (
            Pole("ipsilateral|affected side|affected(?= and (?:healthy|unaffected|contralateral))", "同侧|患侧"),
            Pole("contralateral|(?:healthy|unaffected|uninvolved|sound) side", "对侧|健侧"),
        ),
        {"ipsilateral-": "contralateral-", "同侧": "对侧", "患侧": "健侧"},
    ),
    Opposition((_BOTH_OF_ONE, _ONE_OF_BOTH), relations=("which is both", "which is one of both")),
    Opposition((_ABOVE, _BELOW), {"above": "below", "上方": "下方"}),
    *(
        Opposition((one, other), {ones: others}, ("another wall", "another wall"))
        for (one, ones), (other, others) in combinations(_WALLS, 2)
    ),
    Opposition((_INNER, _OUTER), {"inner": "outer", "内": "外"}),
    Opposition((_MEDIAL, _LATERAL), {"medial-": "lateral-", "内": "外"}),
    Opposition((Pole("varus", "内翻"), Pole("valgus", "外翻")), {"varus": "valgus", "内翻": "外翻"}),
    Opposition((_PROXIMAL, _DISTAL), {"proximal-": "distal-", "近": "远"}),
    Opposition((_ANTERIOR, _POSTERIOR), {"anterior": "posterior", "antero-": "postero-", "前": "后"}),
    Opposition((_UPPER, _LOWER), {"upper": "lower", "上": "下"}),
    Opposition((_SUPERIOR, _INFERIOR), {"superior": "inferior", "上": "下"}),
    Opposition((_FLEXION, _EXTENSION), {"flexion": "extension", "屈": "伸"}),
    Opposition((_DORSAL, _PLANTAR), {"dorsi": "plantar ", "背伸": "跖屈", "背屈": "跖屈"}),
    Opposition((Pole("adduct", "内收"), Pole("abduct", "外展")), {"adduct-": "abduct-", "内收": "外展"}),
    Opposition(
        (Pole("(?:internal(?:ly)?|medial) rotat", "内旋"), Pole("(?:external(?:ly)?|lateral) rotat", "外旋")),
        {"internal": "external", "medial": "lateral", "内旋": "外旋"},
    ),
    Opposition(
        (
            Pole("(?<!de)ascending (?:aort|colon)", "升(?:主动脉|结肠)"),
            Pole("descending (?:aort|colon)", "降(?:主动脉|结肠)"),
        ),
        {"ascending": "descending", "升": "降"},
    ),
    Opposition(
        (Pole("supine", "仰卧|平卧"), Pole("prone (?:position|ventilation)", "俯卧")),
        {"supine": "prone", "仰卧": "俯卧"},
    ),
    *_WAYS,
)


_Place = tuple[int, int]
_VALUE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d|\s?(?:[例名人]|patients|cases))")
_CLAUSE = re.compile(r"[，。；;：:（(]|[,.]\s")
_TWO = 2  # values, one of each side
_REACH = 40  # characters from a side to its value


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    yield from reversals(pair, context, _OPPOSITIONS)
    if min(len(_VALUE.findall(text)) for text in (pair.source_text, pair.target_text)) < _TWO:
        return
    for opposition in _OPPOSITIONS:
        yield from _values_exchanged(pair, context, opposition)


def _values_exchanged(pair: Pair, context: Context, opposition: Opposition) -> Iterator[Hit]:
    """Yield a hit where either text has both sides once, and the values of the two have changed places."""
    said = _valued(pair.source_text, opposition.places(pair.source_text, context.source_lang))
    written = _valued(pair.target_text, opposition.places(pair.target_text, context.target_lang)) if said else []
    if not written or [value for _, value in said] != [value for _, value in written][::-1]:
        return
    (source, value), (target, other) = said[0], written[0]
    if value != other:
        here, there = Span.of(pair.source_text, *source), Span.of(pair.target_text, *target)
        message = f"the source has {value} for “{here.text}”, the translation {other} for “{there.text}”"
        yield Hit(message, source=here, target=there)


def _valued(text: str, places: tuple[Sequence[_Place], Sequence[_Place]]) -> list[tuple[_Place, str]]:
    """Return each of two opposite sides with the value behind it, nothing where that is not plain."""
    if [len(where) for where in places] != [1, 1]:
        return []
    sides = [where[0] for where in places]
    first, last = sorted(sides)
    start = max((mark.end() for mark in _CLAUSE.finditer(text, 0, first[0])), default=0)
    before = _VALUE.findall(text, start, first[0])
    between = _VALUE.findall(text, first[1], last[0])
    behind = _VALUE.findall(text, last[1], last[1] + _REACH)
    if between and behind and not before:
        values = {first: between[0], last: behind[0]}
    elif len(behind) > 1 and not between and not before:
        values = {first: behind[0], last: behind[1]}
    else:
        return []
    return [(side, values[side]) for side in sides]


RULE = Rule(
    id="sides",
    title="Sides and positions that are swapped",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="pair",
    check=_check,
    bad=(
        Example("The left kidney measured 9 cm and the right 11 cm.", "左肾长11 cm，右肾长9 cm。"),
        Example("夹层累及升主动脉。", "The dissection involved the descending aorta."),
        Example("The left kidney was removed.", "切除右肾。"),
        Example("The left eye and the right ear were injured; the left eye healed.", "左眼和右耳受伤，右眼痊愈。"),
        Example("Pain was worst over the medial condyle.", "外侧髁疼痛最重。"),
        Example("双侧股骨远端骨折。", "Bilateral fractures of the proximal femur."),
        Example("A lump in the upper outer quadrant of the breast", "乳腺内上象限肿块"),
        Example("急性下壁心肌梗死", "Acute anterior myocardial infarction"),
        Example("Both kidneys were normal.", "左肾未见异常。"),
        Example("袖带下缘位于肘部上方2 cm。", "The lower edge of the cuff is 2 cm below the elbow."),
        Example("Insert the tube from right to left.", "自左向右装入管路。"),
        Example("右下肺可见结节。", "A nodule was seen in the left lower lobe."),
    ),
    good=(
        Example("The left kidney measured 9 cm and the right 11 cm.", "右肾长11 cm，左肾长9 cm。"),
        Example("About 30 patients kept the right to leave.", "30例左右的患者保留退出的权利。"),
        Example("The right coronary artery and the LAD were stented.", "右冠状动脉和左前降支置入支架。"),
        Example("She left hospital after surgery on the right knee.", "右膝术后出院。"),
        Example("Wipe from front to back and from top to bottom.", "自上而下、由前向后擦拭。"),
        Example("Ankle dorsiflexion was limited.", "踝背伸受限。"),
        Example("双肾大小正常。", "The left and right kidneys were normal in size."),
        Example("左氧氟沙星治疗右肺炎。", "Levofloxacin was given for pneumonia of the right lung."),
        Example("评分为30分左右，以右侧为著。", "The score was about 30, with the right side worse."),
    ),
    source="MQM: Accuracy, Mistranslation",
)
