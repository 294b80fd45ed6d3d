"""Places: a small offline gazetteer, and where a document was written. The tagger, dateline and events use it."""

from .gazetteer import Place, country_of, lookup, places
from .origin import place

__all__ = ["Place", "country_of", "lookup", "place", "places"]
