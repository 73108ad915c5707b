"""One layer of the stack as a card: its fields, what comes out of it, and how many parameters it has."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.data.base import DataFacts
from core.fields import FieldFacts, field_facts
from core.initializers import NetworkInitializer, Xavier
from core.layers import LAYERS, CustomLayer, LayerBase, ParametricLayer, Shape
from core.sharing_offers import partners
from core.stack import LayerReport, StackReport
from desktop_app.help_mark import HelpMark
from desktop_app.panels.card_labels import badge, plain_label, tabular
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.field_rows import FieldRows
from desktop_app.panels.form import ProblemLine
from desktop_app.panels.inputs import tool_button
from desktop_app.panels.layer_drag import DragHandle
from desktop_app.panels.layer_initializer import InitializerRows
from desktop_app.panels.message_frame import Message, MessageFrame
from desktop_app.panels.output_mark import OutputMark
from desktop_app.panels.program_rows import ProgramRows
from desktop_app.panels.setting_path import bring_into_view, mark_setting
from desktop_app.panels.sharing_button import SharingButton
from desktop_app.style import set_property
from desktop_app.texts import translated
from desktop_app.theme import theme

_RADIUS = 8
_STRIPE = 4
_INITIALIZER = "initializer"


def shape_text(shape: Shape) -> str:
    """Return a shape such as "1×28×28" or "100,000"; the shape of a single number is "1"."""
    return "×".join(f"{length:,}" for length in shape) or "1"


def parameters_text(number: int, untrained: int = 0) -> str:
    """Return a number of parameters such as "200,960 parameters" or "24 parameters, 12 not trained"."""
    if number == 1:
        return QCoreApplication.translate("LayerCard", "1 parameter")
    text = QCoreApplication.translate("LayerCard", "{number} parameters")
    if untrained:
        text = QCoreApplication.translate("LayerCard", "{number} parameters, {untrained} not trained")
    return text.format(number=f"{number:,}", untrained=f"{untrained:,}")


def layer_colour(layer: type[LayerBase]) -> str:
    """Return the colour of a kind of layer in the present theme."""
    series = theme().series
    return series[LAYERS.index(layer) % len(series)]


class LayerCard(QFrame):
    """Shows one layer of a fixed kind. It can have the focus itself, beside its fields.

    Signals:
        value_edited: path of a field within the layer, the value that the user asks for, and the field's title.
        duplicate_requested, remove_requested, sharing_requested: the buttons of the card.
    """

    value_edited = Signal(object, object, str)
    duplicate_requested = Signal()
    remove_requested = Signal()
    sharing_requested = Signal()

    def __init__(self, kind: type[LayerBase], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.fields = FieldRows(kind)
        self.editors = self.fields.editors
        has_weights = _INITIALIZER in kind.model_fields
        self.initializer = self._make_initializer() if has_weights else None
        self._report: LayerReport | None = None
        self._partners: tuple[int, ...] = ()
        self._escaping = False
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.handle = DragHandle()
        self.handle.setToolTip(self.tr("Drag to reorder (Alt+Up, Alt+Down)"))
        self.shape_label = tabular(plain_label("muted"))
        self.parameters_label = tabular(plain_label("muted", small=True))
        self.parameters_row = QWidget()
        self.output_badge = badge(self.tr("output"))
        self.output_mark = OutputMark()
        self.sharing = SharingButton() if issubclass(kind, ParametricLayer) else None
        self.program = ProgramRows() if issubclass(kind, CustomLayer) else None
        self.hint = MessageFrame(Message("", "hint"))
        self.problem_line = ProblemLine()
        self.duplicate_button = self._tool("duplicate", self.tr("Duplicate"), self.tr("Duplicate (Ctrl+D)"))
        self.remove_button = self._tool("remove", self.tr("Remove"), self.tr("Remove (Delete)"))
        self.initializer_button = self._tool("initial", self.tr("Own initialiser"), "")
        self.initializer_button.setCheckable(True)
        self.initializer_button.clicked.connect(self._toggle_initializer)
        self.duplicate_button.clicked.connect(self.duplicate_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self._build()
        self._show_buttons()

    def show_layer(self, stack: StackReport, position: int, facts: DataFacts, *, keep_refused: bool) -> None:
        """Show a layer of the card's kind.

        Args:
            stack: all layers as they will be.
            position: of this one, from 0.
            facts: of the data set that the stack is for.
            keep_refused: whether a field keeps a refused text if its value is still the same.
        """
        report, num_outputs = stack.layers[position], stack.num_outputs
        self._report, self._partners = report, partners(stack, position)
        mark_setting(self, str(position))
        self.fields.show_group(report.layer, report.layer.auto_values(num_outputs), keep_refused=keep_refused)
        if self.initializer is not None:
            own = getattr(report.layer, _INITIALIZER)
            self.initializer.show_initializer(own, self, keep_refused=keep_refused)
            self._show_initializer_button()
        if self.sharing is not None:
            self.sharing.show_layer(report.layer, self._partners)
            self._show_buttons(hovered=self.underMouse())
        if self.program is not None:
            self.program.show_layer(report)
        self.shape_label.setText(f"→ {'?' if report.problem else shape_text(report.output_shape)}")
        self.shape_label.setToolTip(translated(report.problem) or self.tr("Shape of one sample behind this layer"))
        self.parameters_row.setVisible(bool(report.parameters) or self.is_shared)
        self.parameters_label.setText(self._parameters_text(report))
        self.parameters_label.setToolTip(
            "\n".join(f"{parameter.name} {shape_text(parameter.shape)}" for parameter in report.parameters)
        )
        self._show_output(report, facts, num_outputs)
        self.hint.setVisible(bool(report.hint))
        self.hint.show_text(translated(report.hint) if report.hint else "")
        self._show_problems()
        self.setAccessibleName(self._spoken(report, position))
        self.setAccessibleDescription(self.hint.text)

    def show_problem(self, path: tuple[str, ...], sentence: str) -> bool:
        """Show why the last edit of a field was refused, and tell whether there is such a field."""
        editor = self._editor(path)
        if editor is not None:
            editor.show_problem(sentence)
        return editor is not None

    def reveal(self, path: tuple[str, ...]) -> None:
        """Give the focus to the field at a path within the layer, or to the card if it has no such field now."""
        target: QWidget | None = self._editor(path)
        if target is None and path[:1] == (_INITIALIZER,) and self.initializer is not None:
            target = self.initializer.kinds if self.initializer.is_own else self.initializer_button
        if path[:1] in (("shares",), ("name",)) and self.is_shared:
            target = self.sharing
        if target is None or not target.isEnabled():
            target = self
        target.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self)
        bring_into_view(target)

    @property
    def is_shared(self) -> bool:
        """Whether the layer uses the parameters of others, or wants to."""
        return self.sharing is not None and self.sharing.is_shared

    @property
    def selected(self) -> bool:
        """Whether the card is the selected one."""
        return bool(self.property("selected"))

    def set_selected(self, selected: bool) -> None:
        """Mark the card, and show its buttons."""
        if selected != self.selected:
            set_property(self, "selected", selected)
            self._show_buttons()
            self.update()

    def focus_first_field(self) -> None:
        """Give the focus to the first field, or to the card if it has none."""
        target = next(iter(self.editors.values()), self)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def inputs(self) -> list[QWidget]:
        """Return the fields, in order."""
        return [*self.editors.values(), *(self.initializer.inputs() if self.initializer is not None else ())]

    def tab_stops(self) -> list[QWidget]:
        """Return what the Tab key visits, in order."""
        program = self.program.tab_stops() if self.program is not None else []
        return [self, *self.inputs(), *self._buttons(), *filter(None, [self.sharing]), *program]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the focus back to the card after a field has done what it does on Escape."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not escape or event.type() != QEvent.Type.KeyPress or self._escaping:
            return super().eventFilter(watched, event)
        self._escaping = True
        QCoreApplication.sendEvent(watched, event)
        self._escaping = False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus, also from the labels, with any button."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the buttons."""
        self._show_buttons(hovered=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the buttons again."""
        self._show_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stripe that tells the kind, and a ring if the card has the focus."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(0, 0, _STRIPE, self.height(), QColor(layer_colour(self.kind)))
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)

    def _editor(self, path: tuple[str, ...]) -> FieldEditor | None:
        """Return the editor at a path within the layer, or None if there is none now."""
        if path[:1] == (_INITIALIZER,) and self.initializer is not None:
            page = self.initializer.page
            return page.editors.get(path[1]) if page is not None and len(path) == 2 else None
        return self.editors.get(path[0]) if len(path) == 1 else None

    def _build(self) -> None:
        title = plain_label("heading")
        title.setText(translated(self.kind.title))
        title.setToolTip(translated(self.kind.help))
        header = QHBoxLayout()
        header.setSpacing(4)
        header.addWidget(self.handle)
        header.addWidget(title)
        header.addWidget(HelpMark(translated(self.kind.title), self))
        header.addSpacing(2)
        header.addWidget(self.output_badge, 0, Qt.AlignmentFlag.AlignVCenter)
        header.addStretch(1)
        for button in self._buttons():
            header.addWidget(button)
        header.addSpacing(4)
        header.addWidget(self.shape_label)
        column = QVBoxLayout()
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(6)
        if self.editors:
            column.addWidget(self.fields)
        for own in (self.program, self.initializer):
            if own is not None:
                column.addWidget(own)
        row = QHBoxLayout(self.parameters_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.parameters_label)
        row.addStretch(1)
        if self.sharing is not None:
            self.sharing.clicked.connect(self.sharing_requested)
            row.addWidget(self.sharing)
        self.fields.edited.connect(self._emit)
        self.fields.problem_changed.connect(self._show_problems)
        for editor in self.editors.values():
            (editor.focusProxy() or editor).installEventFilter(self)
        for widget in (self.problem_line, self.output_mark, self.parameters_row, self.hint):
            widget.hide()
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_STRIPE + 4, 6, 10, 8)
        outer.setSpacing(4)
        outer.addLayout(header)
        outer.addLayout(column)

    def _make_initializer(self) -> InitializerRows:
        rows = InitializerRows(translated(field_facts(self.kind, _INITIALIZER).title))
        rows.edited.connect(self._emit_initializer)
        rows.problem_changed.connect(self._show_problems)
        rows.kinds.installEventFilter(self)
        return rows

    def _emit(self, name: str, value: Any) -> None:
        self.value_edited.emit((name,), value, field_facts(self.kind, name).title)

    def _emit_initializer(self, name: str, value: Any) -> None:
        title = field_facts(self.kind, _INITIALIZER).title.lower()
        if name != "kind" and self._report is not None:
            title = field_facts(type(getattr(self._report.layer, _INITIALIZER)), name).title
        self.value_edited.emit((_INITIALIZER, name), value, title)

    def _toggle_initializer(self, own: bool) -> None:
        self._show_initializer_button()
        self._emit_initializer("kind", Xavier.kind_name() if own else NetworkInitializer.kind_name())

    def _show_initializer_button(self) -> None:
        """Show whether the layer draws its weights in a way of its own; those of another layer it does not draw."""
        own = self.initializer is not None and self.initializer.is_own
        owner = self._report.owner if self._report is not None else None
        tip = self.tr("Draw the first weights of this layer in a way of its own")
        if own:
            tip = self.tr("Draw the first weights as in the whole network again")
        if owner is not None:
            tip = self.tr("They are drawn once, as layer {number} says.").format(number=owner + 1)
        for widget in (self.initializer_button, self.initializer):
            assert widget is not None
            widget.setEnabled(owner is None)
            widget.setToolTip(tip)
        self.initializer_button.setChecked(own)

    def _tool(self, icon_name: str, name: str, tip: str) -> QToolButton:
        button = tool_button(icon_name, name)
        button.setToolTip(tip)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    def _buttons(self) -> list[QToolButton]:
        own = [self.initializer_button] if self.initializer is not None else []
        return [*own, self.duplicate_button, self.remove_button]

    def _show_buttons(self, *, hovered: bool = False) -> None:
        for button in self._buttons():
            button.setVisible(hovered or self.selected)
        if self.sharing is not None:
            self.sharing.setVisible(hovered or self.selected or self.is_shared)

    def _show_output(self, report: LayerReport, facts: DataFacts, num_outputs: int) -> None:
        """Mark an output layer, and say what its units stand for if there are as many as data and loss ask for."""
        fits = report.is_output and report.output_shape == (num_outputs,)
        self.output_badge.setVisible(fits)
        self.output_mark.setVisible(fits)
        if fits:
            self.output_mark.show_layer(report, facts)

    def _show_problems(self) -> None:
        sentences = [i.problem for i in self.inputs() if isinstance(i, FieldEditor) and i.problem]
        self.problem_line.show_sentence("\n".join(sentences))

    def _parameters_text(self, report: LayerReport) -> str:
        text = parameters_text(report.num_parameters, report.num_untrained)
        return self.tr("{parameters} (shared)").format(parameters=text) if self._partners else text

    def _spoken(self, report: LayerReport, position: int) -> str:
        """Return the card in words, for a screen reader."""
        words = [
            self.tr("Layer {number}: {title}").format(number=position + 1, title=translated(self.kind.title)),
            *filter(None, (_spoken_value(editor.facts, report, name) for name, editor in self.editors.items())),
            *self._spoken_initializer(),
            translated(report.problem) or self.tr("output {shape}").format(shape=shape_text(report.output_shape)),
        ]
        if report.parameters:
            words.append(self._parameters_text(report))
        return ", ".join(words)

    def _spoken_initializer(self) -> list[str]:
        if self.initializer is None or not self.initializer.is_own:
            return []
        return [self.tr("own initialiser {title}").format(title=self.initializer.kinds.currentText())]


def _spoken_value(facts: FieldFacts, report: LayerReport, name: str) -> str:
    """Return a value in words, empty for one that says nothing new."""
    value, title = getattr(report.layer, name), translated(facts.title).lower()
    if facts.kind == "int":
        if value != "auto":
            return f"{value} {title}"
        return QCoreApplication.translate("LayerCard", "automatic {title}").format(title=title)
    if facts.kind == "bool":
        no = QCoreApplication.translate("LayerCard", "no {title}").format(title=title)
        return "" if value == facts.default else title if value else no
    if facts.kind == "choice":
        return "" if value == facts.default == "none" else f"{title} {translated(facts.choices[value])}"
    return f"{title} {value}"
