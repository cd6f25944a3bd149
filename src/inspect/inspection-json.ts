import { shownName } from '../audit/header-names.js';
import { LIKELY } from './candidate.js';
import type { Inspection } from './inspection.js';

/** What `inspect --json` prints, with the keys of pipeline files; shares from 0 to 1. */
export function inspectionJson(inspection: Inspection) {
  const { reading, layout, columns, mapping, questions, items, repeats, person, others } = inspection;
  return {
    file: inspection.path,
    kind: inspection.kind,
    format: inspection.format,
    encoding: inspection.encoding,
    sheet: reading.sheet ?? null,
    skip_rows: reading.skipRows ?? 0,
    header: reading.header ?? true,
    delimiter: reading.delimiter ?? null,
    layout,
    layout_file: inspection.layoutFile,
    record_length: reading.recordLength ?? null,
    data_records: reading.dataRecords ?? null,
    via: inspection.via,
    rows: inspection.rows,
    damaged: inspection.damaged,
    person: person === '' ? null : shownName(person),
    left_out: others.map((other) => ({
      person: other.person === '' ? null : shownName(other.person),
      columns: other.columns.map(shownName),
    })),
    repeated_rows: repeats.rows,
    repeated_keys: repeats.keys,
    columns: columns.map(({ name, label, profile }) => ({
      name: shownName(name),
      label: label === undefined ? null : shownName(label),
      content: profile.type,
      filled: profile.filled,
      distinct: profile.distinct,
      shapes: profile.shapes,
    })),
    items: mapping.map(({ item, columns: from, format, codes = null, confidence }) => {
      const {
        read = 0,
        unreadable = 0,
        empty = 0,
        distinct = 0,
        later = null,
      } = items.find((one) => one.item === item) ?? {};
      return {
        item,
        columns: from,
        format,
        codes,
        confidence,
        mapped: confidence >= LIKELY,
        read,
        unreadable,
        empty,
        distinct,
        later,
      };
    }),
    questions,
  };
}
