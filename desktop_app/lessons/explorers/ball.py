"""The ball explorer: where the contours of a loss meet the ball of the L1 or L2 penalty."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.explorers.ball import REACH, BallSetup, Minimum, minimum
from desktop_app.lessons.explorers.ball_plots import BallPath, BallPlane, names_of
from desktop_app.lessons.explorers.controls import NumberControl
from desktop_app.lessons.explorers.pair import show_pair
from desktop_app.lessons.explorers.setup_explorer import Fact, SetupExplorer
from desktop_app.plots.export import Chooser, choose_file
from desktop_app.plots.plot_style import readable

_BY_PLANE = {"correlation": True, "ratio": True, "mean": False}
"""Which controls are for two weights, and which for a weight and a bias."""

_STAR = ("first", "second")


class BallExplorer(SetupExplorer[BallSetup]):
    """Shows how a penalty pulls the minimum of a quadratic loss towards 0."""

    name: ClassVar[str] = "ball"
    chapter: ClassVar[int] = 6

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(BallSetup(), parent)
        for name in ("penalty", "lam", "plane", *_BY_PLANE):
            self.add_control(name)
        for name in _STAR:
            self.add_control(name, slider=False)
        self.plane, self.path = BallPlane(), BallPath()
        show_pair(self, (self.plane, 3), (self.path, 2), self.path.to_csv, choose)
        self.plane.star_wanted.connect(self._move_star)
        self.path.lambda_wanted.connect(lambda lam: self.change(lam=lam))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("BallExplorer", "Contours and norm ball")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask."""
        setup, found = self.setup, minimum(self.setup)
        return {
            "penalty": setup.penalty,
            "lam": setup.lam,
            "plane": setup.plane,
            "first": float(found.place[0]),
            "second": float(found.place[1]),
            "zeros": found.num_zeros,
            "radius": found.radius,
            "loss": found.loss,
        }

    def refresh(self) -> None:
        """Show the setup, with the controls of the present plane only."""
        for name, for_weights in _BY_PLANE.items():
            self.controls[name].setVisible(for_weights == (self.setup.plane == "weights"))
        for name, parameter in zip(_STAR, names_of(self.setup), strict=True):
            control = self.controls[name]
            assert isinstance(control, NumberControl)
            control.label.setText(self.tr("Best {0}").format(parameter))
            control.box.setAccessibleName(control.label.text())
        super().refresh()

    def _draw(self) -> None:
        found = minimum(self.setup)
        self.plane.show_setup(self.setup)
        self.path.show_setup(self.setup, found)
        self.explanation.setText(self._verdict(found))

    def _move_star(self, x: float, y: float) -> None:
        first, second = (round(float(np.clip(value, -REACH, REACH)), 2) for value in (x, y))
        self.change(first=first, second=second)

    def _verdict(self, found: Minimum) -> str:
        first, second = names_of(self.setup)
        x, y = (readable(float(value), 3) for value in found.place)
        text = self.tr("Minimum at <b>{first} = {x}, {second} = {y}</b>, norm r = {r}. {note}").format(
            first=first, second=second, x=x, y=y, r=readable(found.radius, 3), note=self._note(found)
        )
        return text

    def _note(self, found: Minimum) -> str:
        setup, zeros = self.setup, [bool(value == 0) for value in found.place]
        if setup.lam == 0:
            return self.tr("Without a penalty it is the star.")
        if setup.plane == "bias_free":
            return self.tr("The bias costs nothing: it moves only to make up for the smaller weight.")
        if all(zeros):
            return self.tr("Both are exactly 0.")
        if any(zeros):
            name = names_of(setup)[zeros.index(True)]
            return self.tr("{0} is exactly 0: the contour touches a corner of the ball.").format(name)
        if setup.penalty == "l2":
            return self.tr("L2 makes both smaller, and neither exactly 0.")
        return self.tr("The contour touches an edge of the ball, not yet a corner.")
