"""The workers of a Dask cluster as an executor; needs the extra ``distributed``."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from core.errors import ResourcesError, essence
from core.texts import say

WAIT_SECONDS = 10
_MODULE = "core.selection.workers"


@contextmanager
def dask_executor(address: str, wait_seconds: float = WAIT_SECONDS) -> Iterator[Executor]:
    """Connect with the scheduler of a cluster, and give the work to its workers.

    Cancelling takes back what has not begun there; a run that has begun goes on to its end, unheard.

    Args:
        address: of the scheduler, such as ``tcp://127.0.0.1:8786``.
        wait_seconds: how long to wait for the scheduler, and for its first worker.

    Raises:
        ResourcesError: the extra is missing, the scheduler cannot be reached, it has no workers, or they lack
            Gluon Lab.
    """
    try:
        import distributed
    except ImportError as error:
        raise ResourcesError(
            say("A Dask cluster needs the package 'distributed'. Install it with: pip install distributed")
        ) from error
    try:
        client = distributed.Client(address, timeout=wait_seconds, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ResourcesError(
            say(
                "There is no Dask scheduler at {address}: {error}. Start one with 'dask scheduler', and "
                "give the address that it prints, such as tcp://127.0.0.1:8786.",
                address=address,
                error=essence(error),
            )
        ) from error
    with client:
        _check_workers(client, address, wait_seconds)
        # Equal cells of two selections are run twice, as on this computer.
        executor: Executor = client.get_executor(pure=False)
        yield executor


def _check_workers(client: Any, address: str, wait_seconds: float) -> None:
    try:
        client.wait_for_workers(1, timeout=wait_seconds)
    except TimeoutError as error:
        raise ResourcesError(
            say(
                "The Dask scheduler at {address} has no workers. Start some with 'dask worker {address}'.",
                address=address,
            )
        ) from error
    for worker, found in client.run(importlib.util.find_spec, _MODULE, on_error="return").items():
        if found is None or isinstance(found, BaseException):
            raise ResourcesError(
                say(
                    "The Dask worker {worker} cannot import Gluon Lab. Install the same version of it there, "
                    "in the environment in which the worker was started.",
                    worker=worker,
                )
            )
