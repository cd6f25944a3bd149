import { record } from './record.mjs';

const PAGE = 'docs/cluster.md';
/** Of a nation whose residents have as many links as those that were measured. */
const NATION = 125_000_000;
const CORES_OF_A_NODE = 16;
const NODES = [10, 50];
/** Cores that a night alone kept at work on a quiet machine of two: seconds of the processor by seconds (docs/performance.md, a million residents). */
const CORES_AT_WORK = 229.19 / 157.78;

const count = (n) => Math.round(n).toLocaleString('en');
const seconds = (n) => n.toFixed(1);
const rows = (cells) => cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
const total = (stages, of) => stages.reduce((sum, stage) => sum + (of(stage) ?? 0), 0);

/**
 * Writes what nights cost by stage, and what that comes to for a nation, into docs/cluster.md.
 *
 * @param measured by size, smallest first: what `cluster.mjs` has measured.
 */
export async function recordClusterCosts(measured) {
  await record(PAGE, 'cluster costs', measured.map(byStage).join('\n\n'));
  const largest = measured.at(-1);
  const parts = [nation(largest)];
  if (measured.length > 1) parts.push(growth(measured.at(-2), largest));
  await record(PAGE, 'cluster projection', parts.join('\n\n'));
}

const HEAD = [
  [
    'stage',
    'DuckDB alone',
    'with the cluster: here',
    'and there',
    'statements there',
    'rows lent',
    'MB lent',
  ],
  ['---', '--:', '--:', '--:', '--:', '--:', '--:'],
];

function byStage({ residents, links, stages, work_bytes, heap }) {
  const line = (name, all) => [
    name,
    seconds(total(all, (stage) => stage.alone)),
    seconds(total(all, (stage) => stage.here)),
    seconds(total(all, (stage) => stage.cpu_seconds)),
    count(total(all, (stage) => stage.statements)),
    count(total(all, (stage) => stage.lent_rows)),
    count(total(all, (stage) => stage.lent_bytes) / 1e6),
  ];
  const peak = Math.max(...stages.map((stage) => stage.peak_memory_bytes ?? 0));
  const taken = [
    total(stages, (stage) => stage.taken_rows),
    total(stages, (stage) => stage.taken_bytes) / 1e6,
  ];
  return [
    `${count(residents)} residents, ${count(links)} links:`,
    '',
    rows([...HEAD, ...stages.map((stage) => line(`\`${stage.name}\``, [stage])), line('whole run', stages)]),
    '',
    `Taken back: ${count(taken[0])} rows, ${count(taken[1])} MB. The statement that took most of the cluster's memory had ${count(peak / 1e6)} MB (heap of each process: ${heap}). Database of the run alone: ${count(work_bytes / 1e6)} MB.`,
  ].join('\n');
}

function nation({ residents, links, stages }) {
  const times = NATION / residents;
  const hours = (of) => (times * total(stages, of)) / 3600;
  const [alone, here, there] = [
    hours((stage) => stage.alone),
    hours((stage) => stage.here),
    hours((stage) => stage.cpu_seconds),
  ];
  const at = (nodes) => there / (nodes * CORES_OF_A_NODE);
  const own = (coreHours) => coreHours / CORES_AT_WORK;
  const cell = (n) => n.toFixed(n < 0.1 ? 2 : 1);
  return rows([
    [
      `${count(NATION)} residents, ${count(links * times)} links`,
      'one machine alone',
      ...NODES.map((nodes) => `and ${nodes} nodes of ${CORES_OF_A_NODE} cores`),
    ],
    ['---', '--:', ...NODES.map(() => '--:')],
    ['core-hours of the machine', cell(alone), ...NODES.map(() => cell(here))],
    ['core-hours of the cluster', '', ...NODES.map(() => cell(there))],
    [
      `hours on the machine, ${CORES_AT_WORK.toFixed(2)} cores at work`,
      cell(own(alone)),
      ...NODES.map(() => cell(own(here))),
    ],
    ['hours on the cluster, all cores at work', '', ...NODES.map((nodes) => cell(at(nodes)))],
    ['hours of the night', cell(own(alone)), ...NODES.map((nodes) => cell(own(here) + at(nodes)))],
    ['GB lent', '', ...NODES.map(() => count((times * total(stages, (stage) => stage.lent_bytes)) / 1e9))],
  ]);
}

/** Seconds by million links at the larger size, by those at the smaller: 1 where cost grows as links do. */
function growth(small, large) {
  const more = large.links / small.links;
  const times = (of, i) => {
    const [before, after] = [of(small.stages[i]) ?? 0, of(large.stages[i]) ?? 0];
    return before === 0 ? '' : (after / before / more).toFixed(2);
  };
  return [
    `Cost of a link at ${count(large.residents)} residents, by that at ${count(small.residents)}:`,
    '',
    rows([
      ['stage', 'DuckDB alone', 'with the cluster: here', 'and there'],
      ['---', '--:', '--:', '--:'],
      ...large.stages.map(({ name }, i) => [
        `\`${name}\``,
        ...[(stage) => stage.alone, (stage) => stage.here, (stage) => stage.cpu_seconds].map((of) =>
          times(of, i),
        ),
      ]),
    ]),
  ].join('\n');
}
