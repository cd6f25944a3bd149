// Strings per second of processor time for dates, codes, addresses and their comparisons. Build first; needs ../../dist.
import { canonicalAddress } from '../../dist/normalize/address/address.js';
import { parseDate } from '../../dist/normalize/date/parse-date.js';
import { parseTimestamp } from '../../dist/normalize/date/parse-timestamp.js';
import { certificateSerial, cleanNumber, isMyNumber } from '../../dist/normalize/number/codes.js';
import { compareAddresses } from '../../dist/verify/comparisons/address.js';
import { compareDates } from '../../dist/verify/comparisons/birth-date.js';

const INPUTS = 5000;
const two = (n) => String(n).padStart(2, '0');
const dates = (write) =>
  Array.from({ length: INPUTS }, (_, i) => write(1930 + (i % 58), 1 + (i % 12), 1 + (i % 28)));

const ADDRESSES = Array.from({ length: INPUTS }, (_, i) => {
  const forms = [
    `東京都千代田区霞が関${1 + (i % 9)}丁目${1 + (i % 30)}番${1 + (i % 20)}号`,
    `神奈川県横浜市中区本町６－５０－${i % 40}　コーポ田中${100 + (i % 300)}号室`,
    `三重県四日市市八千代台三丁目${i}番地の${1 + (i % 9)}`,
    `北海道札幌市中央区北${1 + (i % 9)}条西${1 + (i % 20)}丁目${1 + (i % 9)}-${i % 30}`,
  ];
  return forms[i % forms.length];
});
const PARSED = ADDRESSES.map(canonicalAddress);

/** Calls per second of processor time (other work on the machine hardly counts), against the target. */
function measure(name, target, inputs, call) {
  for (let i = 0; i < 100_000; i++) call(inputs[i % inputs.length], i);
  const start = process.cpuUsage();
  let calls = 0;
  let seconds = 0;
  while (seconds < 1) {
    for (const input of inputs) call(input, calls++);
    const { user, system } = process.cpuUsage(start);
    seconds = (user + system) / 1e6;
  }
  const rate = calls / seconds;
  const verdict = target === null ? '' : rate >= target ? 'ok' : `below ${target}`;
  console.log(`${name.padEnd(28)} ${Math.round(rate).toLocaleString('en').padStart(12)}/s ${verdict}`);
}

measure(
  'date 1975-03-02',
  1e6,
  dates((y, m, d) => `${y}-${two(m)}-${two(d)}`),
  (t) => parseDate(t, null),
);
measure(
  'date 19750302',
  1e6,
  dates((y, m, d) => `${y}${two(m)}${two(d)}`),
  (t) => parseDate(t, null),
);
measure(
  'date 昭和50年3月2日',
  1e6,
  dates((y, m, d) => `昭和${y - 1925}年${m}月${d}日`),
  (t) => parseDate(t, 'wareki'),
);
measure(
  'date S50.3.2',
  1e6,
  dates((y, m, d) => `S${y - 1925}.${m}.${d}`),
  (t) => parseDate(t, 'wareki'),
);
measure(
  'date 3500302',
  1e6,
  dates((y, m, d) => `3${two(y - 1925)}${two(m)}${two(d)}`),
  (t) => parseDate(t, 'era-code-12345'),
);
measure(
  'time 2023-04-01 12:30:15',
  null,
  dates((y, m, d) => `${y}-${two(m)}-${two(d)} 12:30:15`),
  parseTimestamp,
);
measure(
  'number, cleaned and checked',
  null,
  dates((y, m, d) => String(983205600000 + y * m * d)),
  (t) => isMyNumber(cleanNumber(t)),
);
measure(
  'certificate serial',
  null,
  dates((y, m, d) => `0x00${(y * m * d).toString(16)}`),
  (t) => certificateSerial(t),
);
measure('address', 200_000, ADDRESSES, canonicalAddress);
measure('addresses compared', null, PARSED, (a, i) =>
  compareAddresses(a, PARSED[(i * 7 + 1) % INPUTS], null),
);
measure(
  'dates compared',
  null,
  dates((y, m, d) => y * 10_000 + m * 100 + d),
  (key, i) => compareDates(key, 19750302 + (i % 50)),
);
