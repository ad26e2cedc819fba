"""The words of the interface, in English and in Chinese; what a finding says stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.model import Lang

# name: (English, Chinese); where English has a plural it stands behind a bar.
_WORDS: dict[str, tuple[str, str]] = {
    "title": ("Translation check", "译文检查报告"),
    "skip": ("Skip to the pairs", "跳到句对"),
    "skip_head": ("Skip to the content", "跳到正文"),
    "contents": ("Contents", "目录"),
    "documents": ("Documents", "文件"),
    "document": ("Document", "文件"),
    "made_by": ("aligner {version}", "aligner {version}"),
    "from_to": ("{source} → {target}", "{source} → {target}"),
    "en": ("English", "英文"),
    "zh": ("Chinese", "中文"),
    "source": ("Source", "原文"),
    "target": ("Translation", "译文"),
    "summary": ("Summary", "概览"),
    "no_findings": ("No findings.", "未发现问题。"),
    "nothing": ("There is nothing to pair.", "没有可对齐的内容。"),
    "not_checked_at_all": ("not checked", "未检查"),
    "pairs": ("Pairs", "句对"),
    "unpaired": ("Without counterpart", "无对应"),
    "critical": ("critical", "致命"),
    "major": ("major", "严重"),
    "minor": ("minor", "轻微"),
    "neutral": ("neutral", "提示"),
    "known": ("known", "已知"),
    "severity": ("Severity", "严重程度"),
    "count_documents": ("{n} document|{n} documents", "{n} 个文件"),
    "breaches": ("Thresholds not met", "未达到的阈值"),
    "warnings": ("Warnings", "警告"),
    "scores": ("Scores", "评分"),
    "score": ("Score", "项目"),
    "value": ("Value", "数值"),
    "signature": ("Computed as", "计算方式"),
    "no_value": ("none", "无"),
    "similarity": ("Similarity", "相似度"),
    "coverage_source": ("Coverage of the source", "原文覆盖率"),
    "coverage_target": ("Coverage of the translation", "译文覆盖率"),
    "term_accuracy": ("Term accuracy", "术语准确率"),
    "number_accuracy": ("Number accuracy", "数字准确率"),
    "mqm_per_1000_words": ("MQM penalty per 1,000 words of the source", "原文每千词 MQM 扣分"),
    "mqm_per_1000_characters": ("MQM penalty per 1,000 characters of the source", "原文每千字 MQM 扣分"),
    "chrf++": ("chrF++", "chrF++"),
    "ter": ("TER", "TER"),
    "bleu": ("BLEU", "BLEU"),
    "chrf": ("chrF", "chrF"),
    "comet": ("COMET", "COMET"),
    "embedding_similarity": ("Embedding similarity", "句向量相似度"),
    "picture": ("Alignment", "对齐图"),
    "picture_label": ("Alignment of pairs {first} to {last}", "第 {first} 至 {last} 对的对齐情况"),
    "picture_caption": (
        "Upper row: {source}; lower row: {target}. A block is a sentence, as wide as it is long; a band joins what is "
        "paired, the darker the surer. Choose a pair to go to it.",
        "上排为{source}，下排为{target}；每个色块是一个句子，宽度表示长短；色带连接对应的句子，颜色越深，置信度越高。"
        "点击即可跳到相应句对。",
    ),
    "shapes": ("Sentences in a pair: {shapes}.", "句对构成：{shapes}。"),
    "shape": ("{shape} in {n}", "{shape}（{n} 对）"),
    "confidence": ("confidence", "置信度"),
    "confidence_of": ("confidence {value}", "置信度 {value}"),
    "below": ("below {value}", "低于 {value}"),
    "pair": ("Pair {n}", "第 {n} 对"),
    "pairs_none_target": ("Not in the translation: {pairs}.", "译文中无对应：{pairs}。"),
    "pairs_none_source": ("Not in the source: {pairs}.", "原文中无对应：{pairs}。"),
    "none_target": ("nothing in the translation", "译文中无对应"),
    "none_source": ("nothing in the source", "原文中无对应"),
    "whole": ("The whole document", "全文问题"),
    "write": ("Write:", "改为："),
    "leave_out": ("Leave it out.", "删去。"),
    "places": ("{n} place: {pairs}|{n} places: {pairs}", "共 {n} 处：{pairs}"),
    "more": ("and {n} more", "等（另有 {n} 处）"),
    "known_baseline": ("Known, in the baseline: {reason}", "已知问题（基线）：{reason}"),
    "known_ignore": ("Known, ignored by the configuration: {reason}", "已知问题（配置中已忽略）：{reason}"),
    "no_reason": ("no reason given", "未说明理由"),
    "filter": ("Filter the pairs", "筛选句对"),
    "text": ("Text", "文字"),
    "text_hint": ("Words of either language", "中英文均可"),
    "rule": ("Rule", "规则"),
    "term": ("Term", "术语"),
    "status": ("Status", "状态"),
    "any": ("any", "不限"),
    "of_findings": ("Findings", "问题"),
    "of_terms": ("Terms", "术语"),
    "new": ("new", "新问题"),
    "only_findings": ("Only pairs with findings", "仅显示有问题的句对"),
    "mark_terms": ("Mark terms", "标出术语"),
    "reset": ("Reset", "清除筛选"),
    "shown": ("{shown} of {all} pairs shown", "显示 {shown} / {all} 个句对"),
    "no_match": ("No pair matches the filter.", "没有符合条件的句对。"),
    "keys": (
        "Point at marked words, tap them or go there with Tab for why; ← and → go from mark to mark, Esc closes.",
        "将鼠标移到标记的文字上、点按，或用 Tab 键定位，即可查看说明；← → 键在标记之间移动，Esc 键关闭说明。",
    ),
    "ok": ("preferred form", "首选译法"),
    "admitted": ("admitted form", "允许译法"),
    "abbreviation": ("abbreviation", "缩略语"),
    "forbidden": ("forbidden form", "禁用译法"),
    "other": ("another form", "其他译法"),
    "missing": ("not found", "未见译出"),
    "close": ("Close", "关闭"),
    "abbreviations": ("Abbreviations", "缩略语"),
    "short": ("Abbreviation", "缩略语"),
    "side": ("Side", "所在"),
    "stands_for": ("Stands for", "全称"),
    "introduced": ("Introduced in", "首次定义"),
    "uses": ("Uses", "出现次数"),
    "used_in": ("Used in", "出现于"),
    "not_introduced": ("not introduced", "未定义"),
    "terms": ("Glossary matches", "术语匹配"),
    "domain": ("Domain", "领域"),
    "set_aside": ("Set aside, neither paired nor checked", "未纳入对齐和检查的内容"),
    "line": ("line {n}", "第 {n} 行"),
    "skipped": ("Not checked", "未检查项目"),
    "rules": ("Rules that ran", "已执行的规则"),
    "noscript": ("Filters and explanations need JavaScript.", "筛选和说明功能需要启用 JavaScript。"),
    "body": ("text", "正文"),
    "heading": ("heading", "标题"),
    "label": ("label", "小标题"),
    "keywords": ("keywords", "关键词"),
    "front matter": ("front matter", "篇首信息"),
    "and": (", ", "、"),
    "space": (" ", ""),
    "opening": (" (", "（"),
    "closing": (")", "）"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: Lang

    def __call__(self, name: str, **values: object) -> str:
        """Return a text with the values put in; one `n` decides between singular and plural.

        >>> Words("en")("count_documents", n=1), Words("en")("count_documents", n=2000)
        ('1 document', '2,000 documents')
        """
        text = _WORDS[name][self.lang == "zh"]
        singular, bar, plural = text.partition("|")
        text = plural if bar and values.get("n") != 1 else singular
        shown = {key: f"{value:,}" if isinstance(value, int) else value for key, value in values.items()}
        return text.format(**shown) if shown else text

    def name(self, name: str) -> str:
        """Return the word for a name of the program's where there is one, else the name itself.

        >>> Words("zh").name("similarity"), Words("en").name("my_score")
        ('相似度', 'my score')
        """
        return self(name) if name in _WORDS else name.replace("_", " ")
