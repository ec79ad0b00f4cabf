"""`rapport pack`: the documents of a briefing in one archive, or a numbered copy for each recipient."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.artefact import Artefact
from rapport.audience import Audience
from rapport.commands.diagnostics import project_of, release_of, show
from rapport.commands.unproved import ANYWAY, refuse
from rapport.disk import alone, place
from rapport.model.campaign import Recipient
from rapport.pack.manifest import PackedFile, archive
from rapport.problem import ContentError, Problem, errors
from rapport.project.circulation import Order, write_copies
from rapport.project.composition import concerning
from rapport.project.copies import Copies, Editions, prove_first_copies, unwritable
from rapport.project.documents import USUAL
from rapport.project.earlier import Earlier, change_sheet, earlier, imprint_of
from rapport.project.enclosures import HandEditedDeck, Packing, left_out, packed_files, taken
from rapport.project.hand_edits import Comparing
from rapport.project.passwords import GENERATE, PROTECTED, CopyPasswords, ProtectedPack, password_problems
from rapport.project.progress import followed
from rapport.project.project import UsageError, chosen, house_of, reading_of, sound
from rapport.project.proofs import ProofError
from rapport.project.signing import Signer, signing_of
from rapport.project.variants import EditionVariants
from rapport.read.counting import counted
from rapport.read.recipients.recipients import Recipients, read_recipients
from rapport.verify.pack import SIGNATURE

PROOFS_FOLLOWED = partial(followed, noun="preuve des documents du paquet", few=1)
FIRST_COPIES_FOLLOWED = partial(followed, noun="preuve des premiers exemplaires", few=1)


def run(arguments: argparse.Namespace) -> int:
    """Packs one briefing; nothing is written before content and recipients are sound."""
    _check_options(arguments)
    reading = reading_of(project_of(arguments))
    content = sound(reading)
    key = _only(chosen(content, [arguments.briefing] if arguments.briefing else []))
    house = house_of(project_of(arguments))
    signing = signing_of(arguments.sign, arguments.passphrase, arguments.timestamp, house if arguments.seal else None)
    recipients = read_recipients(arguments.recipients) if arguments.recipients else Recipients((), ())
    variants = EditionVariants(project_of(arguments), key, house, release_of(arguments))
    made = variants.composed(variants.widest)
    found = [*concerning(reading.problems, content, [key]), *recipients.problems]
    listed = recipients.listed
    found += chain(_undecided(listed, arguments.audience), unwritable(listed, house, arguments.printed))
    others = variants.twins(arguments.twin)
    found += variants.problems(listed, others)
    guarded = CopyPasswords.of(listed, made, arguments.passwords, arguments.output, printed=arguments.printed)
    found += guarded.problems(listed, printed=arguments.printed)
    _say(_let_through(found) if arguments.unproved else found)
    before = earlier(arguments.since) if arguments.since else None
    comparing = Comparing(reading, house, arguments.output)
    edited = taken(arguments.edited, made, comparing) if arguments.edited else None
    if edited is None and made.audience == "internal":
        for line in left_out(made, comparing):
            print(line, file=sys.stderr)
    if arguments.recipients:
        _check_documents(recipients.listed, edited)
        decks = (lambda made, _house: edited.stamped(made, comparing)) if edited else None
        copies = Copies(made, house, decks)
        changes = _changes(before, copies) if before else None
        guard = guarded.protection(signing, arguments.rights)
        order = Order(recipients.listed, arguments.printed, arguments.separators, changes, guard)
        return _copied(Editions(copies, variants), order, guarded, arguments.output)
    twin = variants.composed(others[0]) if others else None
    packing = Packing(made, house, before, edited=edited, twin=twin, watched=PROOFS_FOLLOWED)
    packing = replace(packing, signed=partial(_signed, signing), unproved=arguments.unproved)
    return _delivered(Delivery(arguments.output, arguments.passwords, signing), packing)


def _copied(editions: Editions, order: Order, guarded: CopyPasswords, output: Path) -> int:
    """Writes the copies; none where the first of a document is not proved."""
    try:
        prove_first_copies(((editions.of(one), one) for one in order.recipients), FIRST_COPIES_FOLLOWED)
    except ProofError as error:
        return refuse(error, "aucun exemplaire n’est écrit")
    if guarded.write_table():
        print(guarded.table)
    print(write_copies(editions, order, output))
    return 0


def _only(keys: Sequence[str]) -> str:
    """The briefing to pack. Raises UsageError where several could be meant."""
    if len(keys) > 1:
        raise UsageError(f"quel dossier\u202f? (au choix\u00a0: {', '.join(keys)})")
    return keys[0]


def _let_through(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Numbers that nothing proves keep no pack whose page says so."""
    for problem in problems:
        yield replace(problem, severity="warning") if problem.code == "number-without-fact" else problem


def _say(problems: Iterable[Problem]) -> None:
    """Shows warnings. Raises ContentError where one is more than that."""
    found = counted(dict.fromkeys(problems))
    if errors(found):
        raise ContentError(found)
    show(found)


def _undecided(recipients: Sequence[Recipient], widest: Audience) -> Iterator[Problem]:
    """Recipients of whom the list does not say what they may see would get all: that is said, once."""
    undecided = [recipient for recipient in recipients if recipient.audience is None]
    if undecided and widest == "internal":
        first = undecided[0]
        others = f", et {len(undecided) - 1}\u00a0autres" if len(undecided) > 1 else ""
        message = f"«\u00a0{first.label}\u00a0»{others}\u00a0: tout le dossier, pages internes comprises"
        hint = "ajoutez une colonne «\u00a0public visé\u00a0»\u00a0: interne, partenaires, presse ou public"
        yield Problem("audience-missing", message, first.origin, hint, "warning")


def _check_options(arguments: argparse.Namespace) -> None:
    """An option that could do nothing is said, not passed over. Raises UsageError."""
    if arguments.separators and not arguments.printed:
        raise UsageError("--separators ne sert qu’avec --print")
    if arguments.edited and arguments.audience != "internal":
        raise UsageError("--edited ne va pas avec --audience\u00a0: rien ne dit pour qui est une retouche")
    if arguments.unproved and arguments.recipients:
        raise UsageError("--unproved ne va pas avec --recipients\u00a0: un exemplaire est toujours prouvé")
    if arguments.printed and not arguments.recipients:
        raise UsageError("--print ne sert qu’avec --recipients")
    if arguments.twin and (arguments.recipients or arguments.edited):
        raise UsageError("--with ne va ni avec --recipients, où chacun a sa langue, ni avec --edited")
    if arguments.edited and arguments.printed:
        raise UsageError("--print imprime les diapositives du contenu\u00a0: il ne va pas avec --edited")


def _check_documents(recipients: Iterable[Recipient], edited: HandEditedDeck | None) -> None:
    """Pages of slides are drawn from the content: beside an edited deck they would be others. Raises UsageError."""
    for recipient in recipients:
        if edited and not {"slides", "notes"}.isdisjoint(recipient.documents or USUAL):
            message = "ses diapositives en PDF ne seraient pas celles de la présentation modifiée"
            raise UsageError(f"--edited\u00a0: «\u00a0{recipient.label}\u00a0»\u00a0: {message}")


def _changes(before: Earlier, copies: Copies) -> Artefact:
    """What changed since the edition before. Raises UsageError where that is another briefing's."""
    made = copies.made
    imprint = imprint_of(made, copies.base("brief"))
    return change_sheet(before, imprint, made.brief, copies.house)


class Delivery(Struct, frozen=True):
    """Where a pack goes, the passwords asked for, empty for none, and the key that signs it, None for none."""

    output: Path
    passwords: str
    signing: Signer | None


def _signed(signing: Signer | None, name: str, data: bytes) -> bytes:
    """A document as it is handed out."""
    return signing.pdf(data) if signing and name.endswith(".pdf") else data


def _delivered(delivery: Delivery, packing: Packing) -> int:
    """Writes the pack; nothing where a document just made is not proved."""
    try:
        for path in _write_pack(delivery, packing):
            print(path)
    except ProofError as error:
        return refuse(error, "le paquet n’est pas écrit", ANYWAY)
    return 0


def _write_pack(delivery: Delivery, packing: Packing) -> Iterator[Path]:
    """Writes the pack, this command alone, and clears what a killed one left; under a password too where one is asked.

    A briefing under embargo asks for one. Raises UsageError.
    """
    key = packing.made.key
    path = delivery.output / key / packing.named("-pack.zip")
    files = packed_files(packing, path.name)
    if delivery.signing:
        files += (PackedFile(SIGNATURE, delivery.signing.manifest(files[-1].data)),)
    data = archive(files)
    with alone(path.parent, "un paquet", patience=0):
        place(path, data)
        yield path
        if asked := delivery.passwords or (GENERATE if packing.made.brief.cover.embargo else ""):
            protected = ProtectedPack.of(path.parent / packing.named(PROTECTED), asked)
            show(tuple(password_problems((protected.password,), ())))
            yield from protected.write(data)
