"""The pictures of the ball explorer: contours and ball in the plane, and the parameters over λ."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from core.explorers.ball import LARGEST_LAMBDA, REACH, BallSetup, Minimum, ball, minimum, path
from desktop_app.plots.activation_plot import Cursor
from desktop_app.plots.bowl_plot import CONTOUR, level_shades
from desktop_app.plots.canvas import Canvas
from desktop_app.plots.handle import Handle
from desktop_app.plots.hover_card import HoverCard
from desktop_app.plots.map_image import MapImage
from desktop_app.plots.marks import Crosshair
from desktop_app.plots.plot_style import LegendEntry, LineStyle, ViewItem, colour, plot_pen, readable

STAR = LineStyle("text", symbol="star", symbol_size=20.0, dash=Qt.PenStyle.NoPen)
FOUND = LineStyle("validation", symbol="circle", symbol_size=13.0, dash=Qt.PenStyle.NoPen)
TOUCHING = LineStyle("train", 2.4)
BALL = LineStyle("validation", 2.2)
WAY = LineStyle("validation", 1.8, Qt.PenStyle.DashLine)
FIRST = LineStyle("series2", 2.4)
SECOND = LineStyle("series3", 2.4, Qt.PenStyle.DashLine)
_NUM_CONTOURS, _PLACES = 8, 80
_MARGIN = 1.12

Numbers = NDArray[np.float64]


def names_of(setup: BallSetup) -> tuple[str, str]:
    """Return the names of both parameters."""
    return ("w₁", "w₂") if setup.plane == "weights" else ("w", "b")


class BallItem(ViewItem):
    """The ball of a penalty: a filled outline."""

    def __init__(self) -> None:
        super().__init__()
        self.outline: Numbers = np.empty((0, 2))
        self.setZValue(-20)

    def show_outline(self, outline: Numbers) -> None:
        """Show a closed line ``(n, 2)``."""
        self.outline = outline
        self.update()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """Fill and draw it, as far as it lies inside the frame."""
        transform = painter.transform()
        frame = transform.mapRect(self.viewRect())
        x = transform.m11() * self.outline[:, 0] + transform.dx()
        y = transform.m22() * self.outline[:, 1] + transform.dy()
        whole, inside = QPainterPath(), QPainterPath()
        whole.addPolygon(QPolygonF([QPointF(*place) for place in zip(x.tolist(), y.tolist(), strict=True)]))
        inside.addRect(frame)
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(plot_pen(BALL.colour, BALL.width))
        painter.setBrush(colour(BALL.colour, 0.18))
        # Not a clipped painter: SVG as Qt writes it knows no clipping.
        painter.drawPath(whole.intersected(inside))
        painter.setTransform(transform)


class BallPlane(Canvas):
    """Draws the loss as contours, the ball that the minimum just reaches, and the way of the minimum over λ.

    ``star_wanted`` carries the parameters to which the user drags the star.
    """

    star_wanted = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Contours of the loss and the ball of the penalty"))
        self.setup = BallSetup()
        self.title = self.add_title(0, self.tr("Loss, penalty and their minimum"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setAspectLocked(True)
        self.image, self.ball, self.crosshair = MapImage(), BallItem(), Crosshair()
        self.star, self.card = Handle(STAR), HoverCard(self)
        for item in (self.image, self.ball):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.contours = [self.plot.add_line(CONTOUR) for _ in range(_NUM_CONTOURS)]
        self.touching, self.way = self.plot.add_line(TOUCHING), self.plot.add_line(WAY)
        for line in (*self.contours, self.touching, self.way):
            line.bold_limit = 1000
        self.found = self.plot.add_line(FOUND)
        self.found.setZValue(11)
        for item in (self.star, self.crosshair):
            self.plot.view.addItem(item, ignoreBounds=True)
        self.star.dragged.connect(self.star_wanted)
        self.hovered.connect(self._hover)
        self.restyled.connect(lambda: self.show_setup(self.setup))
        self.plot.view.reset_requested.connect(self.reset_view)
        self.plot.view.sigRangeChanged.connect(self._draw_surface)
        self.reset_view()

    def show_setup(self, setup: BallSetup) -> None:
        """Show a bowl, a penalty, and their minimum."""
        self.setup = setup
        found = minimum(setup)
        first, second = names_of(setup)
        self.plot.name_axes(second, first)
        self.star.move_to(*setup.star)
        self.found.set_points(found.place[:1], found.place[1:])
        self.ball.show_outline(ball(setup, found.radius))
        self.way.set_points(*path(setup, _lambdas()).T)
        if found.loss > 1e-9:
            self.touching.set_points(*setup.bowl.contour(found.loss).T)
        else:
            self.touching.set_points(np.empty(0), np.empty(0))
        self._draw_surface()
        strip = setup.plane == "bias_free"
        self.legend.set_entries(
            [
                LegendEntry(self.tr("least loss (drag)"), STAR),
                LegendEntry(self.tr("with penalty"), FOUND),
                LegendEntry(self.tr("its contour"), TOUCHING),
                LegendEntry(self.tr("strip |w| ≤ r") if strip else self.tr("its ball, r"), BALL),
                LegendEntry(self.tr("λ = 0 … {0}").format(f"{LARGEST_LAMBDA:g}"), WAY),
            ]
        )

    def reset_view(self) -> None:
        """Show all parameters that a star can have."""
        self.plot.set_range((-REACH * _MARGIN, REACH * _MARGIN), (-REACH * _MARGIN, REACH * _MARGIN))

    def _draw_surface(self) -> None:
        bowl = self.setup.bowl
        x, y = (np.linspace(low, high, _PLACES) for low, high in self.plot.view.viewRange())
        losses = bowl.loss(np.stack(np.meshgrid(x, y), axis=-1))
        highest = float(losses.max())
        self.image.show_colours(level_shades(losses, 0.0, highest), x, y)
        for line, level in zip(self.contours, highest * np.linspace(0, 1, _NUM_CONTOURS + 1)[1:] ** 2, strict=True):
            line.set_points(*bowl.contour(float(level)).T)

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            self.crosshair.hide()
            return
        place = view.mapSceneToView(scene)
        here = np.array([place.x(), place.y()])
        bound = here[self.setup.penalised]
        l2 = self.setup.penalty == "l2"
        cost = self.setup.lam * float(np.square(bound).sum() / 2 if l2 else np.abs(bound).sum())
        loss = float(self.setup.bowl.loss(here))
        first, second = names_of(self.setup)
        text = self.tr("{first} = {x}, {second} = {y}<br>loss {loss} + penalty {cost} = <b>{whole}</b>").format(
            first=first,
            second=second,
            x=readable(here[0], 3),
            y=readable(here[1], 3),
            loss=readable(loss, 3),
            cost=readable(cost, 3),
            whole=readable(loss + cost, 3),
        )
        self.crosshair.point_at(place.x(), place.y(), [])
        self.card.show_text(text, self.mapFromScene(scene))


class BallPath(Canvas):
    """Draws both parameters of the minimum over λ. ``lambda_wanted`` carries the λ that the user drags or clicks."""

    lambda_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Parameters of the minimum over λ"))
        self.title = self.add_title(0, self.tr("Minimum over λ"))
        self.legend = self.add_legend(1)
        self.plot = self.add_plot(2)
        self.plot.view.setMouseEnabled(False, False)
        self.first, self.second = self.plot.add_line(FIRST), self.plot.add_line(SECOND)
        for line in (self.first, self.second):
            line.bold_limit = 1000
        self.cursor, self.card = Cursor(), HoverCard(self)
        self.plot.view.addItem(self.cursor, ignoreBounds=True)
        self.cursor.dragged.connect(self._want)
        self.hovered.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._click)
        self.setup = BallSetup()

    def show_setup(self, setup: BallSetup, found: Minimum) -> None:
        """Show the parameters for all λ, and the cursor at the present one."""
        self.setup = setup
        lambdas, (first, second) = _lambdas(), path(setup, _lambdas()).T
        self.first.set_points(lambdas, first)
        self.second.set_points(lambdas, second)
        names = names_of(setup)
        self.plot.name_axes(self.tr("parameters of the minimum"), "λ")
        self.legend.set_entries([LegendEntry(names[0], FIRST), LegendEntry(names[1], SECOND)])
        low, high = min(0.0, first.min(), second.min()), max(0.0, first.max(), second.max())
        room = 0.08 * max(high - low, 0.1)
        self.plot.set_range((0.0, LARGEST_LAMBDA), (low - room, high + room))
        points = [(float(found.place[0]), FIRST.colour), (float(found.place[1]), SECOND.colour)]
        self.cursor.show_at(setup.lam, points, None)

    def to_csv(self) -> str:
        """Return both parameters, the loss and the norm of the minimum for every λ."""
        lines = ["lambda,first,second,loss,norm"]
        for lam in _lambdas():
            found = minimum(self.setup, float(lam))
            values = (lam, *found.place, found.loss, found.radius)
            lines.append(",".join(f"{value:.9g}" for value in values))
        return "\n".join(lines) + "\n"

    def _want(self, lam: float) -> None:
        self.lambda_wanted.emit(round(float(np.clip(lam, 0.0, LARGEST_LAMBDA)), 2))

    def _click(self, event: Any) -> None:
        if self.plot.view.sceneBoundingRect().contains(event.scenePos()):
            self._want(self.plot.view.mapSceneToView(event.scenePos()).x())

    def _hover(self, scene: QPointF | None) -> None:
        view = self.plot.view
        if scene is None or not view.sceneBoundingRect().contains(scene):
            self.card.hide()
            return
        lam = float(np.clip(view.mapSceneToView(scene).x(), 0.0, LARGEST_LAMBDA))
        place = minimum(self.setup, lam).place
        first, second = names_of(self.setup)
        text = self.tr("λ = {lam}<br>{first} = {x}<br>{second} = {y}").format(
            lam=f"{lam:.2f}", first=first, second=second, x=readable(place[0], 3), y=readable(place[1], 3)
        )
        self.card.show_text(text, self.mapFromScene(scene))


def _lambdas() -> Numbers:
    return np.linspace(0.0, LARGEST_LAMBDA, 201)
