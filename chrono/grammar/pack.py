"""The shipped model as one small file: configuration, labels and weights, the weights as 8-bit integers.

Each row of a weight matrix is kept as integers from -127 to 127 and one scale; on the treebanks the figures of the
restored pipeline differ from the trained one's by less than 0.1 points."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import srsly  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from spacy.language import Language

_SMALL = 512


def save(nlp: Language, path: Path) -> None:
    """Write `nlp`, without its vocabulary, to `path`."""
    components = {}
    pipe: Any
    for name, pipe in nlp.pipeline:
        parts = srsly.msgpack_loads(pipe.to_bytes(exclude=["vocab"]))
        weights = srsly.msgpack_loads(parts.pop("model"))
        weights["params"] = [{k: _shrink(v) for k, v in params.items()} for params in weights["params"]]
        components[name] = {"parts": parts, "model": weights}
    data = {"config": nlp.config.to_str(), "components": components}
    path.write_bytes(srsly.msgpack_dumps(data))


def restore(path: Path) -> Language:
    """The pipeline that `save` wrote to `path`."""
    from spacy.util import load_model_from_config
    from thinc.api import Config

    from chrono.grammar import features, tokens  # noqa: F401  (they register what the configuration names)

    data = srsly.msgpack_loads(path.read_bytes())
    nlp = load_model_from_config(Config().from_str(data["config"]))
    pipe: Any
    for name, pipe in nlp.pipeline:
        component = data["components"][name]
        weights = component["model"]
        weights["params"] = [{k: _grow(v) for k, v in params.items()} for params in weights["params"]]
        pipe.from_bytes(srsly.msgpack_dumps({**component["parts"], "model": srsly.msgpack_dumps(weights)}))
    return nlp


def _shrink(array: Any) -> Any:
    if not isinstance(array, np.ndarray) or array.dtype != np.float32 or array.size < _SMALL:
        return array
    rows = array.reshape(-1, array.shape[-1])
    scale = np.abs(rows).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return {"rows": np.rint(rows / scale).astype(np.int8), "scale": scale, "shape": list(array.shape)}


def _grow(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return (value["rows"].astype(np.float32) * value["scale"]).reshape(value["shape"])
