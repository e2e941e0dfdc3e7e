"""From articles to a folder with the dataset, the networks and a manifest."""

from __future__ import annotations

from syriakg.build.output import write_atomically, write_folder
from syriakg.build.pipeline import Build, build_dataset, read_articles

__all__ = ["Build", "build_dataset", "read_articles", "write_atomically", "write_folder"]
