"""The array types that pass in and out of this chapter."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
"""Numbers; what is missing or withheld is NaN, and says why beside it."""

Ints: TypeAlias = NDArray[np.int64]
"""Whole numbers, such as codes of groups."""

Flags: TypeAlias = NDArray[np.bool_]
"""Yes or no."""

Words: TypeAlias = NDArray[np.str_]
"""Words, such as reason codes; empty where there is nothing to say."""
