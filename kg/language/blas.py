"""Matrix products by NumPy's own BLAS, for the language pipeline."""

from typing import Any

import numpy as np
from thinc.api import NumpyOps


class NumpyBlasOps(NumpyOps):  # type: ignore[misc]  # compiled, so untyped
    """Thinc's operations on the CPU, but for matrix products.

    Thinc multiplies with BLIS, which falls back on slow kernels on some machines: 24 GFLOPS against 71 of NumPy's
    OpenBLAS on a core of an AMD EPYC (2026-11-22, 4000 x 384 times 384 x 384, single precision).
    """

    # Thinc's array types overload by dimension; NumPy takes any, and this passes on what it is given.
    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, each transposed on demand."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
