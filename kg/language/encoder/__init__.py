"""The reader: one small transformer for syntax, names and attributions, run on a processor by onnxruntime."""

import os

# onnxruntime reports to its makers unless told not to before it is imported, and keeps a mark in the user's folders.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from kg.language.encoder.component import ATTRIBUTIONS, shipped

__all__ = ["ATTRIBUTIONS", "shipped"]
