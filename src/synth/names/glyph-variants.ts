/**
 * Glyphs that registers keep apart and other systems do not: base glyph, its variant, and the share of the
 * families or persons of that glyph who are registered with the variant. CP932 can write all of them.
 */
const FAMILY: readonly (readonly [string, string, number])[] = [
  ['高', '\u{9ad9}', 0.08],
  ['崎', '\u{fa11}', 0.1],
  ['崎', '\u{5d5c}', 0.02],
  ['辺', '\u{908a}', 0.12],
  ['辺', '\u{9089}', 0.14],
  ['斉', '\u{9f4a}', 0.05],
  ['斎', '\u{9f4b}', 0.12],
  ['浜', '\u{6ff1}', 0.15],
  ['沢', '\u{6fa4}', 0.2],
  ['広', '\u{5ee3}', 0.08],
  ['島', '\u{5d8b}', 0.07],
  ['桜', '\u{6afb}', 0.1],
  ['国', '\u{570b}', 0.03],
  ['瀬', '\u{7028}', 0.1],
  ['黒', '\u{9ed1}', 0.04],
  ['桑', '\u{6852}', 0.03],
  ['柳', '\u{6801}', 0.04],
  ['徳', '\u{5fb7}', 0.06],
  ['滝', '\u{7027}', 0.15],
  ['館', '\u{8218}', 0.1],
  ['富', '\u{51a8}', 0.15],
  ['峰', '\u{5cef}', 0.3],
  ['曽', '\u{66fe}', 0.2],
  ['渕', '\u{6df5}', 0.15],
  ['栄', '\u{69ae}', 0.1],
  ['万', '\u{842c}', 0.03],
  ['塚', '\u{fa10}', 0.05],
];

const GIVEN: readonly (readonly [string, string, number])[] = [
  ['恵', '\u{60e0}', 0.02],
  ['真', '\u{771e}', 0.03],
  ['栄', '\u{69ae}', 0.04],
  ['広', '\u{5ee3}', 0.05],
  ['桜', '\u{6afb}', 0.05],
  ['竜', '\u{9f8d}', 0.3],
  ['徳', '\u{5fb7}', 0.06],
  ['弥', '\u{5f4c}', 0.03],
  ['昇', '\u{66fb}', 0.02],
  ['富', '\u{51a8}', 0.05],
];

/** Glyphs outside JIS X 0208: systems without them write ●. */
const OUTSIDE = new Set(
  '\u{9ad9}\u{fa11}\u{5d5c}\u{7028}\u{9ed1}\u{6852}\u{6801}\u{5fb7}\u{fa10}\u{66fb}\u{6df5}\u{51a8}',
);

export interface Glyphs {
  /** The name as registered, and the share of the name's bearers who write it so. */
  readonly text: string;
  readonly share: number;
  /** The same name with the other glyph, or null where it has none. */
  readonly variant: string | null;
  /** The name as a system without the glyph writes it, or null. */
  readonly unknown: string | null;
}

/** Every way a name is registered: with its base glyphs, and with one variant each. */
export function glyphs(text: string, kind: 'family' | 'given'): readonly Glyphs[] {
  const variants = (kind === 'family' ? FAMILY : GIVEN)
    .filter(([base]) => text.includes(base))
    .map(([base, variant, share]) => ({ text: text.replace(base, variant), share }));
  const rest = 1 - variants.reduce((sum, { share }) => sum + share, 0);
  const base: Glyphs = { text, share: rest, variant: variants[0]?.text ?? null, unknown: null };
  return [
    base,
    ...variants.map((variant) => ({ ...variant, variant: text, unknown: withoutOutside(variant.text) })),
  ];
}

function withoutOutside(text: string): string | null {
  const written = [...text].map((char) => (OUTSIDE.has(char) ? '●' : char)).join('');
  return written === text ? null : written;
}
