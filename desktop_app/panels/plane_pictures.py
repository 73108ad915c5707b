"""Small pictures of the data sets in the plane, to click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from core.data import DATA_SETS, DataSet
from core.data.plane import EDGE, PlanePoints
from desktop_app.sample_points import points_of
from desktop_app.texts import translated
from desktop_app.theme import theme, themes

_SIDE, _BUTTON, _COLUMNS = 28, 33, 5
_NUM_POINTS = 200
_DOT = 1.1

PLANE_SETS = tuple(model for model in DATA_SETS if issubclass(model, PlanePoints))


class PlanePictures(QWidget):
    """One button for each data set in the plane; that of the present one is checked.

    Signals:
        chosen: the kind of the data set that the user clicked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self._drawn_for = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for k, model in enumerate(PLANE_SETS):
            button = QToolButton()
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setIconSize(QSize(_SIDE, _SIDE))
            button.setFixedSize(_BUTTON, _BUTTON)
            button.setToolTip(f"<b>{translated(model.title)}</b><br>{translated(model.help)}")
            button.setAccessibleName(translated(model.title))
            self._group.addButton(button, k)
            self.buttons[model.kind_name()] = button
            grid.addWidget(button, k // _COLUMNS, k % _COLUMNS)
        self._group.idClicked.connect(lambda k: self.chosen.emit(PLANE_SETS[k].kind_name()))
        themes.changed.connect(self._draw)

    def show_data(self, data: DataSet) -> None:
        """Mark the present data set, or hide if it is none in the plane."""
        button = self.buttons.get(data.kind)
        if button is not None:
            button.setChecked(True)
        self.setVisible(button is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the pictures only when somebody looks."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._drawn_for != theme().name and self.isVisible():
            self._drawn_for = theme().name
            for model in PLANE_SETS:
                self.buttons[model.kind_name()].setIcon(_picture(model, self.devicePixelRatioF()))


def _picture(model: type[PlanePoints], ratio: float) -> QIcon:
    """Return the samples of a data set with its usual settings, as dots in their colours."""
    given = {"num_samples": _NUM_POINTS} if "num_samples" in model.model_fields else {}
    points = points_of(model.model_validate({"kind": model.kind_name()} | given).load())
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(theme().plot_background))
    if points is None:
        return QIcon(pixmap)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    places = (points.places * [1, -1] + EDGE) / (2 * EDGE) * _SIDE
    for (x, y), code in zip(places.tolist(), points.codes.tolist(), strict=True):
        painter.setBrush(points.styles[code].colour)
        painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
    painter.end()
    return QIcon(pixmap)
