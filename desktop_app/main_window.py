"""The window: docks, tabs, menus and tool bar. It shows what it is told and emits what the user wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.book import ENTRIES
from core.presets import Preset
from desktop_app.banner import Banner
from desktop_app.book_badge import BookBadge
from desktop_app.code.view import CodeView
from desktop_app.curves_tab import CurvesTab
from desktop_app.help_mark import HelpDesk
from desktop_app.icons import icon
from desktop_app.languages import NAMES, LanguageChoice
from desktop_app.lessons.explore_page import ExplorePage
from desktop_app.lessons.explorers import EXPLORERS
from desktop_app.overflow_tabs import OverflowTabs
from desktop_app.panels.layer_stack import LayerStackPanel
from desktop_app.panels.runs import RunsPanel
from desktop_app.panels.section_focus import ABOUT, SectionFocus
from desktop_app.panels.settings import DataPanel, SettingsPanel
from desktop_app.plots.activations import ActivationsView
from desktop_app.plots.book import BookView
from desktop_app.plots.boundary import BoundaryView
from desktop_app.plots.curves import CurvesView
from desktop_app.plots.data_view import DataView
from desktop_app.plots.dropout import DropoutView
from desktop_app.plots.kfold import KFoldView
from desktop_app.plots.microscope import MicroscopeView
from desktop_app.plots.mistakes import MistakesView
from desktop_app.plots.network import NetworkView
from desktop_app.plots.run_looks import draw_run_look
from desktop_app.plots.weights import WeightsView
from desktop_app.run_bar import ElidedLabel, RunBar
from desktop_app.score_board import ScoreBoard
from desktop_app.sweep_page import SweepPage
from desktop_app.texts import translated
from desktop_app.theme import ThemeChoice

_DOCK_WIDTH = 320
_NARROWEST_TABS = 520
_SMALLEST_SIZE = QSize(1024, 600)
_DEFAULT_SIZE = QSize(1280, 720)

_Choice = TypeVar("_Choice")


class MainWindow(QMainWindow):
    """All widgets of the laboratory in their places."""

    close_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    recent_requested = Signal(object)
    preset_requested = Signal(str)
    open_data_requested = Signal()
    open_images_requested = Signal()
    export_data_requested = Signal()
    save_requested = Signal()
    save_as_requested = Signal()
    save_parameters_requested = Signal()
    load_parameters_requested = Signal()
    overfitting_map_requested = Signal()
    theme_requested = Signal(object)
    language_requested = Signal(object)
    lessons_requested = Signal()
    contents_requested = Signal()
    explanation_requested = Signal()
    about_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Gluon Lab")
        self.setMinimumSize(_SMALLEST_SIZE)
        self.resize(_DEFAULT_SIZE)
        self.may_close = False
        self.help_desk = HelpDesk(self)
        self.run_bar = RunBar(self)
        self.addToolBar(self.run_bar)
        self.data_panel, self.layer_stack, self.settings = DataPanel(), LayerStackPanel(), SettingsPanel()
        self.curves, self.activations, self.data_view = CurvesView(), ActivationsView(), DataView()
        self.mistakes = MistakesView()
        self.runs = RunsPanel(draw_run_look)
        self.curves_tab = CurvesTab(self.curves, self.runs)
        self.book, self.book_badge = BookView(ENTRIES), BookBadge()
        self.code = CodeView()
        self.kfold, self.sweep = KFoldView(), SweepPage()
        self.boundary, self.network, self.weights = BoundaryView(), NetworkView(), WeightsView()
        self.explore = ExplorePage(EXPLORERS)
        self.dropout, self.microscope = DropoutView(), MicroscopeView()
        self.inside: tuple[tuple[str, Any], ...] = (
            (self.tr("Boundary"), self.boundary),
            (self.tr("Network"), self.network),
            (self.tr("Weights"), self.weights),
            (self.tr("Dropout"), self.dropout),
            (self.tr("Backprop"), self.microscope),
        )
        """Titles and widgets of the tabs that look inside the network; each is a ``ProbeView``."""
        self.banner, self.score_board = Banner(), ScoreBoard()
        self.run_bar.addWidget(self.score_board)
        self.tabs = OverflowTabs()
        # Beside the lessons they are narrower than their widest page would like.
        self.tabs.setMinimumWidth(_NARROWEST_TABS)
        self._build_centre()
        self._build_dock()
        self._build_status_bar()

    def build_menus(self, undo_stack: QUndoStack, presets: Sequence[Preset]) -> None:
        """Build the menu bar; ``undo_stack`` provides undo and redo."""
        self._build_file_menu(presets)
        edit = self.menuBar().addMenu(self.tr("&Edit"))
        undo = undo_stack.createUndoAction(self, self.tr("Undo"))
        redo = undo_stack.createRedoAction(self, self.tr("Redo"))
        undo.setIcon(icon("undo"))
        redo.setIcon(icon("redo"))
        undo.setShortcuts([QKeySequence("Ctrl+Z")])
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        edit.addActions([undo, redo])
        run = self.menuBar().addMenu(self.tr("&Run"))
        bar = self.run_bar
        run.addActions([bar.train, bar.step_batch, bar.step_epoch, bar.stop, bar.reset])
        run.addSeparator()
        self._add_selections(run)
        self._build_view_menu()
        lesson_menu = self.menuBar().addMenu(self.tr("&Lessons"))
        self._add(lesson_menu, self.tr("Open the lessons"), "F1", self.lessons_requested)
        self._add(lesson_menu, self.tr("Contents"), "", self.contents_requested)
        self._add(lesson_menu, self.tr("Explain this setting"), "Shift+F1", self.explanation_requested)
        help_menu = self.menuBar().addMenu(self.tr("&Help"))
        self._add(help_menu, self.tr("About Gluon Lab"), "", self.about_requested)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the files that were opened last."""
        self.recent_menu.clear()
        for path in paths:
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(_calling(self.recent_requested.emit, path))
        self.recent_menu.setEnabled(not self.recent_menu.isEmpty())

    def show_title(self, name: str, modified: bool) -> None:
        """Show the experiment's name; a star marks unsaved changes."""
        self.setWindowTitle(f"{name}[*] – Gluon Lab")
        self.setWindowModified(modified)

    def show_theme(self, choice: ThemeChoice) -> None:
        """Mark the chosen theme in the View menu."""
        self.theme_actions[choice].setChecked(True)

    def show_language(self, choice: LanguageChoice) -> None:
        """Mark the chosen language in the View menu."""
        self.language_actions[choice].setChecked(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first; whoever listens sets ``may_close`` and closes again when all is at rest."""
        if self.may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def _build_centre(self) -> None:
        for title, view in (
            (self.tr("Curves"), self.curves_tab),
            (self.tr("Activations"), self.activations),
            (self.tr("Data"), self.data_view),
            *self.inside,
            (self.tr("Mistakes"), self.mistakes),
            (self.tr("Code"), self.code),
            (self.tr("K-fold"), self.kfold),
            (self.tr("Sweep"), self.sweep),
            (self.tr("Book"), self.book),
            (self.tr("Explore"), self.explore),
        ):
            self.tabs.addTab(view, title)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)

    def _build_dock(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = {"data": self.data_panel, "layers": self.layer_stack, **self.settings.sections}
        self.section_focus = SectionFocus(parts | {ABOUT: self.settings.about})
        for panel in (self.section_focus, self.data_panel, self.layer_stack, self.settings):
            column.addWidget(panel)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        area.setMinimumWidth(_DOCK_WIDTH)
        self.dock = QDockWidget(self.tr("Experiment"), self)
        self.dock.setObjectName("experiment_dock")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self.dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.dock.setWidget(area)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        self.resizeDocks([self.dock], [_DOCK_WIDTH + 10], Qt.Orientation.Horizontal)

    def _build_status_bar(self) -> None:
        self.status = ElidedLabel()
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = QLabel()
        self.facts.setProperty("role", "muted")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().addPermanentWidget(self.book_badge)
        self.statusBar().addPermanentWidget(self.facts)
        self.statusBar().setContentsMargins(8, 0, 8, 0)

    def _build_file_menu(self, presets: Sequence[Preset]) -> None:
        menu = self.menuBar().addMenu(self.tr("&File"))
        self._add(menu, self.tr("New"), "Ctrl+N", self.new_requested, "new")
        self._add(menu, self.tr("Open…"), "Ctrl+O", self.open_requested, "open")
        self.recent_menu = menu.addMenu(self.tr("Open recent"))
        self.recent_menu.setEnabled(False)
        self.preset_menu = menu.addMenu(self.tr("Presets"))
        groups: dict[str, QMenu] = {}
        for preset in presets:
            if preset.group not in groups:
                groups[preset.group] = self.preset_menu.addMenu(translated(preset.group))
                groups[preset.group].setToolTipsVisible(True)
            action = groups[preset.group].addAction(translated(preset.title))
            action.setToolTip(translated(preset.summary))
            action.triggered.connect(_calling(self.preset_requested.emit, preset.name))
        menu.addSeparator()
        self._add(menu, self.tr("Open data…"), "Ctrl+Shift+O", self.open_data_requested)
        self._add(menu, self.tr("Open image folder…"), "", self.open_images_requested)
        self.export_data_action = self._add(
            menu, self.tr("Export data…"), "Ctrl+Shift+E", self.export_data_requested, "export"
        )
        self.export_data_action.setEnabled(False)
        menu.addSeparator()
        self._add(menu, self.tr("Save"), "Ctrl+S", self.save_requested, "save")
        self._add(menu, self.tr("Save as…"), "Ctrl+Shift+S", self.save_as_requested)
        menu.addSeparator()
        self.save_parameters_action = self._add(
            menu, self.tr("Save parameters…"), "", self.save_parameters_requested, "export"
        )
        self.load_parameters_action = self._add(menu, self.tr("Load parameters…"), "", self.load_parameters_requested)
        menu.addSeparator()
        quit_action = menu.addAction(self.tr("Quit"))
        quit_action.setShortcut(QKeySequence("Ctrl+Q"))
        quit_action.triggered.connect(self.close)

    def _build_view_menu(self) -> None:
        menu = self.menuBar().addMenu(self.tr("&View"))
        for position in range(self.tabs.count()):
            action = menu.addAction(self.tabs.tabText(position))
            if position < 9:
                action.setShortcut(QKeySequence(f"Ctrl+{position + 1}"))
            action.triggered.connect(_calling(self.tabs.setCurrentIndex, position))
        menu.addSeparator()
        system = self.tr("As the system")
        themes: dict[ThemeChoice, str] = {"system": system, "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme_actions = self._add_choices(menu.addMenu(self.tr("Appearance")), themes, self.theme_requested.emit)
        languages: dict[LanguageChoice, str] = {"system": system}
        languages |= NAMES
        self.language_actions = self._add_choices(
            menu.addMenu(icon("language"), self.tr("Language")),
            languages,
            self.language_requested.emit,
        )

    def _add_choices(
        self, menu: QMenu, choices: Mapping[_Choice, str], choose: Callable[[_Choice], object]
    ) -> dict[_Choice, QAction]:
        """Add actions of which one is checked; return them by what they choose."""
        group = QActionGroup(self)
        actions = {}
        for choice, text in choices.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(_calling(choose, choice))
            actions[choice] = action
        return actions

    def _add_selections(self, menu: QMenu) -> None:
        """Add what leads to the runs side by side."""
        for text, page in ((self.tr("K-fold…"), self.kfold), (self.tr("Sweep…"), self.sweep)):
            menu.addAction(text).triggered.connect(_calling(self.tabs.setCurrentWidget, page))
        self._add(menu, self.tr("Under- and overfitting map"), "", self.overfitting_map_requested)

    def _add(self, menu: QMenu, text: str, keys: str, wanted: object, picture: str = "") -> QAction:
        action = menu.addAction(text)
        if picture:
            action.setIcon(icon(picture))
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(_without_argument(wanted))
        return action


def _calling(do: Callable[..., object], argument: object) -> Callable[[], None]:
    """Return a function that calls ``do`` with ``argument``, whatever a signal hands over."""

    def call(*_: object) -> None:
        do(argument)

    return call


def _without_argument(signal: object) -> Callable[[], None]:
    """Return a function that emits a signal without the "checked" that actions hand over."""

    def call(*_: object) -> None:
        signal.emit()  # type: ignore[attr-defined]

    return call
