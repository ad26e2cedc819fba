"""Articles of PubMed and of journals: abstracts in both languages, labels as labels, and what is left out."""

from pathlib import Path

import pytest

import aligner
from aligner import readers
from aligner.cli import run
from aligner.model import Document, Skipped

PUBMED = """<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://example.invalid/p.dtd">
<PubmedArticleSet>{}</PubmedArticleSet>"""
ARTICLE = """<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
<ArticleTitle>[Injection of the <i>sacroiliac</i> joint].</ArticleTitle>
<Abstract>
  <AbstractText Label="METHODS" NlmCategory="METHODS">We counted leucocytes (4 &#xd7; 10<sup>9</sup>/L)
    in 48 patients.</AbstractText>
  <AbstractText Label="UNLABELLED">Rest helped.</AbstractText>
  <CopyrightInformation>Copyright.</CopyrightInformation>
</Abstract><Language>{lang}</Language>{vernacular}</Article>{other}</MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>"""
OTHER = """<OtherAbstract Type="Publisher" Language="chi"><AbstractText><b>方法：</b>检测48例患者的白细胞
（4×10<sup>9</sup>/L）。休息有益。</AbstractText></OtherAbstract>"""
VERNACULAR = "<VernacularTitle>骶髂关节注射.</VernacularTitle>"

JATS = """<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.2//EN" "JATS.dtd">
<article xml:lang="{lang}"><front><article-meta>
<article-id pub-id-type="doi">10.0000/example.7</article-id>
<title-group><article-title>{title}</article-title>
<trans-title-group xml:lang="en"><trans-title>Vitamin D and falls</trans-title></trans-title-group></title-group>
<abstract>{chinese}</abstract>
<abstract abstract-type="graphical"><p>一张图。</p></abstract>
{english}
<kwd-group xml:lang="zh"><title>关键词</title><kwd>维生素D</kwd><kwd>跌倒</kwd></kwd-group>
<kwd-group xml:lang="en"><kwd>vitamin D</kwd><kwd>falls</kwd></kwd-group>
</article-meta></front><body><p>正文。</p></body></article>"""
CHINESE = """<title>摘要</title><sec><title>方法</title><p>随访120例，
共12个月。</p></sec><sec><title>结论</title><p>维生素D有益（<italic>P</italic>&lt;0.05）。</p></sec>"""
ENGLISH = """<trans-abstract xml:lang="en"><title>Abstract</title><sec><title>Methods</title><p>We followed
120 adults for 12 months.</p></sec><sec><title>Conclusion</title><p>Vitamin D helps (<italic>P</italic>&#160;&lt; 0.05;
<alternatives><tex-math>\\alpha</tex-math></alternatives>&alpha;).</p></sec></trans-abstract>"""


def written(folder: Path, text: str) -> Path:
    path = folder / "a.xml"
    path.write_text(text, encoding="utf-8")
    return path


def citation(pmid: int = 90000001, lang: str = "chi", other: str = OTHER, vernacular: str = VERNACULAR) -> str:
    return ARTICLE.format(pmid=pmid, lang=lang, other=other, vernacular=vernacular)


def journal(
    lang: str = "zh", title: str = "维生素<sub>D</sub>与跌倒", chinese: str = CHINESE, english: str = ENGLISH
) -> str:
    return JATS.format(lang=lang, title=title, chinese=chinese, english=english)


def texts(document: Document) -> tuple[list[str], list[str]]:
    return [block.text for block in document.source], [block.text for block in document.target]


def test_an_article_of_pubmed(tmp_path: Path) -> None:
    document = aligner.read(str(written(tmp_path, PUBMED.format(citation()))))
    assert (document.id, document.format, document.source_lang) == ("PMID 90000001", "pubmed", "zh")
    chinese, english = texts(document)
    assert chinese == ["骶髂关节注射.", "方法：检测48例患者的白细胞（4×10⁹/L）。休息有益。"]
    assert english == [
        "Injection of the sacroiliac joint",
        "METHODS",
        "We counted leucocytes (4 × 10⁹/L) in 48 patients.",
        "Rest helped.",
    ]
    assert [block.role for block in document.target] == ["title", "label", "body", "body"]
    assert document.target[2].address == "PMID 90000001 Abstract[1]"
    assert document.target[2].place(20) == (6, 1)


def test_labels_of_both_sides_meet(tmp_path: Path) -> None:
    found = aligner.align(str(written(tmp_path, PUBMED.format(citation()))))
    assert ("方法：", "METHODS") in [(pair.source_text, pair.target_text) for pair in found]


def test_what_is_in_one_language_is_left_out_and_told(tmp_path: Path) -> None:
    remark = OTHER.replace("<b>方法：</b>", "Abstract available from the publisher.<!--").replace(
        "。</Abs", "。--></Abs"
    )
    articles = [citation(1, other=""), citation(2), citation(3, other=remark), citation(4, "eng", vernacular="")]
    one, two = readers.stream(written(tmp_path, PUBMED.format("".join(articles))))
    assert (one.id, two.id, two.source_lang) == ("PMID 2", "PMID 4", "en")
    assert one.skipped == ()
    assert two.skipped == (Skipped("2 articles", "no abstract in Chinese (PMID 1, PMID 3)"),)
    assert [block.text for block in two.set_aside] == ["Injection of the sacroiliac joint"]
    assert two.source[0].text == "METHODS"


def test_an_article_of_a_journal(tmp_path: Path) -> None:
    document = aligner.read(str(written(tmp_path, journal())))
    assert (document.id, document.format, document.source_lang) == ("10.0000/example.7", "jats", "zh")
    chinese, english = texts(document)
    assert chinese == [
        "维生素D与跌倒", "方法", "随访120例，共12个月。", "结论", "维生素D有益（P<0.05）。", "关键词：维生素D；跌倒"
    ]  # fmt: skip
    assert english == [
        "Vitamin D and falls", "Methods", "We followed 120 adults for 12 months.", "Conclusion",
        "Vitamin D helps (P\u00a0< 0.05; α).", "Keywords: vitamin D; falls",
    ]  # fmt: skip
    assert [block.role for block in document.source] == ["title", "label", "body", "label", "body", "keywords"]


def test_a_translation_in_an_article_of_its_own(tmp_path: Path) -> None:
    sub = """<sub-article article-type="translation" xml:lang="en"><front-stub><title-group><article-title>Falls
    </article-title></title-group><abstract><p>Rest helps.</p></abstract></front-stub></sub-article></article>"""
    text = journal(chinese="<p>休息有益。</p>", english="").replace("</article>", sub)
    document = aligner.read(str(written(tmp_path, text)))
    assert [block.text for block in document.target][1] == "Rest helps."


BODY = """<body><sec><title>资料</title><p>共入组120例。</p>
<fig id="f1"><label>图1</label><caption xml:lang="zh"><title>跌倒次数</title></caption>
<caption xml:lang="en"><title>Number of falls</title></caption></fig>
<table-wrap id="t1"><caption><title>基线特征</title><title>Baseline characteristics of the adults</title></caption>
<table><tr><td>年龄</td></tr></table>
<table-wrap-foot><p>注：数值为中位数。 Note: the values are medians.</p></table-wrap-foot></table-wrap>
<fig id="f2"><caption><p>随访流程</p></caption></fig></sec></body>"""


def test_captions_in_both_languages_are_read_and_the_rest_is_told(tmp_path: Path) -> None:
    document = aligner.read(str(written(tmp_path, journal().replace("<body><p>正文。</p></body>", BODY))))
    chinese, english = texts(document)
    assert chinese[-4:-1] == ["跌倒次数", "基线特征", "注：数值为中位数。"]
    assert english[-4:-1] == [
        "Number of falls", "Baseline characteristics of the adults", "Note: the values are medians."
    ]  # fmt: skip
    assert document.target[-4].address == "10.0000/example.7 f1"
    assert document.skipped == (
        Skipped("1 body", "in Chinese only (10.0000/example.7)"),
        Skipped("1 table", "its cells are not read (10.0000/example.7)"),
        Skipped("1 caption", "in one language only (10.0000/example.7)"),
    )


def test_a_body_beside_its_translation_is_read(tmp_path: Path) -> None:
    sub = """<sub-article article-type="translation" xml:lang="en"><front-stub/><body><sec><title>Patients</title>
    <p>We enrolled 120 adults<fig><caption><p>Course of the study</p></caption></fig>.</p></sec></body></sub-article>
    </article>"""
    text = journal().replace("<p>正文。</p>", "<sec><title>资料</title><p>共入组成人120例。</p></sec>")
    document = aligner.read(str(written(tmp_path, text.replace("</article>", sub))))
    assert texts(document)[0][-3:-1] == ["资料", "共入组成人120例。"] and not document.skipped
    assert texts(document)[1][-4:-1] == ["Patients", "We enrolled 120 adults.", "Course of the study"]


def test_several_articles_are_documents(tmp_path: Path) -> None:
    body = journal().partition("\n")[2].replace("&alpha;", "")
    found = list(readers.stream(written(tmp_path, f"<pmc-articleset>{body}{body}</pmc-articleset>")))
    assert [document.id for document in found] == ["10.0000/example.7"] * 2


def test_findings_name_the_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, PUBMED.format(citation().replace("48 patients", "84 patients")))
    assert run(["check", str(path), "--format", "concise"]) == 1
    assert "numbers PMID 90000001 Abstract[1]: the source has 48, the translation has 84" in capsys.readouterr().out


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
HOSTILE = {
    "entities": LAUGHS + PUBMED.format(citation()).partition("\n")[2].partition(">\n")[2],
    "external": '<!DOCTYPE article [<!ENTITY s SYSTEM "file:///etc/passwd">]>'
    + journal(title="&s;").partition("\n")[2],
    "truncated": PUBMED.format(citation())[:-60],
    "cut in the middle": journal()[:400],
    "no article": PUBMED.format(""),
    "one language": PUBMED.format(citation(other="")),
    "another language": journal("de", chinese="<p>Das Knie schmerzt.</p>", title="Knie"),
    "depth": journal(title="<italic>" * 5000 + "</italic>" * 5000),
    "unknown": "<book><title>Rest</title></book>",
    "empty": "",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    path = written(tmp_path, HOSTILE[case])
    assert run(["check", str(path)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert "fault of aligner" not in told.err
    assert "root:" not in told.err
