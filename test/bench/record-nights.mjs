import { readFile } from 'node:fs/promises';
import { record } from './record.mjs';

const PAGE = 'docs/performance.md';
const HEAD = [
  '| residents | links | raw limit | audit | ratio | CPU | links a second | peak memory | work/ | outputs | memory bound | load before |',
  '| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
];

/** Puts a night's line into the table of docs/performance.md, in place of the last one of as many residents. */
export async function recordNights(night) {
  await recordLine('nights', HEAD, night.residents, row(night));
}

const SECOND_HEAD = [
  '| residents | first night | second | full run of the second | second / first | second / full | taken over | same bytes | load before |',
  '| --: | --: | --: | --: | --: | --: | --: | --: | --: |',
];

/** The same for a second night; seconds are the processor's. */
export async function recordSecondNights({ residents, first, second, full, differing, load_before }) {
  const reused = second.stages
    .flatMap(({ reused, unchanged_rows }) => Object.values({ ...reused, ...unchanged_rows }))
    .reduce((sum, n) => sum + n, 0);
  const share = (of) => `${Math.round((100 * second.cpu_seconds) / of.cpu_seconds)} %`;
  const cells = [
    residents.toLocaleString('en'),
    ...[first, second, full].map(({ cpu_seconds }) => `${cpu_seconds} s`),
    share(first),
    share(full),
    reused.toLocaleString('en'),
    differing.length === 0 ? 'yes' : 'no',
    load_before,
  ];
  await recordLine('second nights', SECOND_HEAD, residents, `| ${cells.join(' | ')} |`);
  await record(PAGE, 'second night by stage', byStage({ residents, first, second, full }).join('\n'));
}

function byStage({ residents, first, second, full }) {
  const lines = first.stages.map(({ name, cpu_seconds }, i) =>
    [`\`${name}\``, cpu_seconds, second.stages[i].cpu_seconds, full.stages[i].cpu_seconds].join(' | '),
  );
  return [
    `| ${residents.toLocaleString('en')} residents | first night | second | full run of the second |`,
    '| --- | --: | --: | --: |',
    ...lines.map((line) => `| ${line} |`),
  ];
}

/** Puts a line into a table of the page, in place of that of as many residents. */
async function recordLine(mark, head, residents, line) {
  const page = await readFile(new URL(`../../${PAGE}`, import.meta.url), 'utf8');
  const [start, end] = [page.indexOf(`<!-- ${mark} -->`), page.indexOf(`<!-- /${mark} -->`)];
  const had = page
    .slice(start, end)
    .split('\n')
    .filter((line) => /^\| [\d,]+ \|/.test(line));
  const key = (line) => Number(line.split('|')[1].replaceAll(',', ''));
  const lines = [...had.filter((line) => key(line) !== residents), line];
  lines.sort((a, b) => key(a) - key(b));
  await record(PAGE, mark, [...head, ...lines].join('\n'));
}

function row(night) {
  const count = (value) => value.toLocaleString('en');
  const gb = (bytes) => `${(bytes / 1e9).toFixed(2)} GB`;
  const cells = [
    count(night.residents),
    count(night.links),
    `${night.raw_limit.seconds} s`,
    `${night.seconds} s`,
    night.ratio,
    `${night.cpu_seconds} s`,
    count(night.links_a_second),
    gb(night.peak_memory_bytes),
    gb(night.work_bytes),
    gb(night.output_bytes),
    night.memory ?? 'none',
    night.load_before,
  ];
  return `| ${cells.join(' | ')} |`;
}
