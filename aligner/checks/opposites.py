"""A word that stands for its opposite, where it is no side, direction or negation.

What it finds
    Acute for chronic, benign for malignant, primary for secondary, male for female, artery for vein, systolic for
    diastolic, in vivo for in vitro, agonist for antagonist, inducer for inhibitor, overestimated for underestimated,
    highest for lowest, a living donor for a deceased one, sensitive for resistant, included for excluded, admitted
    for discharged, stopped for continued, unlike for like, father for mother and so on: the source has one, and the
    translation only the other. So too with routes (oral, intravenous, intramuscular, subcutaneous, topical), intervals
    (daily, weekly, monthly, yearly), times of taking (before and after meals, morning and evening), impaired kidneys
    and livers, and recommendations and evidence (strong, weak; of high, moderate or low quality).

Why it matters
    The two words look alike and stand in the same sentences, so that the slip is easy to make and hard to see.

What it leaves alone
    Sentences in which either language has both, or where a looser word may stand for the one that is missing.

How to fix it
    Write the word of the source.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from aligner.checks._number_phrases import other_intervals
from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Pair, Rule

_Way = tuple[Pole, str, str | None]
_ROUTES: tuple[_Way, ...] = (
    (
        Pole(
            r"(?:oral(?:ly)?\b"
            r"(?! (?:cavity|mucos|hygiene|health|cancer|ulcer|lesion|swab|surg|temperature|squamous|exam))|by mouth\b)",
            "口服|经口",
            r"口|片|胶囊|\b(?:tablet|capsule|swallow|mouth)|\bPO\b",
        ),
        "oral",
        None,
    ),
    (
        Pole(
            r"intravenous(?:ly)?\b",
            "(?<!动)静脉(?!曲张|血|炎|窦|压|石|瓣|瘤|畸|狭|闭|导管|通路|回|造影|麻醉|移植|桥)|静[滴注推]",
            r"\b(?:[Ii]\.?[Vv]\b|[Ii]nfus|[Vv]ein|[Vv]enous|[Pp]hleb|[Dd]rip)|[注输滴]",
        ),
        "intravenous",
        "静脉",
    ),
    (Pole(r"intramuscular(?:ly)?\b", "肌[内肉](?:注射|给药)|肌注", r"\bI\.?M\b|肌|muscle"), "intramuscular", "肌内"),
    (
        Pole(
            r"subcutaneous(?:ly)?\b(?! (?:tissue|fat|emphys|nodul|mass|o?edema|layer|vein|haem|hem))",
            "皮下(?:注射|给药|输注)",
            r"\b(?:SC|[Ss]ubcut|[Hh]ypoderm)|皮下",
        ),
        "subcutaneous",
        "皮下",
    ),
    (Pole(r"sublingual(?:ly)?\b(?! gland)", "舌下(?!腺)", r"舌|under the tongue|含"), "sublingual", None),
    (Pole(r"intrathecal(?:ly)?\b", "鞘内", r"鞘|\bIT\b|[Ss]pinal|[Ll]umbar"), "intrathecal", "鞘内"),
    (Pole(r"intradermal(?:ly)?\b", "皮内(?:注射|给药|接种)", r"皮内|皮试|\bID\b|[Ss]kin"), "intradermal", "皮内"),
    (
        Pole(r"topical(?:ly)?\b", "外用|局部(?:用药|应用|给药|使用|涂)", r"局部|表面|涂|滴|敷|[Ll]ocal|[Ee]xternal"),
        "topical",
        None,
    ),
)
_PEOPLE = r"(?:patients?|participants?|subjects?|cases?|women|men|children|adults|infants|volunteers)\b"
_PERSONS = "(?:患者|患儿|病人|孕妇|产妇|病例|受试者|参与者|妇女|女性|男性|儿童|成人|婴儿|志愿者)"
_SAID = r"(?:said|say|reported|stated|agreed|felt|thought|believed|preferred|wanted|knew|expressed)\b"
_ZH_SAID = "(?=[说称]|表示|认为|觉得|报告|希望|愿意|知道|同意|相信)"
_EVERY = "(?:a|per|each|every)"
_INTERVALS: tuple[_Way, ...] = tuple(
    (
        Pole(
            rf"(?:{english}\b|{_EVERY} {noun}\b)",
            rf"每个?(?:{chinese})",
            rf"\b{noun}|\b{english}|{chinese}|\b[qbt]\.?[id]",
        ),
        english,
        f"每{word}",
    )
    for english, noun, chinese, word in (
        ("daily", "day", "[日天]", "日"),
        ("weekly", "week", "周|星期|礼拜", "周"),
        ("monthly", "month", "月", "月"),
        ("quarterly", "quarter", "季度?", "季度"),
        ("yearly", "year", "年", "年"),
    )
)


_GOOD = r"\b(?:benefits?|advantages?)\b", "(?:获益|益处|受益|收益|优势|利)"
_BAD = r"\b(?:risks?|harms?|drawbacks?|disadvantages?)\b", "(?:风险|危害|弊端?)"


def _outweighing(more: tuple[str, str], less: tuple[str, str]) -> Pole:
    """Return the pole of one thing that weighs more than another, said of either."""
    return Pole(
        rf"(?:{more[0]}[^.,;]{{0,50}}? outweigh(?:s|ed)?\b(?! by)[^.,;]{{0,40}}?{less[0]}"
        rf"|{less[0]}[^.,;]{{0,50}}? outweighed by\b[^.,;]{{0,40}}?{more[0]})",
        f"{more[1]}[^，。；]{{0,8}}[大高超][于过][^，。；]{{0,12}}{less[1]}|{less[1]}[^，。；]{{0,8}}[小低]于[^，。；]{{0,12}}{more[1]}",
    )


_QUALITIES: tuple[_Way, ...] = tuple(
    (
        Pole(
            rf"(?<!very )(?<!very-){english}[ -](?:quality|certainty)\b"
            rf"|(?:quality|certainty)(?: of [a-z]+)? (?:was |is |were |as )?{english}\b",
            rf"(?<!极){chinese}(?:质量|确定性)|(?:质量|确定性)(?:等级)?(?:评?为)?{chinese}",
        ),
        english,
        chinese.removesuffix("?"),
    )
    for english, chinese in (("high", "高"), ("moderate", "中等?"), ("low", "低"))
)
_QUANTITIES: tuple[_Way, ...] = tuple(
    (
        Pole(
            rf"(?<!not )(?:{english}) (?:(?:of )?(?:the |these |our |those )?(?:\w+ )?{_PEOPLE}|{_SAID})",
            f"(?:{chinese})的?(?:(?:[^，。；、的\\d]{{1,4}})?{_PERSONS}|人{_ZH_SAID})",
            looser,
        ),
        word,
        None,
    )
    for english, chinese, looser, word in (
        ("all", "全部|所有|全体", r"[均都每皆各全]|\b(?:[Aa]ll|[Ee]very|[Ee]ach|[Aa]ny)\b", "all"),
        (
            "most|(?:the|a) majority",
            "大多数|(?<!大)多数|大部分",
            r"多|大|主|\b(?:[Mm]ost|[Mm]ajor|[Mm]ain|[Gg]eneral|[Uu]sual)",
            "most",
        ),
        (
            "some|several|(?:a )?few|fewer|a minority",
            "(?<![大小少])部分|少数|少部分|小部分|有些|一些|某些|个别",
            r"[少分些几]|个别|\b(?:[Pp]art|[Ss]ome|[Ff]ew|[Ss]everal|[Mm]inor)",
            "some",
        ),
    )
)
_LINES: tuple[_Way, ...] = tuple(
    (
        Pole(
            rf"{english}[- ]line\b",
            f"{chinese}(?!城|医|工|人|员|治疗后)",
            rf"{chinese}|线|\b{english.capitalize()}|\b{english}|\d L",
        ),
        f"{english}-line",
        chinese,
    )
    for english, chinese in (("first", "一线"), ("second", "二线"), ("third", "三线"))
)
_SEVERITIES: tuple[_Way, ...] = (
    (Pole(r"(?<!or )mild(?:ly)?\b", "轻[度症型]", r"轻|微|温和|[Ss]light|[Mm]inor|[Ll]ow|1"), "mild", "轻度"),
    (
        Pole(
            r"(?<!or )moderate(?:ly)?\b",
            "中(?:等?度|(?=重度))",
            r"中|适|一般|较|[Mm]oderat|[Ii]ntermed|[Mm]edium|[Mm]id|2",
        ),
        "moderate",
        "中度",
    ),
    (
        Pole(
            r"(?<!or )severe(?:ly)?\b",
            "重[度症型]|(?<!不)严重",
            r"重|剧|极|大|[Ss]erious|[Ss]ever|[Gg]rave|[Hh]igh|[Cc]ritical|3",
        ),
        "severe",
        "重度",
    ),
)
_MILD, _MODERATE, _SEVERE = (
    ("(?:mild|light)", "轻", "[Mm]ild|轻"),
    ("moderate", "中", "[Mm]oderat|中"),
    ("severe", "重", "[Ss]ever|[重严]"),
)
_DEGREES: tuple[Opposition, ...] = tuple(
    Opposition(
        (
            Pole(
                rf"{low[0]}(?:ly)?[ -](?:to|and|or)[ -]{high[0]}|{low[0]}/{high[0]}",
                f"(?<!其){low[1]}[度等]?[、/～~至到或及和与-]?{high[1]}度",
                other[2],
            ),
            Pole(rf"{kept[0]}(?:ly)?\b", f"{kept[1]}度|严重(?!程?度)" if kept is _SEVERE else f"{kept[1]}度",
                 f"{low[2]}|{high[2]}"),
        ),
        relations=("another degree", "another degree"),
    )
    for low, high in ((_MODERATE, _SEVERE), (_MILD, _MODERATE))
    for kept, other in ((low, high), (high, low))
)  # fmt: skip
"""A range of degrees, and one of the two alone."""
_MEAL = "(?:a |each |every |the )?(?:meal|eating|food|breakfast|lunch|dinner|supper)"
_TREATED = r"(?:doses?|administration|injection|infusion|vaccination|visit|treatment)\b"
_ZH_TREATED = "(?:给药|用药|服药|注射|输注|接种|访视|治疗)"
_DENIED = r"[不未无没]|\b(?:[Nn]ot?|[Nn]ever|[Ll]ess|[Pp]oor\w*)\b|n't"


def _each_two(ways: Sequence[_Way], relation: str) -> Iterator[Opposition]:
    """Yield the oppositions of things of which one is said for any other."""
    for (one, english, chinese), (other, other_english, other_chinese) in itertools.combinations(ways, 2):
        exchange = {f"{english}-": f"{other_english}-"}
        if chinese and other_chinese:
            exchange[chinese] = other_chinese
        yield Opposition((one, other), exchange, (relation, relation))


_OPPOSITIONS = (
    Opposition(
        (Pole(r"(?:well[- ])?compensated", "(?<!失)代偿", "代偿"), Pole("de-?compensated", "失代偿")),
        {"decompensated": "compensated", "失代偿": "代偿"},
    ),
    Opposition(
        (
            Pole(
                r"(?:faster|quicker|more (?:rapid|quick)(?:ly)?)\b",
                "[更较]快|快于|[更较]迅速",
                "快|早|短|速|[Ee]arl|[Ss]hort|[Ff]ast|[Ss]oon",
            ),
            Pole(
                r"(?:slower|more slowly)\b",
                "[更较]慢|慢于|[更较]缓慢",
                "慢|晚|长|缓|迟|[Ll]ate|[Ll]ong|[Ss]low|[Dd]elay",
            ),
        ),
        {"faster": "slower", "快于": "慢于", "更快": "更慢", "较快": "较慢"},
    ),
    Opposition(
        (
            Pole(
                r"(?:(?<!adre)(?<!supra)renal|kidney|nephr)",
                "肾(?!上腺|素)",
                r"[Rr]enal|尿毒|透析|\b[CAE]KD\b|GFR|肌酐|\b(?:[Uu]ra?em|[Dd]ialy|[Cc]reatinine)",
            ),
            Pole(
                r"(?:hepat(?!it)|liver|cirrho)",
                "肝(?!素|炎)|脂肪肝",
                r"肝|\b(?:[Hh]epat|[Pp]ortal|[Tt]ransamin|[Bb]iliar|AL[PT]\b|AST\b|NA[FS]|MA[FS]|HCC)|转氨酶|门静脉",
            ),
        ),
        {"renal": "hepatic", "kidney": "liver", "肾": "肝"},
        ("another organ", "another organ"),
    ),
    Opposition(
        (
            Pole("strong(?:ly)? recommend", "强(?:烈)?推荐", "强|[Ss]trong"),
            Pole("(?:weak|conditional)(?:ly)? recommend", "(?:弱|有条件(?:地)?)推荐", "弱|条件|[Ww]eak|[Cc]ondition"),
        ),
        {"strong": "weak", "强": "弱"},
    ),
    Opposition(
        (
            Pole(
                rf"before {_MEAL}|pre-?meal|pre-?prandial"
                r"|on an empty stomach",
                "[饭餐]前|空腹|进[食餐]前",
                r"前|\b(?:[Ff]ast|[Bb]efore|[Pp]rior|a\.?c)",
            ),
            Pole(
                rf"(?:after|with) {_MEAL}|post-?meal|post-?prandial",
                "[饭餐]后|进[食餐]后|随[餐饭]|餐时",
                r"后|\b(?:[Aa]fter|[Ff]ollowing|p\.?c)",
            ),
        ),
        {"before": "after", "饭前": "饭后", "餐前": "餐后"},
    ),
    Opposition(
        (
            Pole(
                r"(?:in the morning|every morning|each morning|mornings)\b",
                "早晨|清晨|晨[起间]|每[日天]?早|上午|早上",
                "早|晨|[Mm]orning|AM",
            ),
            Pole(
                r"(?:in the evening|every (?:evening|night)|at (?:night|bedtime)|evenings)\b",
                "晚上|每晚|睡前|夜间|晚间|傍晚|临睡",
                "晚|夜|睡|[Ee]vening|[Nn]ight|[Bb]edtime|PM",
            ),
        ),
        {"morning": "evening", "早上": "晚上", "早晨": "晚上"},
    ),
    Opposition(
        (
            Pole(r"enlarge(?:d|ment)?\b", "增大|肿大|扩大", "大|[Hh]ypertroph|megaly|[Dd]ilat|扩张|[Ll]arg"),
            Pole(r"(?:shr[aiu]nk\w*|atroph)", "缩小|萎缩", "小|缩|[Ss]mall"),
        ),
        {"enlarged": "shrunken", "增大": "缩小"},
    ),
    Opposition(
        (Pole(r"(?:acute|acutely)\b", "急性", "急"), Pole("chronic", "慢性", "慢|长期")),
        {"acute": "chronic", "急性": "慢性"},
    ),
    Opposition(
        (Pole("benign", "良性", "良"), Pole("malignan", "恶性", "恶|癌|[Cc]ancer")),
        {"benign": "malignant", "良性": "恶性"},
    ),
    Opposition(
        (
            Pole("primary", "原发", "主要|首[要次]|初|一级|基[础层]"),
            Pole("secondary", "继发", "次要|二级|第二|转移|中学"),
        ),
        {"primary": "secondary", "原发": "继发"},
    ),
    Opposition(
        (
            Pole(r"primary (?:end ?point|outcome)", "主要(?:终点|结局|研究终点|疗效|结果)", "首要|一级"),
            Pole(r"secondary (?:end ?point|outcome)", "次要(?:终点|结局|研究终点|疗效|结果)", "二级"),
        ),
        {"primary": "secondary", "主要": "次要"},
    ),
    Opposition(
        (
            Pole(
                r"(?:males?|m[ea]n|boys?)\b",
                "男[性孩童子]|男",
                r"\b(?:he|his|him|He|His|father|husband|paternal)\b|雄|父|夫",
            ),
            Pole(
                r"(?:females?|wom[ea]n|girls?)\b",
                "女[性孩童子]|女",
                r"\b(?:she|her|She|Her|mother|wife|maternal|pregnan\w*)\b|雌|母|妇|妻|孕",
            ),
        ),
        {"male": "female", "男": "女"},
    ),
    Opposition(
        (
            Pole(r"arter(?:y|ies|i(?!o-?venous))", "动脉", r"\b[Aa]rter\w+"),
            Pole(r"(?:venous|veins?\b|intravenous)", "(?<!动)静脉", r"静注|静滴|\bi\.?v\.?\b"),
        ),
        {"artery": "vein", "arteries": "veins", "动脉": "静脉"},
    ),
    Opposition(
        (
            Pole(rf"(?:first|initial) {_TREATED}", f"(?:首|初|第一)次{_ZH_TREATED}", "首剂|首针|第1次|开始|[Ss]tart"),
            Pole(rf"(?:last|final) {_TREATED}", f"(?:末|最后一)次{_ZH_TREATED}", "末剂|最后|末针|[Ll]ast|[Ff]inal"),
        ),
        {"first": "last", "initial": "final", "首次": "末次"},
    ),
    Opposition(
        (
            Pole(r"contra-?indicat", "禁忌|禁用|忌用", r"[慎禁忌]|不[得应宜可能]|\b(?:[Nn]ot|[Aa]void|[Mm]ust)\b"),
            Pole(r"(?:is|are|be) indicated (?:for|in|as)\b|indications? for\b", "适应[证症]|适用于", "适|用于|指征"),
        ),
        {"contraindicated": "indicated", "禁用于": "适用于", "禁忌": "适应"},
    ),
    Opposition(
        (Pole(r"low[- ]grade\b", "低级别", "低|[Ll]ow"), Pole(r"high[- ]grade\b", "高级别", "高|[Hh]igh")),
        {"low": "high", "低级别": "高级别"},
    ),
    Opposition(
        (
            Pole("inclusion criteri|eligibility criteri", "(?:纳入|入选|入组)标准"),
            Pole("exclusion criteri", "(?:排除|剔除)标准"),
        ),
        {"inclusion": "exclusion", "纳入": "排除", "入选": "排除"},
    ),
    Opposition(
        (
            Pole(r"(?:dis|un)satisf|(?:not|never)\b(?: \w+){0,3} satisf", "不(?:[太够甚很]|是很|怎么)?满意", _DENIED),
            Pole("satisf", "满意", "满足|[Ff]ulfil|[Mm]eet"),
        ),
        {"dissatisf-": "satisf-", "不满意": "满意"},
    ),
    Opposition(
        (
            Pole("(?:non-?|not )(?:fatal|lethal)", "非致[死命]", _DENIED),
            Pole(r"(?:fatal|lethal)(?:ly)?\b", "致[死命](?!性?畸)", "死|[Dd]eath|[Dd]ie"),
        ),
        {"non-fatal": "fatal", "非致死": "致死", "非致命": "致命"},
    ),
    Opposition(
        (
            Pole("non-?invasive", "无创|非侵[入袭]", "非|无|[Nn]on"),
            Pole(r"invasive\b", "有创|(?<!非)侵[入袭]性", "浸润|侵|[Ii]nva"),
        ),
        {"non-invasive": "invasive", "无创": "有创"},
    ),
    Opposition(
        (Pole("irreversib", "不可逆", _DENIED), Pole("reversib", "可逆", "逆转")),
        {"irreversib-": "reversib-", "不可逆": "可逆"},
    ),
    Opposition(
        (
            Pole("elective(?:ly)? ", "择期", "计划|[Pp]lanned|[Ss]chedul"),
            Pole(
                "emergency (?:surg|operat|proced|PCI|angio|caes|ces|section|laparo)",
                "急诊(?!科|室|就)",
                "急|紧急|[Uu]rgent",
            ),
        ),
        {"elective": "emergency", "择期": "急诊"},
    ),
    Opposition((Pole("endogenous", "内源"), Pole("exogenous", "外源")), {"endogenous": "exogenous", "内源": "外源"}),
    Opposition((Pole(r"afferent", "传入|输入"), Pole("efferent", "传出|输出")), {"传入": "传出"}),
    Opposition((Pole("systol", "收缩"), Pole("diastol", "舒张")), {"systol-": "diastol-", "收缩": "舒张"}),
    Opposition(
        (Pole("in vivo", "体内", "活体"), Pole(r"(?:in vitro|ex vivo)", "体外|离体")),
        {"体内": "体外", "in vivo": "in vitro"},
    ),
    Opposition(
        (Pole("antagonis", "拮抗|阻[断滞]"), Pole("agonis", "激动|兴奋")), {"antagonis-": "agonis-", "拮抗": "激动"}
    ),
    Opposition(
        (
            Pole(r"(?:\w+-)?sensitive\b|susceptib", "敏感"),
            Pole(r"(?:\w+-)?resistan(?:t|ce)", "耐药|抵抗|耐受", "难治|阻力|抗性"),
        ),
        {"sensitive": "resistant", "敏感": "耐药"},
    ),
    Opposition(
        (Pole("dominant", "显性", "优势|主"), Pole("recessive", "隐性")), {"dominant": "recessive", "显性": "隐性"}
    ),
    Opposition(
        (
            Pole(r"deletions?\b", r"(?:外显子\s?\d*|基因|染色体|片段|碱基|微)缺失|缺失突变", "缺失"),
            Pole(
                r"(?:exon \d+|gene|frameshift|base) insertions?\b", r"(?:外显子\s?\d*|片段|碱基)插入|插入突变", "插入"
            ),
        ),
        {"deletion-": "insertion-", "缺失": "插入"},
    ),
    Opposition(
        (
            Pole(
                r"(?:normal(?!i[sz])|unremarkable|(?:no|without)\b(?: \w+){0,3} abnormal)",
                "(?<!不)正常|(?:未见|未发现|未检出|无|没有)[^，。；、]{0,8}异常",
                r"健康|盐水|正态|常规|平常|[Hh]ealth|[Rr]egular|[Uu]sual|[Ss]aline|[Ss]tandard|[Oo]rdinary",
            ),
            Pole(
                "abnormal",
                "异常|不正常|反常",
                r"畸|缺陷|变异|不良|障碍|失|病|特别|非常|\b(?:[Aa]nomal|[Aa]berr|[Uu]nusual|[Dd]efect|[Dd]ys|[Dd]isorder|[Mm]al|"
                r"[Ii]rregular|[Dd]erange|[Ee]xcept|[Ee]xtra)",
            ),
        ),
        {"normal-": "abnormal-", "正常": "异常"},
    ),
    Opposition((Pole("homozyg", "纯合"), Pole("heterozyg", "杂合")), {"homozyg-": "heterozyg-", "纯合": "杂合"}),
    Opposition(
        (Pole(r"maxim(?:um|al)\b", "最[大高多长]", "峰"), Pole(r"minim(?:um|al)\b", "最[小低少短]", "微|谷")),
        {"maximum": "minimum", "maximal": "minimal", "最大": "最小", "最高": "最低"},
    ),
    Opposition(
        (
            Pole(
                r"(?:highest|greatest|largest)\b",
                "最[高大多]",
                "峰|最|[Mm]axim|[Pp]eak|[Bb]est|[Mm]ost|[Tt]op|[Uu]pper",
            ),
            Pole(
                r"(?:lowest|(?<!at )(?<!at the )least|smallest)\b",
                "最[低小少]",
                "谷|最|[Mm]inim|[Nn]adir|[Ww]orst|[Tt]rough|[Ll]ower",
            ),
        ),
        {"highest": "lowest", "largest": "smallest", "最高": "最低", "最大": "最小"},
    ),
    Opposition(
        (
            Pole(r"over-?estimat", "高估|过高估计|偏高", "高|过[大多]|[Oo]verstat|[Ii]nflat"),
            Pole(r"under-?estimat", "低估|过低估计|偏低", "低|过[小少]|不足|[Uu]nderstat"),
        ),
        {"overestimat-": "underestimat-", "高估": "低估"},
    ),
    Opposition(
        (
            Pole(r"(?:living|live)(?:[- ]\w+)? donors?\b", "活体[^，。；、]{0,4}[供捐]", "活体|亲属"),
            Pole(
                r"(?:deceased|cadaver\w*|brain-?dead)(?:[- ]\w+)? donors?\b|cadaveric",
                "(?:逝世后|死亡后|尸体|脑死亡|死者)[^，。；、]{0,4}[供捐]",
                r"逝世|尸|死|\bD[BC]+D\b",
            ),
        ),
        {"living": "deceased", "活体": "尸体"},
    ),
    Opposition(
        (
            Pole(r"inducers?\b", "诱导[剂药]", "诱导|[Ii]nduc"),
            Pole(r"inhibitors?\b", "抑制[剂药]", "抑制|阻[滞断]|[Ii]nhib|[Bb]lock"),
        ),
        {"inducer": "inhibitor", "inducers": "inhibitors", "诱导": "抑制"},
    ),
    Opposition(
        (
            Pole(r"inhibitors?\b", "抑制[剂药]", "抑制|阻[滞断]|拮抗|[Ii]nhib|[Bb]lock|[Aa]ntagon"),
            Pole(r"(?:agonists?|activators?)\b", "激[动活]剂|促效剂", "激[动活]|促|兴奋|[Aa]gon|[Aa]ctivat|[Ss]timul"),
        ),
        {"inhibitor": "agonist", "inhibitors": "agonists", "抑制剂": "激动剂"},
    ),
    Opposition(
        (Pole(r"(?:inpatients?|hospitali[sz]ed)\b", "住院", "院内"), Pole(r"outpatients?\b", "门诊", "院外|出院")),
        {"inpatient-": "outpatient-", "住院": "门诊"},
    ),
    Opposition(
        (Pole(r"prospective", "前瞻"), Pole(r"retrospective", "回顾")),
        {"prospective-": "retrospective-", "前瞻": "回顾"},
    ),
    Opposition(
        (
            Pole(r"(?:inhal|inspirat)\w*", "吸[入气]"),
            Pole(r"(?:exhal|expirat)(?!ion date)\w*", "呼[出气]", "到期|过期|呼吸"),
        ),
        {"inspirat-": "expirat-", "inhal-": "exhal-", "吸": "呼"},
    ),
    Opposition(
        (
            Pole(
                r"(?<!not )(?<!not be )exclud(?:e|ed|ing)\b",
                "(?<![能以法可])排除(?![^，。；、]{0,8}(?:偏倚|可能|诊断|干扰|影响|病因|因素))|剔除",
                r"\b(?:[Ee]xclu\w+|[Ee]xcept\w*|[Oo]mit\w*|[Rr]emov\w*|[Rr]ul\w+ out|[Ww]ithout|[Nn]ot?)\b|"
                "[不未无非除免]",
            ),
            Pole(
                r"(?:includ(?:e|ed)\b|enrol)",
                "纳入|入选|入组",
                r"包[括含]|\b(?:[Ii]nclu|[Rr]ecruit|[Ee]ligib|[Ee]nter)",
            ),
        ),
        {"exclude": "include", "excluded": "included", "排除": "纳入"},
    ),
    Opposition(
        (
            Pole(r"(?:father|dad)s?\b|paternal\b", "父亲|其父(?!母)", "父|爸|parent|爹|祖|[Gg]od"),
            Pole(r"(?:mother|mom|mum)s?\b|maternal\b", "母亲|(?<!父)其母", "母|妈|parent|孕|产|娘|祖|[Gg]od"),
        ),
        {"father": "mother", "paternal": "maternal", "父": "母"},
    ),
    Opposition(
        (
            Pole(r"brothers?\b", "兄弟(?!姐妹|姊妹)|哥哥|弟弟|[兄弟]长|其[兄弟](?!妹)", "兄|弟|哥|sibling|僧|修士"),
            Pole(r"sisters?\b", "姐妹|姊妹|姐姐|妹妹|其[姐妹]", "姐|妹|姊|sibling|修女|护士"),
        ),
        {"brother": "sister", "brothers": "sisters", "兄弟": "姐妹", "哥哥": "姐姐", "弟弟": "妹妹"},
    ),
    Opposition(
        (
            Pole(r"sons?\b", "儿子|其子(?!女)", "子|儿|child"),
            Pole(r"daughters?\b", "女儿|其女", "女|child"),
        ),
        {"son": "daughter", "sons": "daughters", "儿子": "女儿"},
    ),
    Opposition(
        (
            Pole(
                r"(?:admitted|admission)\b(?! (?:that|to (?:having|being)|of))",
                "入院",
                r"[住入]|收治|\b(?:[Hh]ospitali|[Ee]nter)|ICU",
            ),
            Pole(r"discharged?\b", "出院", r"排出|分泌|流[出脓]|溢|放[电出]|排放|溢液|白带|离院|解除|免"),
        ),
        {"admitted": "discharged", "admission": "discharge", "入院": "出院"},
    ),
    Opposition(
        (
            Pole(r"irregular", "[不未欠无](?:能)?(?:规[则律]|整|齐)", r"[不未欠无乱失]|\b[Ll]ess\b|\b[Nn]ot\b"),
            Pole(
                r"regular(?:ly)?\b(?! (?:use|basis|expression))", "规[则律]|整齐", "定期|经常|正常|普通|常规|平时|齐|整"
            ),
        ),
        {"irregular-": "regular-", "不规则": "规则", "不规律": "规律", "不齐": "整齐"},
    ),
    Opposition(
        (
            Pole(
                r"unlike\b",
                "[与和跟][^，。；]{1,16}不同(?=[，,])|不同于|不像|有别于",
                r"不[同像]|相反|而非|区别|\b(?:[Uu]nlike|[Dd]iffer|[Cc]ontra|[Ww]hereas|[Rr]ather|[Nn]ot?)\b",
            ),
            Pole(
                r"(?:(?:just |much )?as in|as with|just like|like(?= [^,.;]{1,40},))\b",
                "像[^，。；]{1,16}[一那]样|[与和跟同如][^，。；]{1,16}(?:一样|相同|类似|相似)(?=[，,])|如同|正如",
                r"一样|相[同似]|类似|\b(?:[Ss]imilar|[Ll]ike|[Ss]ame)",
            ),
        ),
        {"unlike": "like", "不像": "像"},
    ),
    Opposition(
        (
            Pole(
                r"(?:stop(?:s|ped|ping)?|discontinu(?:e|ed|es|ing|ation)|ceased?|suspend(?:ed)?)\b",
                "停止|停(?=[用药服食])|中止|终止|暂停|中断",
                rf"[停止断撤戒终]|{_DENIED}|\b(?:[Ww]ithout|[Ss]top|[Hh]alt|[Qq]uit|[Ee]nd|[Ww]ith(?:dr|h)|[Oo]ff\b|[Uu]ntil|[Ii]nterrup)",
            ),
            Pole(
                r"(?:continu(?:e|ed|es|ing)|maintain(?:s|ed|ing)?)\b",
                "继续|维持(?!性|治疗|量|期)|照常",
                rf"[续持保]|照|恢复|长期|{_DENIED}|"
                r"\b(?:[Ww]ithout|[Cc]ontinu|[Mm]aint|[Rr]emain|[Kk]e[ep]|[Rr]esum|[Ss]ustain|[Ss]til|[Oo]ngoing|[Ll]ong)",
            ),
        ),
        {"stop": "continue", "stopped": "continued", "停止": "继续", "停用": "继续使用"},
    ),
    Opposition(
        (
            Pole(
                r"(?:slow(?:s|ed|ing)?|delay(?:s|ed|ing)?|retard(?:s|ed|ing)?|postpon(?:e|es|ed|ing))\b",
                "延[缓迟]|[减放]慢|减缓|推迟|拖慢",
                "[慢缓迟晚滞]|后(?!果)|阻|减|推|[Ss]low|[Dd]elay|[Ll]ate|[Rr]educ|[Pp]revent",
            ),
            Pole(
                r"(?:accelerat|hasten|expedit|quicken|speed(?:s|ed|ing)? up)",
                "加[快速]",
                "[快速早]|促|[Ff]ast|[Rr]apid|[Ee]arl|[Pp]romot|[Qq]uick|[Ss]peed|[Ss]hort",
            ),
        ),
        {"slow": "accelerate", "slowed": "accelerated", "延缓": "加速", "减慢": "加快"},
    ),
    Opposition(
        (
            Pole(
                r"(?:different from|differ(?:s|ed|ing)? from|dissimilar to)\b",
                "[与和跟同][^，。；]{1,16}(?:不同|不一样|有别|相异)|不同于|有别于",
                rf"{_DENIED}|[异别]|\b(?:[Uu]nlike|[Dd]istinct|[Oo]ther|[Dd]iffer|[Vv]ar)",
            ),
            Pole(
                r"(?:the same as|identical (?:to|with))\b",
                "[与和跟同][^，。；不]{1,16}(?:相同|一样|一致|同样)",
                r"同|一[样致]|\b(?:[Ss]ame|[Ii]dentical|[Ss]imilar|[Ll]ike|[Ee]qual|[Uu]nchanged)",
            ),
        ),
        {"different from": "the same as"},
    ),
    Opposition(
        (
            Pole(
                r"(?:must|shall)\b(?! (?:not|be able|have been))",
                "必[须需]|务必|务须",
                r"[须需要该应得]|一定|\b(?:[Nn]eed|[Rr]equir|[Ss]hould|[Oo]blig|[Hh]a(?:s|ve) to|[Mm]andat|[Cc]ompuls|"
                r"[Ee]nsure|[Nn]ecess|[Ee]ssential|[Aa]lways|[Uu]nless|[Oo]nly)",
            ),
            Pole(
                r"(?:may|can|is optional)\b(?! not)(?! (?:have|be due|be caused))",
                "(?<![不认难])可(?:以|自行|酌情|选择)|无需|不必",
                rf"[可能会许]|{_DENIED}|\b(?:[Mm]ight|[Cc]ould|[Aa]llow|[Pp]ermit|[Oo]ption|[Aa]ble|[Pp]ossib)",
            ),
        ),
        {"must": "may", "必须": "可以"},
        ("which obliges", "which only allows"),
    ),
    Opposition(
        (
            Pole(
                r"(?:not|no|n't|unless|without|absence of|free of|lack of)\b(?: \w+){0,3} contra-?indicat",
                "(?:不是|并非|非|不属于|不作为|没有|无|不构成|排除)[^，。；、]{0,16}禁忌|除[^，。；、]{0,6}禁忌[^，。；、]{0,4}外",
                _DENIED,
            ),
            Pole(r"contra-?indicat", "禁忌|禁用|忌用", "[慎禁忌]|[不勿][得应宜可能要]|勿"),
        ),
        {"not contraindicated": "contraindicated", "不是": "是"},
        ("which denies it", "which affirms it"),
    ),
    Opposition(
        (
            Pole(
                r"(?:bend(?:s|ing)?|bent|flex(?:ed|es|ing|ion)?)\b(?! over)",
                "屈(?!光|服|指)|弯曲",
                "[屈弯曲]|[Ff]lex|[Bb]en[dt]",
            ),
            Pole(
                r"(?:straight(?:en(?:s|ed|ing)?)?\b(?! away)|(?:full|knee|elbow|hip|wrist|neck|finger) extension\b)",
                "伸(?:直|展)|过伸|伸膝|伸肘",
                "[伸直展]|[Ss]traight|[Ee]xten",
            ),
        ),
        {"bend": "straighten", "屈曲": "伸展"},
    ),
    Opposition(
        (
            Pole(
                r"unless\b",
                "除非|(?:如果?|若|倘若?)(?:患者|您|你|受试者)?(?:没有|无|未|不)|除外|否则",
                f"{_DENIED}|才|[Ii]f|[Ee]xcept|[Ww]ithout",
            ),
            Pole(
                r"if (?:you|he|she|they|there|the \w+) (?:ha[sd]|have|is|are|develops?)\b(?! no)",
                "(?:如果?|若|倘若?)(?:患者|您|你|受试者)?(?:患?有|出现|存在|合并|已)",
                r"[如若当时]|一旦|\b(?:[Ww]hen|[Ii]n case|[Pp]rovided|[Uu]nless|[Oo]nce)",
            ),
        ),
        {"unless": "if", "如无": "如有"},
    ),
    Opposition(
        (
            Pole(r"unless\b", "除非", r"[不未无没非才]|\b(?:[Oo]nly|[Ee]xcept|[Ww]ithout)"),
            Pole(
                r"even (?:if|when|though)\b",
                "即[使便]|哪怕",
                r"[也仍均]|\b(?:[Aa]lthough|[Ww]hether|[Ww]hatever|[Rr]egardless)",
            ),
        ),
        {"unless": "even if", "除非": "即使"},
    ),
    Opposition((_outweighing(_GOOD, _BAD), _outweighing(_BAD, _GOOD))),
    Opposition(
        (
            Pole(
                r"(?:early[- ](?:stage|phase|onset)|too (?:early|soon))\b", "早期|过早|早发", "[早初]|[Ee]arl|[Pp]remat"
            ),
            Pole(
                r"(?:(?:late|end|advanced)[- ](?:stage|phase|onset)|too late)\b",
                "晚期|过[晚迟]|终末期|晚发",
                "[晚迟后末]|[Ll]ate|[Aa]dvanc|[Ee]nd|[Tt]ermin",
            ),
        ),
        {"early": "late", "早期": "晚期", "过早": "过晚"},
    ),
    Opposition(
        (
            Pole("permanent", "永久|终身", "[恒久]|长期|不可逆|[Ll]asting|[Ii]rrevers|[Ll]ife"),
            Pole(
                "(?:temporar|transient|provisional)",
                "暂时|临时|一过性|短暂",
                "[暂临短停]|[Tt]empor|[Ii]nterrupt|[Ss]uspend",
            ),
        ),
        {"permanent": "temporary", "permanently": "temporarily", "永久": "暂时"},
    ),
    Opposition(
        (
            Pole(
                r"(?:(?<!no )more than|over|at least|no (?:less|fewer) than) (?:a |one[- ])?half\b",
                "(?<!不)(?:超过|逾|多于|大于|至少|不少于|不低于)[^，。；\\d]{0,6}(?:一半|半数)|(?:半数|一半)(?:以上|多)|过半|大半",
                "大多|多数|[Mm]ost|[Mm]ajor",
            ),
            Pole(
                r"(?:(?<!no )(?:less|fewer) than|under|no more than|at most) (?:a |one[- ])?half\b",
                "(?:不到|不足|少于|低于|未达|不超过|至多|最多|不高于|不多于)[^，。；\\d]{0,6}(?:一半|半数)|(?:半数|一半)以下",
                "少|[Mm]inor",
            ),
        ),
        {"more than": "less than", "超过": "不到"},
    ),
    Opposition(
        (Pole("(?:unstable|instabil)", "不稳定", _DENIED), Pole("(?:stable|stabil)", "(?<!不)稳定", "稳")),
        {"unstable": "stable", "不稳定": "稳定"},
    ),
    Opposition(
        (
            Pole(
                r"(?:(?:not|never|\w+n't)\b(?: \w+){0,2} recommend|(?:recommend|advis|caution)\w* against)",
                "(?<![或与和是])(?:不|未|没有)(?:再|予|作|应|被|做|常规|得到)?(?:推荐|建议|主张|提倡)",
                _DENIED,
            ),
            Pole(
                r"recommend(?!\w* (?:against|for or against|either way|not|(?:the )?avoid))",
                "(?<!不)(?:推荐|建议)(?![^，。；]{0,16}(?:避免|[不勿别反]))",
                "主张|提倡|宜|[Aa]dvis|[Ss]uggest|[Pp]refer",
            ),
        ),
        {"not recommended": "recommended", "不推荐": "推荐", "不建议": "建议"},
        ("which denies it", "which affirms it"),
    ),
    Opposition(
        (Pole(r"germ-?line", "胚系|种系|生殖系", "遗传|胚|[Ii]nherit|[Hh]eredit"), Pole("somatic", "体细胞|体系")),
        {"germline": "somatic", "胚系": "体细胞"},
    ),
    Opposition(
        (
            Pole(
                "(?:inconsisten|not consistent|discordan|discrepan|disagree)",
                "不(?:相?一致|符|吻合|相符)",
                rf"{_DENIED}|[异别差矛]|[Dd]iffer|[Vv]ar|[Cc]onflict|[Cc]ontra",
            ),
            Pole(
                "(?:consisten|concordan|agree)",
                "(?<!不)(?<!不相)一致|相符|吻合|符合",
                "同|[Ss]ame|[Mm]atch|[Aa]ccord|[Ss]imilar",
            ),
        ),
        {"inconsisten-": "consisten-", "不一致": "一致"},
    ),
    Opposition(
        (
            Pole(
                r"before (?:the age of )?\d+ (?:months?|years?|weeks?|days?)",
                r"\d+\s?(?:个?月[龄]?|岁|周龄?|天|日龄?)之?前",
                r"前|\b(?:[Bb]efore|[Pp]rior|[Bb]y|[Uu]ntil|[Ww]ithin|[Aa]go|[Uu]nder|[Yy]ounger)",
            ),
            Pole(
                r"after (?:the age of )?\d+ (?:months?|years?|weeks?|days?)",
                r"\d+\s?(?:个?月[龄]?|岁|周龄?|天|日龄?)之?后",
                r"后|满|以上|\b(?:[Aa]fter|[Ff]rom|[Ll]ater|[Oo]ver|[Oo]lder|[Ff]ollow|[Ss]ince)",
            ),
        ),
        {"before": "after", "前": "后"},
    ),
    Opposition(
        (Pole("intracellular", "[胞细]内"), Pole("extracellular", "[胞细]外")), {"胞内": "胞外", "intra-": "extra-"}
    ),
    Opposition(
        (
            Pole(r"permanent", "永久", "恒|终身|[Ll]asting|[Ll]ifelong"),
            Pole(r"temporar|transient", "临时|暂时|一过性", "短暂|暂|临|[Bb]rief"),
        ),
        {"permanent": "temporary", "永久": "临时"},
    ),
    Opposition(
        (
            Pole(
                r"(?<!not )(?<!not an )(?:rare(?:ly)?|uncommon(?:ly)?|infrequent(?:ly)?)\b(?! disease| cell| earth)"
                r"|not (?:\w+ )?(?:common|frequent)\b",
                "(?<![不非])(?<!不是)(?:罕见(?!病)|少见|偶见)|不[太很]?(?:常见|多见)",
                "罕|稀|少|偶|不|[Oo]ccasional|[Uu]nusual|[Oo]rphan|[Ff]ew|[Ss]eldom",
            ),
            Pole(
                r"not (?:an )?(?:rare|uncommon|infrequent)"
                r"|(?<!in )(?<!the )(?<!more )(?<!less )(?:common(?:ly)?|frequent(?:ly)?)\b"
                r"(?! (?:used|bile|iliac|carotid|femoral|hepatic|peroneal))",
                "(?<![不少罕])常见|多见|好发|频繁|高发|(?:[不非]|不是)[罕少]见",
                "常|多(?=见|发|为|数)|易发|频|普遍|[Uu]sual|[Oo]ften|[Pp]revalent|[Rr]egular|[Mm]ost|[Nn]ormal",
            ),
        ),
        {"uncommon": "common", "rare": "common", "罕见": "常见", "少见": "多见"},
    ),
    Opposition(
        (
            Pole(
                r"doubl(?:e[sd]?|ing)\b(?![- ](?:blind|dumm|check|strand|layer|label|lumen))|two-?fold",
                "加倍|翻倍|翻番|倍增|(?:增[加长]|提高)一倍",
                "倍|双|2|两|二|[Tt]wice",
            ),
            Pole(r"halv(?:e[sd]?|ing)\b|by (?:a |one )?half\b", "减半|(?:减少|降低|缩短)一半", "半|[Hh]alf|50"),
        ),
        {"doubled": "halved", "double": "halve", "加倍": "减半"},
    ),
    Opposition(
        (
            Pole(
                r"doubl(?:e[sd]?|ing)\b(?![- ](?:blind|dumm|check|strand|layer|label|lumen))|two-?fold",
                "(?:增[加长多高]|提高|升高|上升|高出?)了?近?(?:1|一)倍|翻倍|翻一?番|加倍|倍增",
                "[为到至达是]原?来?的?[两二2]倍|双|[两二2]倍(?=于|[，。；]?$)",
            ),
            Pole(
                r"(?:tripl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing))\b(?![- ](?:negativ|therap|blind|vessel))|three-?fold",
                "(?:增[加长多]|提高|升高|上升)了?近?\\s?(?:2|[两二])倍|增至三倍",
                "三|3|[Tt]hree",
            ),
        ),
        {"doubled": "tripled", "一倍": "两倍"},
        ("which is three times as much", "which is twice as much"),
    ),
    Opposition(
        (
            Pole(r"vot(?:e[sd]?|ing) (?:for|in favou?r)\b", "(?<!不)(?:同意|赞成)", "同|赞|[Aa]gree|[Aa]pprov|支持"),
            Pole(r"vot(?:e[sd]?|ing) against\b", "不同意|反对|否决", "[不反否]|[Oo]ppos|[Rr]eject|[Aa]gainst"),
        ),
        {"for": "against", "赞成": "反对"},
    ),
    Opposition(
        (
            Pole(
                r"non-?infecti",
                "非感染",
                "[非无不]|[Nn]on|[Nn]ot",
            ),
            Pole(r"infecti(?:ous|ve)\b", "(?<!非)感染性", "传染|感染"),
        ),
        {"non-infectious": "infectious", "非感染": "感染"},
    ),
    Opposition(
        (
            Pole(
                r"(?:sooner|earlier)\b(?! (?:stud|work|report|trial|research|than \d))",
                "[更较]早|早于",
                r"早|先|前|快|短|既往|[Ee]arl|[Ss]oon|[Qq]uick|[Ff]ast|[Ss]hort|[Pp]re",
            ),
            Pole(
                r"later\b(?! than \d)",
                "[更较][晚迟]|[晚迟]于",
                r"晚|迟|后|慢|延|[Ll]ate|[Dd]elay|[Ss]low|[Ll]ong|[Pp]ostpon|[Aa]fter",
            ),
        ),
        {"sooner": "later", "earlier": "later", "更早": "更晚", "较早": "较晚", "早于": "晚于"},
    ),
    Opposition(
        (
            Pole(r"thighs?\b", "大腿", "股|[Ff]emor|[Tt]high"),
            Pole(r"(?:cal(?:f|ves)|lower legs?|shins?)\b", "小腿", "腓|胫|[Cc]al[fv]|[Ll]eg|[Cc]rur"),
        ),
        {"thigh": "calf", "thighs": "calves", "大腿": "小腿"},
    ),
    Opposition(
        (Pole(r"the latter\b", "后者"), Pole(r"the former\b", "前者")),
        {"latter": "former", "后者": "前者"},
        ("the other of the two", "the other of the two"),
    ),
    *_DEGREES,
    *_each_two(_QUANTITIES, "another quantity"),
    *_each_two(_QUALITIES, "another quality"),
    *_each_two(_SEVERITIES, "another severity"),
    *_each_two(_LINES, "another line of treatment"),
    *_each_two(_ROUTES, "another route"),
    *_each_two(_INTERVALS, "another interval"),
)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    found = list(reversals(pair, context, _OPPOSITIONS))
    yield from found
    if not found:
        yield from _other_intervals(pair, context)


def _other_intervals(pair: Pair, context: Context) -> Iterator[Hit]:
    """Yield what is done as many times, but in another interval."""
    langs = context.source_lang, context.target_lang
    for said, written in other_intervals(pair.source_text, pair.target_text, langs):
        message = f"the source has “{said.whole.text}”, the translation has “{written.whole.text}”, another interval"
        yield Hit(message, source=said.whole, target=written.whole)


RULE = Rule(
    id="opposites",
    title="Words that stand for their opposite",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="pair",
    check=_check,
    bad=(
        Example("The tumour had an EGFR exon 19 deletion.", "肿瘤携带EGFR外显子19插入。"),
        Example("Acute pancreatitis was diagnosed.", "诊断为慢性胰腺炎。"),
        Example("This retrospective study included 30 women.", "这项前瞻性研究纳入30例妇女。"),
        Example("肿块为良性。", "The mass was malignant."),
        Example("收缩压升高。", "Diastolic pressure was raised."),
        Example("We excluded women who were breastfeeding.", "纳入哺乳期妇女。"),
        Example("他于术后第3天出院。", "He was admitted on the third day after surgery."),
        Example("Alendronate was taken weekly.", "阿仑膦酸钠每月服用。"),
        Example("The one is given three times a week, the other once daily.", "前者每日3次，后者每日1次。"),
        Example("Treatment of moderate to severe pain", "重度疼痛的治疗"),
        Example("严重低血糖罕见。", "Severe hypoglycaemia was common."),
        Example("Weakness of the calves was noted.", "可见大腿无力。"),
        Example("The latter had a rash.", "前者有皮疹。"),
        Example("Patients woke up sooner.", "患者苏醒更晚。"),
        Example("The number of cases doubled.", "病例数增加了两倍。"),
        Example("Nine members voted for it.", "9名委员表示反对。"),
        Example("A permanent colostomy was made.", "行临时性结肠造口。"),
        Example("Delirium doubles mortality.", "谵妄使死亡率减半。"),
        Example("Take one tablet before meals.", "餐后服用1片。"),
        Example("重度肝功能损害者慎用。", "Use with care in severe renal impairment."),
        Example("The evidence was of moderate quality.", "证据为低质量。"),
        Example("口服甲氨蝶呤。", "Methotrexate was given intramuscularly."),
        Example("All patients had fever.", "部分患者有发热。"),
        Example("Most of the women were married.", "少数妇女已婚。"),
        Example("肝功能正常。", "Liver function was abnormal."),
        Example("The model overestimated the risk.", "模型低估了风险。"),
        Example("最低血压为80 mmHg。", "The highest pressure was 80 mmHg."),
        Example("Strong inducers of CYP3A4 must be avoided.", "须避免使用CYP3A4强抑制剂。"),
        Example("供肾来自逝世后捐献。", "The kidney came from a living donor."),
        Example("Use contraception for 20 weeks after the last dose.", "首次给药后20周内采取避孕措施。"),
        Example("胃窦黏膜低级别上皮内瘤变。", "High-grade intraepithelial neoplasia of the antrum."),
        Example("心力衰竭患者禁用。", "The drug is indicated in patients with heart failure."),
        Example("The reaction was fatal.", "该反应为非致死性。"),
        Example("予无创通气。", "Invasive ventilation was given."),
        Example("必要时舌下含服硝酸甘油。", "Take nitroglycerin orally as needed."),
        Example("停止蛋白质摄入36 h。", "Protein intake was maintained for 36 h."),
        Example("Unlike adults, the children had little pain.", "像成人一样，患儿疼痛轻微。"),
        Example("Bend the knee and keep it so.", "伸直膝关节并保持。"),
        Example("Take it with food unless you have gout.", "如有痛风，与食物同服。"),
        Example("More than half of the wards took part.", "不到半数病区参加。"),
        Example("不推荐作为首选。", "It is recommended as the first choice."),
        Example("一线治疗失败", "Failure of second-line treatment"),
        Example("两份报告的结果不一致。", "The results of both reports were consistent."),
        Example("18月龄前完成接种。", "Vaccination should be completed after 18 months of age."),
        Example("Stop the drug permanently.", "暂时停药。"),
        Example("Moderate oedema of the legs was found.", "双腿轻度水肿。"),
        Example("本品延缓疾病进展。", "It accelerates the progression of the disease."),
        Example("Women must use contraception.", "女性可以采取避孕措施。"),
        Example("The rash of the second child was the same as his.", "第二个患儿的皮疹与他的不同。"),
        Example("The risk of bleeding outweighs the benefit.", "出血风险小于获益。"),
        Example("除非确有必要，妊娠期间不应使用。", "It should not be used in pregnancy even if necessary."),
        Example("哺乳不是接种的禁忌证。", "Breast-feeding is a contraindication to vaccination."),
        Example("Aspirin with a P2Y12 inhibitor", "阿司匹林联合P2Y12激动剂"),
        Example("发热并不少见。", "Fever is uncommon."),
        Example("发热不多见。", "Fever is common."),
        Example("Most said they would take the test again.", "部分人表示愿意再次接受检测。"),
    ),
    good=(
        Example("Fever is common.", "发热并不少见。"),
        Example("Fever is common.", "发热不少见。"),
        Example("The number of cases doubled.", "病例数增至原来的两倍。"),
        Example("发热并不少见。", "Fever is not uncommon."),
        Example("Fever is not very common.", "发热少见。"),
        Example("It is not an uncommon finding.", "该表现并非罕见。"),
        Example("Pain was moderate in three and severe in five.", "8例中重度疼痛。"),
        Example("疼痛8例，其中重度5例。", "Pain was seen in eight, and was severe in five."),
        Example("中、重度疼痛常见。", "Moderate or severe pain was common."),
        Example("There is no basis for a recommendation for or against it.", "尚不足以作出推荐或不推荐的意见。"),
        Example("Rare diseases are common.", "罕见病很常见。"),
        Example("Three times a week, twice daily at first", "起初每天2次，每周3次"),
        Example(
            "Some children had a rash, but most of the patients recovered.", "部分患儿出现皮疹，但大多数患者康复。"
        ),
        Example("Acute on chronic liver failure", "慢加急性肝衰竭"),
        Example("The primary endpoint was survival.", "主要终点为生存期。"),
        Example("The chest film was unremarkable and liver function normal.", "胸片未见异常，肝功能正常。"),
        Example("This retrospective analysis of a prospective cohort", "本研究回顾性分析前瞻性队列"),
        Example("Oral swabs were taken from veins and mouth.", "采集静脉血和口腔拭子。"),
        Example("His parents, two brothers and a sister are healthy.", "父母及兄妹三人均健康。"),
        Example(
            "每周3次，每次1片，每日监测血压。", "One tablet thrice weekly, with daily measurement of blood pressure"
        ),
        Example("未规律产检者", "Those whose antenatal care was irregular"),
        Example("自体动静脉内瘘狭窄", "Stenosis of a native arteriovenous fistula"),
        Example("男性患者，其母有糖尿病。", "A man whose mother had diabetes"),
        Example("Two patients were not satisfied with the result.", "2例患者对结果不满意。"),
        Example("Not all patients improved.", "部分患者好转。"),
        Example("Patients were not excluded on grounds of age.", "任何年龄的患者均可入组。"),
        Example("Aspirin was not stopped before surgery.", "术前继续服用阿司匹林。"),
        Example("Its benefits outweigh its risks.", "获益大于风险。"),
        Example("Its risks are outweighed by its benefits.", "风险小于获益。"),
        Example("若无禁忌，可行MRI检查。", "MRI may be performed unless contraindicated."),
        Example("Aspirin is given unless contraindicated.", "除有禁忌证者外，均予阿司匹林。"),
    ),
    source="MQM: Accuracy, Mistranslation",
)
