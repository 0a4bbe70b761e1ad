"""Stop when asked: Ctrl-C and SIGTERM end any command within a second, and say nothing of faults.

A signal interrupts Python between two of its steps. Where one step takes long, as a large matrix
product does, a thread that the signal wakes ends the process by itself.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from daylight.core import unfinished

GRACE = 0.6
"""Seconds in which a command may end by itself, before the process is ended."""
SIGNALS = (signal.SIGINT, signal.SIGTERM)
BASE = 128
"""Exit code of a process that a signal ended, less the number of the signal."""
_asked: list[int] = []


def listen() -> None:
    """Listen to both signals from now on; one that is ignored stays ignored, as under nohup."""
    heard = [one for one in SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
    if not heard or threading.current_thread() is not threading.main_thread():
        return
    ear, mouth = os.pipe()
    os.set_blocking(mouth, False)
    signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
    for one in heard:
        signal.signal(one, _ask)
    threading.Thread(target=_end, args=(ear, set(heard)), daemon=True).start()


def if_asked() -> None:
    """End the process when a signal asked for it, whatever became of the work since."""
    if _asked:
        _leave(_asked[0])


def _ask(number: int, frame: FrameType | None) -> NoReturn:
    _asked.append(number)
    raise KeyboardInterrupt


def _end(ear: int, heard: set[signal.Signals]) -> None:
    """Wait for a signal, give the command time to end by itself, then end the process."""
    while True:
        for number in os.read(ear, 1):
            if number in heard:
                time.sleep(GRACE)
                _leave(number)


def _leave(number: int) -> NoReturn:
    """Remove what is half-written and end at once: nothing else is waited for."""
    unfinished.remove()
    with suppress(OSError, AttributeError, ValueError):  # closed, or never there
        sys.stderr.write("daylight: Stopped.\n")
        sys.stderr.flush()
    os._exit(BASE + number)
