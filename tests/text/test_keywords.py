import pytest

from aligner.text.keywords import is_keywords, items


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Keywords: hip; knee", ["hip", "knee"]),
        ("Key words: arthritis, rheumatoid; hip joint.", ["arthritis, rheumatoid", "hip joint"]),
        ("KEY WORDS hip, knee, 1,25-dihydroxyvitamin D", ["hip", "knee", "1,25-dihydroxyvitamin D"]),
        ("Keywords\nhip\nknee joint", ["hip", "knee joint"]),
        ("Index terms—hip · knee", ["hip", "knee"]),
        ("Keywords: hip", ["hip"]),
        ("Keywords:", []),
        ("关键词：髋；膝。", ["髋", "膝"]),
        ("【关键词】 髋，膝", ["髋", "膝"]),
        ("关 键 词：髋、膝", ["髋", "膝"]),
        ("关键词　骨质疏松症　骨髓水肿", ["骨质疏松症", "骨髓水肿"]),
        ("关键词：骨质疏松症  骨髓水肿 MRI", ["骨质疏松症", "骨髓水肿 MRI"]),
        ("关键词：骨质疏松症 骨髓水肿 髋", ["骨质疏松症", "骨髓水肿", "髋"]),
        ("關鍵詞：髖、膝", ["髖", "膝"]),
        ("主题词：髋；膝", ["髋", "膝"]),
        ("hip; knee", ["hip", "knee"]),
    ],
)
def test_items(line: str, expected: list[str]) -> None:
    assert [line[a:b] for a, b in items(line)] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Keywords were chosen by hand.",
        "关键词共现分析显示三个热点。",
        "The keywords: hip",
        "Keyword searches, of course, were run.",
    ],
)
def test_a_sentence_about_keywords_is_none(line: str) -> None:
    assert not is_keywords(line)
