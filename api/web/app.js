// The page: what the address asks for is fetched and shown. It writes nothing and keeps nothing.

import { get, pathOf } from "./api.js";
import { dotted, el } from "./dom.js";
import { KINDS, card } from "./facts.js";
import { listen } from "./search.js";
import { changed, go, href, read } from "./state.js";
import { why } from "./why.js";
import { wirePanel } from "./wire.js";

const main = document.getElementById("main");
const wire = document.getElementById("wire");
const problem = document.getElementById("problem");
const status = document.getElementById("status");

const AT_ONCE = 20; // facts of a list before "More"
const MOST_ROWS = 10000; // of a table; no question gives more
const LOOK_AGAIN = 3000; // milliseconds, while there is nothing to show
const ON_A_PAGE = 5; // facts of each list on an actor's page before "More"

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region" });

const shown = { page: null, wire: null, fact: null };
const fetching = { page: new AbortController(), wire: new AbortController() };

/** Shows what the address asks for; what is shown already stays as it is. */
async function show() {
  const state = read();
  problem.hidden = true;
  const page = JSON.stringify([state.actor, state.kind, state.since, state.until, state.confidence]);
  const panel = JSON.stringify([state.wire, state.fact]);
  const jobs = [];
  if (page !== shown.page) jobs.push(once("page", page, (signal) => showPage(state, signal)));
  if (panel !== shown.wire) jobs.push(once("wire", panel, (signal) => showWire(state, signal)));
  await Promise.all(jobs);
  mark(state);
}

/** Runs a job in the place of the one of the same sort that may still run. */
async function once(sort, key, job) {
  fetching[sort].abort();
  fetching[sort] = new AbortController();
  shown[sort] = key;
  try {
    await job(fetching[sort].signal);
  } catch (error) {
    if (error.name === "AbortError") return;
    shown[sort] = null;
    if (sort === "page") main.replaceChildren(el("p", {}, el("a", { href: href({}) }, "Back to the start")));
    complain(error);
  }
}

function complain(error) {
  problem.textContent = error.message;
  problem.hidden = false;
}

async function showPage(state, signal) {
  main.setAttribute("aria-busy", "true");
  try {
    const [content, beside] = state.actor ? await actorPage(state, signal) : await startPage(state, signal);
    main.replaceChildren(el("div", { class: "facts" }, ...content), el("aside", { class: "beside" }, ...beside));
    scrollTo(0, 0);
  } finally {
    if (!signal.aborted) main.removeAttribute("aria-busy");
  }
}

// The start: who accuses whom of what, and the other kinds beside it.

async function startPage(state, signal) {
  const name = KINDS[state.kind] ? state.kind : "accusation";
  document.title = `${KINDS[name].title} – Dateline`;
  const [list, middle] = await Promise.all([factList(name, filters(state), AT_ONCE, signal), centralActors(signal)]);
  if (!list && !middle && !hasFilters(state) && (await isEmpty(signal))) return [[emptyStore()], []];
  const none = el("p", { class: "quiet" }, `Nothing of this kind ${hasFilters(state) ? "with these filters" : "in the wires read so far"}.`);
  return [[el("h1", {}, KINDS[name].title), kindTabs(name), filterForm(state, tableLink(name, filters(state))), list ?? none], middle ? [middle] : []];
}

function kindTabs(current) {
  const words = { accusation: "Accusations", denial: "Denials", commitment: "Commitments", statement: "Statements" };
  return el("nav", { class: "tabs", "aria-label": "Kinds of fact" }, ...Object.keys(KINDS).map((name) =>
    el("a", { href: changed({ kind: name }), class: name, "aria-current": name === current ? "page" : null }, words[name])));
}

async function centralActors(signal) {
  const answer = await get("/graph/central", { by: "degree", limit: 12 }, signal);
  if (!answer.items.length) return null;
  return el("section", {}, el("h2", {}, "At the centre"), el("p", { class: "quiet" }, "Those tied to the most others"),
    el("ol", { class: "actors" }, ...answer.items.map((actor) => actorLine(actor, `${actor.degree} ties`))));
}

async function isEmpty(signal) {
  return (await get("/articles", { limit: 1 }, signal)).items.length === 0;
}

function emptyStore() {
  setTimeout(() => {
    shown.page = null;
    show();
  }, LOOK_AGAIN);
  return el("section", { class: "empty" }, el("h1", {}, "No wires yet"),
    el("p", {}, "Let Dateline read some; they show here within seconds of being read:"),
    el("pre", {}, "kg ingest samples/"),
    el("p", {}, "A path is a text file, a JSON Lines file, or a folder of them. Then ask here, or in the terminal:"),
    el("pre", {}, "kg ask who-accuses-whom"));
}

// One actor: what it does to others, and what others do to it.

async function actorPage(state, signal) {
  const lists = Object.entries(KINDS).flatMap(([name, kind]) => [[name, kind.by, kind.theirs], [name, kind.of, kind.others]]);
  const asked = lists.map(([name, role]) => factList(name, { ...filters(state), [role]: state.actor }, ON_A_PAGE, signal));
  const [actor, near, ...found] = await Promise.all([get(pathOf("actors", state.actor), {}, signal), nearest(state, signal), ...asked]);
  document.title = `${actor.name} – Dateline`;
  const sections = lists.flatMap(([name, role, title], place) =>
    found[place] ? [el("section", { class: `list ${name}`, id: `${name}-${role}` }, sectionHead(name, role, title, state), found[place])] : []);
  const none = el("p", { class: "quiet" }, hasFilters(state) ? "Nothing with these filters." : "Named in the wires, but in no fact.");
  return [[actorHead(actor), filterForm(state), ...(sections.length ? sections : [none])], near ? [near] : []];
}

function sectionHead(name, role, title, state) {
  const table = role === KINDS[name].by ? tableLink(name, { ...filters(state), who: state.actor }) : null;
  return el("div", { class: "section-head" }, el("h2", {}, title), table);
}

function actorHead(actor) {
  const aliases = actor.aliases.filter((alias) => alias !== actor.name);
  const country = actor.country && actor.type !== "country" ? COUNTRIES.of(actor.country) : null;
  return el("header", { class: "actor-head" },
    el("p", { class: "kicker" }, ...dotted(actor.type, country)),
    el("h1", {}, actor.name),
    actor.roles.length ? el("p", { class: "roles" }, actor.roles.slice(0, 5).join(" · ")) : null,
    aliases.length ? el("p", { class: "quiet" }, "Also: ", aliases.slice(0, 8).join(", ")) : null,
    why(actor, complain));
}

async function nearest(state, signal) {
  const near = await get("/graph/neighbours", { actor: state.actor, since: state.since, until: state.until, depth: 1, limit: 60 }, signal);
  if (!near.nodes.length) return null;
  return el("section", {}, el("h2", {}, "Closest"), el("p", { class: "quiet" }, "By the number of facts between them"),
    el("ol", { class: "actors" }, ...near.nodes.slice(0, 12).map((actor) => actorLine(actor, String(actor.weight)))));
}

function actorLine(actor, number) {
  return el("li", {}, el("a", { href: href({ actor: actor.id }), class: `actor ${actor.type}` }, actor.name), el("span", { class: "number" }, number));
}

// Lists of facts, and the filters on them.

/** The facts of one kind as a list that can grow, or null where there is none. */
async function factList(name, parameters, limit, signal) {
  const path = `/${KINDS[name].list}`;
  const list = el("ol", { class: "cards" });
  const more = el("button", { type: "button", class: "more" }, "More");
  let next = null;
  async function grow(abort) {
    const answer = await get(path, { ...parameters, limit, cursor: next }, abort);
    list.append(...answer.items.map((fact) => card(fact)));
    next = answer.next;
    more.hidden = !next;
    return answer.items.length;
  }
  more.addEventListener("click", async () => {
    more.disabled = true;
    try {
      status.textContent = `${await grow()} more facts`;
      mark(read());
    } catch (error) {
      complain(error);
    } finally {
      more.disabled = false;
    }
  });
  return (await grow(signal)) ? el("div", {}, list, more) : null;
}

function filters({ since, until, confidence }) {
  return { since, until, confidence };
}

function hasFilters(state) {
  return Object.values(filters(state)).some(Boolean);
}

/** A link to all facts of a kind, not only those shown, as a table for a spreadsheet. */
function tableLink(name, parameters) {
  const asked = Object.entries({ ...parameters, format: "csv", limit: MOST_ROWS }).filter(([, value]) => value);
  return el("a", { class: "table", href: `/questions/${KINDS[name].question}?${new URLSearchParams(asked)}`, download: `${KINDS[name].question}.csv` }, "All as CSV");
}

function filterForm(state, table = null) {
  const field = (name, label, input) => el("label", {}, el("span", {}, label), input);
  const date = (name) => el("input", { type: "date", name, value: state[name] ?? "", onchange: (event) => go({ [name]: event.target.value }) });
  const levels = { "": "any", 0.5: "at least 50 %", 0.7: "at least 70 %", 0.9: "at least 90 %" };
  const sure = el("select", { name: "confidence", onchange: (event) => go({ confidence: event.target.value }) },
    ...Object.entries(levels).sort().map(([value, words]) => el("option", { value, selected: value === (state.confidence ?? "") }, words)));
  const clear = hasFilters(state) ? el("a", { href: changed({ since: null, until: null, confidence: null }) }, "Clear") : null;
  return el("form", { class: "filters", "aria-label": "Filters", onsubmit: (event) => event.preventDefault() },
    field("since", "From", date("since")), field("until", "To", date("until")), field("confidence", "Sure", sure), clear, table);
}

// The wire beside the facts.

async function showWire(state, signal) {
  if (!state.wire) {
    const last = shown.fact;
    wire.hidden = true;
    document.body.classList.remove("reading");
    document.querySelector(`[data-fact="${CSS.escape(last ?? "")}"] .proof`)?.focus({ preventScroll: true });
    return;
  }
  wire.setAttribute("aria-busy", "true");
  try {
    wire.replaceChildren(...(await wirePanel(state.wire, state.fact, signal)).filter(Boolean));
  } finally {
    if (!signal.aborted) wire.removeAttribute("aria-busy");
  }
  wire.hidden = false;
  document.body.classList.add("reading");
  wire.focus({ preventScroll: true });
  const proof = wire.querySelector("mark");
  if (proof) proof.scrollIntoView({ block: "center" });
  else wire.scrollTop = 0;
}

/** Marks the card of the fact whose wire is open. */
function mark(state) {
  shown.fact = state.fact ?? shown.fact;
  for (const one of document.querySelectorAll(".card")) one.toggleAttribute("data-open", one.dataset.fact === state.fact);
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !wire.hidden) go({ wire: null, fact: null });
});
main.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const proofs = [...main.querySelectorAll(".proof")];
  const at = proofs.indexOf(document.activeElement);
  const following = at < 0 ? null : proofs[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!following) return;
  event.preventDefault();
  following.focus();
});
listen(document.getElementById("who"), document.getElementById("found"), complain);
addEventListener("hashchange", show);
show();
