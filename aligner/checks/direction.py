"""A change, comparison or sign that stands for its opposite.

What it finds
    Increase for decrease, higher for lower, improved for worse; hyper- for hypo-; preoperative for postoperative,
    before for after treatment; positive for negative; superior, inferior and non-inferior: the source has one, and the
    translation only the other. *Not higher* as 高于. Two sides of a comparison that changed places:
    *longer in adults than in children* as 儿童长于成人.

Why it matters
    A result that is turned round is worse than one that is missing: it will be believed.

What it leaves alone
    Sentences in which either language has both directions, or a word that may turn one: *fewer deaths* may rightly be
    生存率提高, and *A was higher than B* B低于A. Those are for a reader, unless one stands for the other beside the
    same words, as *surface tension increased* for 表面张力降低. People who *fall*, as 跌倒 or *fall ill*;
    bounds, as *grade 3 or higher*; what one word names, as *thrombocytopenia* 血小板减少.

How to fix it
    Write the direction of the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._compared import Compared, exchanged, from_other_side
from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Pair, Rule, Span

_EVENTS = (
    "approv|consent|diagnos|onset|symptom|surg|operati|treat|therap|chemo|radio|intervention|inject|administ|transplant|training|vaccin|deliver|discharge|"
    "baseline|cycle|test|exam|procedure|scan|biops|endoscop|colonoscop|imag|exposure|enrol|randomi[sz]|admission"
)
_ACTS = (
    "批准|同意|诊断|确诊|[起发]病|症状(?:出现)?|[手]?术|治疗|用药|给药|干预|移植|化疗|放疗|注射|训练|接种|分娩|疗程|麻醉|检[查测]|操作|扫描|活检|[内肠胃]镜|暴露|"
    "入组|随机化?|基线|周期"
)
_SPAN = r"(?:\d+|one|two|three|four|five|six|seven) (?:minutes?|hours?|h|days?|d|weeks?|months?|years?)"
_YEAR = r"(?:the year )?(?:19|20)\d\d\b"
_ZH_SPAN = r"\s?(?:\d+|[一二两三四五六七半])\s?(?:min|分钟|h|小时|d|[天日周年]|个月)"
_LOW_PLACES = (
    "limb|extrem|respir|airway|tract|lobe|back|leg|abdom|urin|gastro|lip|jaw|part|half|third|segment|quadrant|edge|border|"
    "margin|pole|cal[yi]|end\\b|eyelid|body|o?esoph|incisor|molar|teeth|tooth|motor|spine|vertebr|lumbar|thorac|cervi|"
    "uter|uret|face|rib|zone|lung|bowel"
)
_BOUND = r"(?! than (?:or equal to )?\d)"  # *less than 15 dB* sets a bound, which `inequality` compares
_HYPER = (
    "tensi|glyc[ae]?em|lipid|kal[ae]?em|natr[ae]?em|calc[ae]?em|magnes|phosph|uric|thyroid|therm|ventilat|capn|perfus|"
    "dens|album|volem|pigment|tonic|trophic|gonad|plas|activ|secret|coagul|osmol|echoic|intens|metabol|kin|esthe|methyl"
)
_QUANTITIES = "血压|血糖|血脂|血容量|血?[钾钠钙镁磷]|尿酸|碳酸|渗|密度|信号|回声|代谢|灌注|甲基化|张力"

_FALLS = (
    r"(?:fall(?:s|en)?|fell)\b"
    r"(?! (?:\w+ly )?(?:ill|sick|asleep|unconscious|pregnant|short|silent|victim|prey|apart|into)\b)"
)
"""That of a value, not of somebody who falls ill."""

_UP = Pole(
    r"(?:increas|(?<!low )elevat|rais(?:e|ed|es|ing)\b|ris(?:e|es|en|ing)\b|rose\b|(?<!or )higher\b(?! education)"
    rf"|(?<!or )greater\b{_BOUND}|up-?regulat|enhanc)",
    r"增[加高多强长大]|升高|上升|提高|上调|较高(?!等)|(?<!或)更高(?!等)|(?:高于|大于|多于)(?!\s?\d)|[较更]多|较大|(?<!或)更大|加强|升至|增至|激增"
    r"|越[高大多]|高(?=约?\s?\d)",
    r"[增升]|[高大多]于|greater than|提升|高(?!血|危|龄|校|等|度|效|级|温|脂|中|新)|[两三四]倍|更[常易]|较常见|"
    r"cytosis\b|(?:eosino|neutro|baso)phili[ac]\b|\b(?:[Hh]igh\b|[Tt]ripl|[Dd]oubl|[Oo]lder\b|[Ll]onger\b|[Ll]arger\b|"
    r"[Mm]ore (?:likely|often|frequent|common|prone|prevalent))",
)
_DOWN = Pole(
    rf"(?:decreas|reduc(?:e|es|ed|ing|tion)|declin|drop(?:s|ped)?\b(?![- ]?outs?\b)|(?:less|fewer)\b{_BOUND}"
    rf"|down-?regulat|diminish|{_FALLS}|lower(?:s|ed|ing)?\b(?! (?:{_LOW_PLACES})))",
    r"减[少低小轻弱]|降低|下降|下调|[较更]低|(?:低于|小于|少于)(?!\s?\d)|[较更]少|[较更]小|降至|减至|锐减|缩小"
    r"|越[低小少]|低(?=约?\s?\d)",
    r"[降减]|[低小少]于|(?:less|fewer) than|跌[倒落伤]|摔|坠[床落]|低(?!血|龄|温|保)|[a-z](?:penia|penic)\b|"
    r"\b(?:[Ll]ow(?:er)?|[Ll]esse[rn]|[Yy]ounger|[Ss]horter|[Ss]maller|[Nn]arrow\w*)\b",
)
_BETTER = Pole(
    r"(?:improv(?:e|es|ed|ing|ement)|ameliorat)",
    "改善|好转",
    r"\b(?:[Bb]etter|[Rr]ecover|[Rr]eliev|[Ee]as[ei]|[Rr]educ|[Pp]rogress|[Aa]dvanc)|[好优缓轻佳升]|恢复|提[升高]",
)
_WORSE = Pole(
    r"(?:worsen|deteriorat|aggravat|exacerbat)",
    "恶化|加重|加剧",
    r"\b(?:[Ww]orse|[Ii]mpair|[Pp]oor|[Ss]ever|[Dd]eclin|[Pp]rogress)|[差坏退劣损]|下降|降低|不良|进展",
)
_SHORTER = Pole(
    r"short(?:er|en)",
    "短于|[更较]短|缩短|越短",
    r"短|少|快|早|减|\b(?:[Ff]ast|[Ee]arl|[Ll]ess|[Rr]educ|[Dd]ecreas|[Qq]uick)",
)
_LONGER = Pole(
    r"(?:(?<!no )longer\b|lengthen|prolong)(?![- ]term|-acting|-lasting)",
    "长于|[更较]长|延长|越长",
    r"长|久|慢|晚|迟|增|持续|\b(?:[Ss]low|[Ll]ate|[Mm]ore|[Ii]ncreas|[Dd]elay|[Ee]xten|[Ll]ong)",
)
_HYPERS = Pole(
    rf"(?:hyper-?(?:{_HYPER})|high[- ](?:attenuation|density|signal|intensity|echo))",
    f"高(?:{_QUANTITIES})|亢进|甲亢",
    r"\b[Hh]igh (?:blood|serum)|\b[Ee]xcess|过[高度多敏]|超敏|增生|肥大|亢",
)
_HYPOS = Pole(
    rf"(?:hypo-?(?:{_HYPER})|low[- ](?:attenuation|density|signal|intensity|echo))",
    f"低(?:{_QUANTITIES})|减退|甲减",
    r"\b[Ll]ow (?:blood|serum)|过低|减[低少]|不[足良全]",
)
_BEFORE = Pole(
    rf"(?:pre-?operati|pre-?menopaus|pre-?treatment|pre-?natal|antenatal|pre-?prandial|pre-?transplant|pre-?load\b|"
    rf"(?:before|prior to) (?:the |any )?(?:\w+ )?(?:{_EVENTS})|{_SPAN} (?:before|prior to)\b|"
    rf"(?:before|prior to) {_YEAR})",
    f"(?:{_ACTS}|绝经|[出]?[产生]|餐|入院|出院)之?前|前负荷|前(?={_ZH_SPAN})|(?<=\\d{{3}}年)[以之]?前",
    # 发病前三天 may be the first three days of an illness.
    r"\b(?:[Pp]re-|[Pp]reced|[Pp]revious|[Bb]efore|[Pp]rior|[Bb]aseline|[Ff]irst\b)|之前|以前|基线",
)
_AFTER = Pole(
    rf"(?:post-?operati|post-?menopaus|post-?treatment|post-?natal|post-?partum|post-?prandial|post-?transplant|after-?load\b|"
    rf"(?:after|following) (?:the |any )?(?:\w+ )?(?:{_EVENTS})|{_SPAN} after\b|after {_YEAR})",
    f"(?:{_ACTS}|绝经|[出]?[产生]|餐|入院|出院)前?之?后|后负荷|后(?={_ZH_SPAN})|(?<=\\d{{3}}年)[以之]?后",
    r"\b(?:[Pp]ost-|[Aa]fter|[Ff]ollowing|[Ss]ince|[Ll]ater|[Ss]ubsequent)|之后|以后|随访|后",
)
_POSITIVE = Pole(r"(?:sero|gram-?)?positiv", "阳性|正相关|阳转", r"\+|正面|积极|确诊|\b[Cc]onfirm")
_NEGATIVE = Pole(r"(?:sero|gram-?)?negativ", "阴性|负相关|阴转|转阴", r"[A-Z0-9][−-](?!\w)|负面|消极|不良|不利")

_CHANGED = (
    r"(?:increas|decreas|reduc|declin|rise|rose|risen|fall|fell|drop|elevat|lower|grow|grew|improv|shorten|prolong|rais)"
    r"\w*(?: further| significantly| rapidly)?(?: (?:in |of )?(?:the|its|their|his|her|this|estimated|mean|median)"
    r"(?: (?!to\b|by\b)[\w()-]+){1,6}?)?"
)
_CHANGED_CHINESE = "(?:升高|增加|提高|上升|降低|减少|下降|增长|延长|缩短|减轻|增高|减量|加量|增量)"
_ROUGHLY = r"(?:about |approximately |nearly |almost |around |over |more than |only |at least )?(?=[≥≤<>]?\d)"
_BY = Pole(
    rf"{_CHANGED} (?:by|of) {_ROUGHLY}",
    rf"{_CHANGED_CHINESE}(?:幅度?)?了?\s?(?:约|近|超过|高?达)?\s?(?=[≥≤＞＜<>]?\d)",
    r"倍|幅|相差|\b(?:[Ff]old|[Tt]imes|by)\b",
)
_TO = Pole(
    rf"{_CHANGED} (?:from \d[\d.,]*\s?\S{{0,8}} )?to {_ROUGHLY}",
    rf"(?:{_CHANGED_CHINESE}|[升增降减])[至到为]\s?(?:约|近|超过|每[次日天周剂])*\s?(?=\d)",
    r"[至到为达—~～-]|\b(?:to|at|reach\w*|from|was|were|is)\b",
)
"""A change by so much, and to so much."""

_TIMES = r"(?:\d[\d.]*|two|three|four|five|six|seven|eight|nine|ten)(?: times|-?fold)"
_ZH_TIMES = r"\s?(?:约|近|大约)?\s?(?:\d[\d.]*|[两二三四五六七八九十])\s?倍"
_MANIFOLD = Pole(
    rf"{_TIMES} (?:as|more|higher|greater|larger|longer|the)\b",
    rf"[是为的]{_ZH_TIMES}|[高增升多大长](?:加|高|[至到为]|于[^，。；]{{1,10}})?了?{_ZH_TIMES}",
    r"倍|[Ff]old|times",
)
_FRACTION = Pole(
    rf"{_TIMES} (?:less|lower|fewer|smaller|shorter|rarer)\b",
    rf"分之|[减降少低小短](?:少|低|小|[至到为]|于[^，。；]{{1,10}})?了?{_ZH_TIMES}",
    r"减|降|低|少|短|[Ll]ess|[Ll]ower|[Ff]ew|[Rr]educ|[Dd]ecreas",
)
"""So many times as much, and what is meant to be so many times less."""

_HALVED = Pole(r"(?:halv(?:e|es|ed|ing)|by half)\b", "减半|[减降][少低]一半", "[半减降]|50|[Hh]alf|[Rr]educ")
_DOUBLED = Pole(
    r"doubl(?:e|es|ed|ing)\b(?! ?-?(?:blind|dummy|dose|lumen|strand|check|bond|layer))",
    "加倍|翻[倍番]|倍增|增[加长]了?(?:1|一)倍",
    r"[倍双]|[Tt]wo-?fold|[Tt]wice|\b2",
)
_UNDER = Pole(
    r"(?:below|under) (?:the|that|those|normal|average|target)\b(?! (?:influence|age))",
    "低于(?!\\s?\\d)",
    "[低小少]|[以之]下|下降|不足|未|[Bb]elow|[Ll]ow|[Ll]ess|[Uu]nder|[Bb]eneath|[Ss]hort",
)
_OVER = Pole(
    r"above (?:the|that|those|normal|average|target)\b(?! mentioned)",
    "高于(?!\\s?\\d)",
    "[高超大多]|[以之]上|上升|[Aa]bove|[Hh]igh|[Mm]ore|[Oo]ver|[Ee]xce|[Gg]reat",
)
_LARGER = Pole(
    r"(?:larger|bigger)\b(?! than \d)",
    r"大于(?!\s?\d)|[更较]大",
    r"大|[Gg]reat|[Mm]ore|[Hh]igh|[Oo]ld|[Ee]nlarg|[Ii]ncreas",
)
_SMALLER = Pole(
    r"smaller\b(?! than \d)", r"小于(?!\s?\d)|[更较]小", r"[小少缩]|[Ll]ess|[Ff]ew|[Ll]ow|[Yy]oung|[Ss]hr|[Dd]ecreas"
)

_MORE_OR_LESS = (
    r"[高多增升大强涨好]|(?i:\b(?:more|better|high|great|larg|increas|ris[ei]|rose|rais|grow|elevat|improv|enhanc|doubl|up-)"
    r"\w*)",
    r"[低少减降小短弱缩]|(?i:\b(?:less|few|low|reduc|decreas|declin|drop|fall|fell|small|short|young|wors|narrow|shr[iu]nk|dwindl|minimi[sz]|down-)"
    r"\w*)",
)
"""All that may tell of more, and of less."""

_SUPERIOR = Pole(
    r"(?:(?<!not )superior to\b|better than\b(?! (?:expected|average|usual))|outperform|"
    r"preferred (?:to|over)\b|preferable to\b|more effective than\b)",
    "(?<!不)优于|好于|胜过|胜于|佳于",
    r"[优好佳胜强不非]|\b(?:[Bb]etter|[Bb]est|[Ff]avou?r|[Nn]ot?|[Nn]on|[Pp]refer|[Aa]dvantag)",
)
_INFERIOR = Pole(
    r"(?:(?<!non-)(?<!not )inferior to\b|worse than\b|poorer than\b|less effective than\b)",
    "(?<!不)劣于|(?<!不)逊于|(?<!不)差于|不如|弱于",
    r"[劣差逊不非下及]|\b(?:[Ww]orse|[Pp]oor|[Ll]ess|[Nn]ot?|[Nn]on|[Ii]nfer)",
)
_NON_INFERIOR = Pole(
    r"(?:non-?inferior|not inferior|no worse than|not worse than)",
    "非劣|[不未](?:劣|逊|差|次|亚)于",
    r"不|非|未|\b(?:[Nn]ot?|[Ee]quivalen|[Cc]omparab|[Ss]imilar)|相当|等效|相似|同样",
)
_CLAUSE_SO_FAR = r"(?<![^，。；：、（）()])[^，。；：、（）()不未没无非否莫勿]*"  # with nothing in it that denies
_MORE_THAN = r"(?:higher|greater|more|longer|larger|older|better|lower|less|fewer|shorter|worse)\b(?! than \d)"
_NOT_MORE = Pole(
    r"(?:not|n't|no|never|nor|neither)\b(?! only| later)"
    r"(?: (?:be|been|any|significantly|statistically|much|found|to)){0,3} "
    rf"{_MORE_THAN}",
    r"(?:不|未|没有?|并非)[会能曾得应可须需再]?(?:显著|明显|见)?[高大多长低小少短优]于(?!\s?\d)|[不没未][^，。；]{0,3}比[^，。；]{1,12}更?[高大多长低小少短好差]",
    r"[不无未没非否]|相[似近当同仿]|\b(?:[Nn]ot?|[Nn]or|[Nn]ever|[Nn]either|[Nn]othing|[Nn]o(?:ne|body)|[Ww]ithout|[Nn]on|[Ff]ail|[Ss]imilar|[Uu]nlikely|[Cc]ompar|"
    r"[Rr]ather|[Hh]ardly|[Ll]ittle|[Aa]s)\b|n't",
)
_MORE = Pole(
    rf"{_MORE_THAN}(?=[^.;:]{{0,60}}? than\b)",
    rf"{_CLAUSE_SO_FAR}(?:[高大多长低小少短优]于(?!\s?\d)|更[高大多长低小少短])",
    r"[高大多长低小少短优升降增减较更比越]|\b(?:[Mm]ore|[Hh]igh|[Gg]reat|[Ll]ong|[Ll]arg|[Ll]ess|[Ll]ow|[Ff]ew|[Ss]hort|[Ww]orse|"
    r"[Bb]etter|[Ss]uper|[Ii]nfer|[Ii]ncreas|[Rr]educ|[Dd]ecreas)",
)
_COMPARING = (
    Opposition((_UP, _DOWN), {
        "increas-": "decreas-", "higher": "lower", "up-regulat-": "down-regulat-", "upregulat-": "downregulat-",
        "增加": "减少", "升高": "降低", "上升": "下降", "上调": "下调", "较高": "较低", "更高": "更低", "高于": "低于",
        "大于": "小于", "多于": "少于", "较多": "较少", "更多": "更少", "增多": "减少", "提高": "降低", "增强": "减弱",
    }, kin=_MORE_OR_LESS),
    Opposition((_LARGER, _SMALLER), {"larger": "smaller", "大于": "小于", "更大": "更小"}),
    Opposition((_SHORTER, _LONGER), {"shorter": "longer", "短于": "长于", "更短": "更长", "缩短": "延长"}),
    Opposition((_SUPERIOR, _INFERIOR), {"superior": "inferior", "better": "worse", "优于": "劣于", "好于": "差于"}),
)  # fmt: skip
"""Poles that a comparison told from the other side exchanges."""
_OTHERS = (
    Opposition((_NOT_MORE, _MORE), relations=("which denies it", "which affirms it")),
    Opposition((_BY, _TO), relations=("which is by how much", "which is to how much")),
    Opposition((_MANIFOLD, _FRACTION)),
    Opposition((_HALVED, _DOUBLED), {"halve": "double", "halved": "doubled", "减半": "加倍"}),
    Opposition((_UNDER, _OVER), {"below": "above", "低于": "高于"}),
    Opposition((_NON_INFERIOR, _INFERIOR), {"noninferior": "inferior", "不劣于": "劣于"}),
    Opposition((_NON_INFERIOR, _SUPERIOR), {"noninferior to": "superior to", "不劣于": "优于"}),
    Opposition((_BETTER, _WORSE), {"改善": "恶化", "好转": "加重"}),
    Opposition((_HYPERS, _HYPOS), {"hyper-": "hypo-", "高": "低", "亢进": "减退", "甲亢": "甲减"}),
    Opposition((_BEFORE, _AFTER), {
        "preoperati-": "postoperati-", "pre-operati-": "post-operati-", "premenopaus-": "postmenopaus-",
        "before": "after", "前": "后",
    }),
    Opposition((_POSITIVE, _NEGATIVE), {"positiv-": "negativ-", "阳": "阴", "正": "负"}),
)  # fmt: skip


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    if not pair.source or not pair.target:
        return
    found = list(reversals(pair, context, _COMPARING))
    yield from () if found and from_other_side(pair, context) else found
    yield from reversals(pair, context, _OTHERS)
    if sides := exchanged(pair, context):
        yield _exchange(pair, *sides)


def _exchange(pair: Pair, said: Compared, written: Compared) -> Hit:
    message = f"the source compares with “{said.other.strip()}”, the translation compares that with “{written.other}”"
    source, target = Span.of(pair.source_text, *said.place), Span.of(pair.target_text, *written.place)
    return Hit(message, source=source, target=target)


RULE = Rule(
    id="direction",
    title="Changes, comparisons and signs that are turned round",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="pair",
    check=_check,
    bad=(
        Example("Serum ferritin increased after two weeks.", "两周后血清铁蛋白降低。"),
        Example("Hypokalaemia was found in three patients.", "3例患者出现高钾血症。"),
        Example("There were no data before 2015.", "2015年以后无数据。"),
        Example("Preoperative pain was scored from 0 to 10.", "术后疼痛评分为0～10分。"),
        Example("术后住院时间缩短。", "Postoperative hospital stay was prolonged."),
        Example("Body temperature fell.", "体温升高。"),
        Example("死亡率高于对照组。", "Mortality was not higher than in controls."),
        Example("Blood loss fell by 30 mL.", "出血量降至30 mL。"),
        Example("每多一年，风险仅增加4%。", "Each further year increased the risk to only 4%."),
        Example("肾小球滤过率下降≥40%", "A decline in the glomerular filtration rate to ≥40%"),
        Example("The share rose from 12% to 30%.", "该比例由12%增加了30%。"),
        Example("感染的发生率约为对照组的4倍。", "Infections were about four times less frequent than in controls."),
        Example("Vitamin A halves the risk of death.", "维生素A使死亡风险加倍。"),
        Example("获得书面批准之前不得招募。", "No one may be recruited after written approval."),
        Example("及时就诊者的疫情规模小于其他人。", "Outbreaks were larger in those who sought care early."),
        Example("肝右叶低密度灶", "A high-attenuation lesion in the right hepatic lobe"),
        Example("保守治疗不劣于手术。", "Conservative treatment was inferior to surgery."),
        Example("核酸检测结果为阴性。", "The nucleic acid test was positive."),
        Example(
            "与对照组相比，治疗组复发率较低。",
            "The recurrence rate was higher in the treatment group than in controls.",
        ),
    ),
    good=(
        Example("It peaked in the first three days after onset.", "发病前三天达到峰值。"),
        Example("患儿年龄更大，血钠更低。", "The children were older and had lower serum sodium."),
        Example(
            "Grade 3 or higher events were elevated enzymes and neutropenia.", "≥3级事件为酶升高和中性粒细胞减少。"
        ),
        Example("转氨酶升高和血小板减少。", "Raised transaminases and thrombocytopenia."),
        Example("Night workers were more likely to fall asleep.", "夜班人员入睡的比例高于白班人员。"),
        Example("Falls were more common among those on sedatives.", "服用镇静药者跌倒较多。"),
        Example("下缘距宫颈内口大于7 cm。", "The lower edge was more than 7 cm from the internal os."),
        Example("平均提高不足15 dB为无效。", "A mean gain of less than 15 dB was no effect."),
        Example("Mortality was no higher in men than in women.", "男女死亡率相近。"),
        Example("Nothing was higher than expected.", "各项均未高于预期。"),
        Example("A组住院时间短于B组。", "Hospital stay was longer in group B than in group A."),
        Example("髓内钉劣于钢板。", "The plate was superior to the nail."),
        Example("女性患病率高于男性。", "Prevalence was lower in men than in women."),
        Example("Mortality fell with early treatment.", "早期治疗可提高生存率，降低死亡率。"),
        Example("The score was higher in group A than in group B.", "B组评分低于A组，A组较高。"),
        Example(
            "Hypothermia and hypertension were recorded before and after surgery.", "记录手术前后的低体温和高血压。"
        ),
        Example("与术前相比，术后疼痛减轻。", "Pain was milder after the operation than before it."),
        Example("结果呈阳性，而对照呈阴性。", "The result was positive, that of the control negative."),
    ),
    source="MQM: Accuracy, Mistranslation",
)
