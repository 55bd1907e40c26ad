"""The reader: one small transformer for syntax, names and attributions, run on a processor by onnxruntime."""

from kg.language.encoder.component import ATTRIBUTIONS, shipped

__all__ = ["ATTRIBUTIONS", "shipped"]
