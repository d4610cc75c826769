// A field with suggestions in groups: arrows go through them, Enter takes one, Escape closes them.

function combobox(input, popup, offer) {
  // ``offer(text)`` gives [{name, total, options: [{content, pick}]}]; a ``pick`` that returns true has widened the offer.
  const list = make("div", { role: "listbox", id: `${popup.id}_list` });
  const heard = make("p", { role: "status", class: "unseen" });
  const nothing = make("p", { class: "faint" });
  let active = -1; // the marked option
  let picks = []; // what each option does
  popup.replaceChildren(list, nothing);
  popup.after(heard);
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  for (const [key, value] of Object.entries(roles)) input.setAttribute(key, value);

  function close() {
    popup.hidden = true;
    picks = [];
    mark(-1);
    input.setAttribute("aria-expanded", "false");
    heard.textContent = "";
  }

  function show() {
    if (!fold(input.value)) return close();
    const groups = offer(input.value).filter((group) => group.options.length);
    picks = [];
    list.replaceChildren(...groups.map(group));
    list.setAttribute("aria-label", t("found"));
    list.hidden = !picks.length;
    nothing.textContent = picks.length ? "" : t("nothing");
    heard.textContent = nothing.textContent || groups.map(({ name, total }) => `${name}${colon()}${total}`).join(", ");
    mark(-1);
    input.setAttribute("aria-expanded", "true");
    popup.hidden = false;
    const below = innerHeight - popup.getBoundingClientRect().top - 8;
    popup.style.maxHeight = `${Math.min(Math.max(below, 160), 620)}px`;
  }

  function group({ name, total, options }) {
    return make("div", { role: "group", "aria-label": name },
      make("div", { class: "head", "aria-hidden": "true" }, `${name} (${total})`),
      ...options.map(({ content, pick }) => {
        const number = picks.push(pick) - 1;
        return make("div", { role: "option", id: `${list.id}_${number}`, onclick: () => take(number) }, ...content);
      }));
  }

  function mark(place) {
    // Past either end no option is marked, then the one at the other end.
    const all = picks.length + 1;
    active = ((place + 1 + all) % all) - 1;
    list.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
    const option = byId(`${list.id}_${active}`);
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function take(number) {
    if (picks[number]?.()) {
      show();
      mark(number);
    } else close();
  }

  const keys = {
    ArrowDown: () => (popup.hidden ? show() : mark(active + 1)),
    ArrowUp: () => (popup.hidden ? show() : mark(active - 1)),
    Enter: () => {
      if (popup.hidden) show();
      if (picks.length) take(Math.max(active, 0));
    },
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && input.value) { // first the suggestions, then the words, then it is the page's
      if (popup.hidden) input.value = "";
      close();
      event.stopPropagation();
    } else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  input.addEventListener("input", show);
  input.addEventListener("click", show);
  input.addEventListener("blur", close);
  popup.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
}
