"""Words of both languages that deny, for certain or in some way."""

from __future__ import annotations

import re

_AUXILIARY = "(?:is|are|was|were|do|does|did|has|have|had|can|could|should|will|would|may|might|must)"
_NEGATING = (
    r"un(?!der|i(?:t|v|o|q|f|nt|ll?a)|til)\w+|im(?:poss|prop|perf|mob|matur|mutab|pract)\w*|"
    r"in(?:feas|compet|compat|curab|suff|adeq|abil|compl|freq|sig|cap|eff|val|act|vis|acc|corr|dist|toler|determ|dep|sens|app|exp|oper|"
    r"cons|conc)\w+|irr(?!it|ad|ig)\w+|illeg\w*"
)
"""English words whose first syllable denies the rest."""
_NOT_DENYING = (
    "only|just|merely|simply|solely|until|necessarily|least|limited to|yet|long|so much|(?:to )?exceed|all|every|"
    "the same|surviv|hesitate|forget|surprising|"
    r"(?:be )?(?:more|less|fewer|lower|higher|greater|longer|later|earlier)\b(?: \w+){0,2} than|" + _NEGATING
)
FAILED = (
    r"(?<!never )(?<!not )(?<!rarely )(?<!seldom )fail(?:s|ed)? to"
    "(?! (?:thrive|complete|attend|return|adhere|comply|finish))"
)
AGAINST = r"(?:recommend|advis|argu|caution)\w* against"
SURE = re.compile(
    rf"\b(?:{FAILED}|{AGAINST})\b|"
    rf"(?<!\bif )(?<!\bwhy )\b(?:{_AUXILIARY} )?not\b(?! (?:{_NOT_DENYING})| ?[^\s\w,.“‘'\x22])|\bcannot\b|"
    r"n['’]t\b(?! (?:hesitate|forget))|\bnever(?!theless|-|\w)|\bnone(?= (?:of|had|was|were|died|developed)\b)|"
    r"(?<!\band )(?<!\bfrom )\bwithout\b"
    r"(?! (?:delay|approval|permission|prior|limitation|limit|doubt|saying|question))|"
    r"\bno(?= [a-z])(?! (?:longer|later|earlier|more|less|fewer|sooner|matter|doubt|survivors?)\b)|"
    r"\bunable to\b|\bneither\b|"
    r"\b(?:den(?:y|ied|ies|ying))(?= [a-z])(?! (?:access|entry|permission|the (?:appl|request|petition)))|"
    r"\bfree(?:dom)? from any\b|\bfree of any\b|\b(?:in|despite|with) (?:the )?(?:\w+ )?absence of\b",
    re.IGNORECASE,
)
"""English that denies whatever it stands with."""
ANSWERS = re.compile(
    r"\b(?:no|not|none|nor|neither|never|nothing|nobody|without|cannot|unable|few|fail\w*|lack\w*|impossible|"
    r"un(?:changed|altered|affected|known|clear|related|likely)|rather\sthan|instead\sof)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""English that answers a sure denial."""
DENIES_TWO = re.compile(
    r"\bnone\b|\b(?:no|not|without|never|cannot)\b[^,.;]{1,60}?,? or\b|n['’]t\b[^,.;]{1,60}?,? or\b", re.IGNORECASE
)
"""English that denies two things at once."""
OR_ELSE = re.compile(r"\bor $", re.IGNORECASE)
DOUBLE = re.compile(
    r"\b(?:no|none|never|neither|nothing)\b(?:(?!\b(?:and|or|nor|but)\b)[^,.;:()])+?\bnot\b|"
    r"(?:\b(?:no|not|never|cannot)|n['’]t)\b[^.;]+?\b(?:unless|until|except|other than|"
    r"without (?:first |prior )?(?:\w+ing|consultation|approval|permission|consent|advice))\b|\bunless\b[^.;]+?\bnot\b|"
    r"\b(?:cannot|could not|can not) but\b|\b(?:not|never) (?:\w+ )?without\b|"
    r"\b(?:hardly|scarcely|barely)\b(?:(?!\b(?:and|or|but)\b)[^,.;:()])+?\b(?:no|not|without)\b",
    re.IGNORECASE,
)
DOUBLE_CHINESE = re.compile("[不无没非未].{0,2}[不无](?!症状)|非.{1,12}不可")
"""Denials that cancel out, or say what must be: *no … unless* is 才能."""
_SURE_CHINESE = """
    不 没 没有 未 尚未 并未 从未 未能 未见 未曾 未有 并非 并不 并没有 无 并无 尚无 暂无 毫无 无法 无需 无症状 不会
    不能 不应 不应该 不得 不要 不可 不可以 不宜 不该 不用 不必 不需要 不再 不准 不许 不予 不存在 否认 禁用
    不可能 不能够 绝不 决不 从不 毫不 从来没有 没法 勿 切勿 请勿 禁止 严禁 切忌
"""
SURE_WORDS = frozenset(_SURE_CHINESE.split())
UNSURE = re.compile(
    "不(?:[高大多好佳强长久深远]|仅|只|但|同|断|到|足|及|等|限|管|论|太|那么|远|小心|是|全|正|完[整全])|.?未来|没有关系|没[入收]|"
    "[不未][得能应可宜]?(?:低于|高于|少于|多于|大于|小于|短于|长于|早于|晚于|超过|逾|满|达|足|及)|"
    r"未.{1,12}前|[未无非][^，。；、]{1,8}[者组]的?[\d.一二两三四五]+倍"
)
"""What looks like a denial, and limits or compares."""
ASKED = re.compile(
    r"(?:(.)[不没](?=\1)|有没?(?=[无有])|(?:[与和或及否若如]|(?<=[若如])果)(?=[不没未无])|[^，。；：、\s](?=禁止|严禁))"
)
"""Where a denial asks, or makes one of two cases: 能不能, 有无, 与不…, 若不…; 禁止 denies for sure where it orders."""
_HARMLESS_CHINESE = "不同 不良 不断 不仅 不过 不久 不等 不足 无论 未来 不管 无数 非常"
HARMLESS = frozenset(_HARMLESS_CHINESE.split(" "))
"""What begins with a word that denies, and denies nothing."""
BETWEEN = {"en": re.compile(r"[^.;:]{1,40}"), "zh": re.compile("[^；。：]{1,14}")}
LACK = frozenset({"无", "并无", "没有", "未见", "未", "否认"})
"""Denials that make a list, which the other language may deny once: 无发热，未见皮疹 for `no fever or rash`."""
LOOSE = {
    "en": re.compile(
        rf"\b(?:no|not|non|none|nor|neither|never|nothing|nobody|without|cannot|{_NEGATING}|"
        r"dis(?!eas|trib|tan|cus|play|charg|sect|k|c\b|til|solv|cover|cern|order|infect|semin|pos|tress|aster|h\b|hes|crim)\w+|"
        r"mis\w+|de(?:ny|nied|void|prec)\w*|contraind\w*|fail\w*|lack\w*|absen\w+|abst\w+|free|fewer|few|(?<!at\s)least|little|rare\w*|"
        r"hardly|barely|scarcely|seldom|except\w*|exclu\w*|unless|until|avoid\w*|prevent\w*|prohibit\w*|forb[ai]d\w*|barr(?!ier)\w+|outlaw\w*|inhibit\w*|restrain\w*|withh\w+|refus\w*|"
        r"reject\w*|negat\w*|neglect\w*|rul\w+ out|rather|instead|too|differen\w+|similar\w*|hard|stop\w*|ceas\w*|"
        r"comparab\w*|balanced|equivalent|alike|identical|"
        r"freedom(?! of)|other than|out of|incohe\w+|"
        r"otherwise|under-?(?:report|diagnos|treat|util|us|estim)\w*|(?<!go\s)(?<!goes\s)away|remain\w*|miss\w*|lose|lost|zero|ban\w*|against(?!\s(?:the\s|other\s|this\s|all\s)?(?:(?-i:[A-Z])|\w*(?:virus|infect|bacteri|diseas|pathogen|t[uo]mou?r|cancer)))|beyond|only|still|yet(?=\sto\b)|naive|omit\w*|delay\w*|spar\w+|"
        r"blind\w*|asympt\w*|afebrile|optional|simply|poor\w*|nil|NK[DF]?A|surviv\w*|normal\w*)\b|n['’]t\b|-free\b|(?<=[a-z])less\b|\bnon",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:(?<!是)不|不(?!是))(?![断良仅过久管])|(?<![是能可])否|无(?!论|数|线|机|菌(?!生长|落|检出)|创|锡|纺|烟)|未(?!来)|没|非(?![常洲])|免(?!疫)|勿|毋|别(?=让|把|再|去)|"
        "禁|拒|反对|驳|缺(?!血|氧)|失(?!血|眠|调|衡|禁|明|语|聪|常)|欠|乏|少(?=有|见|数)|很少|极少|难(?!民)|防(?![疫卫护控治线])|避|停(?!留|车)|仅|只|尚|"
        "空(?![腹气军间])|绝(?![经对])|误|(?<![切摘去清根删扣铲拔])除(?!以|颤|草|皱)|(?<=[之以例意额])外|直到|才|始[得能可]|逾|即使|放下|障碍|存活|幸存|戒|正常|待查|迁延|(?<!差)异(?![常体位物构烟])|"
        "相[同似近当]|一[样致]|可比|均衡|常见|阴性|(?<![渗泄])漏(?!斗)"
    ),
}
"""Whatever denies, limits, compares or excludes."""
PLAIN = re.compile(r"[不没未无非勿]|\b(?:no|not|none|nor|neither|never|without|cannot|unable)\b")
"""Words that hardly say anything but that they deny."""
_KINDS = (
    (r"(?:only|just|merely|solely|sole)\b", "[仅只]"),
    (r"(?:prevent|prophyla|protect|control|defen|contain)\w*", "防"),
    (r"(?:avoid|prevent|evad|evas|spar|shelter|immun)\w*", "[避免]"),
    (r"(?:lack|short|absen|deficien|defect|miss|loss|lost|los[ei]|ischa?em|hypox)\w*", "[缺失乏欠漏]"),
    (
        r"(?:except|besides|(?:in )?addition|other than|apart from|aside from|remov|eliminat|exclu|rul\w+ out|"
        r"clear|erad|reliev|resol)\w*",
        "[除外]",
    ),
    (r"(?:outside|external|extra|foreign|abroad|overseas|surg|surpris|accident|quota)\w*", "外"),
    (r"(?:similar|same|alike|like|consisten|identical|agree|uniform|concord)\w*", "相[同似近当]|一[样致]"),
    (r"(?:compar|match|balanc|equiv)\w*", "可比|均衡|相当"),
    (r"(?:surviv|aliv|liv)\w*", "存活|幸存"),
    (r"(?:normal|euthyr|euglyc)\w*", "正常"),
    (r"(?:differen|differ|vari|vary|abnormal|anomal|excellen|hetero|allo)\w*", "异"),
    (r"(?:even|although|though|despite)\b", "即使"),
    (r"(?:common|frequent|usual)\w*", "常见"),
    (r"(?:difficult|hard|trouble|challeng|refract|disaster|victim)\w*", "难"),
    (r"(?:stop|suspend|suspens|ceas|halt|quit|cessat|discontinu|withdraw|paus|arrest|park|stay)\w*", "停"),
    (r"(?:ban|prohibit|forbid|forbad|bar|fast|contraind|curfew|taboo)\w*", "禁"),
    (r"(?:error|mistak|mis|wrong|fals)\w*", "误"),
    (r"(?:empt|air|avia|spac|vacu|fast|blank|cavit|void|hollow)\w*", "空"),
    (r"(?:disorder|barrier|disturb|dysfunc|impair|obstac|disab)\w*", "障碍"),
    (r"(?:refus|reject|declin|den[yi])\w*", "[拒驳]"),
    (r"(?:oppos|against|object|anti)\w*", "反对"),
    (r"(?:few|small number|minorit|rare|seldom|scarc|uncommon|infrequent)\w*", "少"),
    (r"(?:exceed|over|more than|beyond|above)\b", "逾"),
    (r"(?:fail|malfunct|break)\w*", "衰|失[败灵效]|故障"),
    (r"(?:inhibit|suppress|restrain|depress)\w*", "抑"),
    (r"(?:false[ -])?negativ\w*", "阴性"),
    (r"(?:still|remain\w*)\b", "仍|依[然旧]|尚|还(?!原)|残[存留]|剩余"),
    (r"(?:delay|postpon|late)\w*", "延[迟后缓]|推迟|迟发"),
    (r"poor\w*", "[较很更]差|不良|不佳|贫困"),
    (r"(?:miss|omi[ts]|overlook|neglect)\w*", "漏"),
    (r"(?:complet|absolut|menopaus|most|vast|great|despair|hopeless|tube|steril)\w*", "绝"),
)
KINDS = tuple(
    {"en": re.compile(rf"\b{english}", re.IGNORECASE), "zh": re.compile(chinese)} for english, chinese in _KINDS
)
"""What may deny and its like in the other language: where both have it, it answers no other denial."""
LOOSER = {
    "en": re.compile(
        r"\b(?:less(?:er)?|restrict\w*|eliminat\w*|limit\w*|difficult\w*|short of|unlike\w*|loss|gone|un-\w+|"
        r"despite|desist\w*|persist\w*|compromis\w*|agnostic|random\w*|reluctan\w*|erratic\w*|exempt\w*|conceal\w*|"
        r"in place of|ignor\w*|before|prior to|outstanding|pending|await\w*|\w+-?(?:proof|tight)|from \w+ing|"
        r"too \w+ to|(?:enough|sufficient\w*)(?: \w+)? to)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"难以|很难|困难|取消|拒绝|(?i:\b(?:not|no|without|non|unable|cannot)\b|n['’]t\b)"),
}
"""What may answer a denial besides, within its clause."""
JOINED = {
    "en": re.compile(
        r"(?!.*\b(?:so|but|therefore|thus|hence|although|though|because|while|whereas|which|who|if|when)\b)"
        r"[^.;:]{0,40}(?:,|\b(?:and|or|nor)\b)[^.;:]{0,40}",
        re.IGNORECASE | re.DOTALL,
    ),
    "zh": re.compile("[^，。；：]{0,12}[及和与或、][^，。；：]{0,12}"),
}
"""What joins two things of which one denial may be said."""
NEGATIVE = re.compile(r"(?:un|in|im|ir|il|dis|non|mis)|.*less$")
"""English stems that may deny in themselves."""
_LIGHT_CHINESE = "进行 出现 具有 发生 接受 存在 任何 明显 获得 发现 使用 造成 需要 能够 应该 可以"
LIGHT = frozenset(_LIGHT_CHINESE.split(" "))
"""Chinese words that English may leave out: what is denied stands behind them."""
