"""The panels of data, loss, optimizer, initialiser and training: collapsible sections with forms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.data import DataFacts, DataSet, Parts
from core.edits import SetValue
from core.experiment import VARIANTS, Experiment
from core.fields import Value, field_facts
from core.losses import LOSSES, LossBase
from core.sentences import without_path
from desktop_app.panels.about import AboutSection
from desktop_app.panels.class_balance import ClassBalance
from desktop_app.panels.data_overview import DataOverview
from desktop_app.panels.data_source import DataSourceBar
from desktop_app.panels.form import Form, ProblemLine, label_width
from desktop_app.panels.inputs import ChoiceBox
from desktop_app.panels.section_header import INDENT, SectionHeader
from desktop_app.texts import translated
from desktop_app.theme import theme

_GAP = 2
_MOST_KINDS = 40  # more would scroll
_FIXED_SPACE = "\N{NO-BREAK SPACE}"


class Section(QWidget):
    """One group of the experiment: a header that folds it, the choice of its kind if it has kinds, and its form.

    Signals:
        edited: a :class:`core.edits.SetValue`.
    """

    edited = Signal(object)

    def __init__(self, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        facts = field_facts(Experiment, group)
        self.group = group
        self.header = SectionHeader(translated(facts.title), translated(facts.help))
        self.header.setFixedWidth(label_width(self) + INDENT)
        self.header.toggled.connect(self._show_body)
        self.kinds: ChoiceBox | None = None
        self.problem = ProblemLine()
        self.problem.setContentsMargins(INDENT, 0, 0, 0)
        self.form = Form((group,))
        self.form.edited.connect(self.edited)
        self.body = QWidget()
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(INDENT, 0, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.form)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.header)
        if group in VARIANTS:
            self.kinds = self._make_kinds(translated(facts.title))
            top.addWidget(self.kinds)
        else:
            top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.problem)
        column.addWidget(self.body)

    def add(self, widget: QWidget, *, above: bool = False) -> None:
        """Put a widget under or above the form; it folds away with it."""
        self._rows.insertWidget(0 if above else self._rows.count(), widget)

    def show_value(self, value: Value) -> None:
        """Show the group's kind and settings."""
        if self.kinds is not None:
            self.kinds.show_value(value.model_dump()["kind"])
            self.kinds.setToolTip(translated(str(type(value).help)))  # type: ignore[attr-defined]
        self.problem.show_sentence("")
        self.form.show_group(value)
        self._show_body()

    def show_problem(self, name: str, sentence: str) -> None:
        """Show a refusal at the field, or under the header if it concerns the whole group; the section unfolds."""
        self.header.setChecked(True)
        if not self.form.show_problem(name, sentence):
            self.problem.show_sentence(sentence)

    def _make_kinds(self, title: str) -> ChoiceBox:
        kinds = ChoiceBox()
        kinds.setMaxVisibleItems(_MOST_KINDS)
        kinds.setAccessibleName(title)
        family = ""
        for variant in VARIANTS[self.group]:
            if variant.family != family:
                family = variant.family
                kinds.add_heading(translated(family))
            kinds.add(variant.kind_name(), translated(variant.title), translated(variant.help))
        kinds.chosen.connect(self._choose)
        return kinds

    def _choose(self, kind: str) -> None:
        self.edited.emit(SetValue((self.group, "kind"), kind, field_facts(Experiment, self.group).title.lower()))

    def _show_body(self) -> None:
        """Show what the section holds unless it is folded away; where there is nothing, there is nothing to fold."""
        foldable = self._rows.count() > 1 or not self.form.is_empty
        self.header.set_foldable(foldable)
        self.body.setVisible(foldable and self.header.isChecked())


class _Panel(QWidget):
    """Sections one under the other.

    Signals:
        edited: a :class:`core.edits.SetValue`.
    """

    edited = Signal(object)

    def __init__(self, groups: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections = {group: Section(group) for group in groups}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10 - INDENT, 8, 10, 8)
        self._column.setSpacing(12)
        for section in self.sections.values():
            section.edited.connect(self.edited)
            self._column.addWidget(section)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the experiment without emitting anything; problems that were shown go away."""
        for group, section in self.sections.items():
            section.show_value(getattr(experiment, group))

    def show_problem(self, path: str, sentence: str) -> bool:
        """Show why an edit was refused, at its field.

        Args:
            path: such as ``"optimizer.learning_rate"``.
            sentence: what the core says; the path that it begins with is left out.

        Returns:
            Whether the path leads to this panel.
        """
        group, _, rest = path.partition(".")
        section = self.sections.get(group)
        if section is not None:
            section.show_problem(rest.partition(".")[0], without_path(sentence, path))
        return section is not None


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


class DataPanel(_Panel):
    """The data set, what it holds, its settings, the sizes of its parts and classes.

    ``source`` offers the download of missing files.
    """

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


class SettingsPanel(_Panel):
    """Loss, optimizer, initialiser and training; name and notes of the experiment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("loss", "optimizer", "initializer", "training"), parent)
        self.about = AboutSection()
        self.about.edited.connect(self.edited)
        self._column.addWidget(self.about)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the settings; losses that do not fit the data set cannot be chosen."""
        super().show_experiment(experiment)
        self.about.show_experiment(experiment)
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

    def show_problem(self, path: str, sentence: str) -> bool:
        """Show why an edit was refused, at its field."""
        return self.about.show_problem(path, without_path(sentence, path)) or super().show_problem(path, sentence)
