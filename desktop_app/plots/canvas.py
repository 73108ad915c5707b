"""The widget for plots: a canvas with coordinate systems and legends that follows the theme.

``Canvas`` holds ``Plot`` objects (view, axes, lines) and legends, repaints them after a theme switch and then emits
``restyled``. Everything on it is vector graphics, so that exported pictures can be scaled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.plots.axis import Axis
from desktop_app.plots.plot_style import Legend, Line, LineStyle, colour, plot_pen
from desktop_app.plots.plot_title import PlotTitle
from desktop_app.theme import themes

_BOX_MINIMUM = 5.0  # pixels; a smaller box is a slip of the hand


class PlotView(pg.ViewBox):
    """The area in which curves lie.

    Wheel zooms, left drag pans, right drag or Shift + left drag zooms into a box, double click asks for a reset.
    ``sigRangeChangedManually`` (of pyqtgraph) tells that the user changed the range.
    """

    reset_requested = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.disableAutoRange()
        self._box = False
        self.restyle()

    def restyle(self, *, focused: bool = False) -> None:
        """Take colours from the theme; a view on the canvas that has the keyboard gets an accented frame."""
        frame = plot_pen("accent" if focused else "border")
        self.border = frame
        self.borderRect.setPen(frame)
        self.rbScaleBox.setPen(pg.mkPen(colour("accent"), width=1))
        self.rbScaleBox.setBrush(colour("accent", 0.15))

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Pan, or draw the box to zoom into."""
        if ev.isStart():
            shift = bool(ev.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._box = axis is None and (shift or ev.button() == Qt.MouseButton.RightButton)
        if not self._box:
            super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        start = ev.buttonDownPos(ev.button())
        if not ev.isFinish():
            self.updateScaleBox(start, ev.pos())
            return
        self.rbScaleBox.hide()
        rect = QRectF(start, ev.pos()).normalized() & self.boundingRect()
        if min(rect.width(), rect.height()) >= _BOX_MINIMUM:
            self.showAxRect(self.childGroup.mapRectFromParent(rect), padding=0)

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Leave keys to the canvas."""
        ev.ignore()


class Plot:
    """One coordinate system: ``view`` with the curves, the ``left`` and the ``bottom`` axis."""

    def __init__(self, *, percent: bool = False) -> None:
        self.view = PlotView()
        self.left, self.bottom = Axis("left", percent=percent), Axis("bottom")
        for axis in (self.left, self.bottom):
            axis.linkToView(self.view)
            axis.setGrid(255)
        self.lines: list[Line] = []

    def name_axes(self, left: str, bottom: str) -> None:
        """Write names (with units) at the axes; an empty text takes no room."""
        self.left.setLabel(left or None)
        self.bottom.setLabel(bottom or None)

    def add_line(self, style: LineStyle, spread: int = 0) -> Line:
        """Create an empty curve; feed it with ``set_points``. With many points ``spread`` of them get a symbol."""
        line = Line(style, spread)
        self.view.addItem(line, ignoreBounds=True)
        self.lines.append(line)
        return line

    def remove_line(self, line: Line) -> None:
        """Take a curve away."""
        self.lines.remove(line)
        self.view.removeItem(line)

    def set_range(self, x: tuple[float, float] | None = None, y: tuple[float, float] | None = None) -> None:
        """Show these ranges exactly; without one, that of the axis stays."""
        self.view.setRange(xRange=x, yRange=y, padding=0)
        if not self.view.rect().isEmpty():
            # Left to pyqtgraph, it would be done while painting, and everything painted once more.
            self.view.updateMatrix()

    def set_log(self, on: bool) -> None:
        """Label the left axis for curves whose y values are decimal logarithms."""
        self.left.setLogMode(on)

    def set_percent(self, on: bool) -> None:
        """Label the left axis for shares from 0 to 1, or for plain numbers."""
        if on != self.left.percent:
            self.left.percent = on
            self.left.picture = None
            self.left.update()

    def restyle(self, *, focused: bool = False) -> None:
        """Take colours and fonts from theme and application."""
        self.view.restyle(focused=focused)
        self.left.restyle()
        self.bottom.restyle()
        for line in self.lines:
            line.update()


class Canvas(pg.GraphicsLayoutWidget):
    """A widget with plots and legends in the theme's colours.

    The arrow keys move, plus and minus zoom what the mouse may move and zoom too. On a page that can be scrolled the
    wheel scrolls it, unless the canvas has the focus, as after a click, or Ctrl is held. ``restyled`` is emitted after
    a theme switch, when plots and legends have their new colours; ``hovered`` with the mouse's position in scene
    coordinates, None when it has left.
    """

    restyled = Signal()
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots: list[Plot] = []
        self.legends: list[Legend] = []
        self.titles: list[PlotTitle] = []
        self._places: dict[Plot, tuple[tuple[Any, int, int], ...]] = {}
        self._focus_shown = False
        self.ci.layout.setContentsMargins(8, 6, 18, 6)
        self.ci.layout.setSpacing(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        themes.changed.connect(self.restyle)
        self.restyle()

    def add_plot(self, row: int, *, column: int = 0, percent: bool = False) -> Plot:
        """Add a coordinate system. It takes two rows and two columns of the layout: axes lie left of and below it."""
        plot = Plot(percent=percent)
        self.plots.append(plot)
        self._places[plot] = (
            (plot.left, row, 2 * column),
            (plot.view, row, 2 * column + 1),
            (plot.bottom, row + 1, 2 * column + 1),
        )
        for item, *_ in self._places[plot]:
            item.setParentItem(self.ci)
            item.hide()
        self.show_plot(plot, True)
        return plot

    def show_plot(self, plot: Plot, on: bool) -> None:
        """Show or hide a coordinate system; what is hidden takes no room."""
        if plot.view.isVisibleTo(self.ci) == on:
            return
        layout = self.ci.layout
        _, (_, row, _), _ = self._places[plot]
        for item, item_row, column in self._places[plot]:
            item.setVisible(on)
            if on:
                layout.addItem(item, item_row, column)
            else:
                layout.removeItem(item)
        layout.setRowStretchFactor(row, 1 if on else 0)
        layout.setRowSpacing(row + 1, 14 if on else 0)

    def link_x(self, first: Plot, second: Plot) -> None:
        """Let two plots show the same x. Pyqtgraph's own link goes by pixels, wrong ones before the first layout."""
        first.view.sigXRangeChanged.connect(lambda _, limits: second.set_range(x=tuple(limits)))
        second.view.sigXRangeChanged.connect(lambda _, limits: first.set_range(x=tuple(limits)))

    def add_legend(self, row: int, *, column: int = 0, span: int = 1) -> Legend:
        """Add a legend in a row of its own, in line with the plots of that column, over ``span`` plots."""
        legend = Legend()
        self.ci.addItem(legend, row, 2 * column + 1, 1, 2 * span - 1)
        self.legends.append(legend)
        return legend

    def add_title(self, row: int, text: str = "", *, column: int = 0, span: int = 1) -> PlotTitle:
        """Add a title in a row of its own, in line with the plots of that column, over ``span`` plots."""
        title = PlotTitle(text)
        self.ci.addItem(title, row, 2 * column + 1, 1, 2 * span - 1)
        self.titles.append(title)
        return title

    def restyle(self) -> None:
        """Take colours and fonts from theme and application."""
        self.setBackground(colour("plot_background"))
        for plot in self.plots:
            plot.restyle(focused=self._focus_shown)
        for title in self.titles:
            title.restyle()
        for legend in self.legends:
            legend.restyle()
        self.restyled.emit()

    def close(self) -> bool:
        """Close as any widget does; pyqtgraph would tear the scene down while its items are still in use."""
        return QWidget.close(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.restyle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys arrive here, unless the mouse, which needs no such sign, brought the focus."""
        super().focusInEvent(event)
        keyboard = (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self._show_focus(event.reason() in keyboard)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys no longer arrive here; they come back with the window and after a menu."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._show_focus(False)

    def _show_focus(self, focused: bool) -> None:
        self._focus_shown = focused
        for plot in self.plots:
            plot.view.restyle(focused=focused)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is."""
        super().mouseMoveEvent(event)
        self.hovered.emit(self.mapToScene(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for a reset of the view under the mouse."""
        super().mouseDoubleClickEvent(event)
        place = self.mapToScene(event.position().toPoint())
        for plot in self.plots:
            if plot.view.isVisible() and plot.view.sceneBoundingRect().contains(place):
                plot.view.reset_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, or leave the wheel to the page."""
        is_meant = self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if _is_scrolled(self) and not is_meant:
            event.ignore()
        else:
            super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse has left."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrow keys, zoom with plus and minus."""
        moves = {
            Qt.Key.Key_Left: (-0.1, 0.0),
            Qt.Key.Key_Right: (0.1, 0.0),
            Qt.Key.Key_Up: (0.0, 0.1),
            Qt.Key.Key_Down: (0.0, -0.1),
        }
        zooms = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
        key, free = Qt.Key(event.key()), any(_is_free(plot) for plot in self.plots)
        if key in moves and free:
            self._change_ranges(1.0, *moves[key])
        elif key in zooms and free:
            self._change_ranges(zooms[key], 0.0, 0.0)
        else:
            event.ignore()

    def _change_ranges(self, scale: float, right: float, up: float) -> None:
        # All new ranges first: views may be linked.
        old = [(plot, plot.view.viewRange()) for plot in self.plots if _is_free(plot)]
        for plot, (x, y) in old:
            plot.set_range(_moved(x, scale, right), _moved(y, scale, up))
            plot.view.sigRangeChangedManually.emit([True, True])


def _is_scrolled(widget: QWidget) -> bool:
    """Whether a widget lies on a page that is higher than what is seen of it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.verticalScrollBar().maximum() > 0:
            return True
        above = above.parentWidget()
    return False


def _is_free(plot: Plot) -> bool:
    """Whether the user may see another part of a plot."""
    return plot.view.isVisible() and any(plot.view.state["mouseEnabled"])


def _moved(limits: Sequence[float], scale: float, shift: float) -> tuple[float, float]:
    low, high = limits
    middle, half = (low + high) / 2 + shift * (high - low), (high - low) / 2 * scale
    return middle - half, middle + half
