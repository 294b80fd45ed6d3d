"""TimeML files (``.tml``): the text between the TEXT tags, with the document's creation time."""

from __future__ import annotations

from xml.etree import ElementTree

from ..errors import InputError
from .document import Document


def timeml_document(data: bytes, path: str) -> Document:
    """The document of a TimeML file: its text without the markup, its DOCID, TITLE and creation time (DCT)."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise InputError(f"{path}: not well-formed XML ({error})") from None
    body = root.find("TEXT")
    text = "".join((root if body is None else body).itertext())
    if root.tag != "TimeML" or not text.strip():
        raise InputError(f"{path}: not a TimeML file with a text")
    created = root.find("DCT/TIMEX3")
    if created is None:
        created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    return Document(
        text,
        title=" ".join((root.findtext("TITLE") or "").split()),
        published=None if created is None else created.get("value"),
        id=(root.findtext("DOCID") or "").strip(),
        path=path,
    )
