import { basename } from 'node:path';
import type { Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** Where the fields of a fixed-width record are from, or the names of the columns of a table without a header; null of other files. */
export function layoutSaid({ layout, layoutFile }: Inspection, language: Language): string | null {
  if (layout === null && layoutFile !== null)
    return language === 'ja'
      ? `見出しがないので、列の名前は ${basename(layoutFile)} から読みました（番号の横の注記）。違うときは --layout で別の一覧を指定してください`
      : `There is no header: the names of the columns are from ${basename(layoutFile)} (the note behind each number). Where that is wrong, name another list with --layout`;
  if (layout === null || (layoutFile === null && Object.hasOwn(layout, 'bank_name'))) return null;
  if (layoutFile !== null)
    return language === 'ja'
      ? `項目の位置は ${basename(layoutFile)} から。違うときは --layout で別のレイアウト表を指定してください`
      : `Places of fields are from ${basename(layoutFile)}. Where that is wrong, name another description with --layout`;
  return language === 'ja'
    ? '注意: 項目の位置は値からの推測です。レイアウト表（項目名と開始位置か桁数）があれば --layout で指定してください'
    : 'Beware: places of fields are guessed from the values. A description of the record (field names with places or lengths) is told with --layout';
}
