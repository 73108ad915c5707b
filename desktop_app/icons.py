"""Line icons that take their colour from the palette when they are painted, so that a theme switch recolours them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


class _LineIconEngine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the palette's present colour."""
        palette = QGuiApplication.palette()
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if self._role == "accent" else QPalette.ColorRole.ButtonText
        colour = palette.color(group, QPalette.ColorRole.ButtonText if disabled else role)
        if self._role.startswith("#") and not disabled:
            colour = QColor(self._role)
        painter.save()
        painter.setOpacity(painter.opacity() * colour.alphaF())
        _renderer(self._name, QColor(colour.rgb()).name()).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture with a transparent background."""
        if size.isEmpty():
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return a copy, as Qt asks for."""
        return _LineIconEngine(self._name, self._role)


def icon(name: str, *, on_accent: bool = False, colour: str = "") -> QIcon:
    """Return the icon ``resources/icons/<name>.svg``.

    Args:
        name: of the file.
        on_accent: for buttons that are filled with the accent.
        colour: ``#rrggbb`` for an icon that does not follow the palette; who sets it follows the theme.
    """
    _source(name)
    return QIcon(_LineIconEngine(name, colour or ("accent" if on_accent else "text")))
