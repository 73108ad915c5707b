"""Asks the user about layers from files: which file, whether its program may run, and what to do with it then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from core import programs
from core.edits import AddCustomLayer
from core.errors import ExperimentError
from core.layers import CustomLayer, Shape
from core.program_files import block_classes, look_for, read_program
from core.programs import Check, Program
from core.stack import inspect_stack
from core.storage import reason
from desktop_app.dialogs import Dialogs
from desktop_app.own_layers import OwnLayers, Trial
from desktop_app.program_dialog import ProgramDialog
from desktop_app.session import Session
from desktop_app.teller import Teller


class LayerFiles(QObject):
    """Shows a :class:`ProgramDialog` for what the layer stack asks for, one at a time.

    Args:
        window: the dialogs open in front of it; owns this object.
        session: takes the layer.
        layers: notes agreements, and tries layers.
        dialogs: asks for files.
        teller: for sentences.
    """

    def __init__(self, window: QWidget, session: Session, layers: OwnLayers, dialogs: Dialogs, teller: Teller) -> None:
        super().__init__(window)
        self._window, self._session, self._layers = window, session, layers
        self._dialogs, self._teller = dialogs, teller
        self._trial: Trial | None = None
        self._asked: set[str] = set()
        self._is_asking = False
        self.dialog: ProgramDialog | None = None
        layers.checked.connect(self._show_check)

    @Slot(int)
    def add(self, position: int) -> None:
        """Ask for a file, and put a layer from it at a place of the stack."""
        path = self._dialogs.open_program(self._folder())
        if path is not None:
            self._show_file(path, position, self.tr("Add to the stack"), replaces=False)

    @Slot(int)
    def find(self, position: int) -> None:
        """Ask where the program of a layer is now."""
        path = self._dialogs.open_program(self._folder())
        if path is not None:
            self._show_file(path, position, self.tr("Use in the layer"), replaces=True)

    @Slot(int)
    def look(self, position: int) -> None:
        """Show the program of a layer: that to which the user agreed, or else what is in its file now."""
        layer = self._layer(position)
        if layer is None:
            return
        state, known = look_for(layer.file, layer.sha256), programs.agreed(layer.sha256)
        if state == "changed":
            self._show_file(Path(layer.file), position, self.tr("Use in the layer"), replaces=True)
        elif known is not None:
            self._show(known, layer.file, (layer.class_name,), position)
        else:
            self._attempt(lambda: self._show_known(layer, position))

    @Slot()
    def ask_soon(self) -> None:
        """Ask about the programs of an experiment that was opened, when the window shows it."""
        self._asked.clear()
        self._is_asking = True
        QTimer.singleShot(0, self, self._ask_next)

    @Slot()
    def _ask_next(self) -> None:
        """Ask about the next program whose file is there and to which the user did not agree."""
        if self.dialog is not None or not self._is_asking:
            return
        for position, layer in enumerate(self._session.experiment.layers):
            if isinstance(layer, CustomLayer) and layer.sha256 not in self._asked:
                self._asked.add(layer.sha256)
                is_there = bool(layer.file) and look_for(layer.file, layer.sha256) == "there"
                if is_there and programs.agreed(layer.sha256) is None:
                    self.look(position)
                    return
        self._is_asking = False

    def _show_known(self, layer: CustomLayer, position: int) -> None:
        program = read_program(Path(layer.file))
        block_classes(program)
        self._show(program, layer.file, (layer.class_name,), position)

    def _show_file(self, path: Path, position: int, use: str, *, replaces: bool) -> None:
        def show() -> None:
            full = path.absolute()
            program = read_program(full)
            classes = block_classes(program)
            layer = self._layer(position) if replaces else None
            # The class that the layer had comes first.
            ordered = sorted(classes, key=lambda name: layer is None or name != layer.class_name)
            self._show(program, str(full), ordered, position, use, replaces=replaces)

        self._attempt(show)

    def _show(
        self,
        program: Program,
        file: str,
        classes: tuple[str, ...] | list[str],
        position: int,
        use: str = "",
        *,
        replaces: bool = False,
    ) -> None:
        if self.dialog is not None:
            return
        is_agreed = programs.agreed(program.sha256) is not None
        dialog = ProgramDialog(program, file, classes, is_agreed=is_agreed, use=use, parent=self._window)
        self.dialog = dialog
        dialog.agreed.connect(lambda: self._agree(program))
        dialog.trial_wanted.connect(lambda name: self._try(program, name, position))
        dialog.chosen.connect(
            lambda name: self._session.apply(AddCustomLayer(position, file, program.sha256, name, replaces))
        )
        dialog.finished.connect(self._on_finished)
        dialog.open()
        if is_agreed:
            self._try(program, dialog.class_name, position)

    def _agree(self, program: Program) -> None:
        try:
            self._layers.agree(program)
        except OSError as error:
            text = self.tr("The program may run, but that could not be kept for the next start: {0}")
            self._teller.show_problem(text.format(reason(error)))

    def _try(self, program: Program, class_name: str, position: int) -> None:
        assert self.dialog is not None
        self._give_up()
        self._trial = Trial(program, class_name, self._input_shape(position))
        self.dialog.show_trying(self._trial.input_shape)
        self._layers.try_layer(self._trial, is_asked=True)

    def _input_shape(self, position: int) -> Shape:
        """Return the shape of what comes to a place in the stack."""
        report = inspect_stack(self._session.experiment)
        if position < len(report.layers):
            return report.layers[position].input_shape
        return report.layers[-1].output_shape if report.layers else report.input_shape

    @Slot(object, object)
    def _show_check(self, trial: Trial, check: Check) -> None:
        if self.dialog is not None and trial == self._trial:
            self._trial = None
            self.dialog.show_check(check)

    @Slot()
    def _on_finished(self) -> None:
        assert self.dialog is not None
        self.dialog.deleteLater()
        self.dialog = None
        self._give_up()
        QTimer.singleShot(0, self, self._ask_next)

    def _give_up(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            self._layers.give_up(trial)

    def _attempt(self, do: Callable[[], None]) -> None:
        try:
            do()
        except ExperimentError as error:
            self._teller.show_problem(str(error))

    def _layer(self, position: int) -> CustomLayer | None:
        layers = self._session.experiment.layers
        layer = layers[position] if position < len(layers) else None
        return layer if isinstance(layer, CustomLayer) else None

    def _folder(self) -> Path:
        own = [layer.file for layer in self._session.experiment.layers if isinstance(layer, CustomLayer) and layer.file]
        if own and Path(own[0]).parent.is_dir():
            return Path(own[0]).parent
        return self._session.path.parent if self._session.path is not None else Path.home()
