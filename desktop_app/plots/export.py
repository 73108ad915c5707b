"""Export of what a plot shows: as a picture (PNG, SVG) or as numbers (CSV), to a file that the user chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QStandardPaths, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
    QRegion,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QMenu, QToolButton, QWidget

from core.errors import GluonLabError
from core.storage import file_stem, reason, write_atomically
from core.texts import say
from desktop_app.icons import icon
from desktop_app.theme import theme

Chooser = Callable[[QWidget, str, str, str], str]
"""Asks for a file to write: parent, title, suggested path, filter -> path, or an empty text to leave it."""


def choose_file(parent: QWidget, title: str, suggestion: str, file_filter: str) -> str:
    """Ask with the system's file dialog."""
    return QFileDialog.getSaveFileName(parent, title, suggestion, file_filter)[0]


def png_picture(view: QGraphicsView, title: str, scale: float = 2.0) -> bytes:
    """Return what a plot shows under its title as PNG, with ``scale`` pixels for each pixel of the screen."""
    area = _with_heading(view.viewport())
    image = QImage(area.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    painter.translate(-area.topLeft())
    _paint(painter, view, title)
    painter.end()
    return _png(image)


def _with_heading(widget: QWidget) -> QRect:
    """Return the area of a picture and of its title, which stands above 0: the picture keeps its coordinates."""
    return widget.rect().adjusted(0, -_heading_height(widget), 0, 0)


def _heading_height(widget: QWidget) -> int:
    return 2 * QFontMetrics(_heading_font(widget)).height()


def _heading_font(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setBold(True)
    return font


def _paint(painter: QPainter, view: QGraphicsView, title: str) -> None:
    """Paint the title, and below it what the plot shows."""
    area = view.viewport().rect()
    _paint_heading(painter, view.viewport(), title, QColor(theme().plot_background))
    view.render(painter, QRectF(area), area)


def _paint_heading(painter: QPainter, widget: QWidget, title: str, background: QColor) -> None:
    """Paint the ground of a picture, and the title above it."""
    whole, font = _with_heading(widget), _heading_font(widget)
    heading = QRect(whole.left(), whole.top(), whole.width(), _heading_height(widget))
    painter.fillRect(whole, background)
    painter.setFont(font)
    painter.setPen(QColor(theme().text))
    shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, heading.width())
    painter.drawText(heading, Qt.AlignmentFlag.AlignCenter, shown)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise GluonLabError(say("The picture could not be made. Make the window smaller and try again."))
    return bytes(buffer.data().data())


def svg_picture(view: QGraphicsView, title: str) -> bytes:
    """Return what a plot shows under its title as SVG, made of paths and text."""
    generator, buffer = _svg_generator(_with_heading(view.viewport()), view.logicalDpiX(), title)
    painter = QPainter(generator)
    _paint(painter, view, title)
    painter.end()
    return bytes(buffer.data().data())


def _svg_generator(area: QRect, resolution: int, title: str) -> tuple[QSvgGenerator, QBuffer]:
    """Return what can be painted on, and where the SVG is when that is done."""
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(area.size())
    generator.setViewBox(QRectF(area))
    generator.setResolution(resolution)
    generator.setTitle(title)
    generator.setDescription("Made with Gluon Lab")
    return generator, buffer


def png_of_widget(widget: QWidget, title: str, scale: float = 2.0) -> bytes:
    """Return what a widget shows under a title as PNG, with ``scale`` pixels for each pixel of the screen."""
    area = _with_heading(widget)
    image = QImage(area.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    _paint_widget(painter, widget, title)
    painter.end()
    return _png(image)


def svg_of_widget(widget: QWidget, title: str) -> bytes:
    """Return what a widget shows under a title as SVG."""
    area = _with_heading(widget)
    # From 0 on: QWidget.render knows where it is to paint, but forgets the view box.
    generator, buffer = _svg_generator(QRect(QPoint(), area.size()), widget.logicalDpiX(), title)
    painter = QPainter(generator)
    _paint_widget(painter, widget, title)
    painter.end()
    return bytes(buffer.data().data())


def _paint_widget(painter: QPainter, widget: QWidget, title: str) -> None:
    height = _heading_height(widget)
    painter.save()
    painter.translate(0, height)
    _paint_heading(painter, widget, title, widget.palette().color(widget.backgroundRole()))
    painter.restore()
    widget.render(painter, QPoint(0, height), QRegion(), QWidget.RenderFlag.DrawChildren)


class ExportButton(QToolButton):
    """A button with a menu that saves a plot's picture or numbers.

    ``saved`` and ``failed`` carry a sentence for the user.

    Args:
        name: tells the name to suggest for the file, without a suffix.
        png: makes the picture as PNG; None leaves this choice out, as with the others.
        svg: makes the picture as SVG.
        csv: makes the numbers as CSV.
        choose: asks for the file.
        parent: the widget in which the button lies.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        name: Callable[[], str],
        *,
        png: Callable[[], bytes] | None = None,
        svg: Callable[[], bytes] | None = None,
        csv: Callable[[], str] | None = None,
        choose: Chooser = choose_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._choose = name, choose
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.setIcon(icon("export"))
        self.setText(self.tr("Export"))
        self.setToolTip(self.tr("Save the picture or the numbers to a file"))
        self.setAccessibleName(self.tr("Export"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        if png is not None:
            self._add(self.tr("Picture (PNG)…"), "png", self.tr("PNG picture (*.png)"), png)
        if svg is not None:
            self._add(self.tr("Scalable picture (SVG)…"), "svg", self.tr("SVG picture (*.svg)"), svg)
        if csv is not None:
            text = csv
            self._add(self.tr("Numbers (CSV)…"), "csv", self.tr("CSV table (*.csv)"), lambda: text().encode())

    @classmethod
    def for_plot(
        cls, plot: QGraphicsView, name: Callable[[], str], csv: Callable[[], str], choose: Chooser, parent: QWidget
    ) -> ExportButton:
        """Return a button with all choices for a plot."""
        png, svg = (lambda: png_picture(plot, name())), (lambda: svg_picture(plot, name()))
        return cls(name, png=png, svg=svg, csv=csv, choose=choose, parent=parent)

    @classmethod
    def for_widget(
        cls,
        widget: QWidget,
        name: Callable[[], str],
        csv: Callable[[], str],
        choose: Chooser,
        parent: QWidget,
        heading: Callable[[], str] | None = None,
    ) -> ExportButton:
        """Return a button with all choices for a widget; ``heading`` stands above its picture, else the name."""
        title = heading or name
        png, svg = (lambda: png_of_widget(widget, title())), (lambda: svg_of_widget(widget, title()))
        return cls(name, png=png, svg=svg, csv=csv, choose=choose, parent=parent)

    def _add(self, text: str, suffix: str, file_filter: str, make: Callable[[], bytes]) -> None:
        action = QAction(text, self)
        action.triggered.connect(lambda: self._export(text.rstrip("…"), suffix, file_filter, make))
        self.menu().addAction(action)

    def _export(self, title: str, suffix: str, file_filter: str, make: Callable[[], bytes]) -> None:
        stem = file_stem(self._name(), "gluon-lab")
        suggestion = str(Path(self._folder) / f"{stem}.{suffix}")
        chosen = self._choose(self, title, suggestion, file_filter)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != f".{suffix}":
            path = path.with_name(f"{path.name}.{suffix}")
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            write_atomically(path, make())
        except GluonLabError as error:
            self.failed.emit(str(error))
        except OSError as error:
            self.failed.emit(self.tr("{file} was not saved: {reason}").format(file=path, reason=reason(error)))
        else:
            self._folder = str(path.parent)
            self.saved.emit(self.tr("Saved {file}").format(file=path))
        finally:
            QGuiApplication.restoreOverrideCursor()
