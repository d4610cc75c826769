// A sheet that lies over the page until it is closed; the focus then goes back to where it was.

function sheet(title, ...children) {
  const back = document.activeElement;
  const key = back?.dataset?.key;
  const close = button("×", () => dialog.close(), { class: "close", "aria-label": t("close") });
  const dialog = make("dialog", { class: "sheet", "aria-label": title }, close, make("h2", {}, title), ...children);
  dialog.addEventListener("close", () => {
    dialog.remove();
    (back?.isConnected ? back : withKey(byId("panel"), key) ?? byId("corrections")).focus();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.stopPropagation(); // closes the sheet, not what lies under it
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
