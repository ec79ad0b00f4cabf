"""Who receives a numbered copy, of which documents: an entry as typed, and the recipient it becomes."""

from msgspec import Struct

from rapport.artefact import DocumentKind
from rapport.audience import Audience
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.model.scalar import Choice, Line
from rapport.origin import NOWHERE, Origin


class RecipientEntry(Located):
    """An entry of a list of recipients, as typed; only the name is required."""

    name: Line
    title: Line | None = None
    delegation: Line | None = None
    locale: Line | None = None
    number: Line | None = None
    audience: Choice | None = None
    documents: tuple[Choice, ...] = ()
    password: Line | None = None

    @property
    def texts(self) -> tuple[Prose, ...]:
        """What is printed of the entry."""
        return tuple(prose for prose in (self.name, self.title, self.delegation) if prose is not None)

    @property
    def identity(self) -> tuple[str, str, str]:
        """Name, title and delegation."""
        return self.name.text, said(self.title), said(self.delegation)


def said(prose: Prose | None) -> str:
    """The text of what may be absent."""
    return prose.text if prose is not None else ""


class Recipient(Struct, frozen=True):
    """A recipient with the number of their copy.

    `title` and `delegation` may be empty; `locale` is empty for the briefing's own, `documents` for the usual ones.
    `audience` is what they may see; None where the list does not say. `password` opens their copy; empty for none.
    """

    number: int
    name: str
    title: str = ""
    delegation: str = ""
    locale: str = ""
    documents: tuple[DocumentKind, ...] = ()
    audience: Audience | None = None
    password: str = ""
    origin: Origin = NOWHERE

    @property
    def label(self) -> str:
        """The recipient as a stamp names them: « Mme Zoé Çelik, Délégation turque »."""
        person = f"{self.title} {self.name}" if self.title else self.name
        whole = f"{person}, {self.delegation}" if self.delegation else person
        return whole.replace("'", "’")
