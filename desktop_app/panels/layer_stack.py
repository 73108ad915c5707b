"""The panel in which a network is built: one card for each layer, from input to output."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.data.base import DataFacts
from core.edits import AddLayer, Edit, MoveLayer, RemoveLayer, SetValue, ShareParameters
from core.experiment import Experiment
from core.fields import field_facts
from core.layers import CustomLayer
from core.sentences import without_path
from core.stack import StackReport, inspect_stack
from desktop_app.help_mark import HelpMark
from desktop_app.icons import icon
from desktop_app.panels.fields import commit_pending
from desktop_app.panels.layer_adders import LayerAdders
from desktop_app.panels.layer_card import LayerCard, parameters_text, shape_text
from desktop_app.panels.layer_column import Afterwards, LayerColumn, is_unfinished
from desktop_app.panels.layer_matching import IMAGE_AXES, place_for_new_layer
from desktop_app.panels.layer_mends import mends_for
from desktop_app.panels.message_frame import Message, Messages
from desktop_app.panels.setting_path import bring_into_view, mark_setting
from desktop_app.panels.sharing_button import sharing_menu
from desktop_app.texts import translated

_Key = tuple[int, Qt.KeyboardModifier]
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class LayerStackPanel(QWidget):
    """Shows the stack of an experiment and asks for changes; it never changes the experiment itself.

    Keys, with the focus on a card: Up and Down select, Alt+Up and Alt+Down move, Delete removes, Ctrl+D duplicates,
    Enter goes to the first field, Escape comes back from it, Insert or Ctrl+Shift+A opens the menu of new layers.

    Signals:
        edited: an edit of ``core.edits`` that the user asks for.
        file_wanted: a layer from a file of the user is to be added at this position.
        program_wanted: the program of the layer at this position is to be shown.
        search_wanted: the user wants to say where the file of the layer at this position is.
    """

    edited = Signal(object)
    file_wanted = Signal(int)
    program_wanted = Signal(int)
    search_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        mark_setting(self, "layers")
        self._own: Afterwards | None = None
        self._refusal = ""
        self.column = LayerColumn()
        self.column.asked.connect(self._ask)
        self.column.sharing_requested.connect(self._open_sharing_menu)
        self.messages = Messages()
        self.messages.chosen.connect(self._mend)
        self.data_label = QLabel()
        self.input_label = QLabel()
        self.total_label = QLabel()
        self.shared_label = QLabel(self.tr("shared ones counted once"))
        self.untrained_label = QLabel()
        self.adders = LayerAdders()
        self.adders.kind_chosen.connect(self._add)
        self.adders.file_wanted.connect(self._ask_for_file)
        self.column.program_wanted.connect(self.program_wanted)
        self.column.search_wanted.connect(self.search_wanted)
        self.add_buttons, self.add_menu = self.adders.buttons, self.adders.menu
        self._build()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the stack of ``experiment``; cards, focus and what is being typed are kept where they still fit."""
        self._experiment, self._refusal = experiment, ""
        report, facts = inspect_stack(experiment), experiment.data.facts()
        self.column.show_stack(report, facts, self._own)
        self.input_label.setText(self.tr("Input {shape}").format(shape=shape_text(report.input_shape)))
        self.data_label.setText(translated(experiment.data.title))
        self.adders.allow(translated(experiment.data.title), are_images=len(report.input_shape) == IMAGE_AXES)
        parameters, untrained = parameters_text(report.num_parameters), report.num_untrained
        self.total_label.setText(self.tr("Total: {parameters}").format(parameters=parameters))
        self.shared_label.setVisible(any(layer.owner is not None for layer in report.layers))
        self.untrained_label.setText(self.tr("{number} of them not trained").format(number=f"{untrained:,}"))
        self.untrained_label.setVisible(untrained > 0)
        self.total_label.setVisible(bool(report.layers))
        self._show_messages(report)

    def show_problem(self, path: str, sentence: str) -> bool:
        """Show why an edit was refused: at the field that ``path`` names, or below the stack.

        Args:
            path: such as ``"layers.0.rate"`` or ``"layers"``.
            sentence: what is wrong; the path that it begins with is left out.

        Returns:
            Whether the path leads to this panel.
        """
        keys = path.split(".")
        if keys[0] != "layers":
            return False
        cards = self.column.cards
        has_card = len(keys) > 2 and keys[1].isdecimal() and int(keys[1]) < len(cards)
        if has_card and cards[int(keys[1])].show_problem(tuple(keys[2:]), without_path(sentence, path)):
            return True
        self._refusal = without_path(sentence, path)
        if self._experiment is not None:
            self._show_messages(inspect_stack(self._experiment))
        return True

    def reveal(self, path: str) -> bool:
        """Give the focus to the card or the field that ``path`` names; tell whether the path leads to this panel."""
        keys = path.split(".")
        if keys[0] != "layers":
            return False
        cards = self.column.cards
        if len(keys) > 1 and keys[1].isdecimal() and int(keys[1]) < len(cards):
            self.column.select(int(keys[1]))
            cards[int(keys[1])].reveal(tuple(keys[2:]))
        else:
            bring_into_view(self)
        return True

    def event(self, event: QEvent) -> bool:
        """Claim the panel's keys before a shortcut of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._action_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for that no field wanted."""
        action = self._action_for(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select nothing: the click went beside the cards."""
        self.column.deselect()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a card."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        under = QApplication.focusWidget() if keyboard else self.childAt(event.pos())
        card = self.column.card_of(under)
        if card is not None:
            self._card_menu(card).popup(event.globalPos())

    def _build(self) -> None:
        for label in (self.input_label, self.data_label):
            label.setProperty("role", "muted")
        self.total_label.setProperty("role", "heading")
        self.total_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.setContentsMargins(2, 0, 11, 0)
        top.setSpacing(10)
        heading = QLabel(translated(field_facts(Experiment, "layers").title))
        heading.setProperty("role", "heading")
        heading.setToolTip(translated(field_facts(Experiment, "layers").help))
        top.addWidget(heading)
        top.addWidget(HelpMark(heading.text()))
        top.addStretch(1)
        top.addWidget(self.data_label)
        top.addWidget(self.input_label)
        for label in (self.shared_label, self.untrained_label):
            label.setProperty("role", "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(2, 0, 11, 0)
        bottom.setSpacing(2)
        bottom.addWidget(self.total_label)
        bottom.addWidget(self.shared_label)
        bottom.addWidget(self.untrained_label)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 8, 8, 8)
        outer.setSpacing(6)
        outer.addLayout(top)
        # Above the cards: below them the buttons would move with every click.
        outer.addWidget(self.adders)
        outer.addWidget(self.column)
        outer.addLayout(bottom)
        outer.addWidget(self.messages)
        outer.addStretch(1)

    def _card_menu(self, card: LayerCard) -> QMenu:
        """Return a menu for one card; it is thrown away when it closes."""
        menu, position = QMenu(self), self.column.cards.index(card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        up = menu.addAction(icon("up"), self.tr("Move up") + "\tAlt+Up")
        up.setEnabled(position > 0)
        up.triggered.connect(partial(self._move_selected, -1))
        down = menu.addAction(icon("down"), self.tr("Move down") + "\tAlt+Down")
        down.setEnabled(position < len(self.column.cards) - 1)
        down.triggered.connect(partial(self._move_selected, 1))
        duplicate = menu.addAction(icon("duplicate"), self.tr("Duplicate") + "\tCtrl+D")
        duplicate.triggered.connect(partial(self.column.duplicate_card, card))
        remove = menu.addAction(icon("remove"), self.tr("Remove") + "\tDel")
        remove.triggered.connect(partial(self.column.remove_card, card))
        if card.sharing is not None:
            menu.addSeparator()
            menu.addMenu(self._sharing_menu(card, menu))
        return menu

    def _sharing_menu(self, card: LayerCard, parent: QWidget) -> QMenu:
        assert self._experiment is not None
        position = self.column.cards.index(card)
        return sharing_menu(self._experiment, position, lambda edit: self._ask(edit, Afterwards(position)), parent)

    def _open_sharing_menu(self, card: LayerCard) -> None:
        commit_pending()
        assert card.sharing is not None
        menu = self._sharing_menu(card, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(card.sharing.mapToGlobal(QPoint(0, card.sharing.height())))
        menu.setActiveAction(menu.actions()[0])

    def _show_messages(self, report: StackReport) -> None:
        experiment = self._experiment
        assert experiment is not None
        facts = experiment.data.facts()
        shown = [Message(self._refusal, "problem")] if self._refusal else []
        unfinished = is_unfinished(report)
        for number, problem in enumerate(report.problems):
            mends = tuple((mend.text, mend.edit) for mend in mends_for(experiment, problem))
            # What is still to come is no mistake; the core tells it first.
            if unfinished and number == 0:
                text = self._next_step(report, facts) if report.layers else translated(problem)
                shown.append(Message(text, "info", mends))
            else:
                shown.append(Message(translated(problem), "problem", mends))
        self.messages.show_messages(shown)

    def _next_step(self, report: StackReport, facts: DataFacts) -> str:
        """Return what a stack still lacks."""
        assert self._experiment is not None
        if report.num_outputs < facts.num_outputs:
            text = self.tr("Next: an output layer with 1 unit: its sign tells the {number} classes of {data} apart.")
        elif facts.num_outputs == 1:
            text = self.tr("Next: an output layer with 1 unit: {data} has 1 target.")
        elif facts.task == "classification":
            text = self.tr("Next: an output layer with {number} units: {data} has {number} classes.")
        else:
            text = self.tr("Next: an output layer with {number} units: {data} has {number} targets.")
        return text.format(number=facts.num_outputs, data=translated(self._experiment.data.title))

    def _ask(self, edit: Edit, own: Afterwards) -> None:
        """Emit an edit; while it is carried out, the panel knows that it is its own."""
        if not isinstance(edit, SetValue):
            commit_pending()
        self._own = own
        try:
            self.edited.emit(edit)
        finally:
            self._own = None

    def _add(self, kind: str) -> None:
        commit_pending()
        assert self._experiment is not None
        place = place_for_new_layer(inspect_stack(self._experiment), self.column.selected, kind)
        self._ask(AddLayer(place, kind), Afterwards(place, into_field=True))

    def _ask_for_file(self) -> None:
        commit_pending()
        assert self._experiment is not None
        report = inspect_stack(self._experiment)
        self.file_wanted.emit(place_for_new_layer(report, self.column.selected, CustomLayer.kind_name()))

    def _mend(self, edit: Edit) -> None:
        commit_pending()
        position = edit.position if isinstance(edit, AddLayer | RemoveLayer | ShareParameters) else None
        if isinstance(edit, MoveLayer):
            position = edit.target
        if isinstance(edit, SetValue) and isinstance(edit.path[1], int):
            position = edit.path[1]
        self._ask(edit, Afterwards(position))

    def _move_selected(self, by: int) -> None:
        position = self.column.selected
        if position is not None:
            self.column.move_card(position, position + by)

    def _action_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key stands for at the present focus, None for keys that are not the panel's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, focus = (event.key(), modifiers), QApplication.focusWidget()
        if key == (Qt.Key.Key_Escape, _NONE) and self.column.dragging:
            return self.column.cancel_drag
        if key in ((Qt.Key.Key_Insert, _NONE), (Qt.Key.Key_A, _CONTROL | _SHIFT)):
            return self._open_add_menu
        if key[0] in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton | QToolButton):
            return focus.click
        card, own = self.column.card_of(focus), self.column.focused_card()
        action = self._card_action(key, card) if card is not None else None
        return action or (self._own_card_action(key, own) if own is not None else None)

    def _card_action(self, key: _Key, card: LayerCard) -> Callable[[], object] | None:
        """Return what a key does that counts in fields too."""
        actions: dict[_Key, Callable[[], object]] = {
            (Qt.Key.Key_D, _CONTROL): partial(self.column.duplicate_card, card),
            (Qt.Key.Key_Up, _ALT): partial(self._move_selected, -1),
            (Qt.Key.Key_Down, _ALT): partial(self._move_selected, 1),
        }
        return actions.get(key)

    def _own_card_action(self, key: _Key, card: LayerCard) -> Callable[[], object] | None:
        """Return what a key does that fields need for themselves."""
        position = self.column.cards.index(card)
        remove, enter = partial(self.column.remove_card, card), card.focus_first_field
        actions: dict[_Key, Callable[[], object]] = {
            (Qt.Key.Key_Up, _NONE): partial(self.column.select, position - 1, focus=True),
            (Qt.Key.Key_Down, _NONE): partial(self.column.select, position + 1, focus=True),
            (Qt.Key.Key_Delete, _NONE): remove,
            (Qt.Key.Key_Backspace, _NONE): remove,
            (Qt.Key.Key_Return, _NONE): enter,
            (Qt.Key.Key_Enter, _NONE): enter,
            (Qt.Key.Key_Escape, _NONE): card.setFocus,
        }
        return actions.get(key)

    def _open_add_menu(self) -> None:
        """Open the menu of new layers below the selected card, or at the buttons."""
        selected = self.column.selected
        below: QWidget = next(iter(self.add_buttons.values()))
        if selected is not None:
            below = self.column.cards[selected]
        self.add_menu.popup(below.mapToGlobal(QPoint(24, below.height())))
        self.add_menu.setActiveAction(self.add_menu.actions()[0])
