"""What no file of the project may say."""

from __future__ import annotations

import re

import pytest

# In pieces, so that this file does not say them either.
REGISTRY_HOSTS = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("debian", "org"),
    ("archive.ubuntu", "com"),
    ("anaconda", "org"),
)
MACHINE_PATH = re.compile(
    r"(?<![\w.~}/])/(?:root|work|home/\w+|Users/\w+|opt/\w+)/|[A-Z]:\\Users\\"
)


@pytest.mark.parametrize("host", REGISTRY_HOSTS)
def test_no_file_names_a_registry_host(texts: dict[str, str], host: tuple[str, str]) -> None:
    """Packages come by name, from the registry that the reader's client is set to."""
    name = ".".join(host)
    assert [path for path, text in texts.items() if name in text] == []


def test_no_file_names_a_path_of_one_machine(texts: dict[str, str]) -> None:
    """The project works wherever it is checked out."""
    assert [path for path, text in texts.items() if MACHINE_PATH.search(text)] == []
