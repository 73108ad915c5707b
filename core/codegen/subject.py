"""What a program is about: an experiment, with what has to be looked up before anything can be written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from core.data import DataFacts, FashionMNIST, IdxPair, ImageFolder
from core.experiment import Experiment
from core.fields import Value
from core.initializers import NetworkInitializer
from core.portions import evaluation_batch
from core.schedules import ConstantSchedule, Pace
from core.sharing import owners
from core.stack import StackReport, inspect_stack, wanted_outputs


@dataclass(frozen=True, eq=False)
class Subject:
    """An experiment that can be trained, and the files of its data.

    ``data_file`` is the name of the ``.npz`` beside the program, which has the same stem; ``image_files`` are the four
    files of Fashion-MNIST, with their folder.
    """

    experiment: Experiment
    data_file: str
    image_files: tuple[str, ...]

    @property
    def stem(self) -> str:
        """The name of the program's file, without its ending."""
        return self.data_file.removesuffix(".npz")

    @cached_property
    def owners(self) -> dict[int, int]:
        """The position of the layer whose parameters a layer uses, by the position of that layer."""
        return owners(self.experiment.layers)

    @cached_property
    def facts(self) -> DataFacts:
        """What is known of the data."""
        return self.experiment.data.facts()

    @cached_property
    def stack(self) -> StackReport:
        """The layers as they will be."""
        return inspect_stack(self.experiment)

    @cached_property
    def num_outputs(self) -> int:
        """Number of outputs of the network."""
        return wanted_outputs(self.experiment)

    @property
    def is_classifier(self) -> bool:
        """Whether there are classes to tell apart."""
        return self.facts.task == "classification"

    @property
    def has_validation(self) -> bool:
        """Whether there is a part to watch."""
        return self.facts.num_validation > 0

    @property
    def has_test(self) -> bool:
        """Whether there is a part for the end."""
        return self.facts.num_test > 0

    @property
    def reads_images(self) -> bool:
        """Whether the program reads the official files of Fashion-MNIST."""
        return isinstance(self.experiment.data, FashionMNIST)

    @property
    def has_pixels(self) -> bool:
        """Whether the file of the data holds pixels from 0 to 255."""
        return isinstance(self.experiment.data, IdxPair | ImageFolder)

    @property
    def batch_size(self) -> int:
        """Samples of a minibatch, by which the trainer divides: no more than there are."""
        return min(self.experiment.training.batch_size, self.facts.num_train)

    @property
    def evaluation_size(self) -> int:
        """Samples that are evaluated at once: it decides in which portions the mean loss is added up."""
        return evaluation_batch(self.experiment)

    @property
    def has_penalty(self) -> bool:
        """Whether large weights cost something in the loss."""
        return bool(self.experiment.penalty.l1 or self.experiment.penalty.l2)

    @property
    def pace(self) -> Pace:
        """How many steps the run has."""
        return Pace(ceil(self.facts.num_train / self.batch_size), self.experiment.training.num_epochs)

    @property
    def follows_schedule(self) -> bool:
        """Whether the learning rate changes during the run."""
        schedule = self.experiment.schedule
        is_constant = isinstance(schedule, ConstantSchedule) and self.pace.steps(schedule.warmup_epochs) <= 1
        return self.experiment.optimizer.uses_learning_rate and not is_constant

    def layer_paths(self, position: int) -> list[str]:
        """Return the paths of a layer and of all its settings."""
        return _paths(f"layers.{position}", self.experiment.layers[position])

    def initializer_paths(self, position: int) -> list[str]:
        """Return the paths of what draws the weights of a layer."""
        own = getattr(self.experiment.layers[position], "initializer", None)
        if own is None or isinstance(own, NetworkInitializer):
            return _paths("initializer", self.experiment.initializer)
        return _paths(f"layers.{position}.initializer", own)

    def loss_paths(self) -> list[str]:
        """Return the paths of the loss and of all its settings."""
        return _paths("loss", self.experiment.loss)

    def optimizer_paths(self) -> list[str]:
        """Return the paths of the optimizer and of all its settings."""
        return _paths("optimizer", self.experiment.optimizer)

    @cached_property
    def watched(self) -> tuple[str, ...]:
        """The figures that stop conditions look at."""
        stopping = self.experiment.stopping
        figures = [stopping.watch] if stopping.patience else []
        return (*figures, *([stopping.target_metric] if stopping.target != "off" else []))


def _paths(group: str, value: Value) -> list[str]:
    return [group, *(f"{group}.{name}" for name in type(value).model_fields if name != "kind")]
