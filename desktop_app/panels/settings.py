"""The panels of data, loss, optimizer, initialiser, training and what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from core.data import DataFacts, DataSet, Parts
from core.experiment import Experiment, fitting_metrics
from core.losses import LOSSES, LossBase
from core.metrics import LOSS
from core.schedules import ConstantSchedule
from core.sentences import without_path
from desktop_app.panels.about import AboutSection
from desktop_app.panels.class_balance import ClassBalance
from desktop_app.panels.data_overview import DataOverview
from desktop_app.panels.data_source import DataSourceBar
from desktop_app.panels.fields import ChoiceEditor
from desktop_app.panels.rate_curve import RateCurve
from desktop_app.panels.section import SectionPanel
from desktop_app.panels.summaries import penalty_summary, stopping_summary
from desktop_app.texts import translated
from desktop_app.theme import theme

_GAP = 2
_FIXED_SPACE = "\N{NO-BREAK SPACE}"


class PartsBar(QWidget):
    """A thin bar with the shares of the training, validation and test parts, in the colours of the curves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self.setFixedHeight(6)

    def show_sizes(self, sizes: tuple[int, ...]) -> None:
        """Show parts of these sizes, in samples; less than 0 counts as 0."""
        self._sizes = tuple(max(0, size) for size in sizes)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one rectangle for each part, with gaps between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = (theme().train, theme().validation, theme().muted)
        parts = [(size, colour) for size, colour in zip(self._sizes, colours, strict=False) if size]
        room = self.width() - _GAP * (len(parts) - 1)
        left, total = 0.0, sum(self._sizes)
        for size, colour in parts:
            painter.setBrush(QColor(colour))
            width = room * size / total
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 2, 2)
            left += width + _GAP


class DataPanel(SectionPanel):
    """The data set, its settings, the sizes of its parts; ``source`` offers the download of missing files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("data",), parent)
        self.source = DataSourceBar()
        self.sizes = QLabel()
        self.sizes.setWordWrap(True)
        self.sizes.setProperty("role", "muted")
        self.classes = QLabel()
        self.classes.setProperty("role", "muted")
        self.classes.hide()
        section = self.sections["data"]
        self.overview = DataOverview()
        self.overview.edited.connect(self.edited)
        section.add(self.overview, above=True)
        self.parts, self.balance = PartsBar(), ClassBalance()
        section.add(self.parts)
        section.add(self.sizes)
        section.add(self.balance)
        section.add(self.classes)
        section.add(self.source)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the data set and the sizes of its parts."""
        super().show_experiment(experiment)
        data = experiment.data
        facts = data.facts()
        self.source.set_size(data.download_bytes)
        self.overview.show_data(data)
        self.parts.show_sizes((facts.num_train, facts.num_validation, facts.num_test))
        self.sizes.setText(self._sizes(data, facts))

    def show_parts(self, data: DataSet | None, parts: Parts | None) -> None:
        """Show what the data set holds; without parts, that it cannot be known."""
        self.overview.show_parts(data, parts)
        self.balance.show_parts(parts)
        self.classes.setText(self.balance.summary())
        self.classes.setVisible(bool(self.balance.names))

    def _sizes(self, data: DataSet, facts: DataFacts) -> str:
        named = (
            (facts.num_train, self.tr("{count} training")),
            (facts.num_validation, self.tr("{count} validation")),
            (facts.num_test, self.tr("{count} test")),
        )
        texts = [name.format(count=f"{count:,}").replace(" ", _FIXED_SPACE) for count, name in named if count > 0]
        return f"{_FIXED_SPACE}· ".join(texts) + (f"\n{translated(data.note())}" if data.note() else "")


class SettingsPanel(SectionPanel):
    """Loss, optimizer, schedule, penalty, initialiser, training and stop conditions; name and notes of the experiment.

    What a first experiment can do without is folded at first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        groups = ("loss", "optimizer", "schedule", "penalty", "initializer", "training", "stopping")
        super().__init__(groups, parent)
        for group in ("schedule", "penalty", "stopping"):
            self.sections[group].fold()
        self.rates, self._was_constant = RateCurve(), True
        self.sections["schedule"].add(self.rates)
        self.about = AboutSection()
        self.about.edited.connect(self.edited)
        self._column.addWidget(self.about)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the settings; losses and metrics that do not fit the data set cannot be chosen."""
        super().show_experiment(experiment)
        self.about.show_experiment(experiment)
        self.rates.show_experiment(experiment)
        constant = experiment.schedule == ConstantSchedule()
        if self._was_constant and not constant:
            # The box of kinds does not tell of a warm-up, and the curve is worth a look.
            self.sections["schedule"].header.setChecked(True)
        self._was_constant = constant
        self.sections["penalty"].summarise(penalty_summary(experiment.penalty))
        self.sections["stopping"].summarise(stopping_summary(experiment.stopping))
        self._show_losses(experiment)
        self._show_stopping(experiment)

    def show_problem(self, path: str, sentence: str) -> bool:
        """Show why an edit was refused, at its field."""
        return self.about.show_problem(path, without_path(sentence, path)) or super().show_problem(path, sentence)

    def reveal(self, path: str) -> bool:
        """Give the focus to a setting, or to the name or the notes of the experiment."""
        return self.about.reveal(path) or super().reveal(path)

    def _show_losses(self, experiment: Experiment) -> None:
        data, section = experiment.data, self.sections["loss"]
        assert section.kinds is not None
        facts = data.facts()
        for loss in LOSSES:
            fits, unfit = loss.fits(facts.task, facts.num_outputs), self._unfit(loss, data, facts)
            section.kinds.allow(loss.kind_name(), fits, translated(loss.help) if fits else unfit)
            if not fits and isinstance(experiment.loss, loss):
                section.problem.show_sentence(unfit + " " + self.tr("Choose another loss."))

    def _unfit(self, loss: type[LossBase], data: DataSet, facts: DataFacts) -> str:
        """Return why a loss does not fit the data set."""
        if facts.task in loss.tasks:
            text = self.tr("Tells two classes apart; {data} has {number}.")
            return text.format(data=translated(data.title), number=facts.num_outputs)
        return self.tr("Made for {tasks}; {data} asks for {task}.").format(
            tasks=translated(loss.tasks[0]), data=translated(data.title), task=translated(facts.task)
        )

    def _show_stopping(self, experiment: Experiment) -> None:
        """Offer the metrics that there are, and lock what does not matter now."""
        form, stopping = self.sections["stopping"].form, experiment.stopping
        known = {LOSS: self.tr("The loss itself.")}
        known |= {metric.name: translated(metric.help) for metric in fitting_metrics(experiment)}
        unfit = self.tr("This data set and loss do not have it.")
        for name in ("watch", "target_metric"):
            editor = form.editor(name)
            assert isinstance(editor, ChoiceEditor)
            for metric in editor.facts.choices:
                editor.box.allow(metric, metric in known, known.get(metric, unfit))
            if editor.value not in known:
                editor.show_problem(unfit + " " + self.tr("Choose another figure."))
        if not stopping.patience:
            form.editor("watch").lock(self.tr("Set the patience to 1 or more to use this."))
        if stopping.target == "off":
            reason = self.tr("Choose a part of the data under “Target on” to use this.")
            form.editor("target_metric").lock(reason)
            form.editor("target_value").lock(reason)
