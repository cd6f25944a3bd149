import { describe, expect, it } from 'vitest';
import { type RelationId, relationBit } from '../../src/audit/relations.js';
import { causeOf } from '../../src/findings/causes/index.js';

const bitsOf = (ids: RelationId[]) => ids.reduce((bits, id) => bits | relationBit(id), 0);
const context = (
  relations: RelationId[],
  run = 0,
  cycle = 0,
  holder: RelationId[] = [],
  similar = false,
) => ({ relations: bitsOf(relations), holder: bitsOf(holder), run, cycle, similar });

describe('causeOf', () => {
  it.each([
    ['row-shift', context(['adjacent-row', 'neighbour-record'], 3)],
    ['row-shift', context(['adjacent-row', 'household'], 12)],
    ['number-typo', context(['number-slip', 'resembles'])],
    ['number-typo', context(['number-near', 'resembles'])],
    ['family', context(['household', 'terminal'])],
    ['family', context(['household'], 0, 2)],
    ['swap', context(['terminal', 'adjacent-row'], 0, 2)],
    ['swap', context(['namesake'], 0, 3)],
    ['namesake', context(['namesake', 'resembles'])],
    ['namesake', context(['same-name', 'terminal'])],
    ['namesake', context(['resembles'], 0, 0, [], true)],
    ['family', context(['household', 'resembles'], 0, 0, [], true)],
    ['number-typo', context(['number-slip'], 0, 0, [], true)],
    ['swap', context(['resembles'], 0, 2, [], true)],
    ['shared-terminal', context(['terminal', 'adjacent-row'])],
    // The neighbour has the number of this record's owner: that says where the neighbour's comes from, and not this one's.
    ['unknown', context(['neighbour-record'])],
    ['unknown', context(['adjacent-row'], 2)],
    ['neighbour-record', context(['adjacent-row'], 2, 0, ['adjacent-row'])],
    ['shared-terminal', context(['resembles'], 0, 0, ['terminal'])],
    ['neighbour-record', context(['resembles'], 0, 0, ['neighbour-record'])],
    ['unknown', context(['resembles'])],
    ['unknown', context([])],
  ])('%s', (cause, given) => {
    expect(causeOf(given).id).toBe(cause);
  });
});
