// The search box: actors by any name, chosen by mouse or by arrow keys.

import { get } from "./api.js";
import { el } from "./dom.js";
import { href } from "./state.js";

const PAUSE = 150; // milliseconds without a key before the server is asked
const SHOWN = 12;

/** Actors whose name begins with the words first, then those with a name that has them at the start of a word, then the rest. */
export function ranked(actors, words) {
  const asked = words.toLowerCase();
  const rank = ({ name }) => {
    const at = name.toLowerCase();
    return at === asked ? 0 : at.startsWith(asked) ? 1 : at.includes(` ${asked}`) ? 2 : at.includes(asked) ? 3 : 4;
  };
  return actors.map((actor) => [rank(actor), actor]).sort(([a], [b]) => a - b).map(([, actor]) => actor);
}

/** Brings the search box to life. `complain` is told what goes wrong. */
export function listen(input, list, complain) {
  let timer = 0;
  let asking = new AbortController();
  let chosen = -1;

  const options = () => [...list.querySelectorAll('[role="option"]')];

  function choose(place) {
    const all = options();
    chosen = all.length && place >= 0 ? place % all.length : -1;
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
    input.toggleAttribute("aria-activedescendant", chosen >= 0);
    if (chosen < 0) return;
    input.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(children) {
    list.replaceChildren(...children);
    list.hidden = !children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  async function ask() {
    const words = input.value.trim();
    asking.abort();
    if (!words) return show([]);
    asking = new AbortController();
    try {
      const answer = await get("/actors", { q: words, limit: 100 }, asking.signal);
      const items = ranked(answer.items, words).slice(0, SHOWN);
      const none = el("li", { class: "none" }, "No actor of that name in the wires read so far.");
      return show(items.length ? items.map(option) : [none]);
    } catch (error) {
      if (error.name !== "AbortError") complain(error);
      return show([]);
    }
  }

  function open(actor) {
    input.value = "";
    show([]);
    input.blur();
    location.hash = href({ actor });
  }

  function option(actor, place) {
    const known = [actor.type, ...actor.roles.slice(0, 1), ...actor.aliases.slice(0, 2)].join(" · ");
    return el(
      "li",
      { id: `found-${place}`, role: "option", "aria-selected": "false", "data-actor": actor.id, onmousedown: (event) => event.preventDefault(), onclick: () => open(actor.id) },
      el("span", { class: "name" }, actor.name),
      el("span", { class: "known" }, known),
    );
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("focus", () => input.value && ask());
  input.addEventListener("blur", () => show([]));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      show([]);
    }
    if (list.hidden || !options().length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const count = options().length;
      choose(event.key === "ArrowDown" ? chosen + 1 : (Math.max(chosen, 0) + count - 1) % count);
    }
  });
  input.form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (!options().length) await ask();
    const picked = options()[Math.max(0, chosen)];
    if (picked) open(picked.dataset.actor);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, select, textarea");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}
