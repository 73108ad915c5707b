"""What the tests of chapters share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.lessons.harness import Reader


@pytest.fixture
def at(qapp: QApplication) -> Iterator[Callable[[str], Reader]]:
    """Open a page with its explorers; they are closed after the test."""
    readers: list[Reader] = []

    def open_page(page: str) -> Reader:
        readers.append(Reader(page))
        return readers[-1]

    yield open_page
    for reader in readers:
        reader.close()
