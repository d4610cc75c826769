"""Gives every article an id of its own, whatever the order in which the articles came."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from hashlib import blake2b

from graphbuild.model import Article


def named(articles: Iterable[Article]) -> list[Article]:
    """The articles sorted by id: equal ones once; a hash for an id where there is none, and behind one that clashes."""
    found = {replace(article, id=article.id or _hash(article, 8)) for article in articles}
    for size in (4, 8, 16):  # the longer ones only where somebody made the shorter ones clash
        groups = defaultdict(list)
        for article in found:
            groups[article.id].append(article)
        found = {
            replace(article, id=f"{article.id}-{_hash(article, size)}") if len(group) > 1 else article
            for group in groups.values()
            for article in group
        }
    return sorted(found, key=lambda article: article.id)


def _hash(article: Article, size: int) -> str:
    """Of the fields that are there, by name: a new field in the model must not give every text a new id."""
    known = {f.name: str(value) for f in fields(article) if f.name != "id" and (value := getattr(article, f.name))}
    return blake2b(json.dumps(known, sort_keys=True).encode(), digest_size=size).hexdigest()
