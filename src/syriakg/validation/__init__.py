"""Is a dataset as it should be? Shapes, plain queries and an OWL reasoner say what is not."""

from __future__ import annotations

from syriakg.validation.faults import Fault, Severity
from syriakg.validation.reasoner import Proof, Verdict
from syriakg.validation.report import Report, validate_dataset, validate_file

__all__ = [
    "Fault",
    "Proof",
    "Report",
    "Severity",
    "Verdict",
    "validate_dataset",
    "validate_file",
]
