"""Chinese words with a wrong character that stands for a right one of the same sound or shape.

Only what every editor corrects: `wrong right`, the wrong one as a regular expression with what must not stand beside
it, where chance or another word could bring the same characters together. Spelling after 现代汉语词典 (7th edition)
and the terms of 全国科学技术名词审定委员会; what is a matter of house style is in `STYLE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Table = tuple[tuple[re.Pattern[str], str, str], ...]


def confused(text: str, table: Table) -> Iterator[tuple[int, str, str]]:
    """Yield (start, what is written, what should be) for the words of a table in a text.

    >>> list(confused("疼痛显着减轻", WRONG))
    [(2, '显着', '显著')]
    """
    for pattern, wrong, right in table:
        if wrong in text:
            for found in pattern.finditer(text):
                yield found.start(), wrong, right


def _table(text: str) -> Table:
    """Return (pattern, plain wrong form, right form) for each line."""
    rows = (line.split() for line in text.strip().splitlines())
    return tuple((re.compile(wrong), re.sub(r"\(\?[^)]*\)", "", wrong), right) for wrong, right in rows)


WRONG = _table(
    """
    显着(?![陆火落眼装手]) 显著
    (?<![立随])即往(?!往) 既往
    (?<![辨病])证状(?![态况]) 症状
    (?<!消)炎证(?![候型明据实]) 炎症
    症侯 症候
    侯选 候选
    血像 血象
    图象 图像
    影象 影像
    录象 录像
    成象 成像
    肌肝(?![病脏肾肺脾]) 肌酐
    胆碱脂酶 胆碱酯酶
    甘油三脂 甘油三酯
    胆固醇脂 胆固醇酯
    血酯 血脂
    高酯血 高脂血
    磷酯酰 磷脂酰
    椭园 椭圆
    园形 圆形
    松驰 松弛
    驰缓 弛缓
    幅射 辐射
    复盖 覆盖
    重迭 重叠
    水份 水分
    枝气管 支气管
    肺原性 肺源性
    心原性 心源性
    (?<!一)自已(?!经) 自己
    (?<!自)己经(?![济营]) 已经
    兰尾 阑尾
    (?<![辅帮互协扶救援])助骨(?!折) 肋骨
    泡疹 疱疹
    带状疮疹 带状疱疹
    做为 作为
    既使 即使
    膨涨 膨胀
    膨帐 膨胀
    辩证论治 辨证论治
    辩证施治 辨证施治
    脑振荡 脑震荡
    甚致 甚至
    按装 安装
    针炙 针灸
    寻麻疹 荨麻疹
    癍痕 瘢痕
    碳疽 炭疽
    瞻妄 谵妄
    栗粒 粟粒
    委缩 萎缩
    痉孪 痉挛
    孪缩 挛缩
    嗜硷 嗜碱
    炫晕 眩晕
    黄胆(?![汁固管囊红]) 黄疸
    抽蓄 抽搐
    惊蹶 惊厥
    腹泄(?!气) 腹泻
    排泻(?!药) 排泄
    侵润 浸润
    防碍 妨碍
    急燥(?!湿) 急躁
    烦燥 烦躁
    燥狂 躁狂
    暴燥 暴躁
    干躁 干燥
    内分秘 内分泌
    便泌 便秘
    辨膜 瓣膜
    脉膊 脉搏
    脉博 脉搏
    (?<!药)付作用 副作用
    糜乱 糜烂
    渗岀 渗出
    岀血 出血
    组只 组织
    胎磐 胎盘
    搔痒 瘙痒
    化浓(?![度缩]) 化脓
    浓肿 脓肿
    脓缩 浓缩
    脓度 浓度
    麻弊 麻痹
    唾夜 唾液
    血夜 血液
    体夜 体液
    黏夜 黏液
    溶夜 溶液
    胆襄 胆囊
    囔肿 囊肿
    襄肿 囊肿
    竞然 竟然
    究竞 究竟
    毕竞 毕竟
    松懈术 松解术
    """
)

STYLE = _table(
    """
    粘膜 黏膜
    粘液 黏液
    粘附 黏附
    粘稠 黏稠
    粘蛋白 黏蛋白
    粘度 黏度
    其它 其他
    成份 成分
    部份 部分
    份量 分量
    身分 身份
    帐户 账户
    想像 想象
    适应症 适应证
    禁忌症 禁忌证
    综合症(?!候) 综合征
    返流 反流
    糖元 糖原
    疤痕 瘢痕
    剖腹产 剖宫产
    脑梗塞 脑梗死
    心肌梗塞 心肌梗死
    肺梗塞 肺梗死
    报导 报道
    座标 坐标
    """
)
