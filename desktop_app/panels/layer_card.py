"""One layer of the stack as a card: its fields, what comes out of it, and how many parameters it has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.data.base import DataFacts
from core.fields import FieldFacts, settings_of
from core.layers import LAYERS, LayerBase, Shape
from core.stack import LayerReport
from desktop_app.panels.field_editor import FieldEditor
from desktop_app.panels.fields import NumberEditor, editor_for
from desktop_app.panels.form import LiveMark, ProblemLine, unused_reason
from desktop_app.panels.inputs import tool_button
from desktop_app.panels.layer_drag import DragHandle
from desktop_app.panels.message_frame import IconLabel, Message, MessageFrame
from desktop_app.style import scaled, set_property
from desktop_app.texts import translated
from desktop_app.theme import theme

_RADIUS = 8
_STRIPE = 4
_SMALL = 0.88


def shape_text(shape: Shape) -> str:
    """Return a shape such as "1×28×28" or "100,000"; the shape of a single number is "1"."""
    return "×".join(f"{length:,}" for length in shape) or "1"


def parameters_text(number: int) -> str:
    """Return a number of parameters such as "200,960 parameters"."""
    if number == 1:
        return QCoreApplication.translate("LayerCard", "1 parameter")
    return QCoreApplication.translate("LayerCard", "{number} parameters").format(number=f"{number:,}")


def layer_colour(layer: type[LayerBase]) -> str:
    """Return the colour of a kind of layer in the present theme."""
    series = theme().series
    return series[LAYERS.index(layer) % len(series)]


class LayerCard(QFrame):
    """Shows one layer of a fixed kind. It can have the focus itself, beside its fields.

    Signals:
        value_edited: name of a field and the value that the user asks for.
        duplicate_requested, remove_requested: the buttons of the card.
    """

    value_edited = Signal(str, object)
    duplicate_requested = Signal()
    remove_requested = Signal()

    def __init__(self, kind: type[LayerBase], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.editors: dict[str, FieldEditor] = {}
        self._report: LayerReport | None = None
        self._escaping = False
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.handle = DragHandle()
        self.handle.setToolTip(self.tr("Drag to reorder (Alt+Up, Alt+Down)"))
        self.shape_label = _tabular(_label("muted"))
        self.parameters_label = _tabular(_label("muted", small=True))
        self.output_badge = _badge(self.tr("output"))
        self.output_mark = _OutputMark()
        self.hint = MessageFrame(Message("", "hint"))
        self.problem_line = ProblemLine()
        self.duplicate_button = self._tool("duplicate", self.tr("Duplicate"), self.tr("Duplicate (Ctrl+D)"))
        self.remove_button = self._tool("remove", self.tr("Remove"), self.tr("Remove (Delete)"))
        self.duplicate_button.clicked.connect(self.duplicate_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self._build()
        self._show_buttons()

    def show_layer(
        self, report: LayerReport, position: int, facts: DataFacts, num_outputs: int, *, keep_refused: bool
    ) -> None:
        """Show a layer of the card's kind.

        Args:
            report: the layer as it will be.
            position: in the stack, from 0.
            facts: of the data set that the stack is for.
            num_outputs: how many outputs data and loss ask for.
            keep_refused: whether a field keeps a refused text if its value is still the same.
        """
        self._report = report
        automatic = report.layer.auto_values(num_outputs)
        for name, editor in self.editors.items():
            value = getattr(report.layer, name)
            if not (keep_refused and editor.problem and value == editor.value):
                editor.show_value(value)
            editor.lock(unused_reason(editor.facts, report.layer))
            if isinstance(editor, NumberEditor) and name in automatic:
                editor.show_auto_value(automatic[name])
        self.shape_label.setText(f"→ {'?' if report.problem else shape_text(report.output_shape)}")
        self.shape_label.setToolTip(self.tr("Shape of one sample behind this layer"))
        self.parameters_label.setVisible(bool(report.parameters))
        self.parameters_label.setText(parameters_text(report.num_parameters))
        self.parameters_label.setToolTip(
            "\n".join(f"{parameter.name} {shape_text(parameter.shape)}" for parameter in report.parameters)
        )
        self._show_output(report, facts, num_outputs)
        self.hint.setVisible(bool(report.hint))
        self.hint.show_text(translated(report.hint) if report.hint else "")
        self._show_problems()
        self.setAccessibleName(self._spoken(report, position))
        self.setAccessibleDescription(self.hint.text)

    def show_problem(self, name: str, sentence: str) -> None:
        """Show why the last edit of the field ``name`` was refused."""
        self.editors[name].show_problem(sentence)

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

    def tab_stops(self) -> list[QWidget]:
        """Return what the Tab key visits, in order."""
        return [self, *self.editors.values(), self.duplicate_button, self.remove_button]

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

    def _build(self) -> None:
        title = _label("heading")
        title.setText(translated(self.kind.title))
        title.setToolTip(translated(self.kind.help))
        header = QHBoxLayout()
        header.setSpacing(4)
        header.addWidget(self.handle)
        header.addWidget(title)
        header.addSpacing(2)
        header.addWidget(self.output_badge, 0, Qt.AlignmentFlag.AlignVCenter)
        header.addStretch(1)
        header.addWidget(self.duplicate_button)
        header.addWidget(self.remove_button)
        header.addSpacing(4)
        header.addWidget(self.shape_label)
        column = QVBoxLayout()
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(6)
        facts = settings_of(self.kind)
        if facts:
            column.addLayout(self._fields(facts))
        for widget in (self.problem_line, self.output_mark, self.parameters_label, self.hint):
            widget.hide()
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_STRIPE + 4, 6, 10, 8)
        outer.setSpacing(4)
        outer.addLayout(header)
        outer.addLayout(column)

    def _fields(self, fields: tuple[FieldFacts, ...]) -> QHBoxLayout:
        """Return the editors in a row; a single one has its title beside it, several have theirs above."""
        row = QHBoxLayout()
        row.setSpacing(6)
        for facts in fields:
            editor = self._editor(facts)
            caption = _label("muted", small=len(fields) > 1)
            caption.setText(translated(facts.title))
            heading = QHBoxLayout()
            heading.setSpacing(4)
            heading.addWidget(caption)
            if facts.live:
                heading.addWidget(LiveMark())
            if len(fields) == 1:
                row.addLayout(heading)
                row.addWidget(editor)
                row.addStretch(1)
                continue
            heading.addStretch(1)
            cell = QVBoxLayout()
            cell.setSpacing(1)
            cell.addLayout(heading)
            cell.addWidget(editor, 1)
            row.addLayout(cell)
        return row

    def _editor(self, facts: FieldFacts) -> FieldEditor:
        editor = editor_for(facts)
        editor.edited.connect(partial(self.value_edited.emit, facts.name))
        editor.problem_changed.connect(self._show_problems)
        # Qt's tab order takes an editor and its parts as one only if the editor itself has a focus policy.
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        stop = editor.focusProxy()
        if stop is not None:
            stop.installEventFilter(self)
        self.editors[facts.name] = editor
        return editor

    def _tool(self, icon_name: str, name: str, tip: str) -> QToolButton:
        button = tool_button(icon_name, name)
        button.setToolTip(tip)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    def _show_buttons(self, *, hovered: bool = False) -> None:
        for button in (self.duplicate_button, self.remove_button):
            button.setVisible(hovered or self.selected)

    def _show_output(self, report: LayerReport, facts: DataFacts, num_outputs: int) -> None:
        """Mark an output layer, and say what its units stand for if there are as many as data and loss ask for."""
        fits = report.is_output and report.output_shape == (num_outputs,)
        self.output_badge.setVisible(fits)
        self.output_mark.setVisible(fits)
        if fits:
            self.output_mark.show_layer(report, facts)

    def _show_problems(self) -> None:
        sentences = [editor.problem for editor in self.editors.values() if editor.problem]
        self.problem_line.show_sentence("\n".join(sentences))

    def _spoken(self, report: LayerReport, position: int) -> str:
        """Return the card in words, for a screen reader."""
        words = [
            self.tr("Layer {number}: {title}").format(number=position + 1, title=translated(self.kind.title)),
            *filter(None, (_spoken_value(editor.facts, report, name) for name, editor in self.editors.items())),
            self.tr("output {shape}").format(shape=shape_text(report.output_shape)),
        ]
        if report.parameters:
            words.append(parameters_text(report.num_parameters))
        return ", ".join(words)


class _OutputMark(QWidget):
    """Says what the units of the output layer stand for; the link stands for a number that follows the data set."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = IconLabel("link", 14)
        self.label = _label("muted", small=True)
        self.label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self.icon)
        row.addWidget(self.label, 1)

    def show_layer(self, report: LayerReport, facts: DataFacts) -> None:
        """Show what the units of an output layer of the right size stand for."""
        self.icon.setVisible(report.follows_data)
        self.setToolTip(self.tr("The number of units follows the data set.") if report.follows_data else "")
        if facts.task == "classification" and report.output_shape == (1,) and facts.num_outputs == 2:
            self.label.setText(self.tr("One unit: above 0 for {name}").format(name=facts.class_names[1]))
            return
        if facts.task == "classification":
            text = self.tr("One unit for each of {number} classes")
        else:
            text = self.tr("One unit for each of {number} targets")
        if facts.num_outputs == 1:
            text = self.tr("One unit for the target")
        self.label.setText(text.format(number=facts.num_outputs))


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


def _label(role: str, *, small: bool = False) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if small:
        label.setFont(scaled(label.font(), _SMALL))
    return label


def _badge(text: str) -> QLabel:
    badge = _label("", small=True)
    badge.setText(text)
    badge.setObjectName("message")
    badge.setProperty("level", "info")
    badge.setContentsMargins(6, 1, 6, 1)
    badge.hide()
    return badge


def _tabular(label: QLabel) -> QLabel:
    """Give the label figures of equal width, so that numbers stand under each other."""
    font = label.font()
    font.setFeature(QFont.Tag("tnum"), 1)
    label.setFont(font)
    return label
