"""A claim in short, as behaviour tests compare it."""

from __future__ import annotations

from collections.abc import Sequence

from syriakg.records import Claim, Entity


def names(role: Sequence[Entity]) -> str:
    """Return the labels of a role: ``Russia, Iran``."""
    return ", ".join(entity.label for entity in role)


def outline(claim: Claim) -> tuple[str, str, str, str]:
    """Return type, agents, targets and places."""
    return claim.type, names(claim.agent), names(claim.target), names(claim.place)


def stance(claim: Claim) -> tuple[str, str, str]:
    """Return type, modality and whose word it is."""
    return claim.type, claim.modality.value, names(claim.source)
