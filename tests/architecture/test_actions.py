"""A verb has a file, a question has a file, and each says what it does."""

from pathlib import Path

from tests.support.rules import doors
from tests.support.rules.source import PACKAGES, Source, at_least, house, nothing, plant, read_sources


def _planted(root: Path, path: str, text: str) -> list[Source]:
    plant(root, path, text)
    return read_sources(root, ["domain"])


def test_an_action_file_holds_its_verb_and_its_command() -> None:
    at_least(10, doors.verbs(house("domain")), "action files")
    nothing(doors.misnamed_actions(house("domain")))


def test_planted_action_files_are_found(tmp_path: Path) -> None:
    path = "domain/intake/actions/submit_application.py"
    good = "class SubmitApplication(BaseModel): ...\nclass _Draft: ...\nasync def submit_application(): ...\n"
    assert doors.misnamed_actions(_planted(tmp_path, path, good)) == []
    for bad in (
        "async def submit(): ...\n",
        "async def _submit_application(): ...\n",
        f"{good}async def withdraw_application(): ...\n",
        good.replace("class SubmitApplication", "class Submission"),
    ):
        assert len(doors.misnamed_actions(_planted(tmp_path, path, bad))) == 1, bad


def test_every_module_and_every_door_says_what_it_is_for() -> None:
    at_least(5, doors.in_room(house("domain"), "queries"), "query files")
    at_least(3, doors.in_room(house("domain"), "rules"), "rule files")
    nothing(doors.untold(house(*PACKAGES)))


def test_planted_silent_files_and_functions_are_found(tmp_path: Path) -> None:
    assert len(doors.untold(_planted(tmp_path, "domain/intake/__init__.py", ""))) == 1
    plant(tmp_path, "domain/intake/__init__.py", '"""Domande."""\n')
    assert doors.untold(_planted(tmp_path, "domain/intake/rules/__init__.py", "")) == []
    assert len(doors.untold(_planted(tmp_path, "domain/intake/terms.py", "x = 1\n"))) == 1
    plant(tmp_path, "domain/intake/terms.py", '"""Words."""\n')
    text = '"""Terms of the procedure."""\ndef due_on(): ...\ndef _working(): ...\n'
    assert [
        line.split(": ")[1].split("(")[0] for line in doors.untold(_planted(tmp_path, "domain/intake/rules/d.py", text))
    ] == ["due_on"]


def test_work_and_who_asks_always_have_the_same_name() -> None:
    at_least(60, house(), "Python files")
    nothing(doors.misnamed_parameters(house()))


def test_planted_parameter_names_are_found(tmp_path: Path) -> None:
    path = "domain/intake/actions/send_it.py"
    text = "class SendIt(BaseModel): ...\nasync def send_it(work: UnitOfWork, citizen: Citizen, command: SendIt): ...\n"
    assert doors.misnamed_parameters(_planted(tmp_path, path, text)) == []
    for good, bad in (("work:", "uow:"), ("citizen:", "user:"), ("command:", "payload:")):
        assert len(doors.misnamed_parameters(_planted(tmp_path, path, text.replace(good, bad)))) == 1


def test_a_question_is_asked_inside_a_unit_of_work() -> None:
    at_least(5, doors.in_room(house("domain"), "queries"), "query files")
    nothing(doors.open_queries(house("domain")))


def test_a_planted_query_without_work_is_found(tmp_path: Path) -> None:
    path = "domain/intake/queries/worklist.py"
    assert doors.open_queries(_planted(tmp_path, path, "async def worklist(work, operator): ...\n")) == []
    assert len(doors.open_queries(_planted(tmp_path, path, "async def worklist(session): ...\n"))) == 1
