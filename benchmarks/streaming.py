"""Whether a translation memory of any size is checked in bounded memory, and how fast.

    python benchmarks/streaming.py [--megabytes 20 --megabytes 100] [--jobs N] [--select RULES] [--json FILE]

Memories of these sizes are made of sentences of our own, no two units alike, and checked by `aligner check` into JSON
lines, TSV and SARIF at once, each in a run of its own. Printed are the rate and the peak memory of the largest process,
of which there is one unless `--jobs` says otherwise.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

WHO = (
    ("The patient", "该患者"), ("A 54-year-old woman", "一名54岁女性"), ("Our first case", "我们的首例患者"),
    ("The second group", "第二组"), ("One man with osteoporosis", "一名骨质疏松症男性患者"),
    ("Each participant with diabetes", "每名糖尿病受试者"), ("The control group", "对照组"),
)  # fmt: skip
WHAT = (
    ("reported pain in the left knee", "诉左膝疼痛"), ("had bone marrow oedema of the talus", "距骨有骨髓水肿"),
    ("received aspirin", "接受阿司匹林治疗"), ("had no fever", "无发热"), ("was followed up", "接受随访"),
    ("showed a higher C-reactive protein", "C反应蛋白升高"),
    ("underwent magnetic resonance imaging", "接受磁共振成像检查"),
)  # fmt: skip
WHEN = (
    ("for {n} weeks", "，持续{n}周"), ("after {n} months", "，时间为{n}个月后"), ("on day {n}", "，时间为第{n}天"),
    ("at visit {n}", "，时间为第{n}次就诊时"), ("at a dose of {n} mg", "，剂量为{n} mg"),
)  # fmt: skip
TAGGED = 'A <bpt i="1" x="1">&lt;b&gt;</bpt>second<ept i="1">&lt;/b&gt;</ept> look confirmed this in {n} of 90 000.'
TAGGED_ZH = '<bpt i="1" x="1">&lt;b&gt;</bpt>再次<ept i="1">&lt;/b&gt;</ept>检查证实了这一点，90 000例中有{n}例。'
UNIT = """<tu tuid="{n}"><tuv xml:lang="en-GB"><seg>{en}</seg></tuv><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv></tu>
"""


def units() -> Iterator[str]:
    """Yield units without end; one in fifty has another number in the translation."""
    for n, parts in enumerate(itertools.cycle(itertools.product(WHO, WHAT, WHEN)), start=1):
        english, chinese = (" ".join(part[0] for part in parts), "".join(part[1] for part in parts))
        tail, end = (TAGGED, TAGGED_ZH) if n % 3 == 0 else ("", "")
        wrong = n + 1 if n % 50 == 0 else n
        english = f"{english}. {tail}".strip().format(n=n)
        yield UNIT.format(n=n, en=english, zh=chinese.format(n=wrong) + "。" + end.format(n=n))


def write(path: Path, megabytes: float) -> int:
    """Write a memory and return the number of its units."""
    size = number = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header srclang="en-GB"/>\n<body>\n')
        for unit in units():
            file.write(unit)
            size += len(unit.encode())
            number += 1
            if size >= megabytes * 2**20:
                break
        file.write("</body>\n</tmx>\n")
    return number


def measured(path: Path, jobs: int, select: str | None) -> tuple[float, float]:
    """Return the seconds that a check takes, and the peak of the memory of its largest process in MB."""
    outputs = [argument for name in ("jsonl", "tsv", "sarif") for argument in ("-o", str(path.with_suffix(f".{name}")))]
    command = [sys.executable, "-m", "aligner", "check", str(path), "--no-config", "--jobs", str(jobs), *outputs]
    start = time.perf_counter()
    process = subprocess.Popen([*command, *(("--select", select) if select else ())], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), "the check failed"
    return time.perf_counter() - start, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, action="append")
    parser.add_argument("--jobs", type=int, default=1, help="processes, as for aligner check")
    parser.add_argument("--select", help="only these rules, as for aligner check")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.megabytes or [20, 100]:
            path = Path(folder, "memory.tmx")
            number = write(path, size)
            seconds, peak = measured(path, options.jobs, options.select)
            row = {"megabytes": size, "units": number, "seconds": seconds, "peak_megabytes": peak}
            rows.append(row)
            rate = f"{number / seconds:6,.0f} units/s {size / seconds:5.2f} MB/s"
            print(f"{size:6g} MB {number:9,} units {seconds:8.1f} s {rate}   peak {peak:6.0f} MB", flush=True)
    print(f"the largest took {rows[-1]['peak_megabytes'] - rows[0]['peak_megabytes']:.0f} MB more than the smallest")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
