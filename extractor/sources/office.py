"""LibreOffice, where it is installed, as a converter: own profile, no macros, no network, bounded time."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from extractor.sources.limits import Limits

SETTING = "KEHOACH_SOFFICE"
"""Environment variable: the program to use, or "off" for none."""

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_OPTIONS = (  # no macros, no active content, no links fetched
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    + "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, name, value in _OPTIONS
    )
    + "</oor:items>\n"
)
_NO_WAY_OUT = "http://127.0.0.1:9"  # a proxy that nobody serves


def find_office() -> str | None:
    """The LibreOffice program: as the environment sets it, on PATH, or where installers put it."""
    setting = os.environ.get(SETTING)
    if setting is not None:
        return None if setting.strip().lower() in ("", "0", "off", "no", "none") else shutil.which(setting)
    return _installed()


@cache
def _installed() -> str | None:
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    return next((str(path) for path in _usual_places() if path.is_file()), None)


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(key) for key in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")]
        return [Path(root) / "LibreOffice/program/soffice.com" for root in roots if root]
    if sys.platform == "darwin":
        return [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    return [Path("/usr/lib/libreoffice/program/soffice"), Path("/opt/libreoffice/program/soffice")]


def to_docx(data: bytes, suffix: str, limits: Limits) -> bytes | None:
    """A document of an old format (``suffix`` such as ".doc") as DOCX; None where the program gave none."""
    program = find_office()
    if program is None:
        return None
    # What the program still holds open after its end must not fail the reading (Windows).
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        source, profile = here / f"document{suffix}", here / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(here / "out"), str(source),
        ]  # fmt: skip
        if not _run(command, here, limits.office_seconds):
            return None
        return _result(here / "out" / "document.docx", limits)


def _result(path: Path, limits: Limits) -> bytes | None:
    try:
        if path.stat().st_size > limits.max_bytes:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _run(command: list[str], folder: Path, seconds: float) -> bool:
    """Run to the end or to the limit of time; what it started ends with it."""
    environment = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    environment |= dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NO_WAY_OUT)
    try:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=os.name == "posix",
        )  # fmt: skip
    except OSError:
        return False
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with its children, if it still runs."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False, timeout=30
        )
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
