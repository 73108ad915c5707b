"""The signal on its way through the picture of a network, while a step is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from desktop_app.plots.network_items import NetworkItem
from desktop_app.plots.network_layout import Links
from desktop_app.plots.network_links import drawn_links, sign_colour
from desktop_app.plots.network_values import UnitRef
from desktop_app.plots.plot_style import plot_pen

_DOT = 3.2


class SignalItem(NetworkItem):
    """Dots on the links: the outputs on their way forwards, or the gradients on their way back."""

    def draw(self, painter: QPainter) -> None:
        """Draw the dots between the columns where the signal is."""
        drawing, layout = self.drawing, self.drawing.layout
        assert layout is not None
        if drawing.reached is None:
            return
        done, share = int(drawing.reached), drawing.reached % 1.0
        tiled = drawing.tiled()
        if done >= len(tiled) - 1 or share == 0.0:
            return
        target = tiled[len(tiled) - 1 - done] if drawing.backwards else tiled[done + 1]
        found = next((links for links in layout.links if links.target == target), None)
        at = 1.0 - share if drawing.backwards else share
        if found is None:
            self._draw_front(painter, drawing.columns[target].source or 0, target, at)
        else:
            self._draw_dots(painter, found, at)

    def _draw_dots(self, painter: QPainter, links: Links, at: float) -> None:
        targets, sources = drawn_links(self.drawing, links)
        values = self.drawing.values.link_values(
            links.target, len(links.ends), len(links.starts), gradient=self.drawing.backwards
        )
        points = links.points_at(targets, sources, at)
        painter.setPen(plot_pen("plot_background", 1.0))
        for target, source, point in zip(targets.tolist(), sources.tolist(), points.tolist(), strict=True):
            value = 0.0 if values is None else float(values[target, source])
            if not self.drawing.backwards:
                value *= self.drawing.values.unit_value(UnitRef(links.source, source)) or 0.0
            painter.setBrush(sign_colour(value))
            painter.drawEllipse(QPointF(*point), _DOT, _DOT)

    def _draw_front(self, painter: QPainter, source: int, target: int, at: float) -> None:
        """Draw a line that moves over a bundle."""
        layout = self.drawing.layout
        assert layout is not None
        first, last = layout.columns[source].tiles, layout.columns[target].tiles
        x = first[0].right() + at * (last[0].left() - first[0].right())
        top = first[0].top() + at * (last[0].top() - first[0].top())
        bottom = first[-1].bottom() + at * (last[-1].bottom() - first[-1].bottom())
        painter.setPen(plot_pen("accent", 3.0))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
