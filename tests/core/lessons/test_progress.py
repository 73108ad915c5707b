"""What a reader has reached: kept completely, and set aside where it cannot be read."""

from __future__ import annotations

import pytest

from core.lessons.lesson import parse_lesson
from core.lessons.progress import Answer, PageProgress, Progress
from tests.lessons.sample import PAGE


def test_what_was_reached_is_found_again(tmp_path):
    file = tmp_path / "new" / "lessons.json"
    progress = Progress(page="6-1-weight-decay")
    reached = progress.of("6-1-weight-decay")
    reached.goals += ["small-norm", "范数"]
    reached.answers["norm"] = Answer(choice=1, outcome=0)
    reached.read = True
    progress.save(file)
    assert Progress.load(file) == progress
    assert Progress.load(tmp_path / "none.json") == Progress()


@pytest.mark.parametrize(
    "content", [b"", b"[" * 100_000, b"\xff", b"null", b"{}", b'{"format": "gluon-lab experiment"}']
)
def test_what_cannot_be_read_is_set_aside(tmp_path, content):
    file = tmp_path / "lessons.json"
    file.write_bytes(content)
    (tmp_path / "unreadable-lessons.json").write_bytes(b"of another day")
    progress, aside = Progress.load(file), tmp_path / "unreadable-2-lessons.json"
    assert progress == Progress()
    assert f"was set aside as {aside};" in progress.problem
    assert not file.exists()
    assert aside.read_bytes() == content
    assert Progress.load(file).problem == ""


def test_a_page_is_done_when_all_goals_and_questions_are():
    lesson = parse_lesson(PAGE, "6-1-weight-decay")
    progress = Progress()
    assert progress.mark(lesson) == "new"
    reached = progress.of(lesson.name)
    reached.goals += ["small-norm", "set-it"]
    reached.answers["norm"] = Answer(choice=1)
    assert progress.mark(lesson) == "begun"
    reached.answers["norm"] = Answer(choice=1, outcome=0)
    assert progress.mark(lesson) == "done"
    progress.pages[lesson.name] = PageProgress(read=True)
    assert progress.mark(lesson) == "begun"
