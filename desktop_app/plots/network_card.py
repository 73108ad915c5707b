"""What the picture of a network tells of the unit, the link or the bias under the mouse."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.data import Axis
from desktop_app.oklab import Pixels
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.network_links import Drawing, sign_colour
from desktop_app.plots.network_values import BiasRef, LinkRef, Ref, UnitRef
from desktop_app.plots.plot_style import colour, plot_pen, readable

translate = QCoreApplication.translate  # a name by which lupdate finds texts

_SIDE = 200


def as_image(pixels: Pixels) -> QImage:
    """Return colours ``(h, w, 3)`` as an image that owns its memory; the first row is at the top."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888).copy()


class NetworkCard(HoverCard):
    """A card with an enlarged tile above its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QLabel()
        self.picture.setFixedSize(_SIDE, _SIDE)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.picture)

    def show_ref(self, text: str, picture: Pixels | None, mark: QPointF | None, place: QPoint, *, smooth: bool) -> None:
        """Show a text, and the picture of a tile.

        Args:
            text: rich text.
            picture: of the tile; None for none.
            mark: where a cross is drawn, from (0, 0) at the top left to (1, 1).
            place: in the parent's pixels; the card lies beside it.
            smooth: whether the colours between the pixels are interpolated.
        """
        self.picture.setVisible(picture is not None)
        if picture is not None:
            self.picture.setPixmap(self._enlarged(as_image(picture), mark, smooth=smooth))
        self.show_text(text, place)

    def _enlarged(self, picture: QImage, mark: QPointF | None, *, smooth: bool) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(colour("card"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(QRectF(0, 0, _SIDE, _SIDE), picture)
        if mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(plot_pen("text", 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(mark.x() * _SIDE, mark.y() * _SIDE), 5, 5)
        painter.end()
        return pixmap


def card_text(drawing: Drawing, ref: Ref, axes: tuple[Axis, ...], mark: QPointF | None) -> str:
    """Return what there is to say of a unit, a link or a bias, as rich text."""
    if isinstance(ref, UnitRef):
        return _unit_text(drawing, ref, axes, mark)
    column, values = drawing.columns[ref.column], drawing.values
    name = escape(column.unit_name(ref.unit))
    if isinstance(ref, LinkRef):
        source = escape(drawing.columns[column.source or 0].unit_name(ref.source))
        title, what = f"{source} → {name}", translate("Network", "weight")
        if column.kind == "maps":
            what = translate("Network", "mean of the kernel")
    else:
        title, what = translate("Network", "Bias of {name}").format(name=name), translate("Network", "bias")
    rows = [(what, values.value(ref)), (translate("Network", "gradient"), values.value(ref, gradient=True))]
    told = "".join(_row(label, value) for label, value in rows if value is not None)
    hint = translate("Network", "Click to edit") if values.entry(ref) is not None and told else ""
    return _card(title, _place_text(drawing, ref.column), told, hint)


def _unit_text(drawing: Drawing, ref: UnitRef, axes: tuple[Axis, ...], mark: QPointF | None) -> str:
    column, values = drawing.columns[ref.column], drawing.values
    told = ""
    found = values.unit_map(ref)
    if found is not None and mark is not None:
        told += "".join(
            _row(escape(axis.title), place, signed=False) for axis, place in zip(axes, _where(axes, mark), strict=False)
        )
        told += _row(translate("Network", "output here"), _value_at(found, mark))
    sample = values.unit_value(ref) if column.kind != "image" else None
    if sample is not None:
        what = translate("Network", "output for the sample")
        told += _row(translate("Network", "mean output for the sample") if column.kind == "maps" else what, sample)
    bias = BiasRef(ref.column, ref.unit)
    for label, value in (
        (translate("Network", "bias"), values.value(bias) if column.bias else None),
        (translate("Network", "gradient of the bias"), values.value(bias, gradient=True) if column.bias else None),
    ):
        told += _row(label, value) if value is not None else ""
    hint = ""
    if ref.unit in values.off(ref.column):
        hint = translate("Network", "Switched off: it says 0. Click to switch it on")
    elif column.can_switch and values.weights:
        hint = translate("Network", "Click to switch it off, F2 to edit")
    return _card(escape(column.unit_name(ref.unit)), _place_text(drawing, ref.column), told, hint)


def _place_text(drawing: Drawing, number: int) -> str:
    column = drawing.columns[number]
    text = column.title if column.layer < 0 else f"{column.layer + 1}. {column.title}"
    text = f"{text} {column.activation}".strip()
    if column.shared:
        shared = translate("Network", "{layer}, parameters “{name}” (shared)")
        text = shared.format(layer=text, name=column.shared)
    return escape(text)


def _row(label: str, value: float, *, signed: bool = True) -> str:
    mark = "■" if signed else ""
    return (
        f"<tr><td>{label}</td><td style='padding-left:10px; color:{sign_colour(value).name()}'>{mark}</td>"
        f"<td align='right' style='padding-left:4px'>{readable(value)}</td></tr>"
    )


def _card(title: str, place: str, rows: str, hint: str) -> str:
    table = f"<table cellspacing='0' style='margin-top:4px'>{rows}</table>" if rows else ""
    foot = f"<div style='color:{colour('muted').name()}; margin-top:4px'>{hint}</div>" if hint else ""
    return f"<b>{title}</b> <span style='color:{colour('muted').name()}'>{place}</span>{table}{foot}"


def _where(axes: tuple[Axis, ...], mark: QPointF) -> tuple[float, ...]:
    """Return the place on the axes that a mark in a tile stands for."""
    shares = (mark.x(), 1 - mark.y())
    return tuple(axis.low + share * (axis.high - axis.low) for axis, share in zip(axes, shares, strict=False))


def _value_at(values: np.ndarray, mark: QPointF) -> float:
    """Return the value of a map or a curve at a place of its tile."""
    across = min(int(mark.x() * values.shape[-1]), values.shape[-1] - 1)
    if values.ndim == 1:
        return float(values[across])
    up = min(int((1 - mark.y()) * values.shape[0]), values.shape[0] - 1)
    return float(values[up, across])
