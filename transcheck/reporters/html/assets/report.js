// The report: the list, what is chosen in it, the step from finding to finding, links and paper.

data.rows.forEach((row, at) => {
  row.at = at;
  row.findings = [];
});
data.findings.forEach((finding) => data.rows[finding.row].findings.push(finding));

// On paper, so many stretches: a browser takes minutes to set 100,000 rows.
const MOST_PRINTED = 125;

let current = { findings: [], at: -1 };
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
  const { items, findings, hits } = chosen();
  current = { findings, at: -1 };
  listing.show(items);
  showStatus(findings, hits);
  showPosition();
}

function showStatus(findings, hits) {
  const narrowed = choice.search.trim() || choice.file || isChosen(choice);
  byId("status").textContent = narrowed
    ? `${plural(findings.length, "finding")} in ${plural(hits, "sentence")}`
    : "";
}

function showPosition() {
  const { findings, at } = current;
  byId("position").textContent = findings.length ? `${at < 0 ? "–" : (at + 1).toLocaleString("en")} of ${findings.length.toLocaleString("en")}` : "";
  for (const id of ["previous", "next"]) byId(id).disabled = !findings.length;
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

function goTo(finding) {
  const row = data.rows[finding.row];
  current.at = current.findings.indexOf(finding);
  showPosition();
  return focusOn(finding.fingerprint, (item) => item.row === row);
}

function step(by) {
  const { findings, at } = current;
  if (!findings.length) return;
  const next = at < 0 ? (by > 0 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
  goTo(findings[next]);
  history.replaceState(null, "", `#${findings[next].fingerprint}`);
}

/** Go where the address points; what the choice hides is shown again. */
function follow() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const finding = data.findings.find((each) => each.fingerprint === wanted);
  if (finding) {
    if (finding.suppressed && !choice.suppressed) choice.suppressed = byId("suppressed").checked = true;
    if (!current.findings.includes(finding)) clearChoice();
    goTo(finding);
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

function clearChoice() {
  choice.severities.clear();
  choice.checks.clear();
  choice.file = choice.search = "";
  byId("search").value = "";
  if (byId("file")) byId("file").value = "";
  document.querySelectorAll("button[data-severity], button[data-check]").forEach((each) => each.setAttribute("aria-pressed", "false"));
  refresh();
}

function toggles(selector, name, set) {
  document.querySelectorAll(selector).forEach((button) => button.addEventListener("click", () => {
    const value = button.dataset[name];
    if (!set.delete(value)) set.add(value);
    button.setAttribute("aria-pressed", String(set.has(value)));
    refresh();
  }));
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
  toggles("button[data-severity]", "severity", choice.severities);
  toggles("button[data-check]", "check", choice.checks);
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
