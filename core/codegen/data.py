"""The part of a program that loads its data."""

from __future__ import annotations

from core.codegen.source import Source, quoted
from core.codegen.subject import Subject
from core.data import FashionMNIST
from core.texts import say

PARTS = ("train", "valid", "test")
"""The ends of the names of the arrays in a program."""


def write_data(source: Source, subject: Subject) -> None:
    """Write how ``X_train``, ``y_train`` and so on come from their files."""
    source.section(say("Data"), blanks=2 if subject.reads_images else 1)
    if isinstance(subject.experiment.data, FashionMNIST):
        _write_images(source, subject, subject.experiment.data)
    else:
        _write_arrays(source, subject)


def parts_of(subject: Subject) -> tuple[str, ...]:
    """Return the parts that there are, as the names of the arrays end."""
    there = (True, subject.has_validation, subject.has_test)
    return tuple(part for part, is_there in zip(PARTS, there, strict=True) if is_there)


def _write_arrays(source: Source, subject: Subject) -> None:
    source.add(f"data = np.load({quoted(subject.data_file)})", "data", phase="load")
    path = {"train": "data", "valid": "data.validation_share", "test": "data.test_share"}
    for part in parts_of(subject):
        paths = ["data", path[part]] if hasattr(subject.experiment.data, path[part].removeprefix("data.")) else ["data"]
        line = f'X_{part}, y_{part} = data["X_{part}"], data["y_{part}"]'
        source.add(line, *dict.fromkeys(paths), phase="load")
    if subject.has_pixels:
        for part in parts_of(subject):
            source.add(f'X_{part} = X_{part}.astype("float32") / 255', "data", phase="load")


def _write_images(source: Source, subject: Subject, data: FashionMNIST) -> None:
    """Write the reading of the official files, and the split."""
    opening = "gzip.open" if all(name.endswith(".gz") for name in subject.image_files) else "open_file"
    if opening == "open_file":
        source.add("def open_file(name):", "data", phase="load")
        with source.indented():
            source.add('return gzip.open(name) if name.endswith(".gz") else open(name, "rb")', "data", phase="load")
        source.blank(2)
    source.add("def read_images(name):", "data", phase="load")
    with source.indented():
        source.add(f"with {opening}(name) as file:", "data", phase="load")
        with source.indented():
            source.add("pixels = np.frombuffer(file.read(), np.uint8, offset=16)", "data", phase="load")
        source.add('return pixels.reshape(-1, 1, 28, 28).astype("float32") / 255', "data", phase="load")
    source.blank(2)
    source.add("def read_labels(name):", "data", phase="load")
    with source.indented():
        source.add(f"with {opening}(name) as file:", "data", phase="load")
        with source.indented():
            source.add("labels = np.frombuffer(file.read(), np.uint8, offset=8)", "data", phase="load")
        source.add('return labels.astype("float32")', "data", phase="load")
    source.blank(2)
    is_test = data.validation == "test"
    held_out = "valid" if is_test else "test"
    train_images, train_labels, test_images, test_labels = map(quoted, subject.image_files)
    source.call("X_train = read_images", [train_images], "data", phase="load")
    source.call("y_train = read_labels", [train_labels], "data", phase="load")
    paths = ("data", "data.validation") if is_test else ("data",)
    source.call(f"X_{held_out} = read_images", [test_images], *paths, phase="load")
    source.call(f"y_{held_out} = read_labels", [test_labels], *paths, phase="load")
    _write_split(source, subject, data)


def _write_split(source: Source, subject: Subject, data: FashionMNIST) -> None:
    """Write which of the training images are trained on, and which are watched."""
    num_valid = 0 if data.validation == "test" else subject.facts.num_validation
    num_left = 60_000 - num_valid
    if num_valid:
        source.add(f"order = np.random.RandomState({data.seed}).permutation(60000)", "data.seed", phase="load")
        paths = ("data.validation", "data.validation_share")
        source.add(f"train, valid = np.sort(order[:{num_left}]), np.sort(order[{num_left}:])", *paths, phase="load")
    if subject.facts.num_train < num_left:
        left = "train" if num_valid else "60000"
        source.add(f"order = np.random.RandomState({data.seed}).permutation({left})", "data.seed", phase="load")
        source.add(f"train = np.sort(order[:{subject.facts.num_train}])", "data.num_train", phase="load")
    if num_valid:
        source.add("X_valid, y_valid = X_train[valid], y_train[valid]", *paths, phase="load")
    if num_valid or subject.facts.num_train < num_left:
        source.add("X_train, y_train = X_train[train], y_train[train]", "data.num_train", phase="load")
