"""Write ``src/syriakg/terms.py``, the only Python module that spells an IRI.

A term of this project is read from ``ontology/syriakg.ttl``; the few terms
borrowed from other vocabularies stand in ``BORROWED``. ``--check`` writes
nothing and leaves with exit code 1 when the module and the ontology differ.
"""

from __future__ import annotations

import argparse
import keyword
import sys
from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph, URIRef

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY_FILE = ROOT / "ontology" / "syriakg.ttl"
TERMS_FILE = ROOT / "src" / "syriakg" / "terms.py"
LINE_LENGTH = 100

ONTOLOGY = "https://w3id.org/syriakg/ontology"
SKG = f"{ONTOLOGY}#"
DATA = "https://w3id.org/syriakg/id/"

KINDS = ("actor", "place", "claim", "evidence", "article", "event")
MORE_KINDS = ("tie", "frame", "alliance", "contest", "run")
GRAPHS = ("claims", "ties", "contested", "provenance")

# prefix -> (namespace, the terms that the project uses)
BORROWED: dict[str, tuple[str, str]] = {
    "rdf": (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "type Property langString first rest nil",
    ),
    "rdfs": (
        "http://www.w3.org/2000/01/rdf-schema#",
        """
        label comment seeAlso isDefinedBy subClassOf subPropertyOf domain range
        """,
    ),
    "skos": (
        "http://www.w3.org/2004/02/skos/core#",
        """
        prefLabel altLabel hiddenLabel definition scopeNote note example exactMatch closeMatch
        notation broader inScheme Concept ConceptScheme
        """,
    ),
    "prov": (
        "http://www.w3.org/ns/prov#",
        """
        Activity Entity Agent SoftwareAgent Plan wasDerivedFrom wasGeneratedBy wasAssociatedWith
        wasAttributedTo used value startedAtTime endedAtTime generatedAtTime hadPrimarySource
        """,
    ),
    "oa": (
        "http://www.w3.org/ns/oa#",
        """
        Annotation SpecificResource TextPositionSelector TextQuoteSelector hasBody hasTarget
        hasSource hasSelector start end exact prefix suffix
        """,
    ),
    "schema": (
        "https://schema.org/",
        """
        NewsArticle SoftwareApplication Dataset name headline description datePublished
        inLanguage url version softwareVersion license creator publisher sha256
        """,
    ),
    "wgs": ("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long"),
    "xsd": (
        "http://www.w3.org/2001/XMLSchema#",
        """
        string boolean integer nonNegativeInteger positiveInteger decimal double date dateTime
        gYear gYearMonth anyURI
        """,
    ),
    "owl": (
        "http://www.w3.org/2002/07/owl#",
        """
        Ontology Class ObjectProperty DatatypeProperty AnnotationProperty NamedIndividual
        SymmetricProperty TransitiveProperty FunctionalProperty Thing Nothing sameAs
        differentFrom disjointWith inverseOf versionIRI versionInfo deprecated
        """,
    ),
    "dcterms": (
        "http://purl.org/dc/terms/",
        """
        title description license source created creator publisher identifier isPartOf hasPart
        isVersionOf hasVersion replaces isReplacedBy bibliographicCitation
        """,
    ),
}

# Written in the shipped files beside those above, with no constant of their own.
PREFIXES_ONLY = {"org": "http://www.w3.org/ns/org#"}


def read_local_names(path: Path) -> list[str]:
    """Return the local name of every typed term of the project's namespace, sorted."""
    graph = Graph().parse(path, format="turtle")
    own = {str(term) for term in graph.subjects() if isinstance(term, URIRef)}
    return sorted(name.removeprefix(SKG) for name in own if name.startswith(SKG))


def python_name(local_name: str) -> str:
    """Return the attribute that holds a term: ``from`` becomes ``from_``."""
    return f"{local_name}_" if keyword.iskeyword(local_name) else local_name


def render_class(name: str, summary: str, namespace: str, terms: Iterable[str]) -> list[str]:
    """Return the lines of one class of constants."""
    lines = ["", "", f"class {name}:", f'    """{summary}"""', ""]
    for term in terms:
        lines += render_constant(f"    {python_name(term)}", namespace + term)
    return lines


def render_constant(name: str, iri: str) -> list[str]:
    """Return one constant, broken over lines as the formatter does when it is long."""
    line = f'{name}: Final = URIRef("{iri}")'
    if len(line) <= LINE_LENGTH:
        return [line]
    indent = " " * (len(name) - len(name.lstrip()))
    return [f"{name}: Final = URIRef(", f'{indent}    "{iri}"', f"{indent})"]


def render_namespaces() -> list[str]:
    """Return the constants for data namespaces, graphs and prefixes."""
    kinds = KINDS + MORE_KINDS
    prefixes = {"skg": SKG}
    prefixes |= {kind: f"{DATA}{kind}/" for kind in kinds}
    prefixes |= {"g": f"{DATA}graph/"}
    prefixes |= {prefix: namespace for prefix, (namespace, _) in BORROWED.items()}
    prefixes |= PREFIXES_ONLY
    lines = ["", "", f'ONTOLOGY: Final = URIRef("{ONTOLOGY}")', ""]
    lines += [f'ID_{kind.upper()}: Final = "{DATA}{kind}/"' for kind in kinds]
    lines += [""]
    lines += [f'GRAPH_{name.upper()}: Final = URIRef("{DATA}graph/{name}")' for name in GRAPHS]
    lines += ["", "PREFIXES: Final[dict[str, str]] = {"]
    lines += [f'    "{prefix}": "{namespace}",' for prefix, namespace in prefixes.items()]
    return [*lines, "}"]


def render_module(local_names: Iterable[str]) -> str:
    """Return the whole text of ``terms.py``."""
    lines = [
        '"""Every IRI that the code uses, as typed constants.',
        "",
        "Generated by tools/generate_terms.py from ontology/syriakg.ttl; do not edit.",
        '"""',
        "",
        "# ruff: noqa: N815",
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "from rdflib import URIRef",
    ]
    lines += render_class("SKG", "The terms of this project's ontology.", SKG, local_names)
    for prefix, (namespace, terms) in BORROWED.items():
        summary = f"The terms of ``{prefix}:`` that the project uses."
        lines += render_class(prefix.upper(), summary, namespace, terms.split())
    lines += render_namespaces()
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the module, or with ``--check`` only compare; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 when terms.py is out of date")
    arguments = parser.parse_args()
    text = render_module(read_local_names(ONTOLOGY_FILE))
    if not arguments.check:
        TERMS_FILE.write_text(text, encoding="utf-8")
        return 0
    if TERMS_FILE.is_file() and TERMS_FILE.read_text(encoding="utf-8") == text:
        return 0
    print(
        "src/syriakg/terms.py is out of date; run python tools/generate_terms.py", file=sys.stderr
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
