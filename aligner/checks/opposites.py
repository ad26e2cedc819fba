"""A word that stands for its opposite, where it is no side, direction or negation.

What it finds
    Acute for chronic, benign for malignant, primary for secondary, male for female, artery for vein, systolic for
    diastolic, in vivo for in vitro, agonist for antagonist, sensitive for resistant and the like: the source has one,
    and the translation only the other.

Why it matters
    The two words look alike and stand in the same sentences, so that the slip is easy to make and hard to see.

What it leaves alone
    Sentences in which either language has both, or where a looser word may stand for the one that is missing.

How to fix it
    Write the word of the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks._opposites import Opposition, Pole, reversals
from aligner.model import Context, Example, Hit, Pair, Rule

_OPPOSITIONS = (
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
            Pole(r"arter(?:y|ies|i)", "动脉", r"\b[Aa]rter\w+"),
            Pole(r"(?:venous|veins?\b|intravenous)", "静脉", r"静注|静滴|\bi\.?v\.?\b"),
        ),
        {"artery": "vein", "arteries": "veins", "动脉": "静脉"},
    ),
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
    Opposition((Pole("homozyg", "纯合"), Pole("heterozyg", "杂合")), {"homozyg-": "heterozyg-", "纯合": "杂合"}),
    Opposition(
        (Pole(r"maxim(?:um|al)\b", "最[大高多长]", "峰"), Pole(r"minim(?:um|al)\b", "最[小低少短]", "微|谷")),
        {"maximum": "minimum", "maximal": "minimal", "最大": "最小", "最高": "最低"},
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
        (Pole("intracellular", "[胞细]内"), Pole("extracellular", "[胞细]外")), {"胞内": "胞外", "intra-": "extra-"}
    ),
)


def _check(pair: Pair, context: Context) -> Iterator[Hit]:
    return reversals(pair, context, _OPPOSITIONS)


RULE = Rule(
    id="opposites",
    title="Words that stand for their opposite",
    category="Accuracy/Mistranslation",
    severity="critical",
    scope="pair",
    check=_check,
    bad=(
        Example("Acute pancreatitis was diagnosed.", "诊断为慢性胰腺炎。"),
        Example("This retrospective study included 30 women.", "这项前瞻性研究纳入30例妇女。"),
        Example("肿块为良性。", "The mass was malignant."),
        Example("收缩压升高。", "Diastolic pressure was raised."),
    ),
    good=(
        Example("Acute on chronic liver failure", "慢加急性肝衰竭"),
        Example("The primary endpoint was survival.", "主要终点为生存期。"),
        Example("This retrospective analysis of a prospective cohort", "本研究回顾性分析前瞻性队列"),
        Example("男性患者，其母有糖尿病。", "A man whose mother had diabetes"),
    ),
    source="MQM: Accuracy, Mistranslation",
)
