"""Whose parameters a layer uses: a mark in its card that is a choice at the same time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.edits import Edit, ShareParameters
from core.experiment import Experiment
from core.layers import LayerBase, ParametricLayer
from core.sharing_offers import offers
from desktop_app.icons import icon
from desktop_app.panels.field_rows import SMALL
from desktop_app.panels.setting_path import mark_setting
from desktop_app.style import scaled, set_property
from desktop_app.texts import translated

translate = QCoreApplication.translate  # a name by which lupdate finds texts

_MOST_IN_A_LINE = 56  # characters of a reason that still stands in the menu itself


class SharingButton(QToolButton):
    """A chain with the name under which layers share; while a layer has its own parameters, a quiet one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark_setting(self, "shares")
        self.setObjectName("flat")
        self.setIcon(icon("shared"))
        self.setIconSize(QSize(16, 16))
        self.setFont(scaled(self.font(), SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # Hardly higher than the words beside it: a card is as low as it can be.
        self.setFixedHeight(self.fontMetrics().height() + 6)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.is_shared = False

    def show_layer(self, layer: LayerBase, partners: tuple[int, ...]) -> None:
        """Show whether a layer shares its parameters.

        Args:
            layer: of the card.
            partners: positions of the layers that use the same parameters.
        """
        assert isinstance(layer, ParametricLayer)
        name = layer.shares or layer.name
        self.is_shared = bool(partners or layer.shares)
        self.setText(name if self.is_shared else self.tr("own"))
        set_property(self, "invalid", bool(layer.shares) and not partners)
        tip = self.tr("Parameters: its own. Choose another layer to share those of that one.")
        if partners:
            numbers = ", ".join(str(position + 1) for position in partners)
            tip = self.tr(
                "One set of parameters, “{name}”, for this layer and layer {numbers}: their gradients add up."
            )
            tip = tip.format(name=name, numbers=numbers)
        elif layer.shares:
            tip = self.tr("It asks for the parameters of “{name}”, and cannot have them. See the message below.")
            tip = tip.format(name=name)
        self.setToolTip(tip)
        self.setAccessibleName(self.tr("Parameters: {whose}").format(whose=self.text()))
        self.setAccessibleDescription(tip)


def sharing_menu(
    experiment: Experiment, position: int, choose: Callable[[Edit], object], parent: QWidget | None = None
) -> QMenu:
    """Return a menu of whose parameters the layer at ``position`` uses; what does not fit is grey and says why.

    Args:
        experiment: whose layer it is.
        position: of the layer.
        choose: gets the edit for what is chosen.
        parent: of the menu.
    """
    layer = experiment.layers[position]
    assert isinstance(layer, ParametricLayer)
    menu = QMenu(translate("SharingButton", "Parameters"), parent)
    menu.setToolTipsVisible(True)
    group = QActionGroup(menu)
    own = _add(menu, group, translate("SharingButton", "Its own"), checked=not layer.shares)
    if layer.shares:
        own.triggered.connect(partial(_call, choose, ShareParameters(position, None)))
    for offer in offers(experiment, position):
        other = experiment.layers[offer.owner]
        text = translate("SharingButton", "Shared with layer {number}, {title}")
        text = text.format(number=offer.owner + 1, title=translated(other.title))
        if offer.name:
            text = translate("SharingButton", "Shared with “{name}”, layer {number}")
            text = text.format(name=offer.name, number=offer.owner + 1)
        checked, reason = bool(layer.shares) and offer.name == layer.shares, translated(offer.problem)
        if reason and not checked:
            short = len(reason) <= _MOST_IN_A_LINE
            text = f"{text}  –  {reason if short else translate('SharingButton', 'does not fit here')}"
        action = _add(menu, group, text, checked=checked)
        action.setToolTip(reason or text)
        action.setEnabled(checked or not reason)
        if not checked:
            action.triggered.connect(partial(_call, choose, ShareParameters(position, offer.owner)))
    if len(menu.actions()) == 1:
        _add(
            menu, group, translate("SharingButton", "No other layer has parameters to share"), checked=False
        ).setEnabled(False)
    return menu


def _add(menu: QMenu, group: QActionGroup, text: str, *, checked: bool) -> QAction:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setActionGroup(group)
    action.setChecked(checked)
    return action


def _call(choose: Callable[[Edit], object], edit: Edit, *_: object) -> None:
    choose(edit)
