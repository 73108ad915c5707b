"""What the network says of an input of one's own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from core.data import Parts
from desktop_app.plots.plot_style import percent, readable
from desktop_app.plots.sample_detail import Answer, LargeImage, ProbabilityBars
from desktop_app.plots.sample_images import SampleImages


class OwnAnswer(QFrame):
    """A card with the input as the network sees it, if it is a picture, and the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.outputs: NDArray[np.float32] | None = None
        self.seen, self.headline, self.text = QLabel(self.tr("What the network sees")), QLabel(), QLabel()
        self.seen.setProperty("role", "muted")
        self.headline.setProperty("role", "heading")
        self.text.setProperty("role", "muted")
        for label in (self.headline, self.text):
            label.setWordWrap(True)
        self.image, self.bars = LargeImage(), ProbabilityBars()
        self.setMinimumWidth(230)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(6)
        for widget in (self.seen, self.image, self.headline, self.text, self.bars):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_picture(self, X: NDArray[np.float32] | None) -> None:
        """Show an input ``(1, ...)`` that is a picture, as bright or dark as it is in every theme; None hides it."""
        for widget in (self.seen, self.image):
            widget.setVisible(X is not None)
        if X is not None:
            self.image.set_image(SampleImages(X).image(0, inverted=False))

    def show_sentence(self, sentence: str) -> None:
        """Say why there is no answer."""
        self.outputs = None
        self.bars.hide()
        self.headline.setText("")
        self.headline.hide()
        self.text.setText(sentence)

    def show_answer(
        self, parts: Parts, outputs: NDArray[np.float32], step: int, *, has_probabilities: bool, targets: bool
    ) -> None:
        """Show what the network says.

        Args:
            parts: the data set.
            outputs: ``(num_outputs,)``, probabilities or predicted numbers.
            step: after which the network said so.
            has_probabilities: or 1 for the class that is chosen and 0 for the others.
            targets: whether the target is scaled, so that the numbers are told in its own units, too.
        """
        self.outputs = outputs
        when = self.tr("after step {step}").format(step=f"{step:,}") if step else self.tr("before the first step")
        names = parts.facts.class_names
        self.headline.show()
        if not np.isfinite(outputs).all():
            self.show_sentence(self.tr("The answer is no number any more: press Reset and lower the learning rate."))
            return
        if names:
            answer = Answer(outputs, names, None, has_probabilities)
            share = f" · {percent(float(outputs.max()))}" if has_probabilities else ""
            self.headline.setText(names[answer.predicted] + share)
            self.bars.set_answer(answer)
            self.bars.show()
            self.text.setText(when)
            return
        self.bars.hide()
        shown = outputs.astype(np.float64)
        if targets and parts.form is not None:
            when = self.tr("standardised {value}, {when}").format(value=_listed(shown), when=when)
            shown = parts.form.targets(outputs)
        self.headline.setText(f"ŷ = {_listed(shown)}")
        self.text.setText(when)


def _listed(values: NDArray[np.float64]) -> str:
    return ", ".join(readable(float(value)) for value in values)
