import { readFile } from 'node:fs/promises';
import { record } from './record.mjs';

const PAGE = 'docs/performance.md';
const HEAD = [
  '| residents | links | raw limit | audit | ratio | CPU | links a second | peak memory | work/ | outputs | memory bound | load before |',
  '| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
];

/** Puts a night's line into the table of docs/performance.md, in place of the last one of as many residents. */
export async function recordNights(night) {
  const page = await readFile(new URL(`../../${PAGE}`, import.meta.url), 'utf8');
  const [start, end] = [page.indexOf('<!-- nights -->'), page.indexOf('<!-- /nights -->')];
  const had = page
    .slice(start, end)
    .split('\n')
    .filter((line) => /^\| [\d,]+ \|/.test(line));
  const key = (line) => Number(line.split('|')[1].replaceAll(',', ''));
  const lines = [...had.filter((line) => key(line) !== night.residents), row(night)];
  lines.sort((a, b) => key(a) - key(b));
  await record(PAGE, 'nights', [...HEAD, ...lines].join('\n'));
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
