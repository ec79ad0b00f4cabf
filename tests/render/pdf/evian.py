"""A brief like those the product is for: every kind of block, in the words of a made-up Évian."""

from __future__ import annotations

from decimal import Decimal

from rapport.edition.blocks.figures import (
    Cell,
    Chart,
    Comparison,
    Image,
    KeyFigures,
    Moment,
    Point,
    Row,
    Series,
    Side,
    Table,
    Timeline,
)
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    ContactEntry,
    Contacts,
    Glossary,
    GlossaryEntry,
    Message,
    Messages,
    Question,
    Questions,
    Quote,
)
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.picture import Picture
from rapport.edition.text import Status
from render.pdf.made_up import (
    ACHIEVED,
    PLANNED,
    PROMISED,
    RESERVED,
    TARGET,
    bullets,
    call,
    edition,
    fact,
    figure,
    group,
    note,
    para,
    row,
    section,
    table,
    words,
)
from render.pdf.pixels import png

SOURCE = words("Source : texte du 10 février 2026, § 4, 6, 8 et 12.")


def evian(*, draft: bool = False, stamp: str = "") -> Edition:
    """The whole brief."""
    sections = (essentials(), funding(), data_centres(), meetings(), calendar(), figures_annex(), acronyms())
    foyers = "« L’équivalent de la consommation de plusieurs millions de foyers », selon la source (§ 8)."
    return edition(*sections, notes=(note("foyers", "1", foyers),), draft=draft, stamp=stamp)


def essentials() -> EditionSection:
    """Numbered messages and a band of figures."""
    messages = (
        Message(
            words("Les entreprises lèvent des fonds"), words("Plus de 2,6 milliards d’euros en 2025."), (ACHIEVED,)
        ),
        Message(words("Les projets trouvent leur terrain"), words("Les 109 milliards d’euros restent promis.")),
    )
    band = KeyFigures(
        (
            figure("2,6", "Md€", "levés par les start-up", ACHIEVED, "plus de"),
            figure("35\u202f000", "", "entreprises sensibilisées", ACHIEVED, "plus de"),
            figure("110\u202f000", "", "fonctionnaires ont activé l’Assistant IA", ACHIEVED, "plus de"),
            figure("109", "Md€", "promis pour construire des centres de données", PROMISED),
            figure("un milliard de milliards", "", "de calculs par seconde", PROMISED),
        ),
        SOURCE,
        "main",
        words("Cinq chiffres, deux statuts"),
    )
    lead = "Les levées de fonds se mesurent ; les centres de données sont en chantier."
    return section("L’essentiel", Messages(messages, words("Deux messages")), band, title="L’essentiel", lead=lead)


def funding() -> EditionSection:
    """A table, then a second subject: a chart of aims with a message of its own."""
    raised = table(
        "Levées et soutien public : ce qui est réalisé, ce qui est annoncé",
        [
            ("Opération", "name"),
            ("Montant", "amount"),
            ("Période", "period"),
            ("Statut", "status"),
            ("Source", "source"),
        ],
        [
            row("Start-up françaises", "plus de 2,6 Md€", "2025", ACHIEVED, "§ 4"),
            row(("Helsing", "entreprise franco-allemande"), "600 M€", "non précisée", ACHIEVED, "§ 4"),
            row("Pionniers de l’IA", "à hauteur de 10 M€", "10 février 2026", Status("announced", "Annoncé"), "§ 5"),
        ],
    )
    aims = (Point(Decimal(100), "la totalité"), Point(Decimal(80), "80\u00a0%"), Point(Decimal(50), "la moitié"))
    names = ("Grandes entreprises", "PME", "Très petites entreprises")
    message = words("« Osez l’IA » : des cibles pour 2030")
    chart = Chart(
        "bar",
        (),
        words("Part des entreprises à équiper, en %"),
        names,
        (Series("", TARGET, aims),),
        SOURCE,
        "Cibles pour 2030 : toutes les grandes entreprises, 80 % des PME.",
        unit="%",
        message=message,
    )
    warning = Callout(words("Point d’attention"), words("Être sensibilisé n’est pas être équipé."))
    return section(
        "Fiche 1", raised, chart, warning, kind="fiche", title="Les fonds sont levés ; l’adoption reste à voir"
    )


def data_centres() -> EditionSection:
    """Figures in the margin beside prose with a note, a callout, a chart with a gap."""
    aside = KeyFigures(
        (
            figure("109", "Md€", "pour construire des centres de données en France", PROMISED),
            figure("5,8", "GW", "de puissance électrique réservée", RESERVED),
        ),
        SOURCE,
        "aside",
    )
    paris = para(
        "Au Sommet de Paris, ",
        fact("109 milliards d’euros", "promis"),
        " ont été promis pour construire en France des "
        "centres de données. La puissance électrique réservée pour ces futurs sites atteint 5,8 GW",
        call("foyers", "1"),
        ".",
    )
    fouju = para(
        "En Seine-et-Marne, le Campus IA de Fouju réunit notamment NVIDIA, MGX, Bpifrance et Mistral AI. Il vise à "
        "devenir le plus grand campus européen consacré à l’IA. À Montereau-Vallée-de-la-Seine, une centrale thermique "
        "d’EDF doit accueillir un centre de données."
    )
    steps = (Point(Decimal(240), "240\u00a0MW"), Point(None, "non précisé"), Point(Decimal(700), "700\u00a0MW"))
    chart = Chart(
        "column",
        words("Fouju doit presque tripler de puissance"),
        words("En mégawatts"),
        ("fin 2027", "fin 2028", "fin 2029"),
        (Series("", PLANNED, steps),),
        SOURCE,
        "240 MW fin 2027, 700 MW fin 2029, non précisé fin 2028.",
    )
    warning = Callout(words("Point d’attention"), words("La source ne dit pas quelle part des 109 Md€ est engagée."))
    return section(
        "Fiche 2",
        aside,
        paris,
        fouju,
        warning,
        chart,
        kind="fiche",
        title="Centres de données",
        lead="Les 109 milliards d’euros restent promis.",
    )


def meetings() -> EditionSection:
    """A list of two levels, two sides, a picture, a contact."""
    points = bullets(("Un premier point", "un détail", "un autre détail"), "Un second point")
    sides = (
        Side(words("New Delhi"), words("18 et 19 février 2026"), (words("une IA accessible à tous"),), PLANNED),
        Side(words("Évian"), words("juin 2026"), (words("sécurité"), words("protection des enfants")), PLANNED),
    )
    data, digest = png(60, 40)
    picture = Image(
        Picture("carte.png", data, digest, "image/png", 60, 40), "Un rectangle gris", words("Légende"), SOURCE
    )
    contact = ContactEntry(words("Service de presse"), words("renseignements"), (words("presse@exemple.fr"),))
    comparison = Comparison(sides, words("La liste est ouverte."), SOURCE)
    return section("Deux rendez-vous", points, comparison, picture, Contacts((contact,)))


def calendar() -> EditionSection:
    """Dates, words to be said, questions."""
    moments = (
        ("Juillet 2025", "Lancement du plan « Osez l’IA »", ACHIEVED, False),
        ("10 février 2026", "Bilan publié", ACHIEVED, False),
        ("Juin 2026", "Sommet du G7 à Évian", PLANNED, True),
        ("2030", "Cibles d’équipement", TARGET, True),
    )
    timeline = Timeline(
        tuple(Moment(words(when), (), words(what), (), status, future) for when, what, status, future in moments),
        words("après l’arrêt des données"),
        SOURCE,
        "Quatre dates.",
    )
    quotes = (
        Quote(words("« La France rend compte, un an après, de ce qu’elle a engagé. »"), words("Bilan, § 2")),
        Quote(words("« Nos agents s’équipent. »"), words("§ 12, réalisé")),
    )
    forbidden = Callout(words("À ne pas dire"), words("« 109 milliards investis » : ils sont promis."))
    questions = Questions(
        (
            Question(words("Quelle part est engagée ?"), words("La source ne le précise pas.")),
            Question(
                words("Combien d’entreprises sont équipées ?"), words("Non précisé. 35 000 ont été sensibilisées.")
            ),
        )
    )
    return section("Calendrier", timeline, *quotes, forbidden, questions, title="De Paris à Évian, puis 2030")


def figures_annex() -> EditionSection:
    """A table over two pages, which lists the pages of a fact."""
    pages = Row(
        (
            Cell(words("Centres de données")),
            Cell(fact("109 Md€", "promis")),
            Cell(status=PROMISED),
            Cell(pages_of="promis"),
        )
    )
    rows = (row(f"Un autre chiffre, numéro {number}", "1,7 Md€", ACHIEVED, "") for number in range(40))
    columns = [("Fait", "name"), ("Valeur", "amount"), ("Statut", "status"), ("Pages", "pages")]
    listed: Table = table("Les principaux chiffres", columns, [group("Financement"), pages, *rows])
    return section("Annexe", listed, kind="annex", title="Les chiffres, leur statut et leur source")


def acronyms() -> EditionSection:
    """A glossary and a list of sources."""
    entries = (
        GlossaryEntry(words("G7"), words("réunion des sept grandes puissances économiques")),
        GlossaryEntry(words("RTE"), words("gestionnaire du réseau électrique français")),
    )
    sources: Bullets = bullets("Un an après le Sommet de Paris, texte du 10 février 2026")
    return section("Sigles", Glossary(entries), sources, kind="annex")
