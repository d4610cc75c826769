"""Files of corrections: what is read from them, and what is refused, with file and line."""

import datetime as dt

import pytest

from graphbuild import corrections
from graphbuild.errors import DataError, SourceError

LINES = """
{"action": "reject_statement", "statement": "0a1b", "article": "a.txt", "quote": "Paris « dort ».", "by": "Zoé"}
{"action": "flip_statement", "statement": "0a1b"}
{"action": "reject_edge", "source": "RUS", "relation": "attacks", "target": "UKR", "at": "2022-03-01"}

{"action": "retype_edge", "source": "RUS", "relation": "attacks", "target": "UKR", "to": "invades"}
{"action": "flip_edge", "source": "RUS", "relation": "attacks", "target": "UKR", "reason": "the other way"}
{"action": "merge", "entity": "Kiev", "into": "Kiev (place)"}
{"action": "not_same", "entity": "Georgia", "other": "Georgia (place)"}
{"action": "rename", "entity": "Kiev (place)", "label": "Kyiv", "label_fr": "Kyïv"}
{"action": "retype", "entity": "Wagner", "type": "organization"}
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "corrections.jsonl"

    def write(text):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_every_action_is_read(file):
    found = corrections.read(file(LINES))
    assert [one.action for one in found] == list(corrections.FIELDS)
    assert found[0].concerns == {"statement": "0a1b", "article": "a.txt", "quote": "Paris « dort »."}
    assert (found[0].by, found[0].reason, found[0].at) == ("Zoé", None, None)
    assert found[1].concerns == {"statement": "0a1b"}
    assert found[2].at == dt.date(2022, 3, 1)
    assert found[4].reason == "the other way"
    assert list(found[7].concerns) == ["entity", "label", "label_fr"]


@pytest.mark.parametrize("text", ["", "\n \r\n", "\ufeff\n"])
def test_a_file_without_lines_corrects_nothing(file, text):
    assert corrections.read(file(text)) == []


def test_marks_and_line_ends_of_windows_are_read(file):
    assert corrections.read(file("\ufeff" + LINES.replace("\n", "\r\n"))) == corrections.read(file(LINES))


MERGE = '{"action": "merge", "entity": "A", "into": "B"%s}'


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "a correction is a JSON object with an 'action'"),
        ('{"action": "explode"}', "'action' is 'explode'; allowed are reject_statement, "),
        ("{}", "'action' must be a text, not None"),
        ('{"action": ["merge"]}', "'action' must be a text"),
        ('{"action": "merge", "entity": "A"}', "'into' must be a text, not None"),
        ('{"action": "merge", "entity": "A", "into": " "}', "'into' must be a text"),
        ('{"action": "merge", "entity": "A", "into": "A"}', "'entity' and 'into' are both 'A'"),
        (MERGE % ', "__proto__": {}', "unknown key '__proto__'"),
        (MERGE % ', "reason": 3', "'reason' must be a text, not 3"),
        (MERGE % ', "at": "2022-02-31"', "'at' must be a day such as 2022-01-17, not '2022-02-31'"),
        ('{"action": "retype", "entity": "A", "type": "ship"}', "'type' is 'ship'; allowed are country, "),
        ('{"action": "reject_statement", "statement": "1", "quote": 3}', "'quote' must be a text, not 3"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(file, line, complaint):
    path = file(f"{MERGE % ''}\n\n{line}\n")
    with pytest.raises(DataError) as error:
        corrections.read(path)
    assert str(error.value).startswith(f"{path}: line 3: {complaint}")


def test_other_encodings_are_named_with_their_line(file):
    path = file(b"\n" + (MERGE % "").replace("A", "É").encode("latin-1"))
    with pytest.raises(DataError, match="line 2: not UTF-8"):
        corrections.read(path)


@pytest.mark.parametrize("name", ["nothing.jsonl", ".", "a\0b"])
def test_a_file_that_cannot_be_opened(tmp_path, name):
    with pytest.raises(SourceError, match="cannot read"):
        corrections.read(f"{tmp_path}/{name}")
