// What the reader chose to see, and which rows that leaves.

const choice = {
  labels: new Set(), kinds: new Set(), severities: new Set(), checks: new Set(),
  file: "", search: "", whole: false, suppressed: false,
};
const unfolded = new Set();
// A fold hides at least so many rows; fewer are shown.
const LEAST_FOLDED = 2;

const picksFindings = ({ labels, severities, checks }) => labels.size > 0 || severities.size > 0 || checks.size > 0;
const isChosen = (made) => picksFindings(made) || made.kinds.size > 0;

/** Say whether a finding is shown: where the text is searched, that is left to its row. */
function isShown(finding) {
  return (choice.suppressed || !finding.suppressed)
    && (choice.labels.size ? choice.labels.has(finding.label) : finding.label !== "unchanged")
    && (!choice.severities.size || choice.severities.has(finding.severity))
    && (!choice.checks.size || choice.checks.has(finding.check));
}

const shownFindings = (row) => row.findings.filter(isShown);

/** Return the texts of one side of a row; one that changed has two. */
function textsOf(side) {
  if (!side) return [];
  if (!side.pieces) return [side.text];
  return ["added", "removed"].map((left) =>
    side.pieces.filter(([kind]) => kind !== left).map(([, text]) => text).join(""));
}

function contains(row, wanted) {
  const texts = [...textsOf(row.source), ...textsOf(row.target), row.key];
  for (const finding of shownFindings(row)) texts.push(finding.message, data.checks[finding.check].name, finding.fingerprint);
  return texts.some((text) => text && text.toLowerCase().includes(wanted));
}

/** Say whether a row is what the reader looks for. */
function isWanted(row, wanted) {
  if (choice.kinds.size && !choice.kinds.has(row.kind)) return false;
  const told = row.findings.some(isShown)
    || (!picksFindings(choice) && Boolean(row.told || choice.kinds.size));
  return wanted ? contains(row, wanted) && (told || !isChosen(choice)) : told;
}

/** Return what is listed, heads of files and folds included, and where to stop in it. */
function chosen() {
  const wanted = choice.search.trim().toLowerCase();
  const rows = data.rows.filter((row) => choice.file === "" || row.file === Number(choice.file));
  const hits = rows.map((row) => isWanted(row, wanted));
  const all = (choice.whole && !wanted) || (!hits.includes(true) && !wanted && !isChosen(choice));
  const near = (at) => WITH_NEIGHBOURS && !wanted && (isNear(rows, hits, at, -1) || isNear(rows, hits, at, 1));
  const shown = rows.map((row, at) => all || hits[at] || near(at) || unfolded.has(row));
  const wantedRows = rows.filter((_, at) => hits[at]);
  return { items: listed(rows, shown), stops: wantedRows.flatMap(stopsIn), rows: wantedRows };
}

/** Return where a reader stops in a row: at its findings, or at the row where it has none. */
function stopsIn(row) {
  const findings = shownFindings(row);
  return findings.length ? findings.map((finding) => ({ id: idOf(finding), row })) : [{ id: `row-${row.at}`, row }];
}

const isNear = (rows, hits, at, step) => hits[at + step] && rows[at + step].file === rows[at].file;

function listed(rows, shown) {
  const items = [];
  let file = null;
  for (let at = 0; at < rows.length; at += 1) {
    if (rows[at].file !== file) {
      file = rows[at].file;
      items.push({ file: rows[at] });
    }
    if (shown[at]) items.push({ row: rows[at] });
    else {
      const end = endOfFold(rows, shown, at);
      const hidden = rows.slice(at, end);
      items.push(...(hidden.length < LEAST_FOLDED ? hidden.map((row) => ({ row })) : [{ fold: hidden }]));
      at = end - 1;
    }
  }
  return items;
}

function endOfFold(rows, shown, start) {
  let end = start;
  while (end < rows.length && !shown[end] && rows[end].file === rows[start].file) end += 1;
  return end;
}

/** Return the button that stands for rows that are not shown. */
function foldOf(rows, unfold) {
  const button = make("button", { type: "button", class: "fold" }, `${plural(rows.length, "sentence")} ${FOLDED}`);
  button.addEventListener("click", () => unfold(rows));
  return button;
}
