import { basename } from 'node:path';
import type { Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** Where the fields of a fixed-width record are from; null of other files. */
export function layoutSaid({ layout, layoutFile }: Inspection, language: Language): string | null {
  if (layout === null || (layoutFile === null && Object.hasOwn(layout, 'bank_name'))) return null;
  if (layoutFile !== null)
    return language === 'ja'
      ? `項目の位置は ${basename(layoutFile)} から。違うときは --layout で別のレイアウト表を指定してください`
      : `Places of fields are from ${basename(layoutFile)}. Where that is wrong, name another description with --layout`;
  return language === 'ja'
    ? '注意: 項目の位置は値からの推測です。レイアウト表（項目名と開始位置か桁数）があれば --layout で指定してください'
    : 'Beware: places of fields are guessed from the values. A description of the record (field names with places or lengths) is told with --layout';
}
