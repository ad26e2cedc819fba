"""The labels of structured abstracts in both languages, and the section each stands for."""

from __future__ import annotations

import re

# `Design, setting and participants` in Chinese: 设计、场所与研究对象, 设计与场所.
_DESIGNS = [
    f"{design}{joint}{place}{rest}"
    for design in ("设计", "研究设计")
    for place in ("场所", "地点", "环境", "机构", "场景", "单位")
    for joint, ends in (("、", [f"{a}{b}" for a in "与和及" for b in ("对象", "研究对象", "参与者", "受试者", "患者")]),
                        *((a, [""]) for a in "与和及"))
    for rest in ends
]  # fmt: skip
# `Data extraction and synthesis`, `Main outcomes and measures`.
_DATA = [f"{data}{act}{rest}" for data in ("资料", "数据", "文献")
         for act in ("提取", "收集", "来源", "选择", "综合", "合成")
         for rest in ("", *(f"{a}{b}" for a in "与和及" for b in ("合成", "综合", "分析", "选择")))]  # fmt: skip
_OUTCOMES = [f"{main}{outcome}{a}{rest}" for main in ("", "主要") for outcome in ("结局", "结果", "转归", "终点")
             for a in "与和及" for rest in ("指标", "测量", "测量指标", "评价指标", "评估")]  # fmt: skip
_LABELS: dict[str, str] = {
    "abstract": "abstract | summary | structured abstract | 摘要 | 内容提要 | 提要 | 中文摘要 | 英文摘要 | 内容摘要",
    "background": "background | introduction | context | rationale | importance"
    " | what is known | what is already known | what is already known on this topic | what is known about this topic"
    " | knowledge gap"
    " | background and rationale"
    " | scientific background | study background | clinical context | statement of problem | statement of the problem"
    " | problem statement | 问题陈述 | 问题的提出 | 问题说明"
    " | 背景 | 引言 | 前言 | 研究背景 | 导言 | 绪论 | 重要性 | 研究意义 | 立题依据"
    " | 已知信息 | 已知内容 | 已有认识 | 已知情况 | 该主题的已知内容 | 研究现状 | 研究依据",
    "background-objective": "background and objective | background and aim | background and purpose"
    " | introduction and objective"
    " | introduction and aim | background & aims | objective and background | importance and objective"
    " | 背景与目的 | 背景和目的 | 背景及目的 | 研究背景与目的 | 背景/目的 | 目的与背景",
    "objective": "objective | aim | purpose | goal | hypothesis | study objective | aims and objectives"
    " | research question"
    " | objective of the study | aim of the study | purpose of the study | purpose of review | research objective"
    " | study aim | study purpose | primary objective | question | aim and objective"
    " | 目的 | 目标 | 研究目的 | 研究目标 | 本研究目的 | 综述目的 | 假设 | 研究假设 | 研究问题 | 问题 | 宗旨",
    "objective-methods": "objective and methods | aim and methods | purpose and methods | aims and methods"
    " | 目的与方法 | 目的和方法 | 目的及方法",
    "methods": "method | materials and methods | material and methods | methods and materials"
    " | patients and methods | subjects and methods"
    " | participants and methods | methodology | experimental design | study design and methods"
    " | methods and analysis"
    " | design and methods | design and setting | methods/design | methods and design"
    " | design, setting and participants"
    " | design, setting, and participants | study design | design | experimental procedure | experimental approach"
    " | methods and procedures | research design and methods | procedure | approach | approach and results"
    " | methods and patients | study design and setting | search methods | search strategy | case and methods"
    " | animals and methods | materials | study selection and data extraction | methods and study design"
    " | trial design"
    " | 方法与分析 | 方法和分析 | 方法及分析 | 方法与设计 | 方法和设计 | 方法/设计"
    " | 方法 | 材料与方法 | 材料和方法 | 材料及方法 | 资料与方法 | 资料和方法 | 资料及方法 | 对象与方法"
    " | 对象和方法 | 对象及方法"
    " | 病例与方法 | 患者与方法 | 患者和方法 | 研究方法 | 研究设计 | 设计 | 实验方法 | 试验设计 | 临床资料与方法"
    " | 临床资料和方法 | 设计与方法"
    " | 研究对象与方法 | 研究对象和方法 | 受试者与方法 | 方法学 | 检索策略 | 检索方法 | 研究设计与方法"
    f" | 受试者和方法 | 实验设计 | {' | '.join(_DESIGNS)}",
    "setting": "setting | study setting | settings and participants | location | setting and participants"
    " | 研究地点 | 地点 | 机构 | 研究机构"
    " | 研究场所 | 场所 | 单位与环境",
    "participants": "participant | patient | subject | population | sample | setting and patients"
    " | patients and setting | study population"
    " | patients/participants | study participants | samples | animals"
    " | 对象 | 研究对象 | 患者 | 受试者 | 参与者 | 病例 | 研究人群 | 人群 | 病人 | 样本",
    "interventions": "intervention | exposure | treatment | main exposures | interventions and comparisons"
    " | comparisons"
    " | 干预 | 干预措施 | 暴露 | 暴露因素 | 处理 | 治疗措施 | 干预方法",
    "measures": "main outcome measure | main outcome measures | outcome measure | outcome | main outcome"
    " | measurements | measures"
    " | primary outcome | primary outcome measure | main outcomes and measures | main measures | primary endpoint"
    " | primary and secondary outcome measures | measurements and main results | outcomes and measures"
    " | endpoints | end points"
    " | 主要结局指标 | 主要观察指标 | 观察指标 | 主要指标 | 结局指标 | 测量指标 | 主要结局 | 主要评价指标"
    " | 主要转归指标 | 评价指标"
    f" | 主要结果测量 | 主要终点 | 测量 | 结局 | {' | '.join(_OUTCOMES)}",
    "data sources": "data source | data sources and review methods | data sources and study selection"
    " | evidence acquisition | study selection"
    " | sources of data | data extraction | data extraction and synthesis | data collection | data synthesis"
    " | eligibility criteria | inclusion criteria | inclusion criterion"
    " | selection criteria | data collection and analysis | study eligibility criteria"
    f" | 研究选择 | 纳入标准 | 选择标准 | 证据获取 | {' | '.join(_DATA)}",
    "exclusion": "exclusion criteria | exclusion criterion | 排除标准 | 剔除标准",
    "inclusion and exclusion": "inclusion and exclusion criteria | inclusion/exclusion criteria"
    " | 纳入与排除标准 | 纳入和排除标准 | 纳入及排除标准 | 纳入排除标准 | 纳入/排除标准 | 纳排标准",
    "statistics": "statistical analysis | statistical methods | data analysis | analysis | statistics"
    " | 统计学方法 | 统计学处理 | 统计分析 | 统计学分析"
    " | 数据分析 | 统计方法",
    "methods-results": "methods and results | methods and findings | methods/results | methods and main results"
    " | methods and principal findings | methodology/principal findings | methodology and results"
    " | 方法与结果 | 方法和结果 | 方法及结果 | 方法/结果",
    "results": "result | finding | main results | main findings | key results | key findings | principal findings"
    " | results and findings"
    " | evidence synthesis | recent findings | observations | main outcomes and results | summary of results"
    " | major findings"
    " | 结果 | 主要结果 | 研究结果 | 发现 | 主要发现 | 研究发现 | 关键结果 | 最新发现 | 证据综合 | 实验结果"
    " | 近期发现"
    " | imaging findings | 所见 | 影像所见 | 影像学所见 | 影像表现 | 影像学表现 | 检查所见 | 超声所见 | 镜下所见",
    "results-conclusions": "results and conclusion | results/conclusions | results and discussion"
    " | findings and conclusions"
    " | 结果与结论 | 结果和结论 | 结果与讨论 | 结果和讨论 | 结果/结论",
    "discussion": "discussion | comment | discussion and conclusion | interpretation of results | 讨论 | 评论"
    " | 讨论与结论 | 述评",
    "conclusions": "conclusion | interpretation | conclusions and relevance | conclusion and relevance"
    " | clinical relevance"
    " | conclusions and implications | authors' conclusions | author's conclusions | summary and conclusions"
    " | main conclusions"
    " | clinical significance | implications | conclusion and significance | concluding remarks"
    " | conclusions/significance"
    " | implications for practice | practical implications | clinical implications | bottom line | key messages"
    " | key points"
    " | take-home message | relevance | conclusions/interpretation | conclusion and clinical relevance"
    " | relevance to clinical practice | impact | impact statement | clinical impact | implications for nursing"
    " | implications for research | implications for clinical practice | what this study adds | what this paper adds"
    " | what this study adds to the field | innovation | novelty | public health implications"
    " | conclusions/implications for practice | conclusions and implications for practice"
    " | conclusions and recommendations"
    " | policy implications | implications for nursing management | implications for policy and practice"
    " | 结论 | 小结 | 总结 | 解释 | 结论与意义 | 结论及意义 | 结论和意义 | 研究结论 | 临床意义 | 结语"
    " | 结论与相关性 | 结论和相关性"
    " | 要点 | 关键信息 | 临床相关性 | 作者结论 | 实践意义 | 启示 | 解读 | 诠释 | 影响 | 影响力 | 临床影响 | 影响声明"
    " | 相关性 | 实践启示 | 临床启示 | 对实践的启示 | 对临床实践的启示 | 对护理的启示 | 对研究的启示"
    " | 对实践的意义 | 对临床实践的意义 | 对护理实践的启示 | 护理启示 | 意义与启示 | 本研究的贡献 | 本研究新增内容"
    " | 与临床实践的相关性 | 创新点 | 创新性 | 公共卫生意义 | 政策启示 | 应用价值 | 临床价值 | 研究启示"
    " | 结论/实务应用 | 结论/实践意义 | 结论与实务应用 | 结论与建议 | 实务应用 | 临床应用 | 结论/临床意义",
    "meaning": "meaning | significance | 意义",
    "limitations": "limitation | strengths and limitations | strengths and limitations of this study"
    " | study limitations | limitations and strengths"
    " | 局限性 | 研究局限性 | 不足 | 局限"
    " | 优势与局限性 | 优势和局限性 | 优势与局限 | 本研究的优势与局限 | 本研究的优势与局限性 | 本研究的优势和局限性",
    "case": "case report | case presentation | case | case summary | case description | patient concerns"
    " | clinical case | case series"
    " | 病例报告 | 病例介绍 | 病例 | 病例摘要 | 病例资料 | 临床资料 | 病例描述 | 病例简介 | 患者情况 | 病史摘要",
    "diagnosis": "diagnosis | diagnoses | diagnostics | 诊断",
    "highlights": "highlight | lay summary | lay abstract | patient summary"
    " | plain language summary | graphical abstract | lessons | 亮点"
    " | author summary | 作者摘要 | 作者总结 | 作者小结"
    " | 要点提示 | 通俗总结 | 科普摘要 | 简明摘要 | 患者摘要 | 通俗摘要 | 通俗语言摘要"
    " | 研究亮点 | 经验教训 | 教训 | 图文摘要",
    "registration": "trial registration | clinical trial registration | registration"
    " | clinical trial registration number | trial registration number"
    " | systematic review registration | registration number | clinicaltrials.gov identifier | clinicaltrials.gov"
    " | prospero registration number | study registration | clinical trial number | clinical trials registration"
    " | trial registry | clinical trial registration information"
    " | 试验注册 | 临床试验注册 | 注册号 | 临床试验注册号 | 注册信息 | 试验注册号 | 研究注册 | 临床试验登记"
    " | 试验登记 | 注册 | clinicaltrials.gov注册号 | clinicaltrials.gov标识符 | clinicaltrials.gov登记号",
    "funding": "funding | funding source | funding/support | financial support | primary funding source"
    " | sources of funding | 资助 | 资金来源"
    " | 经费来源 | 基金资助 | 资金支持 | 主要资金来源",
    "evidence": "level of evidence | evidence level | type of study | study type | 证据等级 | 证据级别 | 证据水平"
    " | 研究类型",
    "reporting": "reporting method | reporting guideline | 报告方法 | 报告规范",
    "patients' part": "patient or public contribution | patient and public involvement | patient or public involvement"
    " | patient and public contribution | 患者或公众贡献 | 患者或公众参与 | 患者与公众参与 | 患者和公众参与"
    " | 患者与公众贡献",
    "ethics": "ethics and dissemination | ethics | ethical approval | 伦理与传播 | 伦理 | 伦理和传播 | 伦理审批",
}

_SIMPLER = str.maketrans(
    "標設計統療對現處與關結論內總實驗機構樣點數據資料來選擇隨參緒研題級證據級註冊測檢介紹執導語問優勢獻訊經費義響護臨啟務應踐創價簡貢增領與學習",
    "标设计统疗对现处与关结论内总实验机构样点数据资料来选择随参绪研题级证据级注册测检介绍执导语问优势献讯经费义响护临启务应践创价简贡增领与学习",
)
_EDGE = " \t\r\n\u3000\u00a0\u2002\u2003:：.．。,，;；-–—*#|·•/()（）[]［］【】〔〕「」『』<>《》〈〉_"
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])")
_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[.、．)）:：\s]\s*(?=\D)")
_JOIN = re.compile(r"\s*(?:&|\band\b|\+)\s*|\s*[/／]\s*")
LONGEST_LABEL = 60


def section_of(label: str) -> str | None:
    """Return the section that a label of a structured abstract names, None where it names none.

    Case, brackets, numbering, the colon, plural and Traditional characters make no difference. A label that
    covers two sections has an id of its own, as `methods-results`.

    >>> section_of("BACKGROUND:"), section_of("【方法】"), section_of("Materials and Methods."), section_of("結論：")
    ('background', 'methods', 'methods', 'conclusions')
    >>> section_of("Ankylosing spondylitis") is None
    True
    """
    if len(label) > 2 * LONGEST_LABEL:
        return None
    key = _key(label)
    return _SECTIONS.get(key) or _SECTIONS.get(_singular(key))


def is_label(text: str) -> bool:
    """Say whether a text is nothing but the label of a section or of the keywords.

    >>> is_label("Abstract"), is_label("【关键词】"), is_label("Abstract art")
    (True, True, False)
    """
    return section_of(text) is not None or bool(KEYWORDS_LABEL.fullmatch(text.strip()))


def starts_label(text: str) -> bool:
    """Say whether a text begins with a label and its mark: `摘要：`, `【方法】`, `Keywords:`.

    >>> starts_label("摘要：目的"), starts_label("方法学研究")
    (True, False)
    """
    if KEYWORDS.match(text):
        return True
    m = _MARKED.match(text)
    return m is not None and section_of(m[0]) is not None


def _key(label: str) -> str:
    text = label.strip(_EDGE).lower().translate(_SIMPLER)
    text = _NUMBER.sub("", text)
    text = _BETWEEN_HAN.sub("", text)
    text = _JOIN.sub(lambda m: "/" if m[0].strip() in ("/", "／") else " and ", text)
    return re.sub(r"\s+", " ", text).strip(_EDGE)


def _singular(key: str) -> str:
    words = [w[:-1] if w.endswith("s") and not w.endswith(("ss", "sis")) else w for w in key.split(" ")]
    return " ".join(words).replace("s/", "/")


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for section, labels in _LABELS.items():
        for label in labels.split(" | "):
            key = _key(label)
            table.setdefault(key, section)
            table.setdefault(_singular(key), section)
    return table


_SECTIONS = _table()
_MARKED = re.compile(
    r"\s*(?:[【\[［〔「『][^】\]］〕」』]{1,30}[】\]］〕」』]\s*[:：]?"
    r"|[A-Za-z一-鿿][A-Za-z一-鿿 ,/&'-]{0,58}?\s*[:：])"
)

_KEY = (
    r"(?:key[\s-]?words?(?:\s+and\s+phrases)?|index(?:ing)?\s+terms?|mesh(?:\s+(?:terms?|headings?|keywords?))?"
    r"|search\s+terms?|subject\s+(?:terms?|headings?|words?)|descriptors?"
    r"|(?:中文|英文|外文)?[关關][\s\u3000]*[键鍵][\s\u3000]*[词詞字]|主题词|主題詞|索引词|索引詞|检索词|檢索詞)"
)
KEYWORDS_LABEL = re.compile(rf"[【\[［〔「(（]?\s*{_KEY}\s*[】\]］〕」)）]?\s*[:：]?", re.IGNORECASE)
# With its mark, or in brackets; or, at the head of a line, with wide space only.
KEYWORDS = re.compile(
    rf"\s*(?:[【\[［〔「(（]\s*{_KEY}\s*[】\]］〕」)）]\s*[:：]?|{_KEY}\s*(?:[:：]|[—–]|\.(?=\s)))[\s\u3000]*",
    re.IGNORECASE,
)
KEYWORDS_BARE = re.compile(rf"\s*{_KEY}(?:[\s\u3000]+)(?=\S)", re.IGNORECASE)
