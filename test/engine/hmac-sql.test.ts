import { expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { hmacSql } from '../../src/engine/hmac-sql.js';
import { literal } from '../../src/engine/sql.js';

// RFC 4231, test cases 1, 2 and 6: a short key, a text key, one longer than a block.
test.each<[string, Buffer, string, string]>([
  [
    '1',
    Buffer.alloc(20, 0x0b),
    'Hi There',
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    '2',
    Buffer.from('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    '6',
    Buffer.alloc(131, 0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('HMAC-SHA-256 in SQL is that of RFC 4231, case %s', async (_, key, text, expected) => {
  const engine = await openDuckDb();
  try {
    expect(await engine.value(`SELECT ${hmacSql(key, literal(text))}`)).toBe(expected);
    expect(await engine.value(`SELECT ${hmacSql(key, 'CAST(NULL AS VARCHAR)')}`)).toBeNull();
  } finally {
    engine.close();
  }
});
