"""The commands and their options; the work is imported when a command runs, so that help is instant."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

_EPILOG = "Mã thoát: 0 xong; 1 có tệp hoặc thao tác bị lỗi (các tệp khác vẫn được xử lý); 2 sai cách dùng."

app = typer.Typer(
    name="kehoach",
    help="Đọc kế hoạch đã ban hành: tìm chỉ tiêu, đơn vị chịu trách nhiệm, thời hạn, kèm nguyên văn.\n\n"
    "(Reads issued Vietnamese plans: targets, owners, deadlines, each with its exact words.)",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Debug = Annotated[bool, typer.Option("--debug", help="Hiện chi tiết khi có lỗi (traceback).")]
Json = Annotated[bool, typer.Option("--json", help="In JSON ra stdout.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Số tiến trình chạy song song (mặc định: số lõi)."),
]
CatalogFile = Annotated[
    str | None,
    typer.Option(
        "--catalog",
        metavar="CSV",
        help="Bộ chỉ số riêng (CSV: code,parent,name,max_points) hoặc tên bộ có sẵn.",
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="TÊN=SỐ",
        help="Giới hạn cho mỗi văn bản, dùng được nhiều lần: max_pages=300, max_seconds=60 …",
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"kehoach {version('kehoach')}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản rồi thoát.")
    ] = False,
) -> None:
    """Options of the program itself."""


@app.command(epilog=_EPILOG)
def extract(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Tệp, thư mục, tệp ZIP hoặc mẫu tên (*.docx, **/*.pdf)."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="Ghi <tên tệp>.json và documents/tasks/targets/actuals.csv vào DIR.",
        ),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="In JSON ra stdout, mỗi văn bản một dòng (JSON Lines).")
    ] = False,
    catalog: CatalogFile = None,
    limit: Limit = None,
    debug: Debug = False,
) -> None:
    """Trích xuất chỉ tiêu, nhiệm vụ, đơn vị, thời hạn từ các văn bản.

    Không có --out và --json thì in bảng dễ đọc. Trong thư mục, tệp không hỗ trợ được bỏ qua.
    """
    from extractor.cli.extracting import Options, run
    from extractor.sources.limits import Limits

    raise typer.Exit(run(paths, Options(out, json, catalog, debug, Limits().changed(limit or []))))


@app.command(epilog=_EPILOG)
def progress(
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="PLANS… REPORTS…",
            help="Thư mục (hoặc tệp *.json) mà kehoach extract đã ghi: kế hoạch, báo cáo, thứ tự tùy ý.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="HTML", help="Ghi trang web, mở được không cần mạng."),
    ] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="XLSX", help="Ghi bảng tính.")] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="CSV", help="Ghi mỗi chỉ tiêu một dòng, kèm kết quả.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In tất cả ra stdout, một đối tượng JSON.")] = False,
    catalog: CatalogFile = None,
) -> None:
    """Đặt kết quả của báo cáo cạnh chỉ tiêu của kế hoạch: đạt, chưa đạt, chưa có báo cáo.

    Chỉ đối chiếu cùng địa phương, cùng chỉ số, cùng đơn vị đo, cùng cấp, trong thời kỳ của chỉ tiêu.
    Không có --out, --xlsx, --csv, --json thì in bảng dễ đọc.
    """
    from extractor.cli.progressing import Options, run

    raise typer.Exit(run(places, Options(out, xlsx, csv, json, catalog)))


@app.command(epilog=_EPILOG)
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Một văn bản.")],
    context: Annotated[
        int, typer.Option("--context", min=0, max=1000, help="Số ký tự quanh trích dẫn.")
    ] = 60,
    page: Annotated[
        int | None, typer.Option("--page", metavar="N", min=1, help="Trang để vẽ (chỉ PDF), kèm --image.")
    ] = None,
    image: Annotated[
        Path | None,
        typer.Option("--image", metavar="PNG", help="Tệp ảnh PNG: trang với những gì tìm thấy được tô màu."),
    ] = None,
    catalog: CatalogFile = None,
    limit: Limit = None,
    debug: Debug = False,
) -> None:
    """In một văn bản với bằng chứng: nguyên văn trong ngữ cảnh, trang, bảng, hàng, cột.

    Với --page N --image F.png thì vẽ trang đó của tệp PDF, tô màu nhiệm vụ, chỉ tiêu, đơn vị, thời hạn.
    """
    from extractor.cli.showing import run, run_picture
    from extractor.sources.limits import Limits

    if (page is None) != (image is None):
        raise typer.BadParameter("--page và --image phải đi cùng nhau")
    if page is not None and image is not None:
        limits = Limits().changed(limit or [])
        raise typer.Exit(run_picture(file, page, image, catalog, limits, debug))
    raise typer.Exit(run(file, context, catalog, Limits().changed(limit or []), debug))


@app.command(epilog=_EPILOG)
def catalog(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Mã chỉ số, ví dụ 3.2.")] = None,
    file: CatalogFile = None,
    json: Json = False,
) -> None:
    """In bộ chỉ số, hoặc một chỉ số theo mã."""
    from extractor.cli.indicators import run_catalog

    raise typer.Exit(run_catalog(code, file, json))


@app.command(epilog=_EPILOG)
def match(
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help="Một phát biểu; bỏ trống (hoặc -) thì đọc stdin."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", metavar="F", help="Tệp UTF-8, mỗi dòng một phát biểu."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Mỗi phát biểu một dòng JSON.")] = False,
    catalog: CatalogFile = None,
) -> None:
    """Tìm chỉ số DTI mà một phát biểu nói tới; để trống khi không chắc."""
    from extractor.cli.indicators import run_match

    if text is not None and file is not None:
        raise typer.BadParameter("chỉ dùng một trong hai: TEXT hoặc --file")
    raise typer.Exit(run_match(text, file, json, catalog))


@app.command(epilog=_EPILOG)
def compare(
    places: Annotated[
        list[str], typer.Argument(metavar="DIR…", help="Thư mục (hoặc tệp *.json) mà kehoach extract đã ghi.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="HTML", help="Ghi trang web, mở được không cần mạng."),
    ] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="XLSX", help="Ghi bảng tính.")] = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="CSV", help="Ghi ma trận, mỗi chỉ tiêu của mỗi chỉ số một dòng."),
    ] = None,
    changes: Annotated[
        Path | None,
        typer.Option("--changes", metavar="CSV", help="Ghi thay đổi qua các năm, kể cả qua sáp nhập."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In mọi bảng ra stdout, một đối tượng JSON.")] = False,
    catalog: CatalogFile = None,
    crosswalk: Annotated[
        Path | None,
        typer.Option(
            "--crosswalk",
            metavar="CSV",
            help="Nối mã của các bộ chỉ số (from_catalog,from_code,to_catalog,to_code).",
        ),
    ] = None,
    years_apart: Annotated[
        bool, typer.Option("--years-apart", help="Chỉ xếp hạng các chỉ tiêu phải đạt trong cùng năm.")
    ] = False,
    jobs: Jobs = None,
) -> None:
    """So sánh chỉ tiêu, đơn vị, độ phủ giữa các văn bản, và giữa các năm của cùng một cơ quan.

    Không có --out, --xlsx, --csv, --changes, --json thì in bảng dễ đọc.
    """
    from extractor.cli.comparing import Options, run

    options = Options(out, xlsx, csv, json, catalog, crosswalk, years_apart, changes, jobs)
    raise typer.Exit(run(places, options))


_AUDIT_EPILOG = (
    "Mã thoát: 0 xong; 1 có tệp hoặc thao tác bị lỗi; 2 sai cách dùng; "
    "3 có phát hiện từ mức --fail-on trở lên."
)


class Bar(StrEnum):
    """From which severity findings fail the command."""

    error = "error"
    warning = "warning"


@app.command(epilog=_AUDIT_EPILOG)
def audit(
    places: Annotated[
        list[str], typer.Argument(metavar="DIR…", help="Thư mục do kehoach extract --out ghi, hoặc tệp JSON.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="HTML", help="Trang báo cáo, mở được ngoại tuyến.")
    ] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="XLSX", help="Sổ tính Excel.")] = None,
    json: Annotated[Path | None, typer.Option("--json", metavar="JSON", help="Danh sách phát hiện.")] = None,
    owners: Annotated[
        Path | None,
        typer.Option("--owners", metavar="CSV", help="Mỗi chỉ số, vai trò, đơn vị một dòng."),
    ] = None,
    calendar: Annotated[
        Path | None, typer.Option("--calendar", metavar="DIR", help="Mỗi đơn vị một tệp lịch .ics.")
    ] = None,
    fail_on: Annotated[
        Bar | None, typer.Option("--fail-on", help="Thoát mã 3 khi có phát hiện từ mức này trở lên.")
    ] = None,
    suppress: Annotated[
        Path | None,
        typer.Option(
            "--suppress",
            metavar="CSV",
            help="Phát hiện đã chấp nhận: rule,document,indicator_code,text,reason.",
        ),
    ] = None,
    catalog: CatalogFile = None,
    jobs: Jobs = None,
) -> None:
    """Kiểm tra kế hoạch: độ phủ, đơn vị, khả năng đo đếm, nhất quán, viện dẫn, chất lượng.

    Không có tùy chọn ghi tệp nào thì in bảng tóm tắt.
    """
    from extractor.cli.auditing import Options, run

    bar = fail_on.value if fail_on else None
    raise typer.Exit(run(places, Options(out, xlsx, json, owners, calendar, catalog, suppress, bar, jobs)))


@app.command(epilog=_EPILOG)
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Thư mục đáp án *.json.")],
    pred: Annotated[Path, typer.Argument(metavar="PRED", help="Thư mục kết quả *.json.")],
    text: Annotated[
        Path | None,
        typer.Option("--text", metavar="DIR", help="Thư mục văn bản *.txt để kiểm tra nguyên văn."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Liệt kê từng lỗi.")] = False,
    json: Json = False,
) -> None:
    """Chấm kết quả theo đáp án: F1 theo từng mục, từng văn bản."""
    from extractor.cli.scoring import run

    raise typer.Exit(run(gold, pred, text, errors, json))


@app.command(epilog=_EPILOG)
def schema() -> None:
    """In JSON Schema của kết quả trích xuất."""
    from extractor.cli.console import written
    from extractor.report.schema import schema_text

    written(schema_text())
