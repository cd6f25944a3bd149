import type { Stage } from './context.js';
import { ingredientTitle } from './ingredients.js';
import { leavesResult } from './stage-results.js';

/** The stages as docs/architecture.md has them (`npm run docs`). */
export function describeStages(stages: readonly Stage[]): string {
  const rows = stages.map((stage) => {
    const cells = [
      `\`${stage.name}\``,
      takenBy(stage),
      leftBy(stage),
      stage.does,
      quoted(stage.folders, '/'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| stage | reads | writes | does | in |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function takenBy({ reads, takes = [], madeFrom = [] }: Stage): string {
  return [
    ...(reads.length > 0 ? [quoted(reads)] : []),
    ...(takes.length > 0 ? [`${takes.length > 1 ? 'results' : 'result'} of ${quoted(takes)}`] : []),
    ...madeFrom.map((ingredient) => ingredientTitle(ingredient).en),
  ].join('; ');
}

function leftBy({ name, writes }: Stage): string {
  const parts = [
    ...(writes.length > 0 ? [quoted(writes)] : []),
    ...(leavesResult(name) ? ['its result'] : []),
  ];
  return parts.join('; ');
}

function quoted(names: readonly string[], end = ''): string {
  return names.map((name) => `\`${name}${end}\``).join(', ');
}
