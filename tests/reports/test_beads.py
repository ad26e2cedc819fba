"""The alignment as segment numbers."""

from aligner.reports import RenderOptions, find
from tests import factory


def test_the_first_file_stands_left():
    beads = find("beads")
    result = factory.result()
    assert "".join(beads.render([result], RenderOptions())).splitlines()[3:6] == ["[3]:[3]", "[4]:[]", "[]:[4]"]
    other = "".join(beads.render([result], RenderOptions(first_side="target"))).splitlines()
    assert other[3:6] == ["[3]:[3]", "[]:[4]", "[4]:[]"]


def test_several_documents_are_parted_by_an_empty_line():
    text = "".join(find("beads").render([factory.clean(), factory.clean()], RenderOptions()))
    assert text == "[0]:[0]\n[1]:[1]\n\n[0]:[0]\n[1]:[1]\n"


def test_nothing_for_nothing():
    assert "".join(find("beads").render([factory.empty()], RenderOptions())) == ""
