"""The column of cards: which card shows which layer, which one is selected, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from core.data.base import DataFacts
from core.edits import DuplicateLayer, MoveLayer, RemoveLayer, SetValue
from core.layers import LayerBase
from core.stack import StackReport
from desktop_app.panels.layer_card import LayerCard
from desktop_app.panels.layer_drag import LayerDrag
from desktop_app.panels.layer_matching import matching
from desktop_app.panels.message_frame import tab_anchor

_GAP = 6
_MARGIN = 3


@dataclass(frozen=True)
class Afterwards:
    """What the user's own edit leads to: the position to select, None to keep, and whether into its first field."""

    position: int | None = None
    into_field: bool = False


def is_unfinished(report: StackReport) -> bool:
    """Tell whether a stack still lacks its output layer."""
    fits = bool(report.layers) and report.layers[-1].output_shape == (report.num_outputs,)
    return not fits or report.output_position is None


class LayerColumn(QWidget):
    """Keeps one card for each layer.

    Signals:
        asked: an edit that the user asks for and the :class:`Afterwards` that belongs to it.
        sharing_requested: the card that asks for the menu of whose parameters its layer uses.
        program_wanted, search_wanted: position of a layer from a file: its program, or its file, is asked for.
    """

    asked = Signal(object, object)
    sharing_requested = Signal(object)
    program_wanted = Signal(int)
    search_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[LayerCard] = []
        self._layers: tuple[LayerBase, ...] = ()
        self._selected: LayerCard | None = None
        self._showing = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        self._layout.setSpacing(_GAP)
        self._tab_anchor = tab_anchor(self)
        self._tab_stops: list[QWidget] = []
        self._drag = LayerDrag(self, lambda: self.cards)
        self._drag.dropped.connect(self.move_card)
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._reveal.timeout.connect(self._reveal_selected)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    @property
    def selected(self) -> int | None:
        """Position of the selected card, or None."""
        return self.cards.index(self._selected) if self._selected is not None else None

    def show_stack(self, report: StackReport, facts: DataFacts, own: Afterwards | None) -> None:
        """Show the layers; cards, focus and what is being typed are kept where they still fit.

        Args:
            report: the stack as it will be.
            facts: of the data set that it is for.
            own: if the stack comes from an edit that was asked for here, what it leads to.
        """
        self.cancel_drag()
        self._showing = True
        layers = tuple(layer.layer for layer in report.layers)
        self._arrange(layers, own)
        self._layers = layers
        unfinished = is_unfinished(report)
        if unfinished:
            # What looks unusual may be what the next layer is for.
            report = replace(report, layers=tuple(replace(layer, hint="") for layer in report.layers))
        for position, card in enumerate(self.cards):
            card.show_layer(report, position, facts, keep_refused=own is not None)
        self._chain_tab_stops()
        self._showing = False

    def select(self, position: int | None, *, focus: bool = False) -> None:
        """Select the card at ``position``, or the one nearest to it; None selects nothing."""
        card = None
        if position is not None and self.cards:
            card = self.cards[max(0, min(position, len(self.cards) - 1))]
        if card is not self._selected and self._selected is not None:
            self._selected.set_selected(False)
        self._selected = card
        if card is not None:
            card.set_selected(True)
            if focus and not self._holds_focus(card):
                card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal.start()

    def deselect(self) -> None:
        """Select nothing, and take the focus from the cards."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.select(None)

    def focused_card(self) -> LayerCard | None:
        """Return the card that has the focus, itself or in one of its buttons, but not in a field."""
        card = self.card_of(QApplication.focusWidget())
        if card is None or any(self._holds_focus(field) for field in card.inputs()):
            return None
        return card

    def card_of(self, widget: QWidget | None) -> LayerCard | None:
        """Return the card to which ``widget`` belongs."""
        while widget is not None and widget not in self.cards:
            widget = widget.parentWidget()
        return widget if isinstance(widget, LayerCard) else None

    def move_card(self, source: int, target: int) -> None:
        """Ask for a layer to be moved; beyond the ends nothing happens."""
        if source != target and 0 <= target < len(self.cards):
            self.asked.emit(MoveLayer(source, target), Afterwards(target))

    def duplicate_card(self, card: LayerCard) -> None:
        """Ask for a copy of a card's layer."""
        position = self.cards.index(card)
        self.asked.emit(DuplicateLayer(position), Afterwards(position + 1))

    def remove_card(self, card: LayerCard) -> None:
        """Ask for a card's layer to be removed."""
        position = self.cards.index(card)
        self.asked.emit(RemoveLayer(position), Afterwards(position))

    @property
    def dragging(self) -> bool:
        """Whether a card is being dragged."""
        return self._drag.active

    def cancel_drag(self) -> None:
        """Forget a drag that is under way."""
        self._drag.cancel()

    def _arrange(self, new: Sequence[LayerBase], own: Afterwards | None) -> None:
        """Bring the cards into the order of the layers, and select what should be selected."""
        before, selected, had_focus = self.cards, self.selected, self._holds_focus(self)
        self.cards = [
            self._make_card(type(layer)) if position is None else before[position]
            for position, layer in zip(matching(self._layers, new), new, strict=True)
        ]
        for i, card in enumerate(self.cards):
            if self._layout.indexOf(card) != i:
                self._layout.removeWidget(card)
                self._layout.insertWidget(i, card)
                card.show()
        if own is not None and own.position is not None:
            self.select(own.position, focus=True)
            if self._selected is not None and own.into_field:
                self._selected.focus_first_field()
        elif self.cards != before:
            self._select_after(before, selected, focus=had_focus)
        if self.cards != before:
            for card in before:
                if card not in self.cards:
                    self._layout.removeWidget(card)
                    card.hide()
                    card.deleteLater()

    def _select_after(self, before: Sequence[LayerCard], selected: int | None, *, focus: bool) -> None:
        """After somebody else's edit, select what came back, else what was selected, else what stands in its place."""
        new = [i for i, card in enumerate(self.cards) if card not in before]
        kept = len(self.cards) - len(new)
        if len(new) == 1 and 0 < len(before) == kept:
            self.select(new[0], focus=focus)
        elif self._selected in self.cards:
            self.select(self.cards.index(self._selected), focus=focus)
        else:
            self.select(selected if kept else None, focus=focus)

    def _make_card(self, kind: type[LayerBase]) -> LayerCard:
        card = LayerCard(kind, self)
        card.value_edited.connect(partial(self._set_value, card))
        card.duplicate_requested.connect(partial(self.duplicate_card, card))
        card.remove_requested.connect(partial(self.remove_card, card))
        card.sharing_requested.connect(partial(self.sharing_requested.emit, card))
        if card.program is not None:
            card.program.program_wanted.connect(lambda: self.program_wanted.emit(self.cards.index(card)))
            card.program.search_wanted.connect(lambda: self.search_wanted.emit(self.cards.index(card)))
        card.handle.pressed.connect(partial(self._press_handle, card))
        card.handle.moved.connect(self._drag.move)
        card.handle.released.connect(self._drag.release)
        card.handle.lost.connect(self._drag.cancel)
        return card

    def _set_value(self, card: LayerCard, path: tuple[str, ...], value: Any, title: str) -> None:
        # A field that loses the focus commits what was typed, also when its card is about to go: that counts no longer.
        if not self._showing:
            self.asked.emit(SetValue(("layers", self.cards.index(card), *path), value, title), Afterwards())

    def _press_handle(self, card: LayerCard, position: QPoint) -> None:
        card.setFocus(Qt.FocusReason.MouseFocusReason)
        self.select(self.cards.index(card))
        self._drag.press(card, position)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        card = None if self._showing else self.card_of(new)
        if card is not None:
            self.select(self.cards.index(card))

    def _holds_focus(self, widget: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (widget is focused or widget.isAncestorOf(focused))

    def _chain_tab_stops(self) -> None:
        stops = [self._tab_anchor, *(stop for card in self.cards for stop in card.tab_stops())]
        if stops == self._tab_stops:
            return
        self._tab_stops = stops
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _reveal_selected(self) -> None:
        """Scroll to the selected card, once the layout has given it its place."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self._selected is not None:
            area.ensureWidgetVisible(self._selected, 0, 2 * _GAP)
