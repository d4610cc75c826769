"""The gate: floors rise by one command, and fall only on purpose."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).with_name("quality")))
import gate

FLOORS = {"pool": {"statements f1": 0.5, "nodes f1": 0.9}}


def test_a_figure_below_its_floor_is_named():
    assert gate.fallen({"pool": {"statements f1": 0.4, "nodes f1": 0.95}}, FLOORS) == [
        "pool: statements f1 is 0.400, the floor 0.500"
    ]


def test_the_slack_forgives_a_rounding():
    assert not gate.fallen({"pool": {"statements f1": 0.5 - gate.SLACK / 2}}, FLOORS)


def test_floors_only_rise():
    measured = {"pool": {"statements f1": 0.6, "nodes f1": 0.8}}
    assert gate.raised(measured, FLOORS, lower=False) == {"pool": {"statements f1": 0.6, "nodes f1": 0.9}}
    assert gate.raised(measured, FLOORS, lower=True) == measured


def test_the_committed_floors_hold_what_the_first_issue_asks():
    import json

    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))["dev"]
    assert floors["nodes f1"] >= 0.87
    assert floors["statements precision"] >= 0.60
    assert floors["statements recall"] >= 0.25
    assert floors["matched modality"] >= 0.90
