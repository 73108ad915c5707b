"""Sections of settings: groups of the experiment that fold, one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.edits import SetValue
from core.experiment import VARIANTS, Experiment
from core.fields import Value, field_facts
from core.sentences import without_path
from desktop_app.help_mark import WIDTH, HelpMark
from desktop_app.panels.form import GAP, Form, ProblemLine, label_width
from desktop_app.panels.inputs import ChoiceBox
from desktop_app.panels.section_header import INDENT, SectionHeader
from desktop_app.panels.setting_path import bring_into_view, mark_setting
from desktop_app.texts import translated

_MOST_KINDS = 40  # more would scroll


class Section(QWidget):
    """One group of the experiment: a header that folds it, the choice of its kind if it has kinds, and its form.

    While a section is folded that has no kinds, ``summary`` stands beside its header: see :meth:`summarise`.

    Signals:
        edited: a :class:`core.edits.SetValue`.
    """

    edited = Signal(object)

    def __init__(self, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        facts = field_facts(Experiment, group)
        self.group = group
        mark_setting(self, group)
        self.header = SectionHeader(translated(facts.title), translated(facts.help))
        self.header.toggled.connect(self._show_body)
        self.kinds: ChoiceBox | None = None
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
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
        top.setSpacing(0)
        top.addWidget(self.header)
        if group in VARIANTS:
            # Boxes of kinds stand in line with the editors beneath them.
            self.kinds = self._make_kinds(translated(facts.title))
            top.addWidget(HelpMark(translated(facts.title), self.kinds))
            head = self.header.sizeHint().width() + WIDTH
            top.addSpacing(max(label_width(self) + INDENT - head, 0) + GAP)
            top.addWidget(self.kinds)
        else:
            top.addWidget(HelpMark(translated(facts.title), self.header))
            top.addSpacing(8)
            top.addWidget(self.summary, 1)
            # Keeps the header at the left while there is no summary.
            top.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.problem)
        column.addWidget(self.body)

    def add(self, widget: QWidget, *, above: bool = False) -> None:
        """Put a widget under or above the form; it folds away with it."""
        self._rows.insertWidget(0 if above else self._rows.count(), widget)

    def fold(self) -> None:
        """Fold the section, as a click on its header does."""
        self.header.setChecked(False)

    def summarise(self, text: str) -> None:
        """Say in a few words what the section holds, for as long as it is folded."""
        self.summary.setText(text)

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

    def reveal(self, name: str) -> None:
        """Unfold, and give the focus to the field ``name``, or to what there is if the group has no such field now."""
        self.header.setChecked(True)
        field = self.form.field(name)
        if field is not None and field.isEnabled():
            field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            (self.kinds or self.header).setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(field or self.header)

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
        # The settings of the new kind are what comes next.
        self.header.setChecked(True)
        self.edited.emit(SetValue((self.group, "kind"), kind, field_facts(Experiment, self.group).title))

    def _show_body(self) -> None:
        """Show what the section holds unless it is folded away; where there is nothing, there is nothing to fold."""
        foldable = self._rows.count() > 1 or not self.form.is_empty
        self.header.set_foldable(foldable)
        self.body.setVisible(foldable and self.header.isChecked())
        self.summary.setVisible(foldable and not self.header.isChecked() and self.kinds is None)


class SectionPanel(QWidget):
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

    def reveal(self, path: str) -> bool:
        """Give the focus to the setting that ``path`` names; tell whether the path leads to this panel."""
        group, _, rest = path.partition(".")
        section = self.sections.get(group)
        if section is not None:
            section.reveal(rest.partition(".")[0])
        return section is not None
