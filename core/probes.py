"""What can be asked about a network between two steps, and how the answers are laid out.

A probe is a question without any state: equal probes get equal answers. The answer is a ``ProbeTaken`` event whose
``values`` hold arrays by name, as the class of the probe lists them. Parameters go by Gluon's structural names, such as
``0.weight``; ``core.stack.layer_parameter_shapes`` tells which belong to which layer. Outputs of layers go by
``layer<i>``, where i is the layer's position in ``Experiment.layers``. Everything is computed in prediction mode, as
long as nothing else is said.

A new kind of probe is one class here and its entry in ``core.engine.probes.TAKERS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.data import Parts
from core.experiment import Experiment

Part = Literal["train", "validation", "test"]
Range = tuple[float, float]


@dataclass(frozen=True)
class Probe:
    """Base of all probes."""


@dataclass(frozen=True)
class BoundaryProbe(Probe):
    """The network's answers all over the plane, or along the line, on which the samples of the data set lie.

    Answer, for a data set with two axes:
        axis0, axis1: ``(resolution,)``, evenly spaced places along the axes of the data set, both ends included.
        outputs: ``(resolution, resolution, k)`` at ``[i, j]`` for the point ``(axis0[j], axis1[i])``: probabilities of
            the k classes, or the k predicted numbers.

    With one axis: ``axis0`` and ``outputs`` of shape ``(resolution, k)``. Without axes: nothing.

    Attributes:
        resolution: number of places along each axis.
        ranges: the part of each axis to look at; None for that of the data set.
    """

    resolution: int = 100
    ranges: tuple[Range, ...] | None = None


@dataclass(frozen=True)
class NeuronMapsProbe(Probe):
    """What every unit of every layer says all over the plane, as the playground draws it in its neurons.

    Answer, for a data set with two axes (with one axis, without ``axis1`` and without ``rows``):
        axis0, axis1: ``(resolution,)``, as for :class:`BoundaryProbe`.
        input: ``(inputs, rows, columns)``, what the network gets.
        layer<i>: ``(units, rows, columns)``, its outputs; of a layer with more than ``max_units``, the first of them.

    Attributes:
        resolution: number of places along each axis.
        max_units: of one layer.
    """

    resolution: int = 32
    max_units: int = 64


@dataclass(frozen=True)
class WeightsProbe(Probe):
    """All parameters.

    Answer:
        <name>: the array of a parameter such as ``0.weight``, unless it has more than ``max_size`` entries.
        <name>:norm, <name>:mean_abs: scalars ``()``, the L2 norm and the mean of the absolute values, of every one.
        layer<i>:off: ``(k,)``, the units of a layer that the user has switched off; missing where there are none.
    """

    max_size: int = 20_000


@dataclass(frozen=True)
class RowsProbe(Probe):
    """Some rows of one parameter, such as the weights with which some units of a layer look at an image.

    Answer, empty if there is no such parameter:
        rows: ``(n, ...)``, at most ``count`` of them, from ``first`` on.
        reach: scalar ``()``, what 99.5 % of the absolute values of the whole parameter do not exceed.
    """

    name: str
    first: int = 0
    count: int = 40


@dataclass(frozen=True)
class GradientsProbe(Probe):
    """The gradients with which the last step was made; nothing before the first step.

    They are those of the mean loss over the minibatch (the sum of its samples' over ``batch_size``, as ``trainer.step``
    has it) with its penalty, without weight decay, and belong to the parameters before that step. The answer is laid
    out as that of :class:`WeightsProbe`; what training does not change is missing.
    """

    max_size: int = 20_000


@dataclass(frozen=True)
class UpdatesProbe(Probe):
    """How far one step moves each parameter, whatever the optimizer makes of its gradient.

    It takes two looks, before and after a step: the first answer comes after the next step.

    Answer, for every parameter that training changes:
        <name>:update: scalar ``()``, the L2 norm of the difference that the last step made.
        <name>:norm: scalar ``()``, the L2 norm of the parameter before it.
    """


@dataclass(frozen=True)
class HistogramProbe(Probe):
    """How weights, gradients and the outputs of layers are distributed.

    Answer:
        <what>:counts: ``(bins,)``, and <what>:edges: ``(bins + 1,)``, as ``numpy.histogram`` gives them.

    ``<what>`` is a parameter such as ``0.weight``, its gradient ``0.weight:gradient`` (as :class:`GradientsProbe`
    has it), or the outputs ``layer<i>`` for the first ``num_samples`` training samples. Numbers that are not finite are
    left out; of an array with more than ``max_counted`` entries, at most so many are counted, evenly spread.
    """

    bins: int = 50
    num_samples: int = 256
    max_counted: int = 1_000_000


@dataclass(frozen=True)
class ActivationsProbe(Probe):
    """What every layer makes of some samples.

    Answer:
        input: ``(n, *input_shape)``, the samples as the network sees them (pixels from 0 to 1).
        layer<i>: ``(n, *output_shape)``.

    Attributes:
        part: of the data set; an empty answer if there is no such part.
        positions: of the samples in this part; those beyond its end are left out.
    """

    part: Part = "train"
    positions: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class MicroscopeProbe(Probe):
    """Every number of backpropagation for a few samples, with the mean loss L over them, without penalty.

    Forwards and backwards go as in prediction, so that training is left alone: Dropout lets everything through and
    BatchNorm takes its running values. All arrays are matrices ``(rows, columns)``: the last axis makes the columns,
    all others the rows; a vector is one row. Of an array with more than ``max_size`` entries come the first rows.

    Answer:
        X, y: the samples as the network sees them, their labels or targets.
        layer<i>.Z: what a Dense or Conv2D layer gives before its activation function.
        layer<i>.H: what an activation function, or a layer of another kind, gives.
        layer<i>.off: the outputs of a layer of which some units are switched off; missing where none are.
        0.weight and so on: the parameters.
        Y_hat: probabilities of the classes, or of the second one; missing where the loss gives none.
        losses: ``(1, n)``, and loss: ``(1, 1)``, their mean.
        <name>:gradient: of L by X, an output or a learned parameter: from autograd, step by step.
        <name>:checked: ``(k, 2)``, rows and columns of entries of that gradient, and <name>:numeric: ``(k,)``, the
            central differences for them, from float64 forward passes. Of networks so large that this would take long,
            fewer entries, or none.
        <name>:shape: ``(d,)``, the shape of the whole array.

    Attributes:
        part: of the data set; an empty answer if there is no such part.
        positions: of the samples in this part; those beyond its end are left out.
        max_size: entries of one array.
        num_checks: entries of each gradient to check; while training goes on, only the largest.
    """

    part: Part = "train"
    positions: tuple[int, ...] = (0,)
    max_size: int = 50_000
    num_checks: int = 4


@dataclass(frozen=True)
class TrailProbe(Probe):
    """Where the parameters of a tiny network, with at most ``MAX_TRAIL_PARAMETERS`` numbers, have been.

    Answer, empty for larger networks:
        steps: ``(n,)``, ascending; 0 is the beginning.
        <name>: ``(n, *shape)``, the parameter after these steps. Of a very long run, evenly spaced steps are kept.
    """


MAX_TRAIL_PARAMETERS = 8


@dataclass(frozen=True)
class MasksProbe(Probe):
    """What every Dropout layer did with the batch of the last step; an empty answer without such layers.

    Masks can be seen from the step after the first look on. Until then, and when the last step was not seen, they are
    drawn like those of training, but not by MXNet, for the first samples of the training part.

    Answer, for every Dropout layer, its units in one row even if they make up an image:
        layer<i>:rate: scalar ``()``, the probability p with which entries are dropped.
        layer<i>:input: ``(n, units)``, what got to the layer; at most ``max_samples`` rows and ``max_units`` columns.
        layer<i>:mask: ``(n, units)``, 0 or 1/(1 − p): the outputs are the product of both.
        layer<i>:predicted: ``(n, units)``, what gets to it in prediction by the parameters of now, and through it.
        layer<i>:entries, layer<i>:dropped: scalars ``()``, of the whole mask.
        drawn: scalar ``()``, present if these are not the masks of the last step.
    """

    max_samples: int = 64
    max_units: int = 256


@dataclass(frozen=True, eq=False)
class Subject:
    """What views look into.

    Attributes:
        experiment: that of the network or, as long as there is none, the one that is being edited.
        parts: the data of this experiment; None while they are not known.
        has_network: whether there is a network that can be asked.
    """

    experiment: Experiment
    parts: Parts | None
    has_network: bool
