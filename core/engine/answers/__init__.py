"""Who answers which question.

An answerer is a function of a question, or a generator function that yields the answer so far, after each piece of
work of about 15 ms: training and requests go on between two pieces. It raises GluonLabError for what the user can mend.
It touches neither ``mx.random`` nor the network of a run, and builds no Gluon network: that would change the run beside
it. Random numbers come from ``np.random.RandomState``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.engine.answers.autograd import differentiate
from core.engine.answers.broadcasting import broadcast
from core.engine.answers.deferred import look
from core.engine.answers.memory import share, share_all
from core.engine.answers.parameters import open_file
from core.engine.answers.race import answer_race
from core.explorers import depth, symmetry
from core.explorers.autograd import Differentiate
from core.explorers.broadcasting import Broadcast
from core.explorers.deferred import Look
from core.explorers.memory import Sharing, SharingOfAll
from core.explorers.parameters import OpenFile
from core.explorers.race import Race
from core.questions import Question

ANSWERERS: Mapping[type[Question], Callable[[Any], Any]] = {
    Broadcast: broadcast,
    Differentiate: differentiate,
    Look: look,
    OpenFile: open_file,
    Sharing: share,
    SharingOfAll: share_all,
    Race: answer_race,
    depth.DepthQuestion: depth.explore,
    symmetry.SymmetryQuestion: symmetry.explore,
}
