"""The text of a program: read only, highlighted, with line numbers, and with lines that light up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from desktop_app.code.gutter import Gutter
from desktop_app.code.highlighter import Highlighter
from desktop_app.code.links import Lines, last_group
from desktop_app.theme import theme, themes

_FLASH_MS = 1800
_GLOW = 0.2
_MARGIN = 4
_NOTE_GAP = 18
_NOTE_PADDING = 7


class SourceView(QPlainTextEdit):
    """Shows a program and its lines in three lights: linked to a setting, just changed, and being executed.

    A click on a line, or Enter, chooses it; dragging selects text as usual.

    Signals:
        line_chosen: its number, from 1, and the word that was meant, perhaps empty.
    """

    line_chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.linked: Lines = ()
        self.running: Lines = ()
        self.flashing: Lines = ()
        self.found: tuple[QTextCursor, ...] = ()
        self._notes: dict[int, str] = {}
        self._pressed: QPoint | None = None
        self.setObjectName("source")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFont(_fixed_font())
        self.document().setDocumentMargin(_MARGIN)
        self._highlighter = Highlighter(self.document())
        self.gutter = Gutter(self)
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FLASH_MS)
        self._fade.valueChanged.connect(self._light)
        self._fade.finished.connect(self._end_flash)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self.gutter.follow)
        self.cursorPositionChanged.connect(self.gutter.update)
        themes.changed.connect(self._light)
        self._make_room()

    def show_text(self, text: str) -> None:
        """Show another program; what was scrolled to stays in sight, as far as it can."""
        top, line = self.verticalScrollBar().value(), self.textCursor().blockNumber()
        self._end_flash()
        self.linked = self.running = ()
        self.found, self._notes = (), {}
        self._highlighter.take(text)
        self.setPlainText(text)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(min(line, self.blockCount() - 1))))
        self.verticalScrollBar().setValue(top)
        self._light()

    def link(self, lines: Lines, *, scroll: bool = True) -> None:
        """Light up the lines that belong to a setting."""
        self.linked = lines
        self._light()
        if scroll:
            self.scroll_to(lines)

    def flash(self, lines: Lines) -> None:
        """Light up lines that have changed; the light fades."""
        self._fade.stop()
        self.flashing = lines if self.isVisible() else ()
        if self.flashing:
            self._fade.start()
            self.scroll_to(lines)
        self._light()

    def run_lines(self, lines: Lines, notes: Mapping[int, str] | None = None) -> None:
        """Mark the lines that are being executed, and write notes behind lines, such as the loss."""
        self.running, self._notes = lines, dict(notes or {})
        self._light()
        self.scroll_to(lines)
        self.viewport().update()

    def show_found(self, found: Iterable[QTextCursor]) -> None:
        """Mark what was searched for."""
        self.found = tuple(found)
        self._light()

    def note(self, line: int) -> str:
        """Return what is written behind a line."""
        return self._notes.get(line, "")

    def scroll_to(self, lines: Lines) -> None:
        """Bring lines into view, unless they are there already."""
        if not lines:
            return
        bar, room = self.verticalScrollBar(), max(1, self.viewport().height() // self.fontMetrics().lineSpacing())
        if lines[-1] - lines[0] >= room:
            lines = last_group(lines)
        first, last = lines[0] - 1, min(lines[-1], lines[0] + room - 1) - 1
        if first < bar.value() or last >= bar.value() + room - 1:
            bar.setValue(max(0, first - max(1, (room - (last - first)) // 3)))

    def line_at(self, y: float) -> int:
        """Return the number of the line at a height in the viewport, from 1; 0 below the last line."""
        block = self.firstVisibleBlock()
        while block.isValid():
            if self.block_rect(block).bottom() > y:
                return block.blockNumber() + 1
            block = block.next()
        return 0

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Return where a line stands in the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset())

    def copy_text(self) -> None:
        """Copy what is selected, or the whole program."""
        chosen = self.textCursor().selection().toPlainText() if self.textCursor().hasSelection() else self.toPlainText()
        QApplication.clipboard().setText(chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the line, if nothing was selected."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection() or event.modifiers():
            return
        moved = (event.position().toPoint() - pressed).manhattanLength()
        line = self.line_at(event.position().y())
        if line and moved < QApplication.startDragDistance():
            self.line_chosen.emit(line, self.word_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, as everywhere."""
        self._pressed = None
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the line of the text cursor on Enter; make the letters larger or smaller."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cursor = self.textCursor()
            self.line_chosen.emit(cursor.blockNumber() + 1, _word(cursor))
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoomIn()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoomOut()
        else:
            super().keyPressEvent(event)

    def word_at(self, position: QPointF) -> str:
        """Return the word at a place in the viewport; nothing behind the end of a line."""
        cursor = self.cursorForPosition(position.toPoint())
        behind = position.x() > self.cursorRect(cursor).right() + self.fontMetrics().averageCharWidth()
        return "" if behind else _word(cursor)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger line numbers."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "gutter"):
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers at the left edge."""
        super().resizeEvent(event)
        self._place_gutter()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing fade that nobody sees."""
        super().hideEvent(event)
        self._end_flash()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the notes behind it."""
        super().paintEvent(event)
        if self._notes:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for line, text in self._notes.items():
                self._draw_note(painter, line, text)

    def _draw_note(self, painter: QPainter, line: int, text: str) -> None:
        block = self.document().findBlockByNumber(line - 1)
        if not block.isValid() or not block.isVisible():
            return
        row = self.block_rect(block)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(text) + 2 * _NOTE_PADDING
        left = row.left() + _MARGIN + metrics.horizontalAdvance(block.text()) + _NOTE_GAP
        # A long line does not push its note out of sight.
        left = max(_MARGIN, min(left, self.viewport().width() - width - _MARGIN))
        box = QRectF(left, row.top() + 1, width, row.height() - 2)
        painter.setPen(QPen(QColor(theme().warning), 1))
        painter.setBrush(QColor(theme().field))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(theme().text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _light(self) -> None:
        """Put the lights on the lines; what comes later shines over what comes earlier."""
        colours = theme()
        lights = [self._line(line, QColor(colours.accent_soft)) for line in self.linked]
        glow = QColor(colours.success)
        glow.setAlphaF(_GLOW * float(self._fade.currentValue() or 0.0) if self.flashing else 0.0)
        lights += [self._line(line, glow) for line in self.flashing]
        lights += [self._line(line, QColor(colours.warning_soft)) for line in self.running]
        lights += [_hit(cursor) for cursor in self.found]
        self.setExtraSelections(lights)
        self.gutter.update()

    def _line(self, line: int, colour: QColor) -> QTextEdit.ExtraSelection:
        light = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        light.cursor = cursor
        light.format.setBackground(colour)
        light.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return light

    def _end_flash(self) -> None:
        self._fade.stop()
        if self.flashing:
            self.flashing = ()
            self._light()

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter.wanted_width(), 0, 0, 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        inside = self.contentsRect()
        size = QSize(self.gutter.wanted_width(), inside.height())
        self.gutter.setGeometry(QRect(inside.topLeft(), size))


def _hit(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    light = QTextEdit.ExtraSelection()
    light.cursor = cursor
    light.format.setBackground(QColor(theme().warning_soft))
    light.format.setFontUnderline(True)
    return light


def _word(cursor: QTextCursor) -> str:
    cursor = QTextCursor(cursor)
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return cursor.selectedText()


def _fixed_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    size = QApplication.font().pointSizeF()
    if size > 0:
        font.setPointSizeF(size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
