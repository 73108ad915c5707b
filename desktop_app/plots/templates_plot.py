"""The weights with which the first layer looks at images, as images."""

from __future__ import annotations

from html import escape
from math import floor, log10

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from core.events import ProbeTaken
from core.experiment import Experiment
from core.probes import Probe, RowsProbe
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_colours import STEPS, target_colours
from desktop_app.plots.map_image import ColourBar, MapImage
from desktop_app.plots.plot_style import colour, plot_font, readable
from desktop_app.plots.templates import Templates, TileLayout, templates_of
from desktop_app.plots.weights_page import WeightsPage, tool_label

PAGE = 40
_ROUND = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


class TemplatesPlot(WeightsPage):
    """Shows a picture for each class or unit, in the colours of one scale; of many units one page at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Weights of the first layer as images"))
        self.templates: Templates | None = None
        self.taken: ProbeTaken | None = None
        self.largest = 1.0
        self.places: TileLayout | None = None
        self._first = 0
        self._following = True
        self._mouse: QPointF | None = None
        self.tools = self._make_tools()
        self.plot = self.add_plot(1)
        self.bar = ColourBar(self, 1)
        for axis in (self.plot.left, self.plot.bottom):
            axis.setGrid(False)
            axis.setStyle(showValues=False)
        self.plot.left.setWidth(1)
        view = self.plot.view
        view.setAspectLocked(True)
        self.tiles: list[MapImage] = []
        self.labels: list[pg.TextItem] = []
        self.card = HoverCard(self)
        view.reset_requested.connect(self.reset_view)
        view.sigRangeChangedManually.connect(self._zoomed)
        view.sigResized.connect(self._resized)
        self.restyled.connect(self._restyle)
        self.hovered.connect(self._hover)
        self._restyle()

    def name(self) -> str:
        """Return what an exported file is called."""
        return self.tr("templates")

    def probe(self) -> Probe:
        """Return what to ask: the rows of the page that is shown."""
        return RowsProbe(self.templates.parameter if self.templates is not None else "", self._first, PAGE)

    def show_experiment(self, experiment: Experiment, batches_per_epoch: int) -> tuple[str, str] | None:
        """Begin afresh with the first layer of an experiment."""
        self.templates, self.taken, self._first = templates_of(experiment), None, 0
        self.channel_box.clear()
        if self.templates is None:
            self._draw()
            return (
                self.tr("The first layer does not look at images"),
                self.tr(
                    "Templates are the weights of the first layer as images. Choose images as the data, such as the "
                    "digits, and begin with Dense or Conv2D: the preset Softmax regression has one for each class."
                ),
            )
        channels = self.templates.shape[1]
        colours = [self.tr("red"), self.tr("green"), self.tr("blue")]
        self.channel_box.addItems(colours if channels == 3 else [str(i + 1) for i in range(channels)])
        for widget in (self.channel_box, self._channel_label):
            widget.setVisible(channels > 1)
        self._meaning.setText(self.tr("Blue: a bright pixel speaks for it. Orange: against it."))
        self._show_page()
        self.reset_view()
        return None

    def show_probe(self, taken: ProbeTaken) -> None:
        """Show the answer to a :class:`RowsProbe`."""
        self.taken = taken if taken.values else None
        reach = float(taken.values["reach"]) if taken.values else 0.0
        # Round numbers only, so that the colours do not change their meaning at every look.
        largest = rounded_up(reach) if np.isfinite(reach) and reach > 0 else 1.0
        if largest != self.largest:
            self.largest = largest
            self._show_scale()
        self._draw()

    def pictures(self) -> NDArray[np.float32]:
        """Return the weights that are shown, ``(n, height, width)``."""
        if self.taken is None or self.templates is None:
            return np.empty((0, 1, 1), dtype=np.float32)
        _, channels, height, width = self.templates.shape
        rows = self.taken.values["rows"].reshape(-1, channels, height, width)
        return rows[:, max(self.channel_box.currentIndex(), 0)]

    def reset_view(self) -> None:
        """Show the whole page."""
        self._following = True
        self._draw()

    @property
    def has_numbers(self) -> bool:
        """Whether there is something to export."""
        return self.taken is not None

    def to_csv(self) -> str:
        """Return every weight of the page."""
        lines = ["unit,row,column,weight"]
        for i, picture in enumerate(self.pictures()):
            for (row, column), weight in np.ndenumerate(picture):
                lines.append(f"{self._name(i)},{row},{column},{weight:.9g}")
        return "\n".join(lines) + "\n"

    # -- building and choosing ----------------------------------------------------------------------------------------

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        self.back_button, self.on_button = QToolButton(), QToolButton()
        for button, arrow, name, pages in (
            (self.back_button, Qt.ArrowType.LeftArrow, self.tr("Units before these"), -1),
            (self.on_button, Qt.ArrowType.RightArrow, self.tr("Units after these"), 1),
        ):
            button.setArrowType(arrow)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, pages=pages: self._turn(pages))
        self.page_label, self._meaning = QLabel(), tool_label("")
        self.channel_box, self._channel_label = QComboBox(), tool_label(self.tr("Channel"))
        self.channel_box.setAccessibleName(self.tr("Channel"))
        self.channel_box.currentIndexChanged.connect(self._draw)
        row = QHBoxLayout(tools)
        row.setContentsMargins(10, 0, 10, 5)
        row.setSpacing(8)
        row.addWidget(self._meaning)
        row.addStretch(1)
        for widget in (self._channel_label, self.channel_box, self.back_button, self.page_label, self.on_button):
            row.addWidget(widget)
        return tools

    def _turn(self, pages: int) -> None:
        self._first += pages * PAGE
        self._show_page()
        self.probe_changed.emit()

    def _show_page(self) -> None:
        units = self.templates.shape[0] if self.templates is not None else 0
        last = min(self._first + PAGE, units)
        self.page_label.setText(
            self.tr("{first} – {last} of {number}").format(first=self._first + 1, last=last, number=f"{units:,}")
        )
        self.back_button.setEnabled(self._first > 0)
        self.on_button.setEnabled(last < units)
        for widget in (self.back_button, self.page_label, self.on_button):
            widget.setVisible(units > PAGE)

    def _name(self, position: int) -> str:
        """Return the name of a picture of the present page."""
        assert self.templates is not None
        assert self.taken is not None
        return self.templates.names[self.taken.probe.first + position]  # type: ignore[attr-defined]

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self._show_scale()
        for label in self.labels:
            label.setColor(colour("text"))
            label.setFont(plot_font(0.95))
        self._draw()

    def _show_scale(self) -> None:
        values = np.linspace(-self.largest, self.largest, 2 * STEPS + 1, dtype=np.float32)
        colours = target_colours(values, self.largest)[:, None]
        self.bar.show_scale(
            colours, (-self.largest, self.largest), self.tr("weight (what lies beyond has the last colour)")
        )

    def _resized(self) -> None:
        if self._following:
            self._draw()

    def _draw(self) -> None:
        pictures = self.pictures()
        self._make_tiles(len(pictures))
        for item in (*self.tiles[len(pictures) :], *self.labels[len(pictures) :]):
            item.hide()
        if len(pictures):
            self._place(pictures)
        self._hover(self._mouse)

    def _make_tiles(self, number: int) -> None:
        while len(self.tiles) < number:
            tile, label = MapImage(), pg.TextItem(color=colour("text"), anchor=(0.5, 0))
            tile.crisp = True
            label.setFont(plot_font(0.95))
            for item in (tile, label):
                self.plot.view.addItem(item, ignoreBounds=True)
            self.tiles.append(tile)
            self.labels.append(label)

    def _place(self, pictures: NDArray[np.float32]) -> None:
        number, height, width = pictures.shape
        view, metrics = self.plot.view, QFontMetricsF(plot_font(0.95))
        line = metrics.height() + 4
        if self._following or self.places is None:
            self.places = TileLayout.of(number, (width, height), (view.width(), view.height()), line)
            across, down = self.places.size
            self.plot.set_range((0, across), (-down, 0))
        places, colours = self.places, target_colours(pictures[:, ::-1], self.largest)
        room = places.step[0] / max(view.viewPixelSize()[0], 1e-9)
        for i in range(number):
            left, top = places.corner(i)
            x, y = left + 0.5 + np.arange(width), top - height + 0.5 + np.arange(height)
            self.tiles[i].show_colours(colours[i], x, y)
            self.tiles[i].show()
            name = metrics.elidedText(self._name(i), Qt.TextElideMode.ElideRight, room)
            if name != self.labels[i].toPlainText():
                self.labels[i].setText(name)
            self.labels[i].setPos(left + width / 2, top - height)
            self.labels[i].show()

    def _zoomed(self) -> None:
        self._following = False

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def _hover(self, scene: QPointF | None) -> None:
        self._mouse = scene
        view, pictures = self.plot.view, self.pictures()
        if scene is None or self.places is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        place = view.mapSceneToView(scene)
        found = self.places.pixel_at(place.x(), place.y())
        if found is None or found[0] >= len(pictures):
            self.card.hide()
            return
        text = self.tr("<b>{name}</b><br>row {row}, column {column}: weight {weight}").format(
            name=escape(self._name(found[0])),
            row=found[1] + 1,
            column=found[2] + 1,
            weight=readable(float(pictures[found]), 3),
        )
        self.card.show_text(text, self.mapFromScene(scene))


def rounded_up(value: float) -> float:
    """Return the smallest round number that is not less than a positive one."""
    power = 10.0 ** floor(log10(value))
    return next(factor * power for factor in _ROUND if factor * power >= value * (1 - 1e-9))
