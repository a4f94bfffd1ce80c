"""A long piece of work in a process of its own while this one goes on.

Only a forked process shares what was computed so far without copying it. Elsewhere (Windows; macOS, whose
libraries do not bear it) the work is done afterwards, by this process.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

from extractor.errors import KehoachError

_FORKS = sys.platform == "linux"


@contextmanager
def alongside(work: Callable[[], None] | None, apart: bool = True) -> Iterator[None]:
    """``work`` is done when the body has ended; ``apart`` False for what is too little to be worth a process.

    A process that was killed is made up for here. Raises KehoachError where ``work`` did.
    """
    if work is None or not (apart and _FORKS):
        yield
        if work is not None:
            work()
        return
    context: Any = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(work, theirs))
    process.start()
    theirs.close()
    try:
        yield
    finally:
        try:
            problem = ours.recv()
        except EOFError:
            problem = None
            killed = True
        else:
            killed = False
        process.join()
    if killed:
        work()
    elif problem is not None:
        raise KehoachError(problem)


def _report(work: Callable[[], None], to: Connection[Any, Any]) -> None:
    """None where the work is done, else what was wrong; nothing at all where this process breaks."""
    try:
        work()
    except KehoachError as error:
        to.send(str(error))
    else:
        to.send(None)
