// Why wires that name somebody are held to mean the same one: asked for when a reader opens it.

import { get } from "./api.js";
import { day, dotted, el } from "./dom.js";
import { changed, href } from "./state.js";

/** What opens to the reasons; `complain` is told of an error. */
export function why(actor, complain) {
  const reasons = el("div", { class: "reasons" });
  async function load() {
    if (!whole.open || reasons.childElementCount) return;
    try {
      reasons.append(...told(await get("/why", { entity: actor.id })));
    } catch (error) {
      whole.open = false;
      complain(error);
    }
  }
  const whole = el("details", { class: "why", ontoggle: load }, el("summary", {}, "Why the wires mean one"), reasons);
  return whole;
}

/** The wires with their reasons, and those who are held to be others. */
function told(found) {
  const apart = found.apart.length ? [el("h3", {}, "Held to be others"), el("ul", {}, ...found.apart.map(other))] : [];
  return [el("ul", {}, ...found.wires.map(seen)), ...apart];
}

function seen(one) {
  const link = el("a", { href: changed({ wire: one.article, fact: null }) }, `“${one.name}”`);
  return el("li", {}, ...dotted(link, one.article, day(one.date), one.roles.join(", "), one.because));
}

function other(one) {
  const link = el("a", { href: href({ actor: one.id }) }, one.name);
  return el("li", {}, ...dotted(link, one.country, one.roles.join(", "), one.because));
}
