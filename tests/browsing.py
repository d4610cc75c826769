"""A page in a real browser, as the tests of the viewer open it."""


class Visit:
    """A page opened from a file, with everything that it asked for, complained of or executed by mistake."""

    def __init__(self, chromium, path, **options):
        self.requests, self.complaints = [], []
        self.context = chromium.new_context(
            **({"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"} | options)
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append("dialog") or dialog.dismiss())
        self.url = path.as_uri()
        self.page.goto(self.url)

    def ask(self, expression):
        return self.page.evaluate(expression)

    def until(self, expression):
        """Waits until something is true of the page, whose policy lets nothing be evaluated from within."""
        for _ in range(100):
            if self.ask(expression):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never true: {expression}")

    def text(self, selector):
        return self.page.inner_text(selector)

    def click_edge(self, name):
        """Clicks on the middle of an edge, with the mouse."""
        place = self.ask(
            f"""() => {{
                const edge = graphbuild.network.body.edges[{name!r}];
                return graphbuild.network.canvasToDOM(edge.edgeType.getPoint(0.5, edge.edgeType.getViaNode()));
            }}"""
        )
        box = self.page.locator("#graph").bounding_box()
        self.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])

    def click_node(self, name):
        place = self.ask(f"() => graphbuild.network.canvasToDOM(graphbuild.network.getPosition({name!r}))")
        box = self.page.locator("#graph").bounding_box()
        self.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])

    def close(self):
        """Nothing but the file was asked for, nobody complained."""
        self.page.wait_for_timeout(50)
        self.context.close()
        assert self.requests == [self.url]
        assert self.complaints == []
