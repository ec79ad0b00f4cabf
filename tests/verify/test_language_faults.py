"""A fault in the language is found: documents made with it are read back by rules that share nothing with it.

Edition and document then say the same wrong thing; only the facts tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec.structs import replace

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main
from rapport.language import amounts, languages, quantity
from rapport.language import units as axis
from rapport.language.amounts import Amount, round_half_up
from rapport.language.french import dates as french_dates
from rapport.language.french.french import FRENCH
from rapport.language.locales import month_name
from rapport.read.charter.charter import read_charter
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief
from rapport.resolve import plotted
from rapport.resolve.edition import resolve
from rapport.review.claims import claimed_by
from rapport.verify.verify import verify_brief

ASSETS = Path(__file__).parents[2] / "assets"
FACTS = (
    SMALL["facts/financement.yaml"].replace("2_600_000_000", "2_678_912_345")
    + """
        sommet:
          label: ouverture du sommet
          date: 2026-02-18
          status: planned
          as_of: 2026-02-10
          source: bilan
          locator: § 1
        puissance:
          label: puissance prévue
          low: 240
          high: 700
          unit: megawatt
          status: planned
          as_of: 2026-02-10
          source: bilan
          locator: § 9
"""
)
SECTION = """
    title: Financement
    message: "Les start-up ont levé {levees:amount}"
    kind: fiche
    blocks:
      - paragraph: >-
          Les start-up ont levé {levees} en 2025. L'objectif : {pme} des PME équipées.
          Le sommet prévu s'ouvre le {sommet} ; {puissance} sont prévus.
      - chart: {kind: bar, title: "Les montants", measure: "en euros", facts: [levees, promesse]}
      - points: ["{levees:amount} levés"]
"""


def truncated(value: Decimal, digits: int = 0) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_DOWN)


def next_month(day: date, locale: str, width: str = "wide") -> str:
    return month_name(day.replace(month=day.month % 12 + 1), locale, "wide" if width == "wide" else "abbreviated")


OTHER_WORDS = {
    "fr": replace(FRENCH, words=replace(FRENCH.words, qualifiers={**FRENCH.words.qualifiers, "more-than": "près de"})),
    "en": languages.LANGUAGES["en"],
}


def only_high(_low: Amount, high: Amount, _locale: str) -> str:
    return str(high)


def one_more(value: Decimal, exponent: int) -> Decimal:
    return value.scaleb(-exponent) + (1 if exponent else 0)


def off_by_a_scale(unit: str, scale: amounts.Scale, locale: str) -> str:
    known = (*languages.language_at(locale).counting.scales, amounts.ONES)
    lower = known[min(known.index(scale) + 1, len(known) - 2)]
    return axis.axis_words(unit, lower if scale is not amounts.ONES else scale, locale)


FAULTS = {
    "rounds down": (amounts, "round_half_up", truncated, "figure-value"),
    "says the month after": (french_dates, "month_name", next_month, "figure-value"),
    "drops the lower end of a range": (quantity, "_joined", only_high, "figure-value"),
    "adds one to what is scaled": (amounts, "scaled", one_more, "figure-value"),
    "says millions for milliards": (plotted, "axis_words", off_by_a_scale, "chart-measure"),
}


@pytest.fixture
def options(tmp_path: Path) -> Iterator[list[str]]:
    """A project whose figures need every rule; what the language remembers is forgotten before and after."""
    changes = {"facts/financement.yaml": FACTS, "sections/financement.yaml": SECTION}
    content = write_tree(tmp_path, changes)
    quantity.write.cache_clear()
    yield ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]
    quantity.write.cache_clear()


def test_the_language_as_it_is_passes(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *options]) == 0
    assert main(["verify", *options]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_language_is_found(
    fault: str,
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    module, name, wrong, code = FAULTS[fault]
    monkeypatch.setattr(module, name, wrong)
    assert main(["build", *options]) == 0
    capsys.readouterr()
    assert main(["verify", *options]) == 3
    found = plain_spaces(capsys.readouterr().out)
    assert f"{code} :" in found
    assert "words-" not in found  # the documents say what their editions do
    assert main(["pack", "evian", *options]) == 3
    assert "preuve en échec : le paquet n’est pas écrit" in plain_spaces(capsys.readouterr().err)
    assert not (tmp_path / "output" / "evian" / "evian-pack.zip").exists()


LIST = "nom;public visé;documents\nCabinet;interne;\nDélégation indienne;partenaires;dossier\n"


def plan(folder: Path) -> Path:
    """A campaign for the two of the list, which lies beside it."""
    (folder / "destinataires.csv").write_text(LIST, encoding="utf-8")
    path = folder / "sommets.yaml"
    path.write_text("briefings: [evian]\nrecipients: destinataires.csv\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["pack", "campaign"])
def test_no_copy_is_written_where_the_first_is_not_proved(
    command: str,
    options: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = plan(tmp_path)
    asked = {
        "pack": ["pack", "evian", "--recipients", str(path.with_name("destinataires.csv"))],
        "campaign": ["campaign", str(path), "--workers", "1"],
    }
    module, name, wrong, code = FAULTS["drops the lower end of a range"]
    with monkeypatch.context() as patched:
        patched.setattr(module, name, wrong)
        assert main([*asked[command], *options]) == 3
    told = plain_spaces(capsys.readouterr().err)
    assert f"{code} :" in told
    assert "evian-001-cabinet-brief.pdf" in told
    assert "evian.partners-002-delegation-indienne-brief.pdf" in told
    assert "preuve en échec : aucun exemplaire n’est écrit" in told
    assert not [file for file in (tmp_path / "output").rglob("*") if file.is_file()]
    quantity.write.cache_clear()
    assert main([*asked[command], *options]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("module", "name", "wrong"),
    [
        (languages, "language_at", lambda locale: OTHER_WORDS[locale[:2]]),
        (quantity, "qualifier_words", lambda _qualifier, _locale: ""),
    ],
    ids=["another", "none"],
)
def test_a_lost_qualifier_is_found_by_check_and_by_the_proof(
    module: ModuleType, name: str, wrong: Any, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`build` refuses such an edition; drawn all the same, it is not proved."""
    monkeypatch.setattr(module, name, wrong)
    assert main(["build", *options]) == 1
    model = read_content(Path(options[1]), ASSETS).content
    edition = resolve(model, "evian", "brief")
    pdf = draw_brief(edition, read_charter(ASSETS / "charter.yaml"), installed_fonts()).data
    codes = {finding.code for finding in verify_brief(pdf, edition, claimed_by(model, "evian")).verification.findings}
    assert codes & {"figure-value", "qualifier-missing"}
    assert not any(code.startswith("words") for code in codes)


def test_rounding_as_the_program_does_it() -> None:
    assert (round_half_up(Decimal("2.6789"), 1), truncated(Decimal("2.6789"), 1)) == (Decimal("2.7"), Decimal("2.6"))
