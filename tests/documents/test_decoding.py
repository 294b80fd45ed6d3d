import pytest

from chrono.documents.decoding import decode
from chrono.errors import InputError

PROSE = "The café in Köln closed – “for good”, said Zoë Müller."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PROSE.encode("utf-8"), "utf-8"),
        (PROSE.encode("utf-8-sig"), "utf-8-sig"),
        (PROSE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), "utf-16"),
        (PROSE.encode("utf-32"), "utf-32"),
        (PROSE.encode("utf-16-le"), "utf-16-le"),
        (PROSE.encode("utf-16-be"), "utf-16-be"),
        (PROSE.encode("cp1252"), "cp1252"),
        ("Grüße aus Köln, Ärger und Übermut".encode("cp1252"), "cp1252"),
        ("a price of £40".encode("cp1252"), "cp1252"),
    ],
)
def test_text_is_read_in_its_own_encoding(data: bytes, encoding: str) -> None:
    text, used = decode(data, "a.txt")
    assert used == encoding
    assert text == data.decode(encoding).lstrip("\ufeff")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (bytes(range(1, 32)) * 9 + b"\xff", "binary"),
        ("Привет, мир".encode("cp1251"), "say --encoding"),
        ("日本語のテキストです。".encode("shift_jis"), "say --encoding"),
        (b"fine until \xff\xfe\xfd here", "say --encoding"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, cause: str) -> None:
    with pytest.raises(InputError, match=cause) as caught:
        decode(data, "dir/a.txt")
    assert str(caught.value).startswith("dir/a.txt: ")


def test_a_named_encoding_is_the_only_one_tried() -> None:
    assert decode("Привет".encode("cp1251"), "a", "cp1251") == ("Привет", "cp1251")
    with pytest.raises(InputError, match="not ascii text"):
        decode("é".encode(), "a", "ascii")
    with pytest.raises(InputError, match="no encoding called"):
        decode(b"a", "a", "klingon")


def test_line_ends_stay_so_that_offsets_hold() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a")[0] == "one\r\ntwo\rthree\n"
