import type { InputFormat } from '../../audit/formats.js';
import type { Reader } from '../reader.js';
import csv from './csv.js';
import fixed from './fixed.js';
import jsonl from './jsonl.js';
import ods from './ods.js';
import parquet from './parquet.js';
import tsv from './tsv.js';
import xlsx from './xlsx.js';

/** The reader of every format that can be read. */
const READERS: Readonly<Record<InputFormat, Reader>> = { csv, tsv, fixed, jsonl, parquet, xlsx, ods };

export const readers: readonly Reader[] = Object.values(READERS);

export function readerOf(format: InputFormat): Reader {
  return READERS[format];
}
