"""The autograd explorer: an expression, its graph, its value and its gradient, and the check by differences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea

from core.errors import GluonLabError
from core.explorers.autograd import (
    EXAMPLES,
    AutogradAnswer,
    AutogradSetup,
    Differentiate,
    Numbers,
    agrees,
    disagreement,
    graph_of,
    numeric_gradient,
    parse_x,
    question_of,
    shapes_of,
)
from core.explorers.autograd_steps import graph_steps
from core.explorers.programs import autograd_program
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.examples import ExamplesButton
from desktop_app.lessons.explorers.graph_picture import GraphPicture, GraphScene
from desktop_app.lessons.explorers.program_button import ProgramButton
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.lessons.explorers.step_player import StepPlayer
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.plots.plot_style import power_text, readable
from desktop_app.style import scaled, set_property

_STEP_MS = 700


class AutogradExplorer(AskingExplorer[AutogradSetup]):
    """An expression in x that the user types; MXNet computes it and its gradient."""

    name = "autograd"
    chapter = 1

    def __init__(self, *, choose: Chooser = choose_file) -> None:
        super().__init__(AutogradSetup())
        self._scene: GraphScene | None = None
        self._x: Numbers = np.zeros(0)
        self._numeric: Numbers = np.zeros(1)
        self.explanation.setText(
            self.tr("Type y as an expression in x, and x itself. Values go forwards through the graph, gradients back.")
        )
        self.y_edit, self.x_edit = QLineEdit(), QLineEdit()
        for edit, name, width in ((self.y_edit, "expression", 210), (self.x_edit, "x", 150)):
            field = AutogradSetup.model_fields[name]
            label = QLabel("y =" if name == "expression" else "x =")
            label.setBuddy(edit)
            edit.setMinimumWidth(width)
            edit.setAccessibleName(str(field.title))
            edit.editingFinished.connect(self._take_text)
            edit.textEdited.connect(self._judge_text)
            self.tools.addWidget(label)
            self.tools.addWidget(edit)
        self.y_edit.setToolTip(self.tr("For example 2 * dot(x.T, x), sum(exp(x)), relu(x) ** 2; press Enter"))
        self.x_edit.setToolTip(self.tr("A number, a vector such as [0, 1, 2, 3], or a matrix such as [[1, 2], [3, 4]]"))
        self.examples = self._make_examples()
        self.tools.addWidget(self.examples)
        self.player = StepPlayer(step_ms=_STEP_MS)
        self.tools.addWidget(self.player)
        self.sentence, self.check = QLabel(), QLabel()
        self.picture = GraphPicture()
        self._arrange(choose)
        self.player.moved.connect(self._on_moved)
        self.player.watch(self)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("AutogradExplorer", "Automatic differentiation")

    def facts(self) -> dict[str, Fact]:
        """Return value, gradient and check, once MXNet has answered."""
        scene = self._scene
        if scene is None or scene.answer is None:
            return {"computed": False}
        y, gradient = scene.answer.values[-1], self._gradient()
        uses: dict[str, Fact] = {f"uses_{node.kind}": True for node in scene.graph if node.inputs}
        return uses | {
            "computed": True,
            "expression": self.setup.expression,
            "seen": self.player.at_end,
            "num_y": y.size,
            "summed": y.size > 1,
            "y": float(y.sum()),
            "gradient": float(gradient.sum()),
            "largest_gradient": float(np.abs(gradient).max()),
            "num_x": gradient.size,
            "is_matrix": gradient.ndim == 2,
            "finite": bool(np.isfinite(y).all() and np.isfinite(gradient).all()),
            "agrees": agrees(gradient, self._numeric),
            "num_operations": sum(bool(node.inputs) for node in scene.graph),
        }

    def _gradient(self) -> NDArray[np.float32]:
        """Return the gradient with respect to x."""
        assert self._scene is not None
        assert self._scene.answer is not None
        x = next(position for position, node in enumerate(self._scene.graph) if node.kind == "x")
        gradient = self._scene.answer.gradients[x]
        assert gradient is not None
        return gradient

    def _make_examples(self) -> ExamplesButton:
        examples = {self.tr("y = {0}    at x = {1}").format(*example): example for example in EXAMPLES}
        button = ExamplesButton(examples)
        button.chosen.connect(lambda text: self._type(*examples[text]))
        return button

    def _arrange(self, choose: Chooser) -> None:
        for label in (self.sentence, self.check):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setFont(scaled(self.font(), 1.12))
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().height())
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        card = QFrame()
        card.setObjectName("card")
        inside = QGridLayout(card)
        inside.setContentsMargins(4, 4, 4, 4)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.picture)
        # The card shines through.
        self.picture.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        inside.addWidget(self.area)
        legend = QLabel(
            self.tr("In each node: above, in blue, its value; below, in orange, the gradient of L, the sum of y.")
        )
        legend.setProperty("role", "muted")
        legend.setWordWrap(True)
        self.stage.addWidget(self.sentence)
        self.stage.addWidget(card, 1)
        self.stage.addWidget(legend)
        self.stage.addWidget(self.check)
        self._corner.addWidget(ProgramButton(lambda: autograd_program(self.setup)))
        self.add_export(
            ExportButton.for_widget(
                self.picture, lambda: self.tr("Gradient of {0}").format(self.setup.expression), self._csv, choose, self
            )
        )

    def _csv(self) -> str:
        """Return x, its gradient and the central differences, entry by entry."""
        lines = ["entry,x,gradient,central difference"]
        if self._scene is not None and self._scene.answer is not None:
            x, gradient = parse_x(self.setup.x), self._gradient()
            for number, index in enumerate(np.ndindex(x.shape)):
                lines.append(f"{number},{x[index]:.9g},{gradient[index]:.9g},{self._numeric[index]:.9g}")
        return "\n".join([*lines, ""])

    def _draw(self) -> None:
        self.y_edit.setText(self.setup.expression)
        self.x_edit.setText(self.setup.x)
        for edit in (self.y_edit, self.x_edit):
            if not edit.hasFocus():
                # What is too long shows its beginning.
                edit.setCursorPosition(0)
        self._mark_edits("")
        super()._draw()

    def _question(self) -> Differentiate:
        return question_of(self.setup)

    def _begin(self) -> None:
        """Show the graph, and lead through it if somebody looks."""
        question = self._question()
        graph, shapes = question.graph, shapes_of(question.graph, question.shape)
        x = parse_x(self.setup.x)
        if self._scene is not None and self._scene.graph == graph and np.array_equal(self._x, x):
            return
        self._x, self._numeric = x, numeric_gradient(graph, x)
        self._scene = GraphScene(graph, shapes, None, graph_steps(graph, shapes))
        self.check.clear()
        self.player.set_steps(len(self._scene.steps), play=True)
        self.picture.setMinimumSize(self.picture.smallest)

    def _take(self, answer: AutogradAnswer) -> None:
        """Show values and gradients, and compare with central differences."""
        self._show_scene(answer=answer)
        self._show_check()

    @Slot(int, float)
    def _on_moved(self, position: int, share: float) -> None:
        if self._scene is None:
            return
        was = self._scene.position
        position = min(position, len(self._scene.steps) - 1)
        if position != was or share in (0.0, 1.0):
            self._show_scene(position=position)
        if self.player.at_end:
            self.facts_changed.emit()

    def _show_scene(self, **changes: Any) -> None:
        assert self._scene is not None
        values = {name: getattr(self._scene, name) for name in self._scene.__dataclass_fields__}
        self._scene = GraphScene(**values | changes)
        self.picture.show_scene(self._scene)
        if not self.y_edit.property("invalid") and not self.x_edit.property("invalid"):
            self.sentence.setText(self._scene.step.sentence)
            set_property(self.sentence, "role", "")

    def _show_check(self) -> None:
        """Say whether autograd and central differences agree."""
        gradient, numeric = self._gradient(), self._numeric
        apart = disagreement(gradient, numeric)
        if not np.isfinite(apart):
            text = self.tr(
                "Check: y or its gradient is not finite at this x, as for log or sqrt of what is not positive, "
                "or where numbers grow too large."
            )
        elif agrees(gradient, numeric):
            difference = power_text(apart, 2) if 0 < apart < 1e-4 else readable(apart, 2)
            text = self.tr(
                "Check: (L(x + h) − L(x − h)) / 2h for each entry of x agrees with x.grad. Largest difference: {0}."
            ).format(difference)
        else:
            text = self.tr(
                "Check: (L(x + h) − L(x − h)) / 2h differs from x.grad by {0}. At a kink, as of relu or abs at 0, "
                "there is no single gradient; with very large numbers float32 is too coarse."
            ).format(readable(apart, 2))
        self.check.setText(text)
        set_property(self.check, "role", "muted" if agrees(gradient, numeric) else "hint")

    def _judge_text(self) -> None:
        """Say what is wrong with what stands in the fields, while it is typed."""
        try:
            graph_of(self.y_edit.text(), self.x_edit.text())
        except GluonLabError as error:
            self._mark_edits(str(error))
        else:
            self._mark_edits("")

    def _mark_edits(self, problem: str) -> None:
        in_x = False
        if problem:
            try:
                parse_x(self.x_edit.text())
            except GluonLabError:
                in_x = True
        set_property(self.x_edit, "invalid", bool(problem) and in_x)
        set_property(self.y_edit, "invalid", bool(problem) and not in_x)
        if problem:
            self.sentence.setText(problem)
            set_property(self.sentence, "role", "problem")
        elif self._scene is not None:
            self._show_scene()

    def _type(self, expression: str, x: str) -> None:
        self.y_edit.setText(expression)
        self.x_edit.setText(x)
        self._take_text()

    def _take_text(self) -> None:
        values = {"expression": self.y_edit.text(), "x": self.x_edit.text()}
        try:
            graph_of(expression=values["expression"], x_text=values["x"])
        except GluonLabError as error:
            self._mark_edits(str(error))
            return
        if values != self.setup.model_dump():
            self.change(**values)

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take other values; x may be a number or a list, as JSON has them."""
        values = dict(state)
        if isinstance(values.get("x"), int | float | list) and not isinstance(values["x"], bool):
            values["x"] = str(values["x"])
        super().restore(values)
