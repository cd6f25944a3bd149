/** The report of `score` as lines of text. */

const COLUMNS = {
  links: (f) => f.links,
  wrong: (f) => f.wrong,
  found: (f) => f.found,
  recall: (f) => percent(f.recall),
  precision: (f) => percent(f.precision),
  'false C': (f) => f.falseC,
  '/100k': (f) => (f.falsePer100k === null ? '-' : f.falsePer100k.toFixed(1)),
  U: (f) => percent(f.u),
  'owner 1st': (f) => percent(f.ownerFirst),
  stranger: (f) => percent(f.strangersNobody),
  cause: (f) => percent(f.cause),
  strict: (f) => percent(f.causeStrict),
};
const GROUPS = ['all', 'scattered', 'blocks', 'beyondAccounts', 'foreigners', 'foreignersKanaOnly'];
const SHOWN = 40;

/** @param {ReturnType<typeof import('./score.mjs').score>} report */
export function table(report) {
  const { links, ownerFirst, bestPossible } = report.kanaOnlyOwners;
  return [
    ...figures(report),
    '',
    `Kana-only accounts with several bearers of the name: owner first in ${ownerFirst} of ${links}, best possible ${bestPossible.toFixed(1)}`,
    ...calibration(report.calibration),
    ...counts('Undecidable, by reason and grade', report.undecidable),
    ...counts('Causes, planted → said (✗: not one that fits either)', report.causes),
    ...kinds('Misses', report.misses),
    ...kinds('False alarms', report.falseAlarms),
    ...kinds('Owner not first', report.wrongOwners),
  ].join('\n');
}

function figures(report) {
  const named = [...Object.entries(report.sources), ...GROUPS.map((name) => [name, report[name]])];
  const cells = named.map(([name, f]) => [name, ...Object.values(COLUMNS).map((value) => String(value(f)))]);
  return aligned([['', ...Object.keys(COLUMNS)], ...cells]);
}

function calibration(bins) {
  const rows = bins.map((bin) =>
    [`${bin.from}-${bin.to}`, bin.links, bin.expected.toFixed(2), bin.wrong].map(String),
  );
  return ['', ...aligned([['p', 'links', 'expected', 'wrong'], ...rows])];
}

function counts(title, entries) {
  return [
    '',
    title,
    ...Object.entries(entries).map(([name, count]) => `${String(count).padStart(6)}  ${name}`),
  ];
}

function kinds(title, list) {
  const total = list.reduce((sum, { count }) => sum + count, 0);
  const lines = list
    .slice(0, SHOWN)
    .flatMap(({ shape, count, examples }) => [
      `${String(count).padStart(6)}  ${shape}`,
      ...examples.map((example) => `          ${example}`),
    ]);
  return ['', `${title}: ${total}`, ...lines];
}

function aligned(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((cells) => cells[i].length)));
  return rows.map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
}

function percent(value) {
  return value === null ? '-' : `${(value * 100).toFixed(2)}%`;
}
