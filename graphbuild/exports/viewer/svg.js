// A pen that writes SVG: as much of a canvas' context as the drawing uses, its transformations worked into the numbers.

const PEN = { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "10px sans-serif",
  textAlign: "start", textBaseline: "alphabetic", lineCap: "butt", lineJoin: "miter", dash: [],
  matrix: [1, 0, 0, 1, 0, 0], windows: 0 };
const brief = (length) => String(Math.round(length * 100) / 100);

class SvgPen {
  constructor() {
    Object.assign(this, PEN, { out: [], path: "", box: [], kept: [] });
  }

  save() {
    this.kept.push(Object.fromEntries(Object.keys(PEN).map((key) => [key, this[key]])));
    this.windows = 0;
  }

  restore() {
    this.out.push("</svg>".repeat(this.windows));
    Object.assign(this, this.kept.pop());
  }

  transform(a, b, c, d, e, f) {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }

  translate(x, y) { this.transform(1, 0, 0, 1, x, y); }

  scale(x, y) { this.transform(x, 0, 0, y, 0, 0); }

  rotate(angle) { this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0); }

  get factor() { return Math.hypot(this.matrix[0], this.matrix[1]); }

  at(x, y) {
    const [a, b, c, d, e, f] = this.matrix;
    return `${brief(a * x + c * y + e)} ${brief(b * x + d * y + f)}`;
  }

  beginPath() { this.path = ""; }

  closePath() { if (this.path) this.path += "Z"; }

  moveTo(x, y) { this.path += `M${this.at(x, y)}`; }

  lineTo(x, y) { this.path += `${this.path ? "L" : "M"}${this.at(x, y)}`; }

  quadraticCurveTo(a, b, x, y) { this.path += `Q${this.at(a, b)} ${this.at(x, y)}`; }

  bezierCurveTo(a, b, c, d, x, y) { this.path += `C${this.at(a, b)} ${this.at(c, d)} ${this.at(x, y)}`; }

  rect(x, y, wide, high) {
    this.box = [...this.at(x, y).split(" ").map(Number), wide * this.factor, high * this.factor];
    this.path += `M${this.at(x, y)}L${this.at(x + wide, y)}L${this.at(x + wide, y + high)}L${this.at(x, y + high)}Z`;
  }

  arc(x, y, r, from, to, back = false) {
    const round = 2 * Math.PI;
    const whole = Math.abs(to - from) >= round;
    const turn = whole ? round : ((back ? from - to : to - from) % round + round) % round;
    const angle = (part) => from + (back ? -1 : 1) * turn * part;
    const place = (part) => this.at(x + r * Math.cos(angle(part)), y + r * Math.sin(angle(part)));
    const radius = brief(r * this.factor);
    const step = (part) => `A${radius} ${radius} 0 0 ${back ? 0 : 1} ${place(part)}`; // in halves, which leave no doubt
    this.path += `${this.path ? "L" : "M"}${place(0)}${step(0.5)}${step(1)}${whole ? "Z" : ""}`;
  }

  setLineDash(dash) { this.dash = dash.some(Boolean) ? dash : []; }

  measureText(text) {
    pen.font = this.font;
    return pen.measureText(text);
  }

  clip() {
    // To the rectangle that was traced last, until what was saved is restored.
    const [x, y, wide, high] = this.box.map(brief);
    this.windows += 1;
    const room = `x="${x}" y="${y}" width="${wide}" height="${high}"`;
    this.out.push(`<svg ${room} viewBox="${x} ${y} ${wide} ${high}" overflow="hidden">`);
  }

  fill() {
    if (this.path) this.write("path", { d: this.path, fill: this.fillStyle, opacity: this.globalAlpha });
  }

  stroke() {
    if (this.path) this.write("path", { d: this.path, fill: "none", ...this.line(), opacity: this.globalAlpha });
  }

  line() {
    const dashes = this.dash.map((length) => brief(length * this.factor)).join(" ");
    return { stroke: this.strokeStyle, "stroke-width": brief(this.lineWidth * this.factor),
      "stroke-linecap": this.lineCap, "stroke-linejoin": this.lineJoin, "stroke-dasharray": dashes };
  }

  fillRect(x, y, wide, high) {
    this.beginPath();
    this.rect(x, y, wide, high);
    this.fill();
  }

  fillText(text, x, y) {
    this.write("text", { ...this.words(x, y), fill: this.fillStyle, opacity: this.globalAlpha }, text);
  }

  strokeText(text, x, y) {
    const halo = { ...this.words(x, y), fill: "none", ...this.line(), opacity: this.globalAlpha };
    this.write("text", { ...halo, "aria-hidden": true }, text);
  }

  words(x, y) {
    // The place of a text on its base line, which all programs know.
    const [, weight, size] = /(?:(bold|\d+) )?([\d.]+)px/.exec(this.font);
    const sink = { middle: 0.35, hanging: 0.8, top: 0.8 }[this.textBaseline] ?? 0;
    const [a, b, c, d] = this.matrix.map((one) => one / this.factor);
    const [e, f] = this.at(x, y + sink * size).split(" ");
    const turned = Math.abs(b) > 1e-6;
    return { ...(turned ? { transform: `matrix(${[a, b, c, d].map(brief).join(" ")} ${e} ${f})` } : { x: e, y: f }),
      "font-size": brief(size * this.factor), "font-weight": weight,
      "text-anchor": { center: "middle", right: "end", end: "end" }[this.textAlign] };
  }

  write(tag, attributes, text) {
    const plain = { opacity: 1, "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-dasharray": "" };
    const written = Object.entries(attributes).filter(([key, value]) => value !== undefined && value !== plain[key])
      .map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
    this.out.push(text === undefined ? `<${tag}${written}/>` : `<${tag}${written}>${escaped(text)}</${tag}>`);
  }

  page(wide, high, heading, description) {
    const size = `width="${brief(wide)}" height="${brief(high)}" viewBox="0 0 ${brief(wide)} ${brief(high)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(FONT)}" role="img">\n` +
      `<title>${escaped(heading)}</title>\n<desc>${escaped(description)}</desc>\n` +
      `${this.out.filter(Boolean).join("\n")}\n</svg>\n`;
  }
}
