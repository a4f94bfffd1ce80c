"""Coverage-guided fuzzing of one reader with atheris (Linux).

usage: python -m fuzz.readers SUFFIX [--seconds N] [--seed N] [--artifacts FOLDER]

Starts from the seeds, mutates as fuzz/mutate.py knows the format, and follows what reaches new code of
``extractor``. ``fuzz.run`` calls this for each format and keeps what was found.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
import tempfile
from pathlib import Path
from random import Random

SECONDS_PER_INPUT = 5.0
MEGABYTES = 2048


def main() -> int:
    """Fuzz for a bounded time; libFuzzer ends the process, with 0 where nothing was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("suffix")
    parser.add_argument("--seconds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--artifacts", default=".", help="where libFuzzer writes what broke")
    options = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("fuzz: atheris is not installed (it has wheels for Linux only), nothing done")
        return 0
    with atheris.instrument_imports(include=["extractor"]):
        import extractor.sources
        from extractor.sources.office import SETTING

        for module in pkgutil.walk_packages(extractor.sources.__path__, "extractor.sources."):
            try:  # readers are imported when needed: here all are, so that their code is watched
                importlib.import_module(module.name)
            except ImportError as error:
                print(f"fuzz: {module.name} is not watched: {error}", file=sys.stderr)
        from fuzz.mutate import MAX_BYTES, mutate
        from fuzz.oracle import probe
        from fuzz.seeds import SUFFIXES, seeds

    os.environ[SETTING] = "off"  # our own reader of DOC is fuzzed, not LibreOffice
    suffix: str = options.suffix
    found = [data for data in seeds(suffix) if len(data) < MAX_BYTES] if suffix in SUFFIXES else []
    if not found:
        print(f"fuzz: no seeds for {suffix}, nothing done")
        return 0

    def one(data: bytes) -> None:
        probe(data, f"a{suffix}", seconds=SECONDS_PER_INPUT)

    def mutator(data: bytes, max_size: int, seed: int) -> bytes:
        rng = Random(seed)
        if rng.random() < 0.1:
            return bytes(atheris.Mutate(data, max_size))
        return mutate(data or rng.choice(found), suffix, rng, rng.choice(found))[:max_size]

    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(found):
            (Path(folder) / f"{number}{suffix}").write_bytes(data)
        atheris.Setup(
            [
                sys.argv[0],
                f"-max_total_time={options.seconds}",
                f"-seed={options.seed}",
                f"-max_len={MAX_BYTES}",
                f"-timeout={int(SECONDS_PER_INPUT) * 4}",
                f"-rss_limit_mb={MEGABYTES}",
                f"-artifact_prefix={options.artifacts}{os.sep}",
                "-print_final_stats=1",
                folder,
            ],
            one,
            custom_mutator=mutator,
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
