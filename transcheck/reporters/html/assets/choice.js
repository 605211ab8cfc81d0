// What the reader chose to see, and which rows that leaves.

const choice = { severities: new Set(), checks: new Set(), file: "", search: "", whole: false, suppressed: false };
const unfolded = new Set();
// A fold hides at least so many rows; fewer are shown.
const LEAST_FOLDED = 2;

const isChosen = ({ severities, checks }) => severities.size > 0 || checks.size > 0;

/** Say whether a finding is shown: where the text is searched, that is left to its row. */
function isShown(finding) {
  return (choice.suppressed || !finding.suppressed)
    && (!choice.severities.size || choice.severities.has(finding.severity))
    && (!choice.checks.size || choice.checks.has(finding.check));
}

function contains(row, wanted) {
  const texts = [row.source && row.source.text, row.target && row.target.text, row.key];
  for (const finding of row.findings) if (isShown(finding)) texts.push(finding.message, data.checks[finding.check].name, finding.fingerprint);
  return texts.some((text) => text && text.toLowerCase().includes(wanted));
}

/** Say whether a row is what the reader looks for. */
function isWanted(row, wanted) {
  const flagged = row.findings.some(isShown);
  return wanted ? contains(row, wanted) && (flagged || !isChosen(choice)) : flagged;
}

/** Return what is listed, heads of files and folds included, and the findings in it. */
function chosen() {
  const wanted = choice.search.trim().toLowerCase();
  const rows = data.rows.filter((row) => choice.file === "" || row.file === Number(choice.file));
  const hits = rows.map((row) => isWanted(row, wanted));
  const all = (choice.whole && !wanted) || (!hits.includes(true) && !wanted && !isChosen(choice));
  const near = (at) => !wanted && (isNear(rows, hits, at, -1) || isNear(rows, hits, at, 1));
  const shown = rows.map((row, at) => all || hits[at] || near(at) || unfolded.has(row));
  return { items: listed(rows, shown), findings: rows.filter((_, at) => hits[at]).flatMap(shownFindings), hits: hits.filter(Boolean).length };
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
