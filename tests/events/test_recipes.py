"""How the noun lexicon is made."""

from __future__ import annotations

from pathlib import Path

from chrono.events import recipes

CONLLU = """# sent_id = a
# text = The flood hit a town
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-event-new
2\tflood\tflood\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=1)
3\thit\thit\tVERB\tVBD\t_\t0\troot\t_\t_
4\ta\ta\tDET\tDT\t_\t5\tdet\t_\tEntity=(2-place-new
5\ttown\ttown\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)
"""


def test_heads_of_event_entities_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "tiny.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    counts, events = recipes._gum_counts([path])
    assert dict(counts) == {"flood": 1, "town": 1}
    assert events["flood"] == 1 and events["town"] == 0


def test_an_act_derived_from_a_verb_scores_above_a_thing(tmp_path: Path) -> None:
    (tmp_path / "index.sense").write_text(
        "attack%1:04:00:: 00000001 1 20\nstone%1:17:00:: 00000002 1 20\n", encoding="utf-8"
    )
    (tmp_path / "data.noun").write_text(
        "  1 header\n00000001 04 n 01 attack 0 001 + 00000009 v 0101 | an act\n"
        "00000002 17 n 01 stone 0 000 | a thing\n",
        encoding="utf-8",
    )
    priors = recipes._wordnet_priors(tmp_path)
    assert priors["attack"] > 0.8 > priors["stone"] == 0
