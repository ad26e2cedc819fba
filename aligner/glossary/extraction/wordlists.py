"""Words that say where a term cannot begin or end, and words too general to be a term.

English words are compared by their keys (`aligner.text.variants.english_key`), so a noun stands here in the singular
and a regular verb in its base form. The lists are of general language and hold no word of a special field.
"""

from __future__ import annotations

from aligner.lexicon.tokens import CHINESE_STOP_WORDS
from aligner.lexicon.words import STOP_WORDS
from aligner.text.variants import english_key

# Function words beside the lexicon's: no term holds one, `of` between its words excepted.
_FUNCTION = """
vitro vivo situ although despite whether unless since until upon within without among amongst throughout across
along around toward towards against beyond beside besides behind beneath inside outside near per via versus vs
plus minus like unlike every either neither few fewer several many much less least lot lots enough else another
various numerous certain cannot ever never always often sometimes usually rather quite even still yet already
almost perhaps maybe however therefore thus hence moreover furthermore nevertheless nonetheless meanwhile
otherwise instead anyway namely regarding concerning including according due owing able unable far away back ago
later soon now today yesterday tomorrow currently eg ie etc et al ok okay yes yeah please hi hello hey um uh hmm
oh well really actually everyone everybody everything someone somebody something anyone anybody anything nobody
nothing none whatever whichever whoever whenever wherever wherein whereas whereby thereby therein thereof hereby
herein hereof thereafter shall ought let lets im ive dont doesnt didnt isnt arent wasnt werent cant couldnt wont
wouldnt shouldnt gonna wanna gotta because though once twice together apart aside altogether especially
particularly mainly mostly one two three four five six seven eight nine ten eleven twelve dozen hundred thousand
million billion trillion first second third fourth fifth sixth seventh eighth ninth tenth january february march
april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday kg mg ml km cm mm hr hrs pm am
"""
FUNCTION = STOP_WORDS | frozenset(_FUNCTION.split()) | {"about"}

# After these stands a noun phrase; after those a verb. Before an article or a pronoun stands no noun.
_BEFORE_NOUN = """
a an the this these those its their our his her my your of in on for with by from no each any some into
"""
BEFORE_NOUN = frozenset(_BEFORE_NOUN.split())
_BEFORE_VERB = """
to we they he she it you i who which not can could may might will would should must did does do
"""
BEFORE_VERB = frozenset(_BEFORE_VERB.split())
_AFTER_VERB = """
the a an their its his her our your us them him me whether
"""
AFTER_VERB = frozenset(_AFTER_VERB.split())

# Verbs that are not also common nouns; their forms end no term and stand in none.
_VERBS = """
show shown find found suggest include provide require allow become became remain occur develop indicate reveal
demonstrate identify describe consider make made take took taken give gave given get got go goes went gone come
came see saw seen know knew known think thought want feel felt say said tell told ask keep kept try tried begin
began begun bring brought lead led leave left lose lost mean meant meet met pay paid put run ran send sent set
sit speak spoke spend spent stand stood understand understood write wrote written choose chose chosen grow grew
grown hold held hear heard wear wore worn teach taught win won bear bore borne eat ate drink drank sleep slept
achieve acquire adapt add adopt advise affect agree aim announce appear apply appoint arise arose assess assist
assume attend avoid believe belong carry cause comprise conclude conduct confirm connect consist constitute
contain continue contribute create cut deal declare decide define deliver depend derive deserve detect determine
deploy differ discover discuss eliminate emerge emphasize enable encourage enhance ensure enter establish
evaluate examine exceed exist expand expect explain explore expose express extend facilitate fail follow gather
generate happen hope ignore illustrate implement imply improve inform inhibit intend introduce investigate
involve join lack learn lie limit listen live maintain manage mention move need obtain offer operate participate
perform permit persist possess prefer prepare prevent proceed produce promote propose protect prove publish
pursue reach receive recognize recommend reduce refer reflect regard relate rely remember remove repeat replace
represent resemble resolve respond result retain seek seem select serve share solve start stay stop strengthen
submit succeed suffer suit summarize support survive tend thank undergo utilize vary wait weaken wish worry
please warn allege argue claim contend
"""
VERBS = frozenset(_VERBS.split())

# Participles and adjectives that name no kind: a term does not begin with one.
_DESCRIPTIVE = """
new old other same different similar such own whole entire main major minor large small big great huge little
good bad better best worse worst important significant possible impossible potential likely unlikely available
unavailable necessary essential recent current previous former latter next last following above further
additional extra more ongoing existing present future past early late earlier later final initial overall
general usual normal rare frequent specific particular special typical unique single double total full complete
partial actual real true false right wrong clear obvious apparent evident serious considerable substantial
moderate strong weak rapid quick slow sudden easy difficult hard simple complex various numerous multiple many
several few certain sure respective related associated based known unknown used reported observed described
identified confirmed suspected infected affected increased decreased reduced improved limited increasing
decreasing growing using given made taken called named considered expected estimated proposed suggested
recommended required needed involved included detected found shown obtained published developed established
conducted performed tested treated compared concerned determined causing leading resulting including containing
providing showing making taking getting going coming having being doing suffering leaving living working wearing
remaining regarding depending thousand wide broad widespread high higher highest low lower lowest long longer
short shorter high-quality so-called well-known beneficial useful helpful effective ineffective appropriate
adequate inadequate sufficient insufficient suitable reasonable feasible interesting surprising close closer
closest far near nearby daily weekly monthly annual yearly popular famous modern traditional contemporary
american chinese british english french german japanese european western eastern northern southern strict
correct incorrect original opposite equal unequal favorable favourable favored responsible aware unaware worth
prior subsequent due ready unable able prone greater less
"""
DESCRIPTIVE = frozenset(english_key(word) for word in _DESCRIPTIVE.split())

# Nouns of general language: no term by themselves, nor in company of their like.
_GENERAL = """
administration origin restriction shortage emergency closure candidate crisis gathering colleague ticket peak
supplier schedule reference writing hope dream truth habit custom victory defeat surprise visit guest gift prize
welcome arrival departure return exit entrance corner gap hole shape circle square block layer row column pair
couple way thing fact case example instance number amount quantity level degree extent rate ratio percent
percentage proportion majority minority part portion piece rest lot set series range variety kind type sort form
class group category item list member element aspect feature factor point issue matter problem question answer
solution reason cause effect result outcome consequence impact influence role function purpose aim goal
objective target use usage user means method approach technique strategy plan program programme project process
procedure step stage phase course action activity act measure effort attempt practice task job work worker duty
service business industry company firm office organization organisation institution agency association body team
board committee staff person people man woman child boy girl baby adult individual population community society
public citizen resident family parent mother father son daughter brother sister husband wife friend neighbour
student teacher time year month week day hour minute moment date period age century decade morning evening night
season weekend beginning start end middle future past present place area region site location country nation
state province city town village street home house building room world earth land field space position situation
circumstance condition status environment context background side top bottom front back center centre line edge
surface direction distance information news report article paper book journal letter message note text word
sentence language name title data evidence knowledge understanding idea view opinion thought concept theory
belief assumption finding study research researcher scientist author expert analysis review investigation survey
experiment model system structure network unit component source resource material product production tool
equipment device machine need demand request requirement recommendation advice suggestion guidance guideline
instruction rule standard principle policy law order decision choice option alternative opportunity chance
possibility probability likelihood risk danger threat concern worry fear challenge difficulty barrier limitation
advantage disadvantage benefit importance significance value price cost money fund funding budget support help
aid assistance contribution increase decrease reduction rise fall growth decline change difference variation
similarity comparison relation relationship connection link contact interaction combination balance development
improvement progress advance advancement success failure achievement performance quality efficiency
effectiveness ability capacity capability power strength force pressure speed size length height width weight
depth event incident accident occurrence appearance presence absence existence lack loss gain addition supply
access availability provision distribution delivery response reaction reply attention awareness interest focus
experience skill training education school college university lesson government authority minister president
leader official head director manager chief representative spokesperson car bus train plane ship road travel
trip journey traveller passenger food water air fire light sound color colour picture image photo video film
movie music song game party table figure chart section chapter page appendix thanks sir madam doctor lady
gentleman guy basis term account regard respect everybody life death hand eye face hair heart first second third
half quarter spread scale scope pattern trend sign signal indication mark attack war peace battle fight total
sum average maximum minimum mr mrs ms dr prof st summer winter spring autumn today tomorrow yesterday detail
description explanation definition discussion conclusion introduction summary
"""
GENERAL = frozenset(english_key(word) for word in _GENERAL.split())

NOUNS_LIKE_ADVERBS = ("family", "supply", "assembly", "anomaly", "butterfly", "monopoly", "jelly", "belly", "lily")

# What `of` after these governs is a quantity or a relation, not a kind.
_RELATIONS = """
average mean median total maximum minimum dose severity spread trend number amount quantity level degree
majority minority part portion piece lot set series range variety kind type sort group case list member
percentage proportion result outcome use lack loss presence absence end beginning start increase decrease
reduction development treatment prevention control detection diagnosis transmission effect impact risk rate
symptom patient evidence study analysis combination period time day week month year center centre people
importance role cause source way method example area department ministry university state republic president
director onset history sign concentration model production expression formation percent
"""
RELATIONS = frozenset(english_key(word) for word in _RELATIONS.split())

# Adjectives that no ending tells; a term does not end with one.
_ADJECTIVES = """
anterior posterior superior inferior interior exterior mild severe acute pregnant open online offline long-term
short-term novel healthy elderly male female young adult ill sick dead alive safe unsafe free public private
civil rural urban foreign domestic remote mobile dry wet hot deep thick thin dense clean dirty sterile fresh raw
mature senior junior innocent ancient urgent intelligent competent dominant resistant tolerant compliant
constant distant instant relevant significant permanent recurrent frequent consistent persistent equivalent
prevalent convenient efficient deficient inherent transparent independent dependent secondary primary tertiary
extreme supreme prime fine mere rough smooth sharp blind deaf mute home-based community-based evidence-based
real-time full-time part-time on-site in-person face-to-face large-scale small-scale high-risk low-risk low-cost
high-level low-level single-use first-line second-line double-blind one-off
"""
ADJECTIVES = frozenset(english_key(word) for word in _ADJECTIVES.split())

_NOUNS_LIKE_ADJECTIVES = """
clinic epidemic pandemic antibiotic topic public statistic music arithmetic fabric traffic mechanic logic critic
academic plastic analgesic anesthetic anaesthetic diuretic antipsychotic narcotic prophylactic lipid graphic
mosaic hospital animal trial survival arrival approval proposal interval signal journal material chemical
mineral metal capital manual professional individual arsenal canal goal meal deal removal withdrawal renewal
appraisal refusal referral terminal festival carnival total potential ideal crystal pedestal coral oval rival
vial funeral burial denial serial objective perspective alternative representative initiative incentive
executive native additive relative narrative derivative archive adhesive detective laxative sedative
preservative operative contraceptive directive table cable variable vegetable syllable constable bible crucible
bed shed seed weed feed breed speed need reed steed bloodshed hundred
"""
NOUNS_LIKE_ADJECTIVES = frozenset(english_key(word) for word in _NOUNS_LIKE_ADJECTIVES.split())
ADJECTIVE_ENDINGS = (
    "ous",
    "ic",
    "al",
    "ive",
    "able",
    "ible",
    "ful",
    "less",
    "valent",
    "ular",
    "ish",
    "ed",
    "iac",
    "ary",
    "ory",
)
NOUN_ENDINGS = ("story", "library", "secretary", "summary", "salary", "memory", "category", "theory", "factory")

_CHINESE_BREAKS = """
的 地 得 了 是 在 和 与 及 或 之 于 以 为 而 且 并 也 就 都 还 又 很 更 最 太 已 将 会 能 可 应 须 要 想 使 让
令 给 向 往 到 从 自 由 被 把 对 比 跟 同 因 若 如 则 但 却 虽 即 既 其 此 该 这 那 哪 各 每 某 我 你 您 他 她
它 们 谁 吗 呢 吧 啊 呀 嘛 不 没 未 无需 别 莫 非但 只 仅 才 再 便 竟 约 等 所 着 过 来 去 上 下 里 内 外 中 前
后 时 间 起 至 按 据 经 凭 除 有 无 做 作 称 说 看 见 用 个 位 名 条 例 次 种 件 项 些 点 段 份 张 批 座 家 岁
年 月 日 周 天 小时 分钟 秒 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 第 多 以及 并且 而且 或者 还是 因此
因而 所以 因为 由于 如果 假如 虽然 尽管 但是 然而 不过 可是 只要 只有 无论 不论 除非 除了 此外 另外 同时 其中
其他 其它 其余 例如 比如 诸如 包括 包含 根据 按照 依据 通过 经过 随着 为了 关于 对于 至于 有关 作为 成为 称为
视为 基于 针对 鉴于 直到 自从 来自 可能 可以 能够 应该 应当 必须 需要 需 不得 不能 不会 不可 不应 不要 没有 已经
正在 曾经 将会 即将 仍然 仍 依然 目前 现在 当时 之前 之后 以前 以后 以上 以下 以内 以外 之间 之一 期间 左右 上述
下列 如下 本 我们 你们 他们 她们 它们 自己 大家 人们 这些 那些 这个 那个 这种 那种 这样 那样 这里 那里 什么 怎么
怎样 如何 为什么 哪些 多少 几 许多 很多 大量 少数 多数 大多数 大部分 部分 一些 一个 一种 一样 一般 一定 一旦
一直 一起 任何 所有 全部 每个 各种 各个 多种 多个 几个 几种 两种 两个 非常 十分 特别 尤其 更加 比较 相当 相对
极其 几乎 大约 约为 至少 最多 最少 通常 往往 经常 有时 总是 从未 甚至 尚未 并未 是否 不是 就是 都是 也是 还有
具有 拥有 存在 出现 发现 发生 表明 显示 表示 认为 建议 指出 提示 证明 证实 说明 意味着 似乎 看来 导致 引起 造成
产生 引发 使得 使用 采用 利用 应用于 用于 用作 进行 开展 实施 采取 提供 给予 获得 得到 接受 要求 希望 试图 开始
继续 停止 属于 位于 处于 介于 取决于 有助于 不足以 足以 得以 加以 予以 便于 易于 难以 易 难 避免 防止 确保 确定
保证 旨在 除外 相比 比起 与此同时 换句话说 总之 也许 或许 大概 据说 显然 当然 事实上 实际上 于是 然后 接着 从而
进而 以便 以免 即使 即便 哪怕 不仅 不但 不只 反而 反之 否则 而是 而非 并非 并不 均 皆 亦 乃 矣 凡 倘 兹 暨 俾 毋
勿 惟 悉 之所以 应予 为限 准用 视同 依 逾
"""
# Position words and the like, which a term may begin with, or hold (上呼吸道, 胫前动脉, 无症状).
_CHINESE_OPENING = """
上 下 前 后 内 外 中 无 多 最
"""
CHINESE_OPENING = frozenset(_CHINESE_OPENING.split())
# Function words whose characters also write the sounds of foreign names (洛匹那韦, 唑来膦酸).
_CHINESE_SOUNDS = """
来 地 得 可 因 比 若 那 以 则
"""
CHINESE_SOUNDS = frozenset(_CHINESE_SOUNDS.split())
CHINESE_BREAKS = (CHINESE_STOP_WORDS | frozenset(_CHINESE_BREAKS.split())) - CHINESE_OPENING

# Words that a Chinese term holds but neither begins nor ends with.
_CHINESE_EDGES = """
致 最 上 下 前 后 内 外 中 无 多 剂 率 症 增加 减少 降低 提高 升高 下降 上升 改善 加强 促进 影响 帮助 允许 支持
解决 处理 参与 参加 进入 离开 达到 超过 低于 高于 大于 小于 等于 不同 相同 相似 类似 相关 主要 重要 关键 严重
轻微 显著 明显 快速 迅速 有效 良好 适当 合适 正确 错误 新 旧 大 小 较 较高 较低 较大 较小 更多 更少 更高 更低
最大 最小 最高 最低 最近 近期 最新 首次 首先 其次 最后 最终 进一步 逐渐 逐步 立即 尽快 尽可能 尽量 完全 全面
广泛 普遍 直接 间接 单独 独立 共同 分别 相互 互相 有 含 含有 带有 伴有 伴随 患有 患 受 受到 遭受 遭到 感到 觉得
知道 了解 看到 听到 问 告诉 请 感谢 谢谢 报告 报道 描述 讨论 发布 宣布 公布 声明 推荐 考虑 选择 决定 计划 准备
努力 保持 维持 保护 负责 负责人 形成 构成 组成 组 变成 转变 发展 发起 提出 提到 提及 引入 建立 设立 创建 制定
执行 完成 结束 实现 取得 面临 面对 涉及 关系 关联 属 成 出 入 进 开 关 放 拿 带 送 发 发出 打 打开 去年 今年
明年 今天 昨天 明天 早上 晚上 上午 下午 目的 原因 结果 情况 方面 问题 方式 过程 程度 数量 数目 人数 水平 范围
作用 意义 时候 时期 阶段 地方 部门 人员 人 者 事 事情 东西 物 们 级 性 化 型 度 类 式 样 界 期 处 方 面 边 头 子
儿 非 抗 超 副 亚 反 单 双 高 低 老 全 总 初 半 准 总共 共 共有 共计 合计
"""
CHINESE_EDGES = frozenset(_CHINESE_EDGES.split())
# Of these, the ones that do end a term where more stands before them (性 of 传染性), and those that begin one.
_CHINESE_SUFFIXES = """
剂 率 症 性 型 度 类 者 期 组 级 子 式 界 处 物 化 关系 水平 作用 人员 人 问题 方式 过程 部门 报告 研究 计划
负责人
"""
CHINESE_SUFFIXES = frozenset(_CHINESE_SUFFIXES.split())
_CHINESE_PREFIXES = """
非 抗 超 副 亚 反 多 单 双 高 低 全 总 新 小 大 半 初 处理 保护 支持 独立 共同 直接 间接 严重 全面 人 儿 老 组
组成 子 头 界 边
"""
CHINESE_PREFIXES = CHINESE_OPENING | frozenset(_CHINESE_PREFIXES.split())
# Words of general language: no term by themselves.
_CHINESE_GENERAL = """
英尺 英里 英寸 英亩 英镑 米 公里 公尺 平方 平方公尺 平方米 立方米 公斤 千克 克 磅 厘米 毫米 千米 摄氏度 美元
欧元 日元 人民币 新台币 元 人 人们 人类 男人 女人 孩子 儿童 成人 家庭 家人 朋友 国家 政府 社会 社区 公众 公司
企业 学校 学生 老师 时间 时期 年代 世界 地区 地方 城市 国际 全球 方法 方式 方面 情况 问题 原因 结果 影响 作用
目的 目标 措施 政策 计划 项目 活动 工作 服务 信息 数据 证据 报告 文章 研究 分析 系统 结构 过程 程度 水平 数量
比例 部分 类型 种类 范围 条件 环境 状态 变化 差异 关系
"""
CHINESE_GENERAL = frozenset(_CHINESE_GENERAL.split())
