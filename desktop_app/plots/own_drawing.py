"""A drawing of one's own as an input of the network: the canvas and its tools."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.data import Parts
from core.data.grey_image import SUFFIXES, read_grey
from core.drawing import PictureStyle, ink_of, prepared, style_of
from core.errors import DataError
from desktop_app.icons import icon
from desktop_app.plots.draw_canvas import DrawCanvas
from desktop_app.plots.fitting_row import FittingRow

Opener = Callable[[QWidget, str, str], str]
"""Asks for a file to read: parent, title, filter -> path, or an empty text to leave it."""


def open_file(parent: QWidget, title: str, file_filter: str) -> str:
    """Ask with the system's file dialog."""
    return QFileDialog.getOpenFileName(parent, title, "", file_filter)[0]


class OwnDrawing(QWidget):
    """Turns what is drawn into an input.

    Signals:
        changed: :meth:`inputs` has changed.
        failed: a sentence about a file that cannot be read.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, choose: Opener = open_file) -> None:
        super().__init__(parent)
        self._parts: Parts | None = None
        self._style: PictureStyle | None = None
        self._choose = choose
        self.canvas = DrawCanvas()
        self.canvas.drawn.connect(self._on_drawn)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._make_tools())
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self._make_fit_box())
        layout.addWidget(self.note)
        self._on_drawn()

    def _make_tools(self) -> FittingRow:
        self.brush_button = _tool(self.tr("Brush"), self.tr("Draw"), checkable=True)
        self.eraser_button = _tool(self.tr("Eraser"), self.tr("Take away what is drawn"), checkable=True)
        group = QButtonGroup(self)
        for button in (self.brush_button, self.eraser_button):
            group.addButton(button)
        self.brush_button.setChecked(True)
        self.eraser_button.toggled.connect(self._choose_tool)
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(8, 70)
        self.size_slider.setValue(self.canvas.brush)
        self.size_slider.setFixedWidth(90)
        self.size_slider.setToolTip(self.tr("Width of brush and eraser"))
        self.size_slider.setAccessibleName(self.tr("Width of brush and eraser"))
        self.size_slider.valueChanged.connect(self._choose_size)
        self.clear_button = _tool(self.tr("Clear"), self.tr("Take away all that is drawn (Delete)"))
        self.clear_button.clicked.connect(self.canvas.clear)
        self.load_button = _tool(self.tr("Load…"), self.tr("Take a picture from a file"))
        self.load_button.setIcon(icon("open"))
        self.load_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.load_button.clicked.connect(self._load)
        row = FittingRow(margin=0)
        for widget in (self.brush_button, self.eraser_button, self.size_slider):
            row.tools.addWidget(widget)
        row.add_group(self.clear_button, self.load_button)
        row.tools.addStretch(1)
        return row

    def _make_fit_box(self) -> QCheckBox:
        self.fit_box = QCheckBox(self.tr("Scale and centre as the data are"))
        self.fit_box.setToolTip(self.tr("Without it the whole canvas becomes smaller, as it is"))
        self.fit_box.setChecked(True)
        self.fit_box.toggled.connect(self._on_fit)
        return self.fit_box

    def show_parts(self, parts: Parts) -> None:
        """Take the size and the brightness of the pictures of a data set; the drawing stays if it fits."""
        if parts is self._parts:
            return
        self._parts, self._style = parts, style_of(parts)
        self.canvas.bright_ground = self._style.bright_ground
        self.canvas.take_shape(*self._style.shape[1:])
        self._say()
        self.changed.emit()

    def inputs(self) -> NDArray[np.float32] | None:
        """Return the drawing as the network sees it, ``(1, *input_shape)``; None if nothing is drawn."""
        if self._parts is None or self._style is None or self.canvas.is_empty:
            return None
        return prepared(self.canvas.ink, self._style, self._parts, fit=self.fit_box.isChecked())

    def load(self, path: Path) -> None:
        """Put the picture of a file on the canvas; why that cannot be done is emitted by ``failed``."""
        try:
            grey = read_grey(path)
        except DataError as error:
            self.failed.emit(str(error))
            return
        height, width = self.canvas.ink.shape
        self.canvas.show_ink(ink_of(grey, (height, width)))

    def _load(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen = self._choose(
            self, self.tr("Take a picture"), self.tr("Pictures ({patterns})").format(patterns=patterns)
        )
        if chosen:
            self.load(Path(chosen))

    def _choose_tool(self, erasing: bool) -> None:
        self.canvas.erasing = erasing

    def _choose_size(self, size: int) -> None:
        self.canvas.brush = size

    def _on_drawn(self) -> None:
        self.clear_button.setEnabled(not self.canvas.is_empty)
        self.changed.emit()

    def _on_fit(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Say what becomes of the drawing."""
        style = self._style
        if style is None:
            self.note.setText("")
            return
        _, height, width = style.shape
        if self.fit_box.isChecked():
            middle = self.tr("its centre of mass") if style.centre == "mass" else self.tr("the box around it")
            text = self.tr(
                "Made {height}×{width}: the longer side of what is drawn fills {fills} pixels, and {middle} lies in "
                "the middle, as measured on the training part."
            ).format(height=height, width=width, fills=style.fills, middle=middle)
        else:
            text = self.tr("The whole canvas is made {height}×{width}.").format(height=height, width=width)
        ground = self.tr("dark on bright") if style.bright_ground else self.tr("bright on dark")
        self.note.setText(text + " " + self.tr("The network sees it {ground}.").format(ground=ground))


def _tool(text: str, help_text: str, *, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(help_text)
    button.setCheckable(checkable)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
