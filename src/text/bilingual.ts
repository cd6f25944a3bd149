/** A language of the program's texts. */
export type Language = 'ja' | 'en';

/** A text in every language of the program. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** Puts values into `{name}` places of both texts. Never pass a record's value. */
export function fill(text: Bilingual, values: Readonly<Record<string, string | number>>): Bilingual {
  const put = (template: string) =>
    !template.includes('{')
      ? template
      : template.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place));
  return { ja: put(text.ja), en: put(text.en) };
}
