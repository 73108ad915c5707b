"""Building with Gluon, as a reader goes through the pages."""

from __future__ import annotations

import numpy as np
import pytest

from core import programs
from core.edits import AddCustomLayer, AddLayer, DuplicateLayer, MoveLayer, ShareParameters
from core.engine.custom import look_at_layers
from core.engine.parameters import write_arrays
from core.stack import gluon_parameter_shapes, inspect_stack
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


def test_shapes_become_known_by_the_first_forward_pass(qapp):
    reader = Reader("8-2-parameters")
    reader.choose("known", 0)
    reader.press("Make a network")
    assert (reader.view, reader.ticked, reader.outcomes) == ("explore", set(), {"known": None})
    reader.press("Only the weights")
    assert reader.ticked == {"weights-only"}
    reader.press("Only the first layer")
    assert reader.explore("deferred")["num_matching"] == 2
    reader.press("Initialise")
    assert (reader.ticked, reader.outcomes) == ({"weights-only"}, {"known": 1})
    reader.press("Ask for data()")
    assert reader.explore("deferred")["refused"]
    reader.press("First forward pass")
    assert reader.ticked == {"weights-only", "filled"}
    reader.press("An X with 7 columns")
    assert reader.ticked == {"weights-only", "filled", "refused"}
    reader.press("5 columns, 9 rows")
    assert not reader.explore("deferred")["refused"]
    reader.press("With in_units")
    assert reader.ticked == {"weights-only", "filled", "refused", "at-once"}
    reader.press("Normal weights")
    assert 0 < reader.explore("deferred")["std"] < 0.02
    reader.press("Draw again with MyInit")
    assert reader.ticked == {"weights-only", "filled", "refused", "at-once", "own"}
    weight = reader.explorer("deferred").looked.row_of("0.weight").values
    assert ((weight == 0) | (abs(weight) >= 5)).all()
    reader.close()


def test_both_uses_of_shared_parameters_add_up_to_their_gradient(qapp):
    reader = Reader("8-3-sharing")
    reader.explore("deferred")
    assert reader.ticked == set()
    reader.press("See both parts")
    assert reader.ticked == {"sum"}
    assert reader.explore("deferred")["num_parameters"] == 2
    reader.close()


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


def test_files_are_opened_and_refused(qapp, tmp_path):
    reader = Reader("8-5-storing")
    reader.choose("shape", 0)
    reader.choose("bit", 0)
    assert reader.ticked == set()
    reader.press("Open a file")
    assert (reader.view, reader.ticked) == ("explore", {"opened"})
    assert reader.explore("parameters")["num_parameters"] == 75
    reader.press("A file with 10")
    assert (reader.ticked, reader.outcomes) == ({"opened"}, {"shape": 1, "bit": None})
    reader.press("A damaged file")
    assert (reader.ticked, reader.outcomes) == ({"opened", "damaged"}, {"shape": 1, "bit": 1})
    # What File > Save parameters writes after XOR was trained.
    reader.load("xor")
    file = tmp_path / "mine.params"
    shapes = gluon_parameter_shapes(reader.experiment)
    write_arrays(file, {name: np.ones(shape, np.float32) for name, shape in shapes.items()})
    reader.explorer("parameters").show_experiment(reader.experiment)
    assert reader.explore("parameters", path=str(file))["num_parameters"] == 42
    assert reader.ticked == {"opened", "damaged", "mine"}
    reader.press("Four hidden units")
    reader.explorer("parameters").show_experiment(reader.experiment)
    assert reader.ticked == {"opened", "damaged", "mine", "misfit"}
    reader.close()
