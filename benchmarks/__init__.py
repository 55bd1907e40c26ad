"""Measures of quality and speed, on one core; nothing in the house imports them."""

import os

ONE_CORE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
os.environ.update(dict.fromkeys(ONE_CORE, "1"))  # before any measure imports numpy, which reads them then
