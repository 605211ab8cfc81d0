// The page at work: the list, what is chosen in it, the step from finding to finding, links and paper.

data.rows.forEach((row, at) => {
  row.at = at;
  row.findings = [];
});
data.findings.forEach((finding) => data.rows[finding.row].findings.push(finding));

// On paper, so many stretches: a browser takes minutes to set 100,000 rows.
const MOST_PRINTED = 125;

let current = { stops: [], at: -1 };
const listing = new Listing(byId("listing"), draw);

function draw(item) {
  if (item.file) return fileOf(item.file);
  return item.fold ? foldOf(item.fold, unfold) : rowOf(item.row);
}

function unfold(rows) {
  rows.forEach((row) => unfolded.add(row));
  refresh();
  focusOn(`row-${rows[0].at}`, (item) => item.row === rows[0]);
}

/** Show what is chosen. */
function refresh() {
  const { items, stops, rows } = chosen();
  current = { stops, at: -1 };
  listing.show(items);
  showStatus(rows);
  showPosition();
}

function showStatus(rows) {
  const narrowed = choice.search.trim() || choice.file || isChosen(choice);
  const findings = rows.flatMap(shownFindings);
  byId("status").textContent = narrowed
    ? `${plural(findings.length, "finding")} in ${plural(rows.length, "sentence")}`
    : "";
}

function showPosition() {
  const { stops, at } = current;
  byId("position").textContent = stops.length ? `${at < 0 ? "–" : (at + 1).toLocaleString("en")} of ${stops.length.toLocaleString("en")}` : "";
  for (const id of ["previous", "next"]) byId(id).disabled = !stops.length;
}

/** Scroll to an element of the list and put the focus there; say whether it is listed. */
function focusOn(id, is) {
  if (!listing.reach(is)) return false;
  const element = byId(id);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
  // What is filled above it may be higher than was guessed.
  requestAnimationFrame(() => element.isConnected && element.scrollIntoView({ block: "center" }));
  return true;
}

function goTo({ id, row }) {
  current.at = current.stops.findIndex((stop) => stop.id === id);
  showPosition();
  return focusOn(id, (item) => item.row === row);
}

function step(by) {
  const { stops, at } = current;
  if (!stops.length) return;
  const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length;
  goTo(stops[next]);
  history.replaceState(null, "", `#${stops[next].id}`);
}

/** Go where the address points; what the choice hides is shown again. */
function follow() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const finding = data.findings.find((each) => idOf(each) === wanted);
  if (finding) {
    if (finding.suppressed && !choice.suppressed) choice.suppressed = byId("suppressed").checked = true;
    if (!current.stops.some(({ id }) => id === wanted)) clearChoice();
    if (!isShown(finding)) press("label", finding.label);
    goTo({ id: wanted, row: data.rows[finding.row] });
  } else if (/^row-\d+$/.test(wanted)) goToRow(Number(wanted.slice(4)));
}

function goToRow(at) {
  const row = data.rows[at];
  if (!row) return;
  const is = (item) => item.row === row;
  if (focusOn(`row-${at}`, is)) return;
  unfolded.add(row);
  refresh();
  if (!focusOn(`row-${at}`, is)) clearChoice();
  focusOn(`row-${at}`, is);
}

const PICKED = { label: choice.labels, kind: choice.kinds, severity: choice.severities, check: choice.checks };
const buttonsOf = (name) => document.querySelectorAll(`button[data-${name}]`);

function clearChoice() {
  for (const [name, set] of Object.entries(PICKED)) {
    set.clear();
    buttonsOf(name).forEach((button) => button.setAttribute("aria-pressed", "false"));
  }
  choice.file = choice.search = "";
  byId("search").value = "";
  if (byId("file")) byId("file").value = "";
  refresh();
}

/** Pick a value, or drop it if it is picked. */
function press(name, value) {
  const set = PICKED[name];
  if (!set.delete(value)) set.add(value);
  buttonsOf(name).forEach((button) => button.setAttribute("aria-pressed", String(set.has(button.dataset[name]))));
  refresh();
}

function ticks(id, name) {
  const box = byId(id);
  if (!box) return;
  box.addEventListener("change", () => {
    choice[name] = box.checked;
    refresh();
  });
}

function listen() {
  for (const name of Object.keys(PICKED)) {
    buttonsOf(name).forEach((button) => button.addEventListener("click", () => press(name, button.dataset[name])));
  }
  ticks("whole", "whole");
  ticks("suppressed", "suppressed");
  if (byId("file")) byId("file").addEventListener("change", (event) => { choice.file = event.target.value; refresh(); });
  let waiting = 0;
  byId("search").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { choice.search = event.target.value; refresh(); }, 150);
  });
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  if (byId("along")) byId("along").addEventListener("click", (event) => event.target.dataset.row && goToRow(Number(event.target.dataset.row)));
  byId("listing").addEventListener("click", onMark);
  ["pointerover", "pointerout", "focusin", "focusout"].forEach((kind) => byId("listing").addEventListener(kind, link));
  addEventListener("keydown", onKey);
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => listing.fillAll(MOST_PRINTED));
  addEventListener("afterprint", () => listing.rest());
}

function onMark({ target }) {
  const mark = target.closest("mark");
  if (mark && getSelection().isCollapsed) byId(mark.dataset.findings.split(" ")[0]).focus();
}

/** Light up the span of the finding under the pointer or in focus, and the finding of the span. */
function link({ type, target }) {
  const on = type === "pointerover" || type === "focusin";
  const card = target.closest(".finding");
  const mark = target.closest("mark");
  const row = target.closest(".row");
  if (!row) return;
  const names = card ? [card.id] : mark ? mark.dataset.findings.split(" ") : [];
  row.querySelectorAll(".finding").forEach((each) => each.classList.toggle("linked", on && names.includes(each.id)));
  row.querySelectorAll("mark").forEach((each) =>
    each.classList.toggle("linked", on && names.some((name) => each.dataset.findings.split(" ").includes(name))));
}

function onKey(event) {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
  const act = { n: () => step(1), p: () => step(-1), "/": () => byId("search").focus() }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

const wide = matchMedia("(min-width: 1100px)");
const showPanel = () => { byId("panel").open = wide.matches; };
wide.addEventListener("change", showPanel);
showPanel();
listen();
refresh();
follow();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
