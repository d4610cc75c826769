// The menu « Keep »: the link to what is seen, pictures, tables and files of it, and paper.

const KEPT = {
  edges: { name: () => t("file_edges"), suffix: "csv", kind: "text/csv;charset=utf-8", text: edgesCsv },
  statements: { name: () => t("file_statements"), suffix: "csv", kind: "text/csv;charset=utf-8", text: statementsCsv },
  json: { name: () => "", suffix: "json", kind: "application/json", text: graphJson },
  graphml: { name: () => "", suffix: "graphml", kind: "application/xml", text: graphml },
};
const isFramed = window.parent !== window;
let partly = false; // whether a picture is only of the part on the screen

function fileName(suffix, more = "") {
  const words = [title(), more].map((text) => fold(text).match(/[a-z0-9]+/g)?.join("-").slice(0, 60));
  return `${words.filter(Boolean).join("-") || "graph"}.${suffix}`;
}

function save(content, file, kind) {
  handOver(content, file, kind);
  tell(worded("keep_saved", { name: file }));
}

function tell(text, toCopy = "") {
  // Says what has come of it; with a text to copy by hand where the browser does not let the page do so.
  const field = toCopy && make("input", { type: "text", readonly: "", "aria-label": text, value: toCopy });
  byId("kept").replaceChildren(text, field);
  if (field) field.select();
}

async function copyLink() {
  noteCamera();
  const hash = hashOf();
  if (!hasAddress) return tell(t("keep_unsaved"), hash || "#");
  const address = location.href.split("#")[0] + hash;
  if (await toClipboard(address)) tell(t("keep_copied"));
  else tell(t("keep_by_hand"), address);
}

function keepFile(key) {
  const { name, suffix, kind, text } = KEPT[key];
  save(text(), fileName(suffix, name()), kind);
}

async function keepPng() {
  const blob = await picturePng(partly);
  if (blob) save(blob, fileName("png"), "image/png");
  else tell(t("keep_failed"));
}

const keepSvg = () => save(pictureSvg(partly), fileName("svg"), "image/svg+xml");

function keepPrint() {
  byId("keep").hidePopover();
  print();
}

function keepMenu() {
  const item = (key, onclick) => button(t(key), onclick, { "data-key": key });
  const box = make("input", { type: "checkbox", "data-key": "part" });
  box.checked = partly;
  box.addEventListener("change", () => { partly = box.checked; });
  refill(byId("keep"),
    item("keep_link", copyLink),
    make("h3", {}, t("keep_picture")), item("keep_png", keepPng), item("keep_svg", keepSvg),
    make("label", {}, box, make("span", {}, t("keep_part"))),
    make("h3", {}, t("keep_data")), ...Object.keys(KEPT).map((key) => item(`keep_${key}`, () => keepFile(key))),
    ...(isFramed ? [] : [make("h3", {}, t("paper")), item("keep_print", keepPrint)]), // a sandboxed frame may not print
    make("p", { id: "kept", role: "status" }));
}

byId("keep_button").hidden = false;
byId("keep").addEventListener("beforetoggle", () => {
  hang(byId("keep"), byId("keep_button"));
  byId("kept").replaceChildren();
});
