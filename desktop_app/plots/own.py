"""Inputs of one's own: drawn, typed or clicked, and what the network says of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.probes import Subject
from desktop_app.plots.message import PlotMessage
from desktop_app.plots.own_answer import OwnAnswer
from desktop_app.plots.own_drawing import OwnDrawing
from desktop_app.plots.own_row import OwnRow
from desktop_app.plots.sample_images import is_image


class OwnView(QWidget):
    """A canvas for data sets of pictures, a form for all others; the answer stands beside it.

    Signals:
        changed: :meth:`inputs` has changed: :meth:`show_answer` wants the answer to it.
        failed: a sentence about a file that cannot be read.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self.drawing, self.row, self.answer, self.message = OwnDrawing(), OwnRow(), OwnAnswer(), PlotMessage()
        self.editors = QStackedWidget()
        for editor in (self.drawing, self.row):
            self.editors.addWidget(editor)
            editor.changed.connect(self._on_changed)
        self.drawing.failed.connect(self.failed)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 10)
        row.setSpacing(14)
        row.addWidget(self.editors, 5)
        row.addWidget(self.answer, 3)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.message)
        self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._arrange()

    @property
    def subject(self) -> Subject | None:
        """The network that is asked, and its data."""
        return self._subject

    def inputs(self) -> NDArray[np.float32] | None:
        """Return what is to be asked, ``(1, *input_shape)``; None if there is nothing, or nobody to ask."""
        if self._subject is None or self._subject.parts is None or not self._subject.has_network:
            return None
        return self._editor().inputs()

    def show_subject(self, subject: Subject) -> None:
        """Begin afresh with another network or other data; what was drawn or typed stays where it fits."""
        self._subject = subject
        if subject.parts is not None:
            if is_image(subject.parts.facts.input_shape):
                self.drawing.show_parts(subject.parts)
            else:
                self.row.show_parts(subject.experiment.data, subject.parts)
            self.editors.setCurrentWidget(self._editor())
        self._arrange()
        self.changed.emit()

    def show_answer(self, outputs: NDArray[np.float32], step: int, *, has_probabilities: bool) -> None:
        """Show what the network says of :meth:`inputs`: outputs ``(num_outputs,)`` after a step."""
        subject = self._subject
        if subject is None or subject.parts is None or len(outputs) != subject.parts.facts.num_outputs:
            return
        form = subject.parts.form
        scaled = form is not None and form.has_scaled_target
        self.answer.show_answer(subject.parts, outputs, step, has_probabilities=has_probabilities, targets=scaled)
        if not subject.parts.facts.class_names and len(subject.parts.facts.axes) == 1:
            self.row.point.show_height(float(outputs[0]))

    def _editor(self) -> OwnDrawing | OwnRow:
        parts = self._subject.parts if self._subject is not None else None
        return self.drawing if parts is not None and is_image(parts.facts.input_shape) else self.row

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _arrange(self) -> None:
        ready = self._subject is not None and self._subject.parts is not None
        self.pages.setCurrentIndex(1 if ready else 0)
        self.message.show_text(
            self.tr("No data yet"), self.tr("You can draw or type an input as soon as the data are loaded.")
        )
        self._tell()

    def _tell(self) -> None:
        """Show the picture as the network sees it, and say why there is no answer."""
        subject = self._subject
        drawn = self.drawing.inputs() if self._editor() is self.drawing else None
        self.answer.show_picture(drawn)
        if self._editor() is self.drawing and drawn is None:
            self.answer.show_sentence(self.tr("Draw something with the mouse, or take a picture from a file."))
        elif self._editor() is self.row and self.row.problem:
            self.answer.show_sentence(self.tr("There is no answer as long as a field cannot be read."))
        elif subject is None or not subject.has_network:
            self.answer.show_sentence(self.tr("Press Train: then the network answers, while it learns and afterwards."))
