"""The picture of a network, in which mouse and keys find units, links and biases."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from desktop_app.oklab import Pixels
from desktop_app.plots.network_columns import Column
from desktop_app.plots.network_items import FrameItem, LinksItem, NetworkItem, TilesItem, name_width
from desktop_app.plots.network_layout import bias_mark, network_layout
from desktop_app.plots.network_links import WIDEST, Drawing, link_at
from desktop_app.plots.network_signal import SignalItem
from desktop_app.plots.network_values import BiasRef, NetworkValues, Ref, UnitRef
from desktop_app.plots.plot_style import Legend, LegendEntry, LineStyle, colour, plot_font
from desktop_app.theme import themes

_TOUCH = 2.0  # pixels around a bias


class NetworkPicture(QGraphicsView):
    """Draws a network and its numbers.

    The arrow keys choose a unit, Enter and Space press it. Signals:
        pointed: what lies under the mouse or was chosen, None for nothing; and the place in the widget's pixels.
        unit_pressed: a :class:`UnitRef` to switch off or on.
        entry_pressed: a :class:`LinkRef` or :class:`BiasRef` to edit, and where.
    """

    pointed = Signal(object, QPoint)
    unit_pressed = Signal(object)
    entry_pressed = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing()
        self.tiles, self.links = TilesItem(self.drawing), LinksItem(self.drawing)
        self.frame, self.signal = FrameItem(self.drawing), SignalItem(self.drawing)
        self.legend = Legend()
        scene = QGraphicsScene(self)
        for item in self._items():
            scene.addItem(item)
        scene.addItem(self.legend)
        self.setScene(scene)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setAccessibleName(self.tr("Network"))
        self.setAccessibleDescription(self.tr("The arrow keys choose a unit, Enter switches it off or on."))
        themes.changed.connect(self._restyle)
        self._restyle()

    def _items(self) -> tuple[NetworkItem, ...]:
        return self.links, self.frame, self.tiles, self.signal

    # -- what the view calls ------------------------------------------------------------------------------------------

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Draw another network, without numbers."""
        drawing = self.drawing
        drawing.columns, drawing.values = columns, NetworkValues(columns)
        drawing.hovered = drawing.chosen = drawing.reached = None
        self.tiles.input = None
        self._arrange()
        self.refresh()

    def show_input(self, pixels: Pixels | None) -> None:
        """Draw the sample that the network gets, a picture ``(h, w, 3)``."""
        self.tiles.input = pixels
        self.refresh()

    def show_flow(self, reached: float | None, *, backwards: bool) -> None:
        """Show how far a signal has come; None for none."""
        self.drawing.reached, self.drawing.backwards = reached, backwards
        for item in self._items():
            item.update()

    def refresh(self) -> None:
        """Draw the numbers that have come."""
        self.tiles.stale = True
        self.tiles.update()
        self.links.update()

    def middle_of(self, ref: UnitRef | BiasRef) -> QPoint:
        """Return the middle of a unit or a bias that is drawn, in pixels of the viewport."""
        layout = self.drawing.layout
        assert layout is not None
        tile = layout.columns[ref.column].tiles[ref.unit]
        return self.mapFromScene((bias_mark(tile) if isinstance(ref, BiasRef) else tile).center())

    def ref_at(self, place: QPointF) -> Ref | None:
        """Return what lies at a place of the scene: a bias, a unit or a link."""
        drawing, layout = self.drawing, self.drawing.layout
        if layout is None:
            return None
        for number, column in enumerate(drawing.columns):
            for unit, tile in enumerate(layout.columns[number].tiles if column.bias is not None else ()):
                if bias_mark(tile).adjusted(-_TOUCH, -_TOUCH, _TOUCH, _TOUCH).contains(place):
                    return BiasRef(number, unit)
        found = layout.tile_at(place)
        return UnitRef(*found) if found is not None else link_at(drawing, place)

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        metrics = QFontMetricsF(plot_font())
        foot = metrics.height() + 14 + self.horizontalScrollBar().sizeHint().height()
        size = QSizeF(self.maximumViewportSize())
        if not self.drawing.columns or size.isEmpty():
            return
        bar = self.horizontalScrollBar()
        names = [name_width(column) for column in self.drawing.columns]
        head = 3 * metrics.height() + 4
        layout = network_layout(self.drawing.columns, size, head, foot, names)
        self.drawing.layout = layout
        area = QRectF(QPointF(), layout.size)
        self.scene().setSceneRect(area)
        body = area.adjusted(0, head, 0, -foot)
        for item in self._items():
            item.set_area(area if item is self.frame else body)
        self.frame.forget()
        self.tiles.ratio = self.devicePixelRatioF()
        self.legend.setGeometry(QRectF(16, size.height() - foot, size.width() - 32, foot))
        bar.setSingleStep(40)

    def _restyle(self) -> None:
        self.setBackgroundBrush(colour("plot_background"))
        self.legend.restyle()
        half = WIDEST / 2
        self.legend.set_entries(
            [
                LegendEntry(self.tr("positive"), LineStyle("train", half)),
                LegendEntry(self.tr("negative"), LineStyle("validation", half)),
                LegendEntry(self.tr("wider: larger weight"), LineStyle("muted", 1.2)),
                LegendEntry(
                    self.tr("at the corner of a tile: bias"),
                    LineStyle("muted", dash=Qt.PenStyle.NoPen, symbol="square"),
                ),
            ]
        )
        self.frame.forget()
        self.refresh()
        self.signal.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the widget."""
        super().resizeEvent(event)
        self._arrange()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._arrange()
            self._restyle()

    # -- mouse and keys -----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what lies under the mouse."""
        place = event.position().toPoint()
        self._point(self.ref_at(self.mapToScene(place)), place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press what lies under the mouse."""
        place = event.position().toPoint()
        ref = self.ref_at(self.mapToScene(place))
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton or ref is None:
            event.ignore()
        elif isinstance(ref, UnitRef):
            self.drawing.chosen = ref
            self.unit_pressed.emit(ref)
        else:
            self.entry_pressed.emit(ref, place)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point(None, QPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along a network that is wider than the window."""
        steps = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (steps.x() or steps.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and press units."""
        moves = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key, chosen = Qt.Key(event.key()), self.drawing.chosen
        if key in moves and self.drawing.layout is not None:
            self._move(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and chosen is not None:
            self.unit_pressed.emit(chosen)
        elif key == Qt.Key.Key_F2 and chosen is not None and self.drawing.columns[chosen.column].weight is not None:
            self.entry_pressed.emit(BiasRef(chosen.column, chosen.unit), self.middle_of(chosen))
        elif key == Qt.Key.Key_Escape and chosen is not None:
            self._choose(None)
        else:
            event.ignore()

    def _move(self, right: int, down: int) -> None:
        layout, chosen, tiled = self.drawing.layout, self.drawing.chosen, self.drawing.tiled()
        assert layout is not None
        if chosen is None:
            self._choose(UnitRef(tiled[0], 0))
            return
        order = min(max(tiled.index(chosen.column) + right, 0), len(tiled) - 1)
        column = tiled[order]
        last = len(layout.columns[column].tiles) - 1
        self._choose(UnitRef(column, min(max(chosen.unit + down, 0), last)))

    def _choose(self, ref: UnitRef | None) -> None:
        layout = self.drawing.layout
        self.drawing.chosen, self.drawing.hovered = ref, None
        if ref is None or layout is None:
            self._show_focus()
            self.pointed.emit(None, QPoint())
            return
        self.ensureVisible(layout.columns[ref.column].tiles[ref.unit], 60, 0)
        self._show_focus()
        self.pointed.emit(ref, self.middle_of(ref))

    def _point(self, ref: Ref | None, place: QPoint) -> None:
        if ref != self.drawing.hovered:
            self.drawing.hovered = ref
            self._show_focus()
        self.setCursor(Qt.CursorShape.ArrowCursor if ref is None else Qt.CursorShape.PointingHandCursor)
        self.pointed.emit(ref, place)

    def _show_focus(self) -> None:
        self.links.update()
        self.tiles.update()
