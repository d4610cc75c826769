"""The timeline of the page: what it counts, how a range is chosen, and that it plays."""

import datetime as dt
from dataclasses import replace

import pytest

from graphbuild.graph import to_graph
from graphbuild.model import When

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def dated(build, days):
    """The graph of the build with its statements on these days, (first, last) or None, and articles without date."""
    articles = tuple(replace(article, date=None) for article in build.articles)
    whens = [days[n % len(days)] for n in range(len(build.statements))]
    statements = tuple(
        replace(s, date=when and When(*map(dt.date.fromisoformat, when), "explicit"))
        for s, when in zip(build.statements, whens, strict=True)
    )
    return to_graph(replace(build, articles=articles, statements=statements))


MONTHS = [(f"2021-{m:02}-10", f"2021-{m:02}-10") for m in range(1, 13)] + [("2022-06-05", "2022-06-05")]


@pytest.fixture
def months(press_build):
    """Statements in the months of 2021 and in June 2022."""
    return dated(press_build, MONTHS)


def firsts(page):
    """The first day of every statement behind what is shown."""
    return page.ask(
        "[...graphbuild.view().now.values()].flatMap((said) => said.numbers)"
        ".map((n) => graphbuild.data.statements[n].date?.[0] ?? null).sort()"
    )


def bars(page):
    """Words of a period → number of its statements, for those that have any."""
    titles = page.ask("[...document.querySelectorAll('#time_bars title')].map((title) => title.textContent)")
    found = (title.split("\n")[0].split(": ") for title in titles)
    return {period: int(number.split()[0]) for period, number in found if not number.startswith("0 ")}


def drag(page, start, end):
    """Drags over the chart, from one share of its width to another."""
    box = page.page.locator("#time_bars").bounding_box()
    page.page.mouse.move(box["x"] + start * box["width"], box["y"] + 30)
    page.page.mouse.down()
    for part in (0.3, 0.6, 1):
        page.page.mouse.move(box["x"] + (start + part * (end - start)) * box["width"], box["y"] + 30)
    page.page.mouse.up()


def months_of(days):
    """How many months the range has, of which it has all days."""
    first, last = map(dt.date.fromisoformat, days)
    assert first.day == 1
    assert (last + dt.timedelta(days=1)).day == 1
    return 12 * (last.year - first.year) + last.month - first.month + 1


def range_of(page):
    return page.ask("graphbuild.state.range")


def test_each_statement_counts_once_on_its_first_day(visit, months):
    page = visit(months)
    counted = bars(page)
    days = firsts(page)
    assert sum(counted.values()) == len(days)
    assert max(counted.values()) == max(days.count(day) for day in days)
    assert str(len(days)) in page.page.get_by_role("img", name="Statements over time").get_attribute("aria-label")


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        (["2024-02-28", "2024-03-01"], {"28 Feb 2024", "1 Mar 2024"}),
        (["2023-12-31", "2024-12-29"], {"25 Dec 2023 – 31 Dec 2023", "23 Dec 2024 – 29 Dec 2024"}),
        (["2020-02-29", "2023-12-31"], {"February 2020", "December 2023"}),
        (["2008-01-01", "2023-12-31"], {"Jan – Mar 2008", "Oct – Dec 2023"}),
        (["1999-12-31", "2050-01-01"], {"1999", "2050"}),
        (["1914-06-28", "2009-12-31"], {"1910 – 1919", "2000 – 2009"}),
    ],
)
def test_the_unit_follows_from_the_span(visit, press_build, days, periods):
    page = visit(dated(press_build, [(day, day) for day in days]))
    found = bars(page)
    assert set(found) == periods
    assert sum(found.values()) == len(firsts(page))
    assert page.ask("document.querySelectorAll('#time_bars title').length") <= 73


def test_the_first_and_the_last_day_that_python_knows(visit, press_build):
    page = visit(dated(press_build, [("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31")]))
    found = bars(page)
    assert len(found) == 2
    assert sum(found.values()) == len(firsts(page))


def test_cooperation_stands_above_and_conflict_below(visit, months):
    page = visit(months)
    sides = page.ask("""() => {
        const base = Number(document.querySelector("#time_bars > svg > line").getAttribute("y1"));
        return [...document.querySelectorAll("#time_bars g rect[fill^='#']")].map((bar) =>
            [bar.getAttribute("fill"), Number(bar.getAttribute("y")) < base - 0.1]);
    }""")
    above = {colour for colour, is_above in sides if is_above}
    below = {colour for colour, is_above in sides if not is_above}
    quads = {name: colours[0] for name, colours in page.ask("graphbuild.data.palette.quads").items()}
    assert above == {quads["structural"], quads["verbal cooperation"], quads["material cooperation"]}
    assert below == {quads["verbal conflict"], quads["material conflict"]}


def test_dragging_chooses_a_range_and_nothing_moves(visit, months):
    page = visit(months)
    before = page.ask("graphbuild.network.getPositions()")
    all_days = firsts(page)
    drag(page, 0.05, 0.3)
    first, last = range_of(page)
    kept = firsts(page)
    assert kept == [day for day in all_days if first <= day <= last]
    assert 0 < len(kept) < len(all_days)
    after = page.ask("graphbuild.network.getPositions()")
    assert after == {node: place for node, place in before.items() if node in after}
    drag(page, 0.2, 0.5)  # from inside the range: all of it
    moved = range_of(page)
    assert moved[0] > first
    assert months_of(moved) == months_of((first, last)) > 2
    page.page.get_by_role("button", name="all dates").click()
    assert range_of(page) is None
    assert firsts(page) == all_days


def test_a_click_takes_one_period_and_a_second_click_all(visit, months):
    page = visit(months)
    box = page.page.locator("#time_bars").bounding_box()
    for expected in (False, True):
        page.page.mouse.click(box["x"] + 25, box["y"] + 30)
        assert (range_of(page) is None) is expected
    assert page.page.locator("#filtered").is_hidden()


def test_handles_move_with_the_keyboard(visit, months):
    page = visit(months)
    low, high = (page.page.get_by_role("slider", name=name) for name in ("from", "to"))
    assert low.get_attribute("aria-valuetext") == "10 Jan 2021"
    assert high.get_attribute("aria-valuetext") == "5 Jun 2022"
    low.focus()
    page.page.keyboard.press("ArrowRight")
    start = range_of(page)[0]
    assert start > "2021-01-10"
    assert page.ask("document.activeElement.id") == "time_low"
    high.focus()
    for key in ("PageDown", "ArrowLeft", "ArrowLeft"):
        page.page.keyboard.press(key)
    end = range_of(page)[1]
    assert range_of(page)[0] == start < end < "2022-06-05"
    assert all(start <= day <= end for day in firsts(page))
    page.page.keyboard.press("Home")  # no further than the other handle
    assert range_of(page)[0] == start
    assert high.get_attribute("aria-valuenow") == low.get_attribute("aria-valuenow")
    page.page.keyboard.press("End")
    low.focus()
    page.page.keyboard.press("Home")
    assert range_of(page) is None


def test_handles_move_with_the_mouse(visit, months):
    page = visit(months)
    drag(page, 0.2, 0.8)
    start, end = range_of(page)
    box = page.page.locator("#time_high").bounding_box()
    page.page.mouse.move(box["x"] + 12, box["y"] + 30)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] - 200, box["y"] + 30, steps=3)
    page.page.mouse.up()
    assert range_of(page)[0] == start
    assert start < range_of(page)[1] < end


def test_dates_can_be_typed(visit, months):
    page = visit(months)
    page.page.get_by_label("from", exact=True).and_(page.page.locator("input")).fill("2021-03-10")
    assert range_of(page) == ["2021-03-10", "2022-06-05"]
    page.page.get_by_label("to", exact=True).and_(page.page.locator("input")).fill("2021-04-09")
    assert set(firsts(page)) == {"2021-03-10"}
    page.page.locator("#time_to").fill("2021-01-01")  # before the beginning: waits
    assert page.page.locator("#time_to").get_attribute("aria-invalid") == "true"
    assert range_of(page) == ["2021-03-10", "2021-04-09"]
    page.page.locator("#time_to").fill("2021-05-10")
    assert page.page.locator("#time_to").get_attribute("aria-invalid") is None
    assert set(firsts(page)) == {"2021-03-10", "2021-04-10", "2021-05-10"}


def test_an_interval_counts_where_it_begins_and_passes_where_it_overlaps(visit, press_build):
    page = visit(dated(press_build, [("2020-01-01", "2020-12-31"), ("2020-03-02", "2020-03-02")]))
    counted = bars(page)
    assert set(counted) == {"1 Jan 2020", "2 Mar 2020"}
    page.page.locator("#time_from").fill("2020-06-01")
    page.page.locator("#time_to").fill("2020-06-30")
    assert set(firsts(page)) == {"2020-01-01"}
    assert sum(bars(page).values()) == sum(counted.values())  # of all, though the chart shows the whole year now


def test_undated_statements_are_counted_apart_and_kept_on_demand(visit, press_build):
    page = visit(dated(press_build, [*MONTHS, None, None]))
    days = firsts(page)
    undated = days.count(None)
    assert page.text("#time_undated") == f"{undated} without date"
    drag(page, 0.05, 0.3)
    assert None not in firsts(page)
    page.page.get_by_label(f"keep {undated} without date").check()
    assert firsts(page).count(None) == undated
    page.page.get_by_label(f"keep {undated} without date").uncheck()
    assert None not in firsts(page)


def test_other_filters_change_the_bars_and_the_range_does_not(visit, months):
    page = visit(months)
    counted = bars(page)
    drag(page, 0.05, 0.3)
    assert bars(page) == counted
    page.page.locator("#quads").get_by_role("button", name="structural").and_(page.page.locator(".toggle")).click()
    fewer = bars(page)
    assert sum(fewer.values()) < sum(counted.values())
    page.page.get_by_role("button", name="all dates").click()
    assert sum(bars(page).values()) == len(firsts(page))


def test_days_far_away_do_not_squash_the_rest(visit, press_build):
    spring = [(f"2021-{m:02}-{d:02}",) * 2 for m in (3, 4, 5) for d in range(1, 15)]
    days = [*spring[:20], ("1945-05-08",) * 2, *spring[20:], ("2050-01-01",) * 2]
    page = visit(dated(press_build, days))
    assert len(page.ask("[...document.querySelectorAll('#time_bars > svg > g > title')]")) < 73
    inside, everything = bars(page), len(firsts(page))
    before, after = page.page.locator("#time_before"), page.page.locator("#time_after")
    beyond = [
        int("".join(filter(str.isdigit, button.inner_text()))) for button in (before, after) if button.is_visible()
    ]
    assert sum(inside.values()) + sum(beyond) == everything
    assert not any("1945" in period for period in inside)
    assert "before" in before.get_attribute("aria-label")
    before.click()
    assert before.is_hidden()
    assert page.ask("document.activeElement.id") == "time_fold"
    assert any("194" in period or "19" in period[:2] for period in bars(page))
    page.page.get_by_role("button", name="all dates").click()
    assert bars(page) == inside


def test_zoom_shows_the_range_alone_and_all_dates_leads_back(visit, months):
    page = visit(months)
    counted = bars(page)
    drag(page, 0.05, 0.3)
    first, last = range_of(page)
    page.page.get_by_role("button", name="zoom", exact=True).click()
    assert len(bars(page)) >= len([day for day in set(firsts(page)) if first <= day <= last])
    assert page.page.locator("#time_after").is_visible()
    assert page.page.get_by_role("slider", name="to").get_attribute("aria-valuetext")
    page.page.get_by_role("button", name="all dates").click()
    assert bars(page) == counted


def test_a_range_in_the_address_that_the_chart_does_not_show_widens_it(visit, press_build):
    days = [(f"2021-03-{d:02}",) * 2 for d in range(1, 29)]
    page = visit(dated(press_build, [*days, ("1945-05-08",) * 2]))
    assert page.page.locator("#time_before").is_visible()
    page.page.goto("about:blank")
    page.page.goto(page.url + "#v=1&range=1940-01-01_1950-01-01")
    assert set(firsts(page)) == {"1945-05-08"}
    assert page.page.locator("#time_before").is_hidden()
    page.requests[:] = [page.url]


def test_playing_moves_a_window_to_the_end_and_stops(visit, months):
    page = visit(months)
    places = page.ask("graphbuild.network.getPositions()")
    page.page.clock.install()
    drag(page, 0.05, 0.1)
    wide = months_of(range_of(page))
    page.page.get_by_role("button", name="Play").click()
    assert page.page.locator("#count").get_attribute("aria-live") == "off"
    seen = []
    for _ in range(100):
        seen.append(range_of(page))
        if page.page.get_by_role("button", name="Play").count():
            break
        page.page.clock.run_for(600)
    starts = [first for first, _ in seen]
    assert starts[:-1] == sorted(set(starts[:-1]))  # one step each
    assert len(starts) > 12
    assert {months_of(days) for days in seen} == {wide}
    assert seen[-1][1] >= "2022-06-05"
    assert page.page.locator("#count").get_attribute("aria-live") is None
    now = page.ask("graphbuild.network.getPositions()")
    assert now == {node: place for node, place in places.items() if node in now}


@pytest.mark.parametrize("key", ["Escape", " ", "button"])
def test_playing_pauses(visit, months, key):
    page = visit(months)
    page.page.clock.install()
    page.ask("graphbuild.select('node', 'RUS')")
    page.page.get_by_role("button", name="Play").click()
    page.page.clock.run_for(1200)
    before = range_of(page)
    if key == "button":
        page.page.get_by_role("button", name="Pause").click()
    else:
        page.ask("document.activeElement.blur()")
        page.page.keyboard.press(key)
    page.page.clock.run_for(3000)
    assert range_of(page) == before
    assert page.page.get_by_role("button", name="Play").is_visible()
    assert page.page.locator("#panel").is_visible()  # Escape has paused, not closed


def test_clearing_the_filters_stops_the_film(visit, months):
    page = visit(months)
    page.page.clock.install()
    page.page.get_by_role("button", name="Play").click()
    page.page.clock.run_for(600)
    page.page.get_by_role("button", name="clear the filters").click()
    page.page.clock.run_for(3000)
    assert range_of(page) is None
    assert page.page.get_by_role("button", name="Play").is_visible()


def test_without_dates_it_says_so(visit, press_build):
    page = visit(dated(press_build, [None]), lang="fr")
    assert page.text("#timeline") == "Aucune date n’est connue ici."
    page.page.get_by_role("button", name="English").click()
    assert page.text("#timeline") == "No date is known here."


def test_in_french(visit, months):
    page = visit(months, lang="fr")
    assert page.page.get_by_role("slider", name="du").get_attribute("aria-valuetext") == "10 janv. 2021"
    drag(page, 0.05, 0.3)
    assert "toutes les dates" in page.text("#timeline")
    assert "coopération" in page.text("#time_bars")


def test_folding_gives_the_drawing_its_room(visit, months):
    page = visit(months)
    stage = page.page.locator("#stage")
    low = stage.bounding_box()["height"]
    fold = page.page.get_by_role("button", name="Time")
    fold.click()
    assert fold.get_attribute("aria-expanded") == "false"
    assert stage.bounding_box()["height"] > low + 60
    inside = """Object.keys(graphbuild.network.getPositions()).every((node) => {
        const { x, y } = graphbuild.network.canvasToDOM(graphbuild.network.getPosition(node));
        const room = document.getElementById("graph").getBoundingClientRect();
        return 0 < x && x < room.width && 0 < y && y < room.height;
    })"""
    assert page.ask(inside) is True
    fold.click()
    page.page.wait_for_timeout(100)
    assert page.ask(inside) is True


def test_on_a_phone_it_is_folded_at_first_and_works_by_touch(visit, months):
    page = visit(months, **PHONE)
    assert page.page.locator("#time_body").is_hidden()
    page.page.get_by_role("button", name="Time").tap()
    assert page.page.locator("#time_body").is_visible()
    box = page.page.locator("#time_bars").bounding_box()
    page.page.touchscreen.tap(box["x"] + 2, box["y"] + 30)
    assert set(firsts(page)) == {"2021-01-10"}
    assert page.ask("document.documentElement.scrollWidth") <= 390
    for button in ("#time_fold", "#time_play", "#time_low", "#time_high"):
        size = page.page.locator(button).bounding_box()
        assert min(size["width"], size["height"]) >= 24
