"""The command ``graphbuild``. What is heavy is imported inside the commands, so that ``--help`` answers at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild import __version__
from graphbuild.errors import GraphbuildError, WriteError

if TYPE_CHECKING:
    from graphbuild.graph import KnowledgeGraph
    from graphbuild.model import Article

FINE, SOME_FAILED, NOTHING = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141
"""What shells expect of a program that was ended by SIGINT or SIGPIPE."""

LISTED = 20
"""Failures named in the summary; all are in ``articles.jsonl``."""

FORMATS = """\
formats of OUT, by its suffix:
  .html     the page for people           .csv    a row an edge, for spreadsheets
  .graphml  Cytoscape, igraph, NetworkX   .jsonl  the statements, one a line
  .gexf     Gephi, with time              .ttl    RDF: Turtle with PROV-O
  .json     node-link JSON                .neo4j  a folder for Neo4j
  .svg      a still picture
  without suffix: a folder with everything that a build leaves

"""

EXIT_CODES = """\
exit codes:
  0  all articles were read
  1  some articles failed, the rest was built; each failure is named
  2  wrong usage, or nothing could be read, or an output could not be written
  130, 141  interrupted; the reader of the output went away
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command line and gives its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not left to the platform
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except GraphbuildError as error:
        _say(f"graphbuild: {error}")
        return NOTHING
    except KeyboardInterrupt:
        _say("graphbuild: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python complains when it flushes at exit
        return PIPE_CLOSED
    return code


def _build(args: argparse.Namespace) -> int:
    """``graphbuild build``: articles in, files out."""
    _check_formats(args.output)
    from graphbuild.pipeline import build

    progress = False if args.quiet else None
    inputs = [Path(name) for name in args.input]
    return _finish(build(inputs, extend=args.extend, precision=args.precision, progress=progress), args)


def _demo(args: argparse.Namespace) -> int:
    """``graphbuild demo``: the graph of the sample articles of the package."""
    args.output = args.output or ["outputs/demo"]
    _check_formats(args.output)
    from graphbuild.pipeline import build

    progress = False if args.quiet else None
    return _finish(build(_samples(), precision=args.precision, progress=progress), args)


def _explain(args: argparse.Namespace) -> int:
    """``graphbuild explain``: what is found in a text, and why."""
    from graphbuild.explanation import explain
    from graphbuild.sources.decode import decode

    text = decode(sys.stdin.buffer.read()) if args.text == "-" else args.text
    print(explain(text, extend=args.extend).rstrip())
    return FINE


def _harvest(args: argparse.Namespace) -> int:
    """``graphbuild harvest``: what the data does not know of articles."""
    from graphbuild.coverage import harvest

    inputs = [Path(name) for name in args.input]
    found = harvest(inputs, extend=args.extend, top=args.top, progress=False if args.quiet else None)
    if not found.articles:
        raise GraphbuildError("no articles found: nothing was counted")
    _read(found.articles, found.failed, args)
    print((found.to_json() if args.json else str(found)).rstrip())
    return NOTHING if len(found.failed) == found.articles else SOME_FAILED if found.failed else FINE


def _finish(graph: KnowledgeGraph, args: argparse.Namespace) -> int:
    """Writes the outputs, says what there is, and gives the exit code."""
    from graphbuild.exports import check, write
    from graphbuild.rollup import rolled_up

    if args.rolled_up:
        graph = rolled_up(graph)
    articles: list[Article] = list(graph.graph["articles"].values())
    if not articles:
        raise GraphbuildError("no articles found: nothing was written")
    failed = [article for article in articles if article.failure]
    _summary(graph, failed, args)
    unwritten = False
    for output in map(Path, args.output):
        try:
            write(graph, output, lang=args.lang)
        except WriteError as error:  # the other outputs can still be saved
            unwritten = True
            _say(f"graphbuild: {error}")
        else:
            page = output / "graph.html" if output / "graph.html" in check(output) else output
            if not args.quiet:
                _say(f"open {page} in a browser" if page.suffix == ".html" else f"wrote {page}")
    return NOTHING if unwritten or len(failed) == len(articles) else SOME_FAILED if failed else FINE


def _summary(graph: KnowledgeGraph, failed: list[Article], args: argparse.Namespace) -> None:
    _read(len(graph.graph["articles"]), failed, args)
    if args.quiet:
        return
    counts = (len(graph), "node"), (graph.number_of_edges(), "edge"), (len(graph.statements()), "statement")
    _say(", ".join(_count(number, noun) for number, noun in counts))


def _read(articles: int, failed: Sequence[Article], args: argparse.Namespace) -> None:
    """Says how many articles were read, and names the failures."""
    if failed or not args.quiet:
        _say(f"{_count(articles, 'article')} read, {len(failed)} failed{':' if failed else ''}")
    for article in failed[:LISTED]:
        message = article.failure.message if article.failure else ""
        _say("  " + (message if message.startswith(article.id) else f"{article.id}: {message}"))
    if len(failed) > LISTED:
        _say(f"  … and {len(failed) - LISTED} more")


def _check_formats(outputs: Sequence[str]) -> None:
    """Refuses an unknown suffix before the long work, not after it."""
    from graphbuild.exports import check

    for output in outputs:
        check(output)


def _samples() -> list[Article]:
    from importlib.resources import files

    from graphbuild.sources import text

    found = [item for item in files("graphbuild").joinpath("samples").iterdir() if item.name.endswith(".txt")]
    return [article for item in found for article in text.read(item.read_bytes(), item.name)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="graphbuild",
        description="French press articles in, an evidence-backed geopolitical knowledge graph out.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"graphbuild {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str, writes: bool = False) -> argparse.ArgumentParser:
        sub = commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=FORMATS + EXIT_CODES if writes else EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        sub.set_defaults(run=run)
        return sub

    sub = command("build", _build, "Build the graph of articles: text files, JSON Lines, folders of them.", True)
    _inputs(sub)
    _output_options(sub, required=True)
    _extend_option(sub)
    sub = command("explain", _explain, "Show what is found in a French text, and why: names, triggers, rules.")
    sub.add_argument("text", metavar="TEXT", help="a sentence or more; - reads standard input")
    _extend_option(sub)
    sub = command(
        "harvest", _harvest, "List frequent verbs, nouns and names of articles that graphbuild does not know."
    )
    _inputs(sub)
    sub.add_argument("--top", type=int, default=30, metavar="N", help="how many of each are listed (default: 30)")
    sub.add_argument("--json", action="store_true", help="print JSON instead of a table")
    _extend_option(sub)
    _quiet_option(sub)
    sub = command("demo", _demo, "Build the graph of the sample articles that come with graphbuild.", True)
    _output_options(sub, required=False)
    return parser


def _inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", nargs="+", metavar="INPUT", help="a .txt or .jsonl file, or a folder")


def _output_options(parser: argparse.ArgumentParser, *, required: bool) -> None:
    where = "a folder for everything, or a file by its suffix; may be given several times"
    where += "" if required else " (default: outputs/demo)"
    parser.add_argument("-o", "--output", action="append", required=required, metavar="OUT", help=where)
    precision = "few and sure statements, or many and doubtful ones (default: balanced)"
    parser.add_argument("--precision", choices=["precise", "balanced", "complete"], default="balanced", help=precision)
    rolled = "draw officials and places together in their country, by the offices and locations the articles name"
    parser.add_argument("--rolled-up", action="store_true", help=rolled)
    parser.add_argument("--lang", choices=["en", "fr"], default="en", help="language of page and picture (default: en)")
    _quiet_option(parser)


def _quiet_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress bar and no summary; only failures")


def _extend_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--extend", metavar="DIR", help="a folder of TOML files with names and relations of your own")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}".replace(",", " ")


def _say(line: str) -> None:
    print(line, file=sys.stderr)
