"""Run a command with a PostgreSQL server of its own, and take the server away again.

::

    python tools/with_postgres.py pytest tests/web

The server lives in a temporary folder, listens on the loopback address alone, and does
not wait for the disk, since nothing on it is to be kept. As root, it runs as the
account ``postgres``, because PostgreSQL refuses to run as root. The command finds the
server in the variable ``PLACEPLAN_DATABASE_URL``; its exit code is ours.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ACCOUNT = "postgres"
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
DEBIAN = Path("/usr/lib/postgresql")


def find_program(name: str) -> str:
    """Give the path of a PostgreSQL program; Debian keeps them out of ``PATH``."""
    versions = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda path: path.parts[-3])
    found = shutil.which(name) or (str(versions[-1]) if versions else None)
    if found is None:
        raise SystemExit(
            f"PostgreSQL's {name} was not found. On Debian or Ubuntu, install the "
            "package postgresql; elsewhere, put its programs on the PATH."
        )
    return found


def choose_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def run_as_account(command: list[str], folder: Path) -> None:
    """Run a server program, as the account ``postgres`` when we are root."""
    user = ACCOUNT if os.geteuid() == 0 else None
    done = subprocess.run(
        command, user=user, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def serve_postgres() -> Iterator[str]:
    """Give the address of a fresh database; the server ends with the block."""
    with tempfile.TemporaryDirectory(prefix="placeplan-postgres-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            account = pwd.getpwnam(ACCOUNT)
            os.chown(folder, account.pw_uid, account.pw_gid)
        cluster, log, port = folder / "cluster", folder / "log", choose_port()
        initdb, control = find_program("initdb"), find_program("pg_ctl")
        make = [initdb, "-D", str(cluster), "-U", ACCOUNT, "-A", "trust", "-N"]
        run_as_account([*make, "-E", "UTF8", "--locale=C.UTF-8"], folder)
        options = " ".join(
            [f"-h 127.0.0.1 -p {port} -k {folder}", *(f"-c {word}" for word in QUICK)]
        )
        start = [control, "-D", str(cluster), "-l", str(log), "-w", "-o", options]
        run_as_account([*start, "start"], folder)
        try:
            yield f"postgresql://{ACCOUNT}@127.0.0.1:{port}/postgres"
        finally:
            stop = [control, "-D", str(cluster), "-m", "immediate", "-w", "stop"]
            run_as_account(stop, folder)


def main() -> int:
    command = sys.argv[1:]
    if not command:
        print(__doc__)
        return 2
    with serve_postgres() as url:
        environment = {**os.environ, "PLACEPLAN_DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
