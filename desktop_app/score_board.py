"""The latest figures of the run in large type, to be read from the last row of a lecture hall."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.history import History
from desktop_app.theme import theme, themes

_ENLARGED = 1.25


class ScoreBoard(QWidget):
    """Accuracy, or loss where there is no accuracy, on training, validation and test data; empty before a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(6)
        row.addStretch(1)
        self.figures: dict[str, QLabel] = {}
        self._names: dict[str, QLabel] = {}
        for part, text in (
            ("train", self.tr("training")),
            ("validation", self.tr("validation")),
            ("test", self.tr("test")),
        ):
            name, figure = QLabel(text), QLabel()
            name.setProperty("role", "muted")
            font = QFont(figure.font())
            font.setPointSizeF(font.pointSizeF() * _ENLARGED)
            font.setBold(True)
            figure.setFont(font)
            figure.setAccessibleName(text)
            self._names[part], self.figures[part] = name, figure
            row.addWidget(name)
            row.addWidget(figure)
            row.addSpacing(8)
        self.untouched = QLabel()
        self.untouched.setToolTip(
            self.tr("The test part is used once, when the run has finished, so that nothing is chosen by it.")
        )
        row.insertWidget(row.indexOf(self.figures["test"]), self.untouched)
        themes.changed.connect(self._colour)
        self._colour()
        self.show_history(History())

    def show_history(self, history: History) -> None:
        """Show the figures of the last epoch; those of the test part, which is used once, when the run has finished."""
        epoch, ended = history.epochs[-1] if history.epochs else None, history.ended
        self._show("train", epoch.train_loss if epoch else None, epoch.train_accuracy if epoch else None)
        self._show("validation", epoch.validation_loss if epoch else None, epoch.validation_accuracy if epoch else None)
        self._show("test", ended.test_loss if ended else None, ended.test_accuracy if ended else None)
        started = history.started
        untouched = started is not None and started.num_test > 0 and (ended is None or ended.test_loss is None)
        self.untouched.setVisible(untouched)
        if untouched:
            self._names["test"].show()
            self.untouched.setText(self.tr("at the end") if ended is None else self.tr("not used"))

    def _show(self, part: str, loss: float | None, accuracy: float | None) -> None:
        text = ""
        if accuracy is not None:
            text = f"{100 * accuracy:.1f} %"
            tip = self.tr("Accuracy: share of right answers after the last epoch")
        elif loss is not None:
            text = f"{loss:.3g}"
            tip = self.tr("Loss after the last epoch")
        if text and part == "test":
            tip = f"{tip}<br>{self.tr('The test part was used once, at the end.')}"
        self.figures[part].setText(text)
        for label in (self._names[part], self.figures[part]):
            label.setVisible(bool(text))
            label.setToolTip(tip if text else "")

    def _colour(self) -> None:
        colours = {"train": theme().train, "validation": theme().validation, "test": theme().text}
        for part, figure in self.figures.items():
            figure.setStyleSheet(f"color: {colours[part]}")
