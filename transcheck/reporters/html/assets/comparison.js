// The comparison: each unit with what changed in its texts, and what became of its findings.

const choice = { labels: new Set(), search: "", whole: false };
const listing = new Listing(byId("listing"), unitOf);
const SIDES = { source: "Source: ", target: "Translation: " };

const isShown = (finding) => !choice.labels.size || choice.labels.has(finding.label);

/** Return the element of a unit. */
function unitOf(unit) {
  const findings = unit.findings.filter(isShown);
  const sides = Object.keys(SIDES).filter((side) => unit[side] || !document.body.classList.contains("one-sided"));
  return make("section", { class: "row unit", "aria-label": `${unit.kind}, ${unit.place}` },
    make("p", { class: "unit-head muted" },
      make("b", {}, unit.kind), make("bdi", {}, unit.place), similarityOf(unit)),
    make("div", { class: "texts" }, ...sides.map((side) => make("div", { class: `cell ${side}` },
      changesOf(unit, side, findings),
      ...findings.filter((finding) => finding.side === side).map((finding) => cardOf(finding, unit))))));
}

function similarityOf({ similarity, small }) {
  if (!similarity) return null;
  const [before, after] = similarity.map((value) => value.toFixed(2));
  const kind = small ? null : similarity[1] > similarity[0] ? "rise" : "fall";
  return make("span", { class: kind }, before === after ? `similarity ${after}` : `similarity ${before} → ${after}`);
}

/** Return the text of one side: what was removed and added, and the spans of its findings. */
function changesOf(unit, side, findings) {
  if (!unit[side]) return make("p", { class: `side ${side} missing` }, unseen(SIDES[side]), "nothing on this side");
  const { of, pieces } = unit[side];
  const { lang, dir } = data.sources[of];
  const own = findings.filter((finding) => finding.side === side);
  const at = { old: 0, new: 0 };
  const nodes = pieces.map(([kind, text]) => {
    const [node] = wordDiff([[kind, text]]);
    // What was fixed stood in the old text, all else stands in the new one.
    const over = own.filter(({ label }) => kind !== (label === "fixed" ? "added" : "removed"))
      .map((finding) => within(finding, finding.label === "fixed" ? at.old : at.new, text.length)).filter(Boolean);
    if (over.length) node.lastChild.replaceWith(...marked({ text }, over));
    if (kind !== "added") at.old += text.length;
    if (kind !== "removed") at.new += text.length;
    return node;
  });
  return make("p", { class: `side ${side}`, lang, dir }, unseen(SIDES[side]), ...nodes);
}

/** Return the part of a finding that lies in a piece of so many signs; null if there is none. */
function within(finding, from, length) {
  const start = Math.max(finding.start - from, 0);
  const end = Math.min(finding.end - from, length);
  const inside = finding.start === finding.end ? start === end && finding.start >= from : start < end;
  return inside ? { ...finding, start, end } : null;
}

function cardOf(finding, unit) {
  const { lang, dir } = data.sources[unit[finding.side].of];
  return make("article", { class: `finding ${finding.severity}`, "aria-label": `${finding.label} ${finding.severity}: ${finding.name}` },
    make("p", { class: "finding-head" },
      make("span", { class: `chip ${finding.label}` }, finding.label), " ",
      make("span", { class: "severity" }, finding.severity), " ", make("b", {}, finding.name), " ",
      make("span", { class: "muted" }, `line ${finding.line}:${finding.column}`)),
    make("p", { class: "message", dir: "auto" }, finding.message),
    finding.fix ? make("p", { class: "change", lang, dir }, ...wordDiff(finding.fix)) : null);
}

function contains(unit, wanted) {
  const texts = Object.keys(SIDES).filter((side) => unit[side]).flatMap((side) =>
    ["added", "removed"].map((left) => unit[side].pieces.filter(([kind]) => kind !== left).map(([, text]) => text).join("")));
  const told = unit.findings.filter(isShown).flatMap(({ name, message }) => [name, message]);
  return [...texts, ...told, unit.place].some((text) => text.toLowerCase().includes(wanted));
}

/** Show what is chosen: what has something to tell, unless the reader looks for something else. */
function refresh() {
  const wanted = choice.search.trim().toLowerCase();
  const quiet = data.units.every((unit) => unit.silent);
  const units = data.units.filter((unit) =>
    (choice.labels.size ? unit.findings.some(isShown) : choice.whole || wanted || quiet || !unit.silent)
    && (!wanted || contains(unit, wanted)));
  listing.show(units);
  byId("status").textContent = `${plural(units.length, "sentence")} of ${data.units.length.toLocaleString("en")}`;
}

document.querySelectorAll("button[data-label]").forEach((button) => button.addEventListener("click", () => {
  const { label } = button.dataset;
  if (!choice.labels.delete(label)) choice.labels.add(label);
  button.setAttribute("aria-pressed", String(choice.labels.has(label)));
  refresh();
}));
byId("whole").addEventListener("change", ({ target }) => { choice.whole = target.checked; refresh(); });
let waiting = 0;
byId("search").addEventListener("input", ({ target }) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { choice.search = target.value; refresh(); }, 150);
});
addEventListener("beforeprint", () => listing.fillAll(125));
addEventListener("afterprint", () => listing.rest());
refresh();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
