"""Which setting of the experiment a widget of the panels belongs to, told once for all of them.

Editors, sections and cards each name their own part with :func:`mark_setting`; the parts of a widget and of those that
hold it make up a path such as ``layers.1.units`` or ``optimizer``. Nothing has to be connected field by field.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_PART = "setting"


def mark_setting(widget: QWidget, part: str) -> None:
    """Say which part of a path ``widget``, and all that stands in it, is about: such as ``optimizer`` or ``units``."""
    widget.setProperty(_PART, part)


def setting_path(widget: QWidget | None) -> str:
    """Return the path of the setting that a widget belongs to, such as ``layers.1.units``; empty for none."""
    parts: list[str] = []
    while widget is not None:
        part = widget.property(_PART)
        if part:
            parts.insert(0, part)
        widget = widget.parentWidget()
    return ".".join(parts)


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget of a panel as soon as the layout has given it its place."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    area: QWidget | None = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, 0, 16)


class SettingFocus(QObject):
    """Listens to where the focus goes within some panels.

    Signals:
        focused: the path of the setting that got the focus, such as ``training.batch_size`` or ``layers.0``.
    """

    focused = Signal(str)

    def __init__(self, panels: Sequence[QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panels = tuple(panels)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    @Slot(QWidget, QWidget)
    def _look(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and any(panel.isAncestorOf(new) for panel in self._panels):
            self.focused.emit(setting_path(new))
