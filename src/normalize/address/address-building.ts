/** What stands after the house number, in comparable form. */
export interface Building {
  /** Name without blanks, dashes and dots. */
  readonly building: string;
  /** 305, A305, 3F. */
  readonly room: string;
}

const ROOM = /^(.*?)([ -]?)((?<![A-Z])[A-Z]?-?\d{1,5})(号室|号|室|階|F)?$/u;
const CARE_OF = /^(.*[\d 号室]|)([^\d ]{1,12}?)様?方$/u;

/** Splits building and room; a bare number of one or two digits stays with the name (コーポ2). */
export function splitBuilding(text: string): Building {
  const plain = text.replace(/^[ \-.]+|[ \-.]+$/gu, '');
  if (plain === '') return { building: '', room: '' };
  const match = ROOM.exec(plain);
  if (!match) return { building: compact(plain), room: '' };
  const [, name = '', gap, number = '', mark] = match;
  const isRoom = mark !== undefined || gap !== '' || name === '' || /\d{3}/.test(number);
  if (!isRoom) return { building: compact(plain), room: '' };
  const floor = mark === '階' || mark === 'F' ? 'F' : '';
  return {
    building: compact(name),
    room: number.replace('-', '').replace(/^([A-Z]?)0+(?=\d)/u, '$1') + floor,
  };
}

function compact(name: string): string {
  return name.replace(/[ \-.]/gu, '');
}

/** Takes `田中方` or `田中様方` off the end of a folded address: the rest, and the name. */
export function splitCareOf(text: string): readonly [string, string] {
  if (!text.endsWith('方') || text.endsWith('枚方')) return [text, ''];
  const match = CARE_OF.exec(text);
  return match ? [(match[1] as string).trimEnd(), match[2] as string] : [text, ''];
}
