"""Two languages say the same: what differs between twins is found, in what they are made of and in the files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from briefing_tree import COMPLETE, project
from commands.test_translate import TRANSLATED
from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main
from rapport.formats.unreadable import UnreadableError
from rapport.project.composition import prepare
from rapport.project.documents import BRIEF, DECK, documents
from rapport.project.editions import Variant
from rapport.project.project import Project
from rapport.project.proofs import Prover
from rapport.project.variants import Proved, twins
from rapport.verify.report import Verification
from rapport.verify.twins import check_foreign, foreign_sentences

ASSETS = Path(__file__).parents[2] / "assets"
Altered = Mapping[str, tuple[bytes, bytes]]


def proved(
    folder: Path, locale: str, changes: Mapping[str, str | None] | None = None, altered: Altered | None = None
) -> Iterator[Proved]:
    """Both documents of the small briefing in a locale, as they are proved; `altered` bytes stand in the deck."""
    content = write_tree(folder, {**COMPLETE, **TRANSLATED, **(changes or {})})
    prepared = prepare(Project(content, ASSETS, locale=locale), ["evian"], "draft")
    [made] = prepared.compositions
    prover = Prover(made)
    for name, artefact in documents(made, prepared.house).items():
        ending = DECK if name.endswith("pptx") else BRIEF
        data = replaced(artefact.data, altered or {}) if ending == DECK else artefact.data
        yield Variant("evian", locale=made.translation), ending, made, prover.prove(ending, data, name)


def replaced(deck: bytes, altered: Altered) -> bytes:
    """A deck with bytes of some of its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as source, zipfile.ZipFile(target, "w") as new:
        for name in source.namelist():
            data = source.read(name)
            for part, (old, other) in altered.items():
                if name == part:
                    assert old in data
                    data = data.replace(old, other)
            new.writestr(name, data)
    return target.getvalue()


def told(verifications: Iterable[Verification]) -> list[str]:
    """What was found, a line each."""
    return [plain_spaces(str(finding)) for each in verifications for finding in each.findings]


def test_twins_say_the_same(tmp_path: Path) -> None:
    every = [*proved(tmp_path / "fr", ""), *proved(tmp_path / "en", "en_GB")]
    found = list(twins(every))
    assert [each.subject for each in found] == [
        "evian-brief.pdf et evian-brief.en_GB.pdf",
        "evian-deck.pptx et evian-deck.en_GB.pptx",
    ]
    assert told(found) == []
    assert all(check.count for each in found for check in each.checks)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("109_000_000_000", "190_000_000_000", "twin-value"),
        ("status: promised", "status: announced", "twin-fact"),
        ("locator: § 8", "locator: § 9", "twin-fact"),
    ],
    ids=["value", "status", "source"],
)
def test_a_fact_that_differs_in_one_language_is_found(tmp_path: Path, before: str, after: str, code: str) -> None:
    facts = SMALL["facts/financement.yaml"]
    assert before in facts
    changed = {"facts/financement.yaml": facts.replace(before, after)}
    found = told(twins([*proved(tmp_path / "fr", ""), *proved(tmp_path / "en", "en_GB", changed)]))
    assert any((code in line and "promesse" in line) or code == "twin-value" for line in found)
    assert found


@pytest.mark.parametrize(
    ("table", "line"), [("table A4", ""), ("table A5", "« promesse » (promised, bilan, table A5) n’est pas en fr-FR")]
)
def test_a_place_in_a_source_may_be_translated(table: str, line: str, tmp_path: Path) -> None:
    """« Tableau A4 » is table A4, and no other table."""
    words = {
        "facts/financement.yaml": SMALL["facts/financement.yaml"].replace("§ 8", "tableau A4"),
        "translations/en_GB/locators.yaml": f'- {{fr: "tableau A4", en: "{table}"}}\n',
    }
    found = told(twins([*proved(tmp_path / "fr", "", words), *proved(tmp_path / "en", "en_GB", words)]))
    assert bool(found) == bool(line)
    assert not line or any(line in each for each in found)


def test_a_fact_left_out_of_one_language_is_found(tmp_path: Path) -> None:
    fewer = {
        "sections/chiffres.yaml": COMPLETE["sections/chiffres.yaml"].replace("[levees, promesse, pme]", "[levees, pme]")
    }
    found = told(twins([*proved(tmp_path / "fr", ""), *proved(tmp_path / "en", "en_GB", fewer)]))
    assert any("« promesse » (promised, bilan, § 8) n’est pas en en-GB" in line for line in found)


def test_a_section_left_out_of_one_language_is_found(tmp_path: Path) -> None:
    fewer = {"briefings/evian.yaml": COMPLETE["briefings/evian.yaml"].replace("chiffres, ", "")}
    found = told(twins([*proved(tmp_path / "fr", ""), *proved(tmp_path / "en", "en_GB", fewer)]))
    assert any("« chiffres » en fr-FR, « financement » en en-GB" in line for line in found)


def test_a_date_that_differs_in_one_language_is_found(tmp_path: Path) -> None:
    facts = (
        SMALL["facts/financement.yaml"].rstrip()
        + """
        ouverture:
          label: ouverture
          date: {day}
          status: planned
          as_of: 2026-02-10
          source: bilan
          locator: § 9
        """
    )
    section = SMALL["sections/financement.yaml"].replace("en 2025[^total]", "le {ouverture}[^total]")
    pairs = {
        "translations/en_GB/facts/ouverture.yaml": '- {fr: "ouverture", en: "opening"}',
        "translations/en_GB/sections/financement.yaml": TRANSLATED["translations/en_GB/sections/financement.yaml"]
        .replace("en 2025[^total]", "le {ouverture}[^total]")
        .replace("in 2025[^total]", "on {ouverture}[^total]"),
        "sections/financement.yaml": section,
    }
    own = {"facts/financement.yaml": facts.format(day="2026-06-14")}
    other = {"facts/financement.yaml": facts.format(day="2026-06-15")}
    found = told(
        twins([*proved(tmp_path / "a", "", {**pairs, **own}), *proved(tmp_path / "b", "en_GB", {**pairs, **other})])
    )
    assert any("twin-date" in line and "15 June 2026" in line for line in found)


def test_a_figure_altered_in_one_file_is_found(tmp_path: Path) -> None:
    altered = {"ppt/slides/slide4.xml": (b"109bn", b"190bn")}
    every = [*proved(tmp_path / "fr", ""), *proved(tmp_path / "en", "en_GB", altered=altered)]
    assert any("twin-value" in line and "190bn" in line for line in told(twins(every)))


def test_verify_prints_the_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path, TRANSLATED)
    assert main(["build", *options]) == main(["build", "--locale", "en_GB", *options]) == 0
    assert main(["verify", *options]) == 0
    said = capsys.readouterr().out
    assert "evian-brief.pdf et evian-brief.en_GB.pdf" in said
    assert "Mêmes chiffres et dates relus dans les deux langues" in said


@pytest.mark.parametrize(
    "text",
    [
        "Aucune date n’est donnée.",
        "The amounts. Les lignes ne s’additionnent pas.",
        "La part engagée n'est pas connue",
        "Rien n’est à promettre d’ici là",
    ],
)
def test_a_french_sentence_in_english_is_seen(text: str) -> None:
    assert list(foreign_sentences(text, "en", "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "France co-founded the Coalition pour une IA durable with UN Environment.",
        "EDF, Électricité de France, and the Réseau de transport d’électricité",
        "Montereau-Vallée-de-la-Seine",
        "raised by Mistral AI alone",
    ],
)
def test_french_names_in_english_are_none(text: str) -> None:
    assert not list(foreign_sentences(text, "en", "fr"))


def test_a_french_sentence_left_in_a_translation_fails_its_proof(tmp_path: Path) -> None:
    left = {
        "translations/en_GB/common.yaml": TRANSLATED["translations/en_GB/common.yaml"].replace(
            'en: "What the figures say"', 'en: "Ce que nous disent les chiffres de la France"'
        )
    }
    proofs = [proof for _variant, _ending, _made, proof in proved(tmp_path, "en_GB", left)]
    assert all("language-unmarked" in " ".join(told([proof.verification])) for proof in proofs)


def test_a_marked_french_sentence_passes(tmp_path: Path) -> None:
    left = {
        "translations/en_GB/common.yaml": TRANSLATED["translations/en_GB/common.yaml"].replace(
            'en: "What the figures say"', 'en: "[Ce que nous disent les chiffres de la France]{lang=fr}"'
        )
    }
    proofs = [proof for _variant, _ending, _made, proof in proved(tmp_path, "en_GB", left)]
    assert told(proof.verification for proof in proofs) == []


def test_a_file_that_cannot_be_read_is_not_judged() -> None:
    with pytest.raises(UnreadableError):
        check_foreign(b"%PDF-1.7 nothing", (), "en-GB", "fr-FR")
