"""Tabs of which those that find no room are in a menu at the end of the bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QToolButton, QWidget


class _Bar(QTabBar):
    """A tab bar that may be narrower than its tabs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the bar; its width does not matter."""
        return QSize(0, super().minimumSizeHint().height())

    def width_of(self, position: int) -> int:
        """Return the room that a tab needs, in pixels, also while it is hidden."""
        return self.tabSizeHint(position).width()


class OverflowTabs(QTabWidget):
    """Tabs of which those that find no room are listed in a menu, behind "»" at the end of the bar.

    The tab in front is always seen. One that came out of the menu stays in the bar until another one takes its place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar(self)
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self._guest = -1
        self.more = QToolButton()
        self.more.setObjectName("more_tabs")
        self.more.setText("»")
        self.more.setToolTip(self.tr("More tabs"))
        self.more.setAccessibleName(self.tr("More tabs"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self.setCornerWidget(self.more)
        self.more.hide()
        self.currentChanged.connect(self._arrange)

    def hidden_positions(self) -> list[int]:
        """Return the positions of the tabs that are in the menu."""
        return [i for i in range(self.count()) if not self._bar.isTabVisible(i)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many tabs as there is room for."""
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def tabInserted(self, index: int) -> None:  # noqa: N802
        """Make room for a new tab."""
        super().tabInserted(index)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go round with Ctrl+Tab, through the tabs in the menu too."""
        backwards = event.key() == Qt.Key.Key_Backtab
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.count() and with_control and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.setCurrentIndex((self.currentIndex() + (-1 if backwards else 1)) % self.count())
            return
        super().keyPressEvent(event)

    @Slot()
    def _arrange(self) -> None:
        """Hide the tabs that find no room, but never the one in front."""
        widths = [self._bar.width_of(i) for i in range(self.count())]
        shown = set(range(self.count()))
        if sum(widths) > self.width():
            shown = self._fitting(widths, self.width() - self.more.sizeHint().width())
        self.more.setVisible(len(shown) < self.count())
        for position in range(self.count()):
            # Not the method of the tab widget: it shows and hides the page as well. And only what changes: a call that
            # changes nothing lets Qt forget that tabs have to be laid out anew.
            if self._bar.isTabVisible(position) != (position in shown):
                self._bar.setTabVisible(position, position in shown)
        # The bar tells nobody that it needs another width now.
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _fitting(self, widths: list[int], room: int) -> set[int]:
        """Return the first tabs that fit beside the one in front, or beside the last one that came out of the menu."""
        current = self.currentIndex()
        for guest in (self._guest, current):
            left, shown = room - widths[guest], {guest}
            for position, width in enumerate(widths):
                if position != guest:
                    left -= width
                    if left < 0:
                        break
                    shown.add(position)
            if current in shown and guest >= 0:
                break
        self._guest = guest
        return shown

    @Slot()
    def _fill_menu(self) -> None:
        self.more.menu().clear()
        for position in self.hidden_positions():
            action = self.more.menu().addAction(self.tabText(position))
            action.setData(position)
            action.triggered.connect(self._open_chosen)

    @Slot()
    def _open_chosen(self) -> None:
        self.setCurrentIndex(self.sender().data())  # type: ignore[attr-defined]
