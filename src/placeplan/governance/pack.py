"""A pack: the agenda and the papers of a meeting, public and private from one source.

What is withheld is taken out of the pack before anything is drawn, so that no page,
bookmark, title or hidden field of the file can tell it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

EMPTY: Final = b""


@dataclass(frozen=True, slots=True)
class Withholding:
    """Why something is not shown to the reader.

    Parameters
    ----------
    kind : str
        ``exempt``, ``confidential`` or, for one reader, ``interest``.
    cites : str
        Section or paragraph, such as ``paragraph 3``.
    because : str
        What it covers and why keeping it outweighs showing it; no full stop.
    """

    kind: str
    cites: str
    because: str

    def say(self) -> str:
        """Say it in one sentence.

        Examples
        --------
        >>> Withholding("exempt", "paragraph 3", "it prices a contract").say()
        'Exempt: paragraph 3, because it prices a contract.'
        """
        if self.kind == "interest":
            return f"Not served to you, because {self.because}."
        start = f"{self.kind.capitalize()}: {self.cites}"
        return f"{start}, because {self.because}." if self.because else f"{start}."


@dataclass(frozen=True, slots=True)
class PackPaper:
    """A paper: Markdown text or an uploaded PDF.

    Parameters
    ----------
    title : str
        Its title.
    label : str
        What is printed below, such as ``Version 2, published 5 August 2019``.
    text : str
        Markdown; empty where a PDF was uploaded.
    pdf : bytes
        The uploaded PDF; empty where there is text.
    withheld : Withholding or None
        Why it is kept from the public; None when it is public.
    """

    title: str
    label: str = ""
    text: str = ""
    pdf: bytes = EMPTY
    withheld: Withholding | None = None


@dataclass(frozen=True, slots=True)
class PackItem:
    """An item of the agenda with its front sheet and its papers.

    Parameters
    ----------
    number, title, section, purpose, presenter : str
        As the agenda has them.
    minutes : int or None
        Minutes planned.
    front : tuple of (str, str)
        Lines of the front sheet: what about, and its words.
    papers : tuple of PackPaper
        In order.
    withheld : Withholding or None
        Why the item is taken in private; None when it is public.
    """

    number: str
    title: str
    section: str = ""
    purpose: str = ""
    presenter: str = ""
    minutes: int | None = None
    front: tuple[tuple[str, str], ...] = ()
    papers: tuple[PackPaper, ...] = ()
    withheld: Withholding | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack, before it is drawn.

    Parameters
    ----------
    title : str
        Title of the file, such as ``Joint Committee, 14 August 2019``.
    group, day, place : str
        Who meets, when and where, in words.
    items : tuple of PackItem
        In the order of the agenda.
    notes : tuple of str
        Sentences below the agenda, such as why notice was short.
    is_private : bool
        Whether it holds what the public may not see.
    """

    title: str
    group: str
    day: str
    place: str = ""
    items: tuple[PackItem, ...] = ()
    notes: tuple[str, ...] = ()
    is_private: bool = True


def make_public(pack: Pack) -> Pack:
    """Give the pack of the public: what is withheld leaves its reason alone.

    The title of a withheld item stays, as on any agenda; its front sheet, and all of a
    withheld paper, go.

    Examples
    --------
    >>> secret = PackPaper("Price of Mill", text="9", withheld=Withholding(
    ...     "exempt", "paragraph 3", "it prices a contract"))
    >>> pack = make_public(Pack("P", "G", "D", items=(
    ...     PackItem("1", "Contract", papers=(secret,)),)))
    >>> pack.items[0].papers[0]
    PackPaper(title='Paper not published', label='', text='', pdf=b'', \
withheld=Withholding(kind='exempt', cites='paragraph 3', because='it prices a \
contract'))
    """
    return replace(pack, items=tuple(map(_publish, pack.items)), is_private=False)


def leave_out(pack: Pack, numbers: Collection[str], because: str) -> Pack:
    """Give the private pack of one reader, without exempt papers of some items.

    Parameters
    ----------
    pack : Pack
        The private pack.
    numbers : collection of str
        Numbers of the items whose exempt papers are not served to the reader.
    because : str
        Why, such as ``you declared an interest``.

    Examples
    --------
    >>> leave_out(Pack("P", "G", "D"), {"5"}, "you declared an interest").items
    ()
    """
    reason = Withholding("interest", "", because)
    return replace(
        pack,
        items=tuple(
            _publish(item, reason) if item.number in numbers else item
            for item in pack.items
        ),
    )


def _publish(item: PackItem, reason: Withholding | None = None) -> PackItem:
    papers = tuple(
        _empty(paper.withheld or item.withheld, reason)
        if paper.withheld or item.withheld
        else paper
        for paper in item.papers
    )
    front = () if item.withheld else item.front
    return replace(item, papers=papers, front=front)


def _empty(held: Withholding | None, reason: Withholding | None) -> PackPaper:
    return PackPaper("Paper not published", withheld=reason or held)
