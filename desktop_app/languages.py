"""The language of the window: Qt's translators and the sentences of the core speak it together.

A switch reaches what is built afterwards; :class:`desktop_app.life.Life` builds the window anew.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from core.texts import use_translator
from desktop_app.texts import translated

Language = Literal["en", "zh_CN"]
LanguageChoice = Literal["system", "en", "zh_CN"]

NAMES: dict[LanguageChoice, str] = {"en": "English", "zh_CN": "简体中文"}
"""What each language calls itself."""

_QT_TEXTS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
)
"""What Qt's dialogs say and Qt's own translations do not have, or only with other signs; ours are asked first."""

# In the order of how well they suit: of macOS, of Linux, of Windows by WSL.
_CHINESE_FONTS = (
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)


class Languages(QObject):
    """Keeper of the present language."""

    def __init__(self) -> None:
        super().__init__()
        self.current: Language = "en"
        self._translators: list[QTranslator] = []
        self._usual_font: QFont | None = None
        self._tall_font: QFont | None = None

    def choose(self, choice: LanguageChoice) -> bool:
        """Speak a language from now on, or the one that the system asks for; return whether it is another one."""
        language = system_language() if choice == "system" else choice
        if language == self.current:
            return False
        self.current = language
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = [] if language == "en" else [*_load(language)]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        use_translator(translated if self._translators else None)
        self._choose_font()
        return True

    def _choose_font(self) -> None:
        """Put a Chinese font behind the usual one: else Chinese may be drawn with the shapes of Japanese."""
        if self._usual_font is None:
            self._usual_font = QApplication.font()
        font, self._tall_font = QFont(self._usual_font), QFont(self._usual_font)
        if self.current == "zh_CN":
            known = set(QFontDatabase.families())
            # By its own name: "Sans Serif" is no family, and the Chinese font would draw everything.
            usual, chinese = QFontInfo(font).family(), [family for family in _CHINESE_FONTS if family in known]
            font.setFamilies([usual, *chinese])
            self._tall_font.setFamilies([*chinese, usual])
        QApplication.setFont(font)
        self.choose_dock_font()

    def choose_dock_font(self) -> None:
        """Give docks the font of the language again, which is gone once a first style sheet is set."""
        if self._tall_font is not None:
            # Qt makes the title of a dock as high as the first font needs, and cuts higher letters off.
            QApplication.setFont(self._tall_font, "QDockWidget")  # type: ignore[arg-type]  # not bytes in truth


languages = Languages()


def system_language() -> Language:
    """Return the first of our languages among those that the user prefers; English if there is none."""
    for name in QLocale.system().uiLanguages():
        spoken = QLocale(name).language()
        if spoken == QLocale.Language.Chinese:
            return "zh_CN"
        if spoken == QLocale.Language.English:
            return "en"
    return "en"


def _load(language: Language) -> list[QTranslator]:
    """Return the translators of a language: ours, and Qt's own for its dialogs and context menus."""
    ours, qt = QTranslator(), QTranslator()
    if not ours.load(str(files("resources") / "translations" / f"gluon-lab_{language}.qm")):
        raise RuntimeError(f"resources/translations has no gluon-lab_{language}.qm")
    qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # The one that is installed last is asked first.
    return [qt, ours]
