"""The depth explorer: how gradients vanish and explode in deep networks, and which initialiser prevents it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolButton, QWidget

from core.explorers.depth import Depth, DepthQuestion, DepthSetup
from core.explorers.setup import SetupError, changed
from core.fields import field_facts
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.depth_plot import DepthPlot
from desktop_app.lessons.explorers.examples import ExamplesButton
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.plot_style import readable
from desktop_app.texts import translated

_AS_IT_IS = object()


class DepthExplorer(AskingExplorer[DepthSetup]):
    """Shows the gradient and the outputs of every layer of a random network."""

    name: ClassVar[str] = "depth"
    chapter: ClassVar[int] = 7

    def __init__(self, parent: QWidget | None = None, *, choose: Chooser = choose_file) -> None:
        super().__init__(DepthSetup(), parent)
        self.found: Depth | None = None
        self.kept: DepthSetup | None = None
        self._wanted: DepthSetup | None = None
        self.plot = DepthPlot()
        self._add_tools()
        self.stage.addWidget(self.plot)
        self.add_export(ExportButton.for_plot(self.plot, self._long_title, self.plot.to_csv, choose, self))
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("DepthExplorer", "Depth and gradients")

    def facts(self) -> dict[str, Fact]:
        """Return what goals of lessons may ask; figures are there when the answer is complete."""
        setup = self.setup
        known: dict[str, Fact] = {
            "layers": setup.depth,
            "units": setup.width,
            "activation": setup.activation,
            "initializer": setup.initializer,
            "sigma": setup.sigma,
            "kept": self.plot.kept is not None,
        }
        if self.found is not None and self.is_done:
            known |= {
                "first_gradient": self.found.first,
                "last_gradient": self.found.last,
                "output": self.found.output,
                "vanishes": self.found.vanishes,
                "explodes": self.found.explodes,
                "overflows": self.found.overflows,
            }
        return known

    def state(self) -> dict[str, Any]:
        """Return all values as JSON has them; ``kept`` holds those of the curves that are kept, None without."""
        kept = self._wanted or self.kept
        return super().state() | {"kept": None if kept is None else kept.model_dump(mode="json")}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; ``kept`` may hold some of those of curves to compare with."""
        values = dict(state)
        kept = values.pop("kept", _AS_IT_IS)
        if kept is None:
            self._keep(False)
        elif kept is not _AS_IT_IS:
            self._want_kept(kept)
        super().restore(values)

    # -- building -----------------------------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        examples = self._examples()
        self.examples = ExamplesButton(examples)
        self.examples.chosen.connect(lambda text: self.change(**examples[text]))
        self.tools.addWidget(self.examples)
        for name in ("depth", "width", "activation", "initializer", *DepthSetup.knob_of.values()):
            self.add_control(name)
        self.add_control("num_seeds", slider=False)
        self.keep_button = QToolButton()
        self.keep_button.setText(self.tr("Keep to compare"))
        self.keep_button.setToolTip(self.tr("Leave these curves in the picture, dashed, under those that follow"))
        self.keep_button.setCheckable(True)
        self.keep_button.clicked.connect(self._keep)
        self.tools.addWidget(self.keep_button)

    def _examples(self) -> dict[str, dict[str, Any]]:
        fifty: dict[str, Any] = {"depth": 50, "width": 100}
        return {
            self.tr("ReLU, Normal 0.1: vanishes"): fifty | _drawn("relu", "normal", sigma=0.1),
            self.tr("ReLU, Normal 0.4: explodes"): fifty | _drawn("relu", "normal", sigma=0.4),
            self.tr("Sigmoid, Normal 0.1: vanishes"): fifty | _drawn("sigmoid", "normal", sigma=0.1),
            self.tr("ReLU, Xavier: vanishes slowly"): fifty | _drawn("relu", "xavier", magnitude=3.0),
            self.tr("ReLU, He: the way out"): fifty | _drawn("relu", "msra_prelu", slope=0.0),
            self.tr("tanh, Xavier: the way out"): fifty | _drawn("tanh", "xavier", magnitude=3.0),
            self.tr("No activation, orthogonal: exactly kept"): fifty | _drawn("none", "orthogonal", gain=1.0),
        }

    def _keep(self, on: bool) -> None:
        self._wanted = None
        self._hold(self.setup if on else None, self.found if on else None)

    def _hold(self, setup: DepthSetup | None, found: Depth | None) -> None:
        """Leave the curves of a setup in the picture, or none."""
        self.kept = setup
        self.plot.keep(found, "" if setup is None else _describe(setup))
        self.keep_button.setChecked(setup is not None)
        self.facts_changed.emit()

    def _want_kept(self, values: Any) -> None:
        """Ask for curves to keep before those of the present setup."""
        try:
            self._wanted = changed(DepthSetup(), values if isinstance(values, Mapping) else {"kept": values})
        except SetupError as error:
            self.failed.emit(str(error))

    # -- the question and its answer ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the setup, with the control of the present initialiser only."""
        for kind, name in DepthSetup.knob_of.items():
            self.controls[name].setVisible(kind == self.setup.initializer)
        super().refresh()

    def _question(self) -> DepthQuestion:
        return DepthQuestion(self._wanted or self.setup)

    def _begin(self) -> None:
        if self.found is None or self.found.gradients.shape[1] != self.setup.depth:
            self.found = None
            self.plot.show_depth(None, self.setup.depth)
        self.keep_button.setEnabled(self.found is not None)

    def _take(self, answer: Depth) -> None:
        if self._wanted is not None:
            if self.is_done:
                # What is asked next is not known yet.
                self.is_done = False
                setup, self._wanted = self._wanted, None
                self._hold(setup, answer)
                self.refresh()
            return
        self.found = answer
        self.plot.show_depth(answer, self.setup.depth)
        self.keep_button.setEnabled(True)
        self.explanation.setText(self._verdict(answer))

    def _verdict(self, depth: Depth) -> str:
        first, last = readable(depth.first, 2), readable(depth.last, 2)
        if depth.overflows:
            return self.tr(
                "<b>Overflow.</b> Outputs and gradients have left the range of float32: they are infinite or NaN."
            )
        if depth.first == 0:
            return self.tr("<b>The gradient of the first layer is exactly 0:</b> it learns nothing.")
        if depth.vanishes:
            text = self.tr(
                "<b>Vanishing:</b> gradient {first} in the first layer, {last} in the last. "
                "Outputs end at σ = {output}."
            )
        elif depth.explodes:
            text = self.tr(
                "<b>Exploding:</b> gradient {first} in the first layer, {last} in the last. "
                "Outputs end at σ = {output}."
            )
        else:
            text = self.tr(
                "<b>All layers can learn:</b> gradient {first} in the first layer, {last} in the last. "
                "Outputs end at σ = {output}."
            )
        return text.format(first=first, last=last, output=readable(depth.output, 2))

    def _long_title(self) -> str:
        return self.tr("Gradients through {layers} layers: {settings}").format(
            layers=self.setup.depth, settings=_describe(self.setup)
        )


def _drawn(activation: str, initializer: str, **knob: float) -> dict[str, Any]:
    return {"activation": activation, "initializer": initializer, **knob}


def _describe(setup: DepthSetup) -> str:
    """Return the settings in a few words, such as "ReLU, Normal, σ = 0.1"."""
    words = [
        translated(field_facts(DepthSetup, name).choices[getattr(setup, name)])
        for name in ("activation", "initializer")
    ]
    knob = DepthSetup.knob_of.get(setup.initializer)
    if knob is not None:
        title = translated(field_facts(DepthSetup, knob).title)
        words.append(f"{title} = {getattr(setup, knob):.3g}")
    return ", ".join(words)
