import { join } from 'node:path';
import type { CheckResult } from '../check/index.js';
import { LIMITS, readRegular } from '../files/regular-file.js';

/** What the checks saw: counts only, kept in the output folder so that the next night can see what jumped. */
export const QUALITY_FILE = 'quality.json';

/** What the checks of an earlier run saw, or undefined where it left nothing readable. */
export async function readQuality(dir: string): Promise<CheckResult | undefined> {
  try {
    return JSON.parse(
      (await readRegular(join(dir, QUALITY_FILE), LIMITS.state)).toString('utf8'),
    ) as CheckResult;
  } catch {
    return undefined;
  }
}
