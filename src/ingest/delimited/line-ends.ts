import { Failure } from '../../text/failure.js';
import type { InputFile } from '../input-file.js';
import { CR, LF } from './record.js';

/**
 * Refuses a text whose lines all end in CR alone, as on old Macs and after some transfers: it would look like one
 * endless line.
 *
 * @param head the first bytes, UTF-16 already turned into UTF-8.
 * @throws {Failure} `input-line-ends` (exit code 2).
 */
export function refuseBareReturns(head: Uint8Array, file: InputFile): void {
  if (head.includes(LF)) return;
  const first = head.indexOf(CR);
  if (first < 0 || head.indexOf(CR, first + 1) < 0) return;
  const values = { source: file.source, path: file.path };
  throw new Failure('input-line-ends', { values });
}
