import { word } from '../engine/columns.js';
import { table } from './table.js';

/** How common a family or given name is, by a key of `residents`. */
export function frequencyTable(key: string) {
  return table({
    name: `frequency_${key}`,
    family: 'frequency_<key>',
    columns: { name: 'text', share: 'double', relative: 'double' },
    row: 'name',
    notes: { share: 'of residents', relative: 'to the average' },
  });
}

export const NAME_CHANGERS = table({
  name: 'name_changers',
  columns: { sex: 'tiny', decade: 'int', relative: 'double' },
  row: 'sex and decade of birth',
  notes: {
    decade: 'of birth: 198 is 1980 to 1989',
    relative: 'of all residents, to those whose family name changed: who changes it oftener is below 1',
  },
});

export const HOLDERS = table({
  name: 'holders',
  columns: { src: 'tiny', rid: 'int' },
  row: 'source and resident who has a record of it that nobody doubts',
});

export const BESIDE = table({
  name: 'beside',
  columns: { lid: 'int' },
  row: 'link whose resident has another record right beside it',
});

export const CLUSTERS = table({
  name: 'clusters',
  columns: { cluster: 'int', src: 'int', item: word('terminal', 'operator', 'day', 'lookup'), value: 'text' },
  row: 'terminal, operator, day or look-up where wrong links gather, most telling first',
});

export const CLUSTERED = table({
  name: 'clustered',
  columns: { lid: 'int', cluster: 'int', rate: 'double' },
  row: 'suspect of such a gathering',
  notes: { rate: 'wrong rate of its other links' },
});

export const SUSPECT_VERDICTS = table({
  name: 'suspect_verdicts',
  columns: { lid: 'int', probability: 'double', nobody: 'double' },
  row: 'suspect',
  notes: { probability: 'of a wrong link', nobody: 'in the register' },
});

export const HYPOTHESES = table({
  name: 'hypotheses',
  columns: { lid: 'int', rid: 'int', probability: 'double', rank: 'tiny' },
  row: '(suspect, candidate), at most 20',
  notes: { rank: 'from 1, likeliest first' },
});

export const VERDICTS = table({
  name: 'verdicts',
  columns: {
    lid: 'int',
    src: 'tiny',
    rid: 'int?',
    grade: word('A', 'B', 'C', 'U'),
    probability: 'double',
  },
  row: 'link',
  notes: { probability: 'of a wrong link' },
});
