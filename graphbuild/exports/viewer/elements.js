// Elements of the page: text enters it through append() only, never as HTML.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const withKey = (place, key) => (key ? place.querySelector(`[data-key="${CSS.escape(key)}"]`) : null);

function refill(container, ...children) {
  // Gives an element new content; the button or box that had the focus has it again, else the element if it can.
  const held = container.contains(document.activeElement) ? document.activeElement : null;
  container.replaceChildren(...children);
  if (held) (withKey(container, held.dataset.key) ?? container).focus({ preventScroll: true });
}

const button = (text, onclick, attributes = {}) => make("button", { type: "button", onclick, ...attributes }, text);
const sign = (letter, text) => make("span", { class: "sign", role: "img", title: text, "aria-label": text }, letter);

function shape(tag, attributes, ...children) {
  // An element of SVG.
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const drawing = (width, height, ...shapes) =>
  shape("svg", { width, height, "aria-hidden": "true" }, ...shapes.map(([tag, attributes]) => shape(tag, attributes)));

const line = (colour, dash) =>
  drawing(28, 12, ["line", { x1: 1, y1: 6, x2: 27, y2: 6, stroke: colour, "stroke-width": 3,
    "stroke-dasharray": (dash ?? []).join(" ") }]);

function symbol(colour, shape) {
  const shapes = {
    dot: ["circle", { cx: 7, cy: 7, r: 6 }],
    square: ["rect", { x: 1.5, y: 1.5, width: 11, height: 11 }],
    triangle: ["path", { d: "M7 1 13.4 12.5H.6z" }],
    diamond: ["path", { d: "M7 .5 13.5 7 7 13.5.5 7z" }],
  };
  const [tag, attributes] = shapes[shape] ?? shapes.diamond;
  return drawing(28, 14, [tag, { ...attributes, fill: colour, transform: "translate(7 0)" }]);
}

function link(url, text) {
  if (!/^https?:\/\//i.test(url ?? "")) return document.createTextNode(text);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" }, text);
}
