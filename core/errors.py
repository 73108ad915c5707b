"""Errors whose text is a sentence for the user: what happened, and what to do."""

from __future__ import annotations


class GluonLabError(Exception):
    """Base of all errors that the user can mend. ``str(error)`` is shown as it is."""


def essence(error: BaseException) -> str:
    """Return what an error of a library says, in one line without a full stop.

    MXNet's own put a trace of its source lines and the condition that failed in front of it.
    """
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[-1].rpartition(" : ")[2].removeprefix("MXNetError: ").strip().rstrip(".")


class ExperimentError(GluonLabError):
    """An experiment, or a value meant for one, is not valid."""


class NewerFileError(ExperimentError):
    """A file was made by a newer Gluon Lab: it is not damaged, but this one cannot read it."""


class DataError(GluonLabError):
    """A data set cannot be read or does not hold what it should."""


class DataMissingError(DataError):
    """The files of a data set are not on this computer; they can be downloaded."""


class Cancelled(DataError):  # noqa: N818 - no error, but what the user asked for
    """The user does not want to wait for data any longer."""


class ParametersError(GluonLabError):
    """A parameter file cannot be read, or does not fit the network."""


class ResourcesError(GluonLabError):
    """The computer has too little memory, or lacks a part that the work needs."""
