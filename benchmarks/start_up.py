"""What a fresh process costs: `aligner check --demo` beside `import jieba; jieba.lcut("测试")`, as ratios.

python benchmarks/start_up.py [--runs 9] [--json FILE]

The two run in turn after a warm-up, so that a machine that slows down slows both; the medians are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

COMMANDS = {
    "aligner check --demo": [sys.executable, "-m", "aligner", "check", "--demo"],
    "jieba.lcut": [sys.executable, "-c", "import jieba; jieba.lcut('测试')"],
}
# An installed program has its bytecode written down; without it, all of a checkout is compiled at each start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(command: list[str]) -> tuple[float, float]:
    """Return the wall and processor seconds of one run."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return wall, cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    for command in COMMANDS.values():
        measured(command)
    runs = {name: [] for name in COMMANDS}
    for _ in range(options.runs):
        for name, command in COMMANDS.items():
            runs[name].append(measured(command))
    medians = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in runs.items()}
    for name, (wall, cpu) in medians.items():
        print(f"{name:22} wall {wall:.3f} s   processor {cpu:.3f} s")
    ours, theirs = medians.values()
    ratios = {"wall": ours[0] / theirs[0], "processor": ours[1] / theirs[1]}
    print(f"{'ratio':22} wall {ratios['wall']:.2f}     processor {ratios['processor']:.2f}")
    if options.json:
        options.json.write_text(json.dumps({"medians": medians, "ratios": ratios}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
