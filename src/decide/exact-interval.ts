import { upperBound } from './review-counts.js';

/** A share with the interval that holds it with a confidence of 95 %. */
export interface ShareWithInterval {
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/** Two-sided exact interval of Clopper and Pearson (1934): 2.5 % are left on either side. 0 to 1 when nothing was counted. */
export function exactInterval(part: number, whole: number): ShareWithInterval {
  return {
    share: whole === 0 ? null : part / whole,
    low: part === 0 ? 0 : 1 - upperBound(whole, whole - part, 0.975),
    high: upperBound(whole, part, 0.975),
  };
}
