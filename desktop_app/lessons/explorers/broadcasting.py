"""The broadcasting explorer: shapes that are aligned, stretched and computed with, step by step."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from core.explorers.broadcasting import (
    EXAMPLES,
    MAX_ARRAYS,
    Broadcast,
    BroadcastAnswer,
    BroadcastingSetup,
    Shape,
    facts_of,
    parse_shapes,
    shapes_text,
    steps,
)
from core.explorers.programs import broadcasting_program
from core.explorers.setup import SetupError
from desktop_app.lessons.explorers.asking_explorer import AskingExplorer
from desktop_app.lessons.explorers.broadcasting_board import ShapeBoard
from desktop_app.lessons.explorers.broadcasting_picture import LOOKS, BroadcastPicture, Scene
from desktop_app.lessons.explorers.examples import ExamplesButton
from desktop_app.lessons.explorers.program_button import ProgramButton
from desktop_app.lessons.explorers.setup_explorer import Fact
from desktop_app.lessons.explorers.step_player import StepPlayer
from desktop_app.plots.export import Chooser, ExportButton, choose_file
from desktop_app.style import scaled, set_property


class BroadcastingExplorer(AskingExplorer[BroadcastingSetup]):
    """Two or three shapes, typed or dragged; the animation of their stretching; the result computed by MXNet."""

    name = "broadcasting"
    chapter = 1

    def __init__(self, *, choose: Chooser = choose_file) -> None:
        super().__init__(BroadcastingSetup())
        self._scene: Scene | None = None
        self._refusal = ""
        self.explanation.setText(
            self.tr(
                "Arrays of different shapes can be added when their sizes, read from the right, are equal or 1. "
                "Drag a size, or type shapes."
            )
        )
        self.edit = QLineEdit()
        self.edit.setMinimumWidth(190)
        self.edit.setAccessibleName(self.tr("Shapes"))
        self.edit.setToolTip(self.tr("Two or three shapes, such as (4,3)+(3,) or (2,1)*(3,); press Enter"))
        self.edit.editingFinished.connect(self._take_text)
        self.edit.textEdited.connect(self._judge_text)
        self.examples = ExamplesButton(EXAMPLES)
        self.examples.chosen.connect(self._type)
        self.tools.addWidget(self.edit)
        self.tools.addWidget(self.examples)
        self.add_control("operation")
        self.third = QCheckBox(self.tr("Third array"))
        self.tools.addWidget(self.third)
        self.player = StepPlayer()
        self.tools.addWidget(self.player)
        self.board = ShapeBoard(LOOKS)
        self.board.shapes_wanted.connect(self._take_shapes)
        self.third.clicked.connect(self.board.toggle_third)
        self.sentence, self.verdict = QLabel(), QLabel()
        self.picture = BroadcastPicture()
        self._arrange(choose)
        self.player.moved.connect(self._on_moved)
        self.player.watch(self)
        self.refresh()

    @classmethod
    def title(cls) -> str:
        """Return the name that a user reads."""
        return QCoreApplication.translate("BroadcastingExplorer", "Broadcasting")

    def facts(self) -> dict[str, Fact]:
        """Return what is known of the shapes, and whether the animation has been seen to its end."""
        computed = self._scene is not None and self._scene.result is not None
        return facts_of(self.setup.arrays, self.setup.operation) | {
            "computed": computed,
            "seen": self.player.at_end,
        }

    def _arrange(self, choose: Chooser) -> None:
        for label in (self.sentence, self.verdict):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.sentence.setFont(scaled(self.font(), 1.12))
        set_property(self.verdict, "role", "muted")
        words = QVBoxLayout()
        words.addWidget(self.sentence)
        words.addWidget(self.verdict)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addWidget(self.board, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card = QFrame()
        card.setObjectName("card")
        inside = QGridLayout(card)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.picture)
        self.stage.addLayout(row)
        self.stage.addWidget(card, 1)
        self._corner.addWidget(ProgramButton(lambda: broadcasting_program(self.setup)))
        self.add_export(
            ExportButton.for_widget(
                self.picture, lambda: self.tr("Broadcasting {0}").format(self.setup.shapes), self._csv, choose, self
            )
        )

    def _csv(self) -> str:
        """Return the entries of the result with their indices."""
        result = self._scene.result if self._scene is not None else None
        if result is None:
            return "value\n"
        axes = ",".join(f"axis {axis}" for axis in range(result.ndim))
        lines = [f"{','.join(map(str, index))},{float(result[index]):.9g}" for index in _indices(result.shape)]
        return "\n".join([f"{axes},value", *lines, ""])

    def _draw(self) -> None:
        shapes = self.setup.arrays
        self.edit.setText(self.setup.shapes)
        set_property(self.edit, "invalid", False)
        self.board.show_shapes(shapes)
        self.third.setChecked(len(shapes) == MAX_ARRAYS)
        super()._draw()

    def _question(self) -> Broadcast:
        return Broadcast(self.setup.arrays, self.setup.operation)

    def _begin(self) -> None:
        """Show the arrays, and stretch them if somebody looks."""
        shapes, operation = self.setup.arrays, self.setup.operation
        if self._scene is not None and (self._scene.shapes, self._scene.operation) == (shapes, operation):
            return
        self._refusal = ""
        self._scene = Scene(shapes, operation, steps(shapes))
        self.player.set_steps(len(self._scene.steps), play=True)

    def _take(self, answer: BroadcastAnswer) -> None:
        """Show the result, or what MXNet says of arrays that cannot be broadcast."""
        self._refusal = answer.refusal
        self._show_scene(result=answer.result)

    @Slot(int, float)
    def _on_moved(self, position: int, share: float) -> None:
        if self._scene is None:
            return
        was_seen = self._scene.position, self._scene.share
        self._show_scene(position=min(position, len(self._scene.steps) - 1), share=share)
        if self.player.at_end and was_seen != (position, share):
            self.facts_changed.emit()

    def _show_scene(self, **changes: Any) -> None:
        assert self._scene is not None
        values = {name: getattr(self._scene, name) for name in self._scene.__dataclass_fields__}
        self._scene = Scene(**values | changes)
        self.picture.show_scene(self._scene)
        step = self._scene.step
        self.sentence.setText(step.sentence)
        says = self.tr("MXNet says: {0}").format(self._refusal) if self._refusal and step.kind == "fail" else ""
        self.verdict.setText(says)
        set_property(self.sentence, "role", "problem" if step.kind == "fail" else "")

    def _judge_text(self, text: str) -> None:
        try:
            parse_shapes(text)
        except SetupError as error:
            set_property(self.edit, "invalid", True)
            self.sentence.setText(str(error))
            set_property(self.sentence, "role", "problem")
        else:
            set_property(self.edit, "invalid", False)
            self._show_scene()

    def _type(self, text: str) -> None:
        self.edit.setText(text)
        self._take_text()

    def _take_text(self) -> None:
        text = self.edit.text()
        try:
            _, operation = parse_shapes(text)
        except SetupError:
            self._judge_text(text)
            return
        values = {"shapes": text} | ({"operation": operation} if operation else {})
        if values != {name: getattr(self.setup, name) for name in values}:
            self.change(**values)

    def _take_shapes(self, shapes: tuple[Shape, ...]) -> None:
        self.change(shapes=shapes_text(shapes, self.setup.operation))

    def change(self, **values: Any) -> None:
        """Take other values; a text and an operation of which one is new bring the other along."""
        if "operation" in values and "shapes" not in values:
            values["shapes"] = shapes_text(self.setup.arrays, values["operation"])
        super().change(**values)

    def restore(self, state: Any) -> None:
        """Take other values; the sign in a text chooses the operation if none is given."""
        values = dict(state)
        if "operation" not in values and isinstance(values.get("shapes"), str):
            try:
                _, operation = parse_shapes(values["shapes"])
            except SetupError:
                operation = ""
            values |= {"operation": operation} if operation else {}
        super().restore(values)


def _indices(shape: Shape) -> list[tuple[int, ...]]:
    indices: list[tuple[int, ...]] = [()]
    for size in shape:
        indices = [(*index, position) for index in indices for position in range(size)]
    return indices
