import type { InputFormat } from '../../audit/formats.js';
import type { Reader } from '../reader.js';
import csv from './csv.js';
import fixed from './fixed.js';
import jsonl from './jsonl.js';
import ods from './ods.js';
import parquet from './parquet.js';
import tsv from './tsv.js';
import xlsx from './xlsx.js';

/** Every format that can be read. */
export const readers: readonly Reader[] = [csv, tsv, fixed, jsonl, parquet, xlsx, ods];

export function readerOf(format: InputFormat): Reader {
  return readers.find((reader) => reader.id === format)!;
}
