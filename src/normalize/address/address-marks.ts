/** Marks with a table of the characters they begin with, which settles most places at once. */
interface Marks {
  readonly all: readonly string[];
  readonly first: Uint8Array;
}

function marks(...all: readonly string[]): Marks {
  const first = new Uint8Array(65_536);
  for (const mark of all) first[mark.charCodeAt(0)] = 1;
  return { all, first };
}

/** After these a number belongs to the name of the town, in whatever digits: 北1条, 東3線, 一番町, 七番丁, 十一号地. */
export const TOWN_MARKS = marks('条', '線', '番町', '番丁', '番耕地', '番割', '丁町', '号地', '号線');
/** After these a number is a name that is mostly written in kanji: 五日市, 三軒茶屋, 第二区画. */
export const NAME_MARKS = marks('町', '区', '軒', '日');
/** These end a number of the chain; longest first. */
export const CHAIN_MARKS = marks(
  '丁目',
  '番地ノ',
  '番地',
  '番ノ',
  '番',
  '地割',
  '号ノ',
  '号',
  '丁',
  'ノ',
  '-',
  '.',
);
/** After these a number belongs to a building: 2号館, 305号室, 3階, B1F. */
export const BUILDING_MARKS = marks('号館', '号棟', '号室', '番館', '番街', '階', '棟', 'F', '室');

const DIRECTIONS = '東西南北';

/** The first of the marks that stands at this place, or ''. */
export function markAt(text: string, at: number, { all, first }: Marks): string {
  if (at >= text.length || first[text.charCodeAt(at)] === 0) return '';
  for (const mark of all) if (text.startsWith(mark, at)) return mark;
  return '';
}

/** Does 東, 西, 南 or 北 stand at this place? */
export function isDirection(text: string, at: number): boolean {
  return at >= 0 && at < text.length && DIRECTIONS.includes(text[at] as string);
}
