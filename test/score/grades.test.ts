import { describe, expect, it } from 'vitest';
import { gradeOfPattern } from '../../src/score/grades.js';
import { chances } from '../../src/score/tables.js';
import { personCodes } from '../verify/level-codes.js';
import { smallModel } from './small-model.js';

const table = chances(smallModel());

describe('gradeOfPattern', () => {
  it.each([
    ['A', ['exact', 'exact', 'exact', 'exact', 'identical']],
    ['A', ['variant', 'kana', 'same_parts', 'exact', 'equivalent']],
    ['B', ['exact', 'exact', 'compatible', 'exact', 'identical']],
    // Eight bits: as little as can be told from.
    ['A', ['missing', 'missing', 'exact', 'missing', 'missing']],
    ['B', ['exact', 'exact', 'exact', 'exact', 'same_city']],
    ['B', ['exact', 'exact', 'one_digit', 'missing', 'missing']],
    // A name alone: 2 + 4 bits even if both parts agreed as well as they can.
    ['U', ['exact', 'exact', 'missing', 'exact', 'missing']],
    ['U', ['different', 'different', 'missing', 'missing', 'missing']],
    ['U', ['missing', 'missing', 'missing', 'missing', 'missing']],
  ] as const)('%s: %j', (grade, ids) => {
    expect(gradeOfPattern(personCodes(...ids), table)).toBe(grade);
  });
});
