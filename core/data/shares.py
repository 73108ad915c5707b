"""Data sets whose samples are split at random into parts of given shares."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from core.data.base import DataSet, seed_setting, share_setting
from core.data.positions import Positions, split_positions
from core.errors import DataError
from core.fields import Value
from core.texts import say, unsaid

_Opened = TypeVar("_Opened", bound=Value)


class SplitByShares(DataSet):
    """Samples of which the validation and test parts get shares; settings of a further base stand before these."""

    validation_share: float = share_setting(
        0.2,
        title="Validation share",
        help="Share of the samples that is kept out of training to watch generalisation.",
    )
    test_share: float = share_setting(
        0.2, title="Test share", help="Share of the samples that is used once, at the end."
    )
    seed: int = seed_setting()

    def positions(self) -> Positions:
        """Return which samples the parts get, as many as the facts say."""
        facts = self.facts()
        num_samples = facts.num_train + facts.num_validation + facts.num_test
        return split_positions(num_samples, facts.num_validation, facts.num_test, self.seed, self.nothing_to_train_on)


class OpenedData(SplitByShares):
    """Samples in files of the user, who chooses them."""

    nothing_to_train_on: ClassVar[str] = unsaid(
        "There are no samples to train on. Choose your data with “Open data…” in the File menu, or make the shares of "
        "the validation and test parts smaller."
    )

    @property
    def opened(self) -> Value | None:
        """What tells the chosen files from others; None before they are chosen."""
        raise TypeError(f"{type(self).__name__} does not say what was opened")

    def positions(self) -> Positions:
        """Return which samples the parts get."""
        self.chosen(self.opened)
        return super().positions()

    def chosen(self, opened: _Opened | None) -> _Opened:
        """Return what was opened, or refuse if that is nothing.

        Raises:
            DataError: a sentence that says where to choose.
        """
        if opened is None:
            raise DataError(say("No data have been chosen yet. Choose them with “Open data…” in the File menu."))
        return opened
