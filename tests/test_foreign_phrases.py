"""A screen reader pronounces a Vietnamese sentence on an English page the Vietnamese way."""

from pathlib import Path

import pytest

from scripts.build.foreign_phrases import mark_phrases
from scripts.facts.place import Place, Record
from scripts.facts.project import Project
from scripts.facts.settings import Language, Settings

VIETNAMESE = "Gọi, đừng sợ; hãy kể với người ở gần, rồi chờ. Mỗi lần một việc, tắt máy, quay xe, ký, phố, cả nhà vẽ."
ENGLISH = "The quick brown fox jumps over the lazy dog."
SETTINGS = Settings("", "", "", (Language("vi", "Tiếng Việt"), Language("en", "English")), "vi", (), frozenset())


@pytest.fixture(scope="module")
def project() -> Project:
    """A project of two languages that knows a few words of each."""
    strings, call = Record(Place("strings.yml")), Record(Place("strings.yml"))
    call.update(vi=VIETNAMESE, en=ENGLISH)
    strings["call"] = call
    return Project(Path("."), SETTINGS, {"strings": strings})


@pytest.mark.parametrize("html, marked", [
    ("<p>Say “Em đang ở phường” now.</p>", '<p>Say “<span lang="vi">Em đang ở phường</span>” now.</p>'),
    ("<p>The ward police (công an phường) know.</p>", '<p>The ward police (<span lang="vi">công an phường</span>) know.</p>'),
    ("<p>Say “I am here” now (at once).</p>", "<p>Say “I am here” now (at once).</p>"),
    ("<p>Police of two cities (Cần Thơ, Phú Thọ).</p>", "<p>Police of two cities (Cần Thơ, Phú Thọ).</p>"),
    ("<p><code>(công an phường)</code></p>", "<p><code>(công an phường)</code></p>"),
    ('<a title="“Em ở phường”">x</a>', '<a title="“Em ở phường”">x</a>'),
    ("<p>Nobody knows it (Привет).</p>", "<p>Nobody knows it (Привет).</p>"),
])
def test_a_phrase_of_another_language_is_marked(html: str, marked: str, project: Project) -> None:
    """Each row: part of an English page, and what readers get."""
    assert mark_phrases(project, "en", html) == marked


def test_a_phrase_that_could_be_of_the_page_is_left(project: Project) -> None:
    """Vietnamese letters hold almost all English ones: without a letter of its own, nobody can be sure."""
    assert mark_phrases(project, "vi", "<p>Nhấn “Report” (hay “Save”).</p>") == "<p>Nhấn “Report” (hay “Save”).</p>"
    assert mark_phrases(project, "vi", "<p>Nhấn “Save for later” nhé.</p>") == '<p>Nhấn “<span lang="en">Save for later</span>” nhé.</p>'
