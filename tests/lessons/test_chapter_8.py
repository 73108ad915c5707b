"""Building with Gluon, as a reader goes through the pages."""

from __future__ import annotations

import pytest

from core import programs
from core.edits import AddCustomLayer, AddLayer, DuplicateLayer, MoveLayer, ShareParameters
from core.engine.custom import look_at_layers
from core.stack import inspect_stack
from tests.lessons.harness import Reader


def test_the_order_of_blocks_decides_what_they_are_worth():
    reader = Reader("8-1-blocks")
    reader.press("Open the program")
    assert (reader.view, reader.ticked) == ("code", set())
    reader.choose("worth", 0)
    reader.press("Take it apart")
    assert inspect_stack(reader.experiment).num_parameters == 42
    reader.press("Train")
    assert (reader.ticked, reader.outcomes) == ({"split"}, {"worth": None})
    reader.edit(MoveLayer(1, 2))
    reader.press("Train in the new order")
    assert (reader.ticked, reader.outcomes) == ({"split", "order"}, {"worth": 1})
    reader.press("A tower of fifty")
    assert len(reader.experiment.layers) == 51


def test_a_weight_that_is_used_twice_is_a_square():
    reader = Reader("8-3-sharing")
    reader.press("Two layers, one weight")
    assert (reader.view, reader.ticked) == ("network", set())
    reader.press("Train")
    assert reader.ticked == {"root"}
    reader.choose("negative", 0)
    reader.press("Learn y = −4x")
    reader.press("Train")
    assert (reader.ticked, reader.outcomes) == ({"root"}, {"negative": 2})
    reader.press("A weight for each")
    reader.press("Train again")
    assert reader.ticked == {"root", "freed"}


def test_hidden_layers_share_by_mouse():
    reader = Reader("8-3-sharing")
    reader.press("Load XOR")
    reader.edit(DuplicateLayer(0))
    reader.edit(DuplicateLayer(0))
    assert inspect_stack(reader.experiment).num_parameters == 186
    assert reader.ticked == set()
    reader.edit(ShareParameters(2, 1))
    assert inspect_stack(reader.experiment).num_parameters == 114
    reader.press("Train the shared network")
    assert reader.ticked == {"deep"}


def test_a_single_output_that_is_centred_learns_nothing():
    reader = Reader("8-4-custom-layers")
    reader.press("Open two of them")
    assert (reader.view, reader.ticked) == ("code", set())
    reader.choose("single", 0)
    reader.press("Load the linear regression")
    reader.edit(AddLayer(0, "centered_layer"))
    reader.edit(MoveLayer(0, 1))
    reader.press("Train")
    assert (reader.ticked, reader.outcomes) == ({"silent"}, {"single": 2})
    reader.press("XOR with MyDense")
    reader.press("Train it")
    assert reader.ticked == {"silent", "by-hand"}


@pytest.fixture
def max_layer():
    """The file that the page lets the reader write, agreed to."""
    source = (
        b"from mxnet.gluon import nn\n\n\n"
        b"class MaxLayer(nn.HybridBlock):\n"
        b"    def hybrid_forward(self, F, X):\n"
        b"        return F.broadcast_sub(X, F.max(X, axis=1, keepdims=True))\n"
    )
    program = programs.Program("my_layer.py", source)
    programs.agree(program)
    yield {"class_name": "MaxLayer", "file": "/home/a/my_layer.py", "sha256": program.sha256}
    programs.forget_all()


def test_a_layer_of_the_readers_own_is_trained(max_layer):
    reader = Reader("8-4-custom-layers")
    reader.press("Load XOR")
    reader.edit(AddCustomLayer(2, **max_layer))
    look_at_layers(reader.experiment)
    # The goal asks for one epoch of the fifteen.
    reader.set("training.num_epochs", 1)
    assert reader.ticked == set()
    reader.press("Train with your layer")
    # MyDense is still there, and learns quickly.
    assert reader.ticked == {"from-file", "by-hand"}
