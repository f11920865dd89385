"""What the figures were measured on, printed beside them."""

import os
import platform
import sys
from importlib.metadata import version


def describe_machine() -> str:
    """Say processor, cores, Python and the libraries that do the work."""
    kernel = os.environ.get("OPENBLAS_CORETYPE", "chosen by OpenBLAS")
    libraries = ", ".join(f"{name} {version(name)}" for name in ("numpy", "polars"))
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"Python {sys.version.split()[0]}, {libraries}, BLAS kernel {kernel}"
    )
