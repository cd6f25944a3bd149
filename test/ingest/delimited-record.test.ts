import { describe, expect, it } from 'vitest';
import { nextRecord } from '../../src/ingest/delimited/delimited-record.js';
import { newFound } from '../../src/ingest/delimited/record.js';

/** Every record of a text with the given number of columns: its text, or `!code` before it. */
function records(text: string, columns: number): string[] {
  const bytes = Buffer.alloc(Buffer.byteLength(text, 'latin1') + 4);
  const end = bytes.write(text, 'latin1');
  const own = new Uint8Array(bytes);
  const words = new Int32Array(own.buffer, 0, own.length >> 2);
  const found = newFound();
  const out: string[] = [];
  for (let at = 0; at < end; at = found.next) {
    nextRecord(own, words, at, end, true, { delimiter: 0x2c, columns }, found);
    const raw = Buffer.from(own.subarray(at, found.end)).toString('latin1');
    if (found.kind === 'sound') out.push(raw);
    if (found.kind === 'damaged') out.push(`!${found.code} ${raw}`);
  }
  return out;
}

const CASES: readonly [name: string, text: string, expected: readonly string[]][] = [
  ['plain lines', '1,2,3\n4,5,6\n', ['1,2,3', '4,5,6']],
  ['CRLF, no line end at the end', '1,2,3\r\n4,5,6', ['1,2,3', '4,5,6']],
  ['blank lines and an end-of-file mark', '1,2,3\n\n\r\n4,5,6\n\u001a', ['1,2,3', '4,5,6']],
  [
    'long plain values',
    '1234567890,abcdefghij,z\nx,y,0123456789\n',
    ['1234567890,abcdefghij,z', 'x,y,0123456789'],
  ],
  [
    'too few, too many',
    '1,2\n1,2,3\n1,2,3,4\n4,5,6\n',
    ['!columns-too-few 1,2', '1,2,3', '!columns-too-many 1,2,3,4', '4,5,6'],
  ],
  ['quoted delimiter, quote and line end', '1,"a,""b""\nc",3\n4,5,6\n', ['1,"a,""b""\nc",3', '4,5,6']],
  ['quoted CRLF', '"1","a\r\nb","3"\r\n4,5,6\r\n', ['"1","a\r\nb","3"', '4,5,6']],
  ['open quote before plain lines', '1,"2,3\n4,5,6\n7,8,9\n', ['!quote-open 1,"2,3', '4,5,6', '7,8,9']],
  ['open quote at the very end', '1,2,3\n4,"5,6', ['1,2,3', '!quote-open 4,"5,6']],
  ['closing quote forgotten', '"1","2","3\n"4","5","6"\n', ['!quote-open "1","2","3', '"4","5","6"']],
  ['opening quote forgotten', '"1",2","3"\n"4","5","6"\n', ['!quote-misplaced "1",2","3"', '"4","5","6"']],
  [
    'two odd quotes would pair up',
    '1,"2,3\n4,5,6\n7,8",9\n0,0,0\n',
    ['!quote-open 1,"2,3', '4,5,6', '!quote-misplaced 7,8",9', '0,0,0'],
  ],
  [
    'open quote before a damaged line',
    '1,"2,3\n4,5\n7,8,9\n',
    ['!quote-open 1,"2,3', '!columns-too-few 4,5', '7,8,9'],
  ],
  ['quote inside a plain value', '1,a"b,3\n4,5,6\n', ['!quote-misplaced 1,a"b,3', '4,5,6']],
  ['text after a closing quote', '1,"a"b,3\n4,5,6\n', ['!quote-misplaced 1,"a"b,3', '4,5,6']],
  ['NUL', '1,\u0000,3\n4,5,6\n', ['!nul 1,\u0000,3', '4,5,6']],
  ['NUL inside quotes', '1,"a\u0000",3\n4,5,6\n', ['!nul 1,"a\u0000",3', '4,5,6']],
  ['bare CR in a value', '1,a\rb,3\n4,5,6\n', ['!stray-carriage-return 1,a\rb,3', '4,5,6']],
  ['bare CR for a line end joins two records', '1,2,3\r4,5,6\n7,8,9\n', ['1,2,3', '4,5,6', '7,8,9']],
  ['bare CR and a column too many', '1,a\rb,3,4\n4,5,6\n', ['!stray-carriage-return 1,a\rb,3,4', '4,5,6']],
  ['empty quoted values: a blank row', '"","",""\n4,5,6\n', ['4,5,6']],
  ['rows of delimiters and spaces: blank', ',,\n4,5,6\n , \t,\n,,,,\n', ['4,5,6']],
  ['a row with one value left is none', ',,0\n', [',,0']],
  [
    'open quote, then a first value that is empty quotes',
    '1,2,"3\n"",5,6\n7,8,9\n',
    ['!quote-open 1,2,"3', '"",5,6', '7,8,9'],
  ],
];

const FIVE: readonly [name: string, text: string, expected: readonly string[]][] = [
  [
    'a value of several lines with delimiters of its own',
    '1,"a,b\nc,d",3,4,5\n"x\ny",2,3,4,5\n',
    ['1,"a,b\nc,d",3,4,5', '"x\ny",2,3,4,5'],
  ],
  [
    'quotes of two damaged lines that would pair up',
    '1,2,3,4,"5\n6,7,8,9,0"\na,b,c,d,e\n',
    ['!quote-open 1,2,3,4,"5', '!quote-misplaced 6,7,8,9,0"', 'a,b,c,d,e'],
  ],
  [
    'an open quote that a quoted value of several lines would close',
    '1,2,3,4,"\n6,7,8,9,"""\n0"\na,b,c,d,e\n',
    ['!quote-open 1,2,3,4,"', '6,7,8,9,"""\n0"', 'a,b,c,d,e'],
  ],
];

describe('nextRecord, with columns enough to tell a row inside quotes', () => {
  it.each(FIVE)('%s', (_, text, expected) => {
    expect(records(text, 5)).toEqual(expected);
  });
});

describe('nextRecord', () => {
  it.each(CASES)('%s', (_, text, expected) => {
    expect(records(text, 3)).toEqual(expected);
  });

  it('asks for more bytes instead of judging half a record', () => {
    for (const text of ['1,2', '1,2,3', '1,"a', '1,"a"', '1,2,3\r', '1,"a\n4,5,6']) {
      const own = new Uint8Array(Buffer.from(`${text}    `.padEnd(16)));
      const found = newFound();
      nextRecord(
        own,
        new Int32Array(own.buffer, 0, own.length >> 2),
        0,
        text.length,
        false,
        { delimiter: 0x2c, columns: 3 },
        found,
      );
      expect([text, found.kind]).toEqual([text, 'more']);
    }
  });
});
