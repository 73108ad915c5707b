"""The panel of kept runs beside the curves: compare, name, pin, delete, go back to the experiment of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.runs import MAX_UNPINNED
from desktop_app.icons import icon
from desktop_app.panels.run_items import RunItem
from desktop_app.panels.run_list import DrawLook, RunList, RunsModel

_NEARLY_FULL = 0.9


class RunsPanel(QWidget):
    """Shows kept runs and emits what the user wants with them.

    Signals (keys are texts, one for each run):
        show_requested: list of keys, and whether their curves are to be shown.
        pin_requested: list of keys, and whether they are to be pinned.
        rename_requested: key and name.
        delete_requested: list of keys.
        take_requested: key of the run whose experiment is to become the present one.
        export_requested: all runs as CSV.

    Args:
        draw_look: draws the look of a run's curves.
        parent: the widget in which it lies.
    """

    show_requested = Signal(object, bool)
    pin_requested = Signal(object, bool)
    rename_requested = Signal(str, str)
    delete_requested = Signal(object)
    take_requested = Signal(str)
    export_requested = Signal()

    def __init__(self, draw_look: DrawLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(210)
        self.model = RunsModel(self)
        self.list = RunList(self.model, draw_look)
        self._make_actions()
        self._make_empty()
        self.footer = QLabel()
        self.footer.setWordWrap(True)
        self.footer.setProperty("role", "muted")
        self.footer.setContentsMargins(10, 5, 10, 6)
        self.footer.hide()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self.pages, 1)
        column.addWidget(self.footer)
        self._connect()
        self.show_items([])

    def _make_actions(self) -> None:
        self.take = self._action("take", self.tr("Make this the current experiment"), "Return", self._take)
        self.rename = self._action("rename", self.tr("Rename"), "F2", self._rename)
        self.pin = self._action("pin", self.tr("Pin: never make room for new runs"), "", self._pin)
        self.pin.setCheckable(True)
        self.delete = self._action("remove", self.tr("Delete"), "Del", self._delete)
        self.export = self._action("export", self.tr("Export all runs as CSV…"), "", self.export_requested.emit)

    def _action(self, picture: str, text: str, key: str, do: Callable[[], object]) -> QAction:
        action = QAction(icon(picture), text, self)
        action.setToolTip(f"{text} ({key})" if key else text)
        action.triggered.connect(lambda _=False: do())
        return action

    def _make_head(self) -> QHBoxLayout:
        self.title = QLabel(self.tr("Runs"))
        self.title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setContentsMargins(10, 5, 6, 5)
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        self.buttons: dict[QAction, QToolButton] = {}
        for action in (self.take, self.rename, self.pin, self.delete, self.export):
            button = QToolButton()
            button.setObjectName("flat")
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons[action] = button
            head.addWidget(button)
        return head

    def _make_empty(self) -> None:
        self.empty = QLabel(
            self.tr("Every run that ends is kept here. Tick runs to see their curves beside those of the next one.")
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(10, 8, 10, 8)

    def _connect(self) -> None:
        self.model.shown.connect(lambda key, on: self.show_requested.emit([key], on))
        self.model.renamed.connect(self.rename_requested)
        self.list.delegate.pin_toggled.connect(self._toggle_pin)
        self.list.show_toggled.connect(lambda on: self.show_requested.emit(self._keys(), on))
        self.list.delete_pressed.connect(self._delete)
        self.list.take_pressed.connect(self._take)
        self.list.selectionModel().selectionChanged.connect(self._show_choices)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)

    def show_items(self, items: Sequence[RunItem]) -> None:
        """Show these runs, the newest first."""
        self.list.set_items(items)
        self.pages.setCurrentWidget(self.list if items else self.empty)
        self.title.setText(self.tr("Runs ({0})").format(len(items)) if items else self.tr("Runs"))
        unpinned = sum(not item.run.pinned for item in items)
        text = self.tr("{0} of {1} runs: the oldest ones that are not pinned make room for new ones.")
        self.footer.setText(text.format(unpinned, MAX_UNPINNED))
        self.footer.setVisible(unpinned >= _NEARLY_FULL * MAX_UNPINNED)
        self.title.setToolTip(self.tr("The last {0} runs are kept, and all that are pinned.").format(MAX_UNPINNED))
        self._show_choices()

    def _show_choices(self) -> None:
        """Offer what can be done with the selected runs."""
        selected = self.list.selected
        for action in (self.take, self.rename):
            action.setEnabled(len(selected) == 1)
        for action in (self.pin, self.delete):
            action.setEnabled(bool(selected))
        self.pin.setChecked(bool(selected) and all(item.run.pinned for item in selected))
        self.export.setEnabled(self.model.rowCount() > 0)

    def _keys(self) -> list[str]:
        return [item.run.key for item in self.list.selected]

    def _take(self) -> None:
        keys = self._keys()
        if len(keys) == 1:
            self.take_requested.emit(keys[0])

    def _rename(self) -> None:
        indexes = self.list.selectedIndexes()
        if len(indexes) == 1:
            self.list.setFocus()
            self.list.edit(indexes[0])

    def _pin(self) -> None:
        selected = self.list.selected
        if selected:
            self.pin_requested.emit(self._keys(), not all(item.run.pinned for item in selected))

    def _toggle_pin(self, key: str) -> None:
        row = self.model.row_of(key)
        if row is not None:
            self.pin_requested.emit([key], not self.model.item(self.model.index(row)).run.pinned)

    def _delete(self) -> None:
        keys = self._keys()
        if keys:
            self.delete_requested.emit(keys)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.take, self.rename, self.pin, self.delete])
        menu.addSeparator()
        menu.addAction(self.export)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))
