"""How fast the explorer answers under load, and what it weighs.

``python benchmarks/web_load.py [SECONDS] [RATE]`` starts a server, asks for one warm page at a
steady rate, and prints start, quantiles of the time to the last byte, what was dropped, memory
before and after, and the weight of pages.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from pathlib import Path

import httpx
import numpy as np

PAGE = "/brief/RUS-IRN-USA/2017-02-01"
WEIGHED = (PAGE, "/bond/RUS-IRN/2017-02-01", "/state/TUR/2017-02-01", "/sphere/RUS/2016-12-31")


def memory(process: int) -> float:
    """Return the megabytes that a process holds."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else float("nan")


async def load(place: str, seconds: float, rate: float) -> tuple[list[float], int]:
    """Ask at a steady rate; return the times in milliseconds, and how many failed."""
    times: list[float] = []
    failed = 0

    async with httpx.AsyncClient(base_url=place, timeout=30) as client:

        async def once() -> None:
            nonlocal failed
            begun = time.perf_counter()
            try:
                answer = await client.get(PAGE)
                failed += answer.status_code != 200
            except httpx.HTTPError:
                failed += 1
            times.append(1000 * (time.perf_counter() - begun))

        tasks = []
        begun = time.perf_counter()
        for k in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, begun + k / rate - time.perf_counter()))
            tasks.append(asyncio.create_task(once()))
        await asyncio.gather(*tasks)
    return times, failed


def main() -> None:
    """Print the figures."""
    seconds, rate = (float(word) for word in (sys.argv[1:3] or ["60", "30"]))
    begun = time.perf_counter()
    words = [sys.executable, "-m", "daylight", "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        place = server.stderr.readline().split()[3].rstrip("/;")
        print(f"start {time.perf_counter() - begun:.2f} s")
        with httpx.Client(base_url=place, timeout=60) as client:
            for path in WEIGHED:
                answer = client.get(path)
                sent = int(answer.headers["content-length"])
                print(f"{path}: {sent / 1000:.0f} kB sent, {len(answer.content) / 1000:.0f} whole")
        before = memory(server.pid)
        times, failed = asyncio.run(load(place, seconds, rate))
        p50, p99 = np.percentile(times, [50, 99])
        print(f"{len(times)} requests at {rate:g} a second: p50 {p50:.1f} ms, p99 {p99:.1f} ms, "
              f"{failed} failed; memory {before:.0f} to {memory(server.pid):.0f} MB")  # fmt: skip
        server.terminate()


if __name__ == "__main__":
    main()
