"""A small picture of what the data set holds: points, a curve, images, or the first rows of a table."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.data import DataSet, Parts
from core.data.names import title_of_input
from desktop_app.point_marks import PointStyle
from desktop_app.sample_points import Points, points_of
from desktop_app.style import scaled
from desktop_app.texts import translated
from desktop_app.theme import theme, themes

_SIDE = 108  # pixels
_STRIP, _IMAGE, _SPACE = 84, 34, 5
_PAD = 7
_MOST_POINTS = 400
_POINT_SIZE = 5.5
_ROWS, _COLUMNS = 4, 4
_MOST_IMAGES = 24
_CURVE_POINTS = 100


class DataPreview(QWidget):
    """Shows the training part, and where samples are points the other parts, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: DataSet | None = None
        self._points: Points | None = None
        self._images: list[QImage] = []
        self.table: list[list[str]] = []
        self.setAccessibleName(self.tr("Preview of the data"))
        themes.changed.connect(self._refresh)
        self._parts: Parts | None = None

    def show_parts(self, data: DataSet | None, parts: Parts | None) -> None:
        """Show a data set; without parts nothing is shown."""
        self._data, self._parts = data, parts
        self._refresh()
        self.setVisible(parts is not None)

    @property
    def is_square(self) -> bool:
        """Whether points in the plane are shown."""
        return self._points is not None and len(self._points.facts.axes) == 2

    def sizeHint(self) -> QSize:
        """Return the size of the present kind of picture."""
        if self._images:
            return QSize(200, _STRIP)
        if self.table:
            return QSize(200, (_ROWS + 1) * self._line() + 2 * _PAD)
        return QSize(_SIDE if self.is_square else 200, _SIDE)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(_SIDE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture on its ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme().border), 1))
        painter.setBrush(QColor(theme().plot_background))
        painter.drawRoundedRect(frame, 5, 5)
        inner = frame.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        if self._points is not None:
            self._paint_points(painter, inner, self._points)
        elif self._images:
            self._paint_images(painter, inner)
        else:
            self._paint_table(painter, inner)

    def _refresh(self) -> None:
        parts = self._parts
        self._points, self._images, self.table = None, [], []
        if parts is None:
            return
        self._points = points_of(parts)
        if self._points is None:
            if len(parts.facts.input_shape) > 1:
                self._images = _images(parts)
            else:
                self.table = _table(parts)
        wide = QSizePolicy.Policy.Fixed if self.is_square else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return self.fontMetrics().height() + 1

    def _paint_points(self, painter: QPainter, room: QRectF, points: Points) -> None:
        x_range, y_range = _ranges(points)
        places = np.column_stack(
            [
                room.left() + room.width() * (points.places[:, 0] - x_range[0]) / (x_range[1] - x_range[0]),
                room.bottom() - room.height() * (points.places[:, 1] - y_range[0]) / (y_range[1] - y_range[0]),
            ]
        )
        if self._data is not None and len(points.facts.axes) == 1:
            _paint_truth(painter, room, self._data, (x_range, y_range))
        stride = max(1, -(-len(points) // _MOST_POINTS))
        styles = [PointStyle(s.label, s.share, s.part, _POINT_SIZE) for s in points.styles]
        for place, code in zip(places[::stride].tolist(), points.codes[::stride].tolist(), strict=True):
            painter.save()
            painter.translate(*place)
            styles[code].draw(painter)
            painter.restore()

    def _paint_images(self, painter: QPainter, room: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        per_row = max(1, int((room.width() + _SPACE) // (_IMAGE + _SPACE)))
        left = room.left() + (room.width() - per_row * (_IMAGE + _SPACE) + _SPACE) / 2
        for k, image in enumerate(self._images[: 2 * per_row]):
            corner = QPointF(left + k % per_row * (_IMAGE + _SPACE), room.top() + k // per_row * (_IMAGE + _SPACE))
            zoom = _IMAGE / max(image.width(), image.height())
            width, height = zoom * image.width(), zoom * image.height()
            target = QRectF(0, 0, width, height)
            target.moveCenter(corner + QPointF(_IMAGE / 2, (_IMAGE - _SPACE) / 2))
            painter.drawImage(target, image)

    def _paint_table(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(scaled(self.font(), 0.88))
        metrics = painter.fontMetrics()
        columns = len(self.table[0]) if self.table else 1
        width = room.width() / columns
        for i, row in enumerate(self.table):
            painter.setPen(QColor(theme().muted if i == 0 else theme().text))
            for j, cell in enumerate(row):
                box = QRectF(room.left() + j * width, room.top() + i * self._line(), width - 6, self._line())
                shown = metrics.elidedText(cell, Qt.TextElideMode.ElideRight, int(box.width()))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


Ranges = tuple[tuple[float, float], tuple[float, float]]


def _ranges(points: Points) -> Ranges:
    """Return what is shown: the plane, or all samples over their axis."""
    first, *others = points.facts.axes
    if others:
        return (first.low, first.high), (others[0].low, others[0].high)
    if not len(points):
        return (first.low, first.high), (-1.0, 1.0)
    (left, bottom), (right, top) = points.places.min(axis=0).tolist(), points.places.max(axis=0).tolist()
    return (left, right if right > left else left + 1), (bottom, top if top > bottom else bottom + 1)


def _paint_truth(painter: QPainter, room: QRectF, data: DataSet, ranges: Ranges) -> None:
    (left, right), (bottom, top) = ranges
    x = np.linspace(left, right, _CURVE_POINTS)
    y = data.truth(x[:, None])
    if y is None:
        return
    path = QPainterPath()
    for k, (across, up) in enumerate(zip((x - left) / (right - left), (y - bottom) / (top - bottom), strict=True)):
        place = QPointF(room.left() + room.width() * across, room.bottom() - room.height() * min(1.05, max(-0.05, up)))
        if k:
            path.lineTo(place)
        else:
            path.moveTo(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme().muted), 1.2, Qt.PenStyle.DashLine))
    painter.drawPath(path)


def _images(parts: Parts) -> list[QImage]:
    """Return the first images of the training part; of classes, one after the other."""
    X, y = parts.train.X, parts.train.y
    if parts.facts.task == "regression":
        chosen = list(range(min(len(X), _MOST_IMAGES)))
    else:
        first = [np.flatnonzero(y == k)[:4] for k in range(min(parts.facts.num_outputs, 20))]
        chosen = [int(of_class[turn]) for turn in range(4) for of_class in first if len(of_class) > turn]
    return [_image(sample) for sample in _as_bytes(X[chosen[:_MOST_IMAGES]])]


def _as_bytes(X: NDArray[np.float32] | NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return images as bytes; numbers beyond 0 to 1 are scaled to their own range."""
    if X.dtype == np.uint8 or not X.size:
        return X.astype(np.uint8)
    low, high = min(0.0, float(X.min())), max(1.0, float(X.max()))
    return np.rint((X - low) / (high - low) * 255).astype(np.uint8)


def _image(sample: NDArray[np.uint8]) -> QImage:
    """Return the first channel of an image, dark on a light ground where the theme is light."""
    grey = sample.reshape(-1, *sample.shape[-2:])[0]
    grey = np.ascontiguousarray(np.uint8(255) - grey if theme().name == "light" else grey)
    return QImage(grey.data, grey.shape[1], grey.shape[0], grey.strides[0], QImage.Format.Format_Grayscale8).copy()


def _table(parts: Parts) -> list[list[str]]:
    """Return the names and the first rows of some columns, the target last."""
    facts, train = parts.facts, parts.train
    shown = min(_COLUMNS - 1, facts.input_shape[0])
    names = [title_of_input(name) for name in facts.input_names or (f"x{j + 1}" for j in range(shown))]
    more = len(facts.input_names) > shown
    head = [*names[: shown - 1], f"{names[shown - 1]} …"] if more else list(names[:shown])
    rows = [[*head, "y" if facts.task == "regression" else ""]]
    for X, y in zip(train.X[:_ROWS], train.y[:_ROWS], strict=True):
        target = translated(facts.class_names[int(y)]) if facts.class_names else _number(float(np.ravel(y)[0]))
        rows.append([*(_number(float(x)) for x in X[:shown]), target])
    return rows


def _number(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
