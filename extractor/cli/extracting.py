"""`kehoach extract`: many files, each on its own; a bad one never stops the others."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.cli.console import fail, out, remark, warn, written
from extractor.cli.paths import choose, output_names, refuse_unknown
from extractor.errors import KehoachError
from extractor.sources.limits import Limits

if TYPE_CHECKING:
    from extractor.catalog import Catalog
    from extractor.records import Extraction
    from extractor.sources.model import Source

_SHOWN = 5  # skipped files named in a remark


@dataclass(frozen=True, slots=True)
class Options:
    """What to do with what is found."""

    out: Path | None = None
    json: bool = False
    catalog: str | None = None
    debug: bool = False
    limits: Limits = field(default_factory=Limits)


def read_and_extract(
    path: Path, catalog: Catalog | None = None, limits: Limits | None = None
) -> tuple[Source, Extraction]:
    """One document, read and extracted; a record without content carries a note that says so."""
    from extractor.pipeline import extract
    from extractor.records import NoteRecord
    from extractor.sources.read import read

    source = read(path, limits=limits)
    refuse_unknown(path, source.format)
    extraction = extract(source, catalog=catalog)
    if not (extraction.tasks or extraction.targets or extraction.scores or extraction.actuals) and not any(
        note.code == "empty" for note in extraction.notes
    ):
        note = NoteRecord(code="empty", message="không tìm thấy nhiệm vụ hay chỉ tiêu nào")
        extraction = extraction.model_copy(update={"notes": (*extraction.notes, note)})
    return source, extraction


def reported(path: Path, error: Exception, debug: bool) -> None:
    """One line for a failed document; defects of ours name the file too."""
    if isinstance(error, KehoachError):
        fail(error)
    else:
        fail(f"{path}: lỗi ngoài dự kiến: {type(error).__name__}: {error} (thêm --debug để xem chi tiết)")
    if debug:
        traceback.print_exception(error)


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A progress bar on stderr where that is a terminal; else silence."""
    if total < 2 or not sys.stderr.isatty():
        yield str  # a step that does nothing with the name
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(name: str) -> None:
            bar.update(task, advance=1, description=name)

        yield step


def renamed(extraction: Extraction, name: str) -> Extraction:
    """The same record under the name of its output file."""
    if extraction.document.id == name:
        return extraction
    return extraction.model_copy(update={"document": extraction.document.model_copy(update={"id": name})})


def _deliver(source: Source, extraction: Extraction, options: Options) -> None:
    """Write or print one document at once: what is done stays done, whatever happens later."""
    from extractor.report.json_out import dumps, line
    from extractor.report.readable import counts, document_view

    if options.out is not None:
        from extractor.report.files import write_whole
        from extractor.sources import saved

        target = options.out / f"{extraction.document.id}.json"
        write_whole(target, dumps(extraction))
        # the text beside it, for those who check the record against its words
        write_whole(options.out / f"{extraction.document.id}{saved.SUFFIX}", saved.dumps(source))
        if not options.json:
            written(f"{extraction.document.source}: {counts(extraction)} → {target}\n")
    if options.json:
        written(line(extraction) + "\n")
    elif options.out is None:
        out().print(document_view(extraction))


def _one(path: Path, name: str, catalog: Catalog | None, options: Options) -> Extraction | None:
    try:
        source, extraction = read_and_extract(path, catalog, options.limits)
        extraction = renamed(extraction, name)
        _deliver(source, extraction, options)
    except BrokenPipeError:
        raise
    except Exception as error:
        reported(path, error, options.debug)
        return None
    for note in extraction.notes:
        if note.code == "empty":
            warn(f"{path}: {note.message}")
    return extraction


def _tell_skipped(skipped: Sequence[Path]) -> None:
    if skipped:
        names = ", ".join(str(path) for path in skipped[:_SHOWN])
        more = f" và {len(skipped) - _SHOWN} tệp khác" if len(skipped) > _SHOWN else ""
        remark(f"bỏ qua {len(skipped)} tệp không hỗ trợ: {names}{more}")


def load_catalog(name: str | None) -> Catalog | None:
    """The user's own catalog (a CSV file) or a shipped one by name; None means the default."""
    if name is None:
        return None
    from extractor.catalog import Catalog

    # A plain name that is no file is meant as a shipped one: the error tells which there are.
    if name in Catalog.names() or not (Path(name).suffix or Path(name).exists()):
        return Catalog.load(name)
    return Catalog.from_csv(name)


def run(paths: Sequence[str], options: Options) -> int:
    """Extract all; 1 when any file failed."""
    if options.out is not None and options.out.exists() and not options.out.is_dir():
        raise KehoachError(f"{options.out}: không phải thư mục, không ghi được vào đó")
    catalog = load_catalog(options.catalog)
    chosen = choose(paths, options.limits)
    _tell_skipped(chosen.skipped)
    for error in chosen.errors:
        fail(error)
    names = output_names(chosen.files)
    done = []
    with _progress(len(names)) as step:
        for path, name in names.items():
            done.append(_one(path, name, catalog, options))
            step(path.name)
    good = [extraction for extraction in done if extraction is not None]
    if options.out is not None and good:
        from extractor.report.tables import write_tables

        write_tables(good, options.out)
    return 1 if chosen.errors or len(good) < len(done) else 0
