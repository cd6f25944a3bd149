/** Households: who lives where with whom. */
import { dayIn, plusDays, YEAR } from './calendar.mjs';
import { foreignName, nation, wifeKeepsName } from './foreign.mjs';
import { givenName, surname } from './japanese.mjs';
import { newAddress } from './places.mjs';

/** Somebody from elsewhere, whom the register of this region does not hold. */
export function stranger(random, places, foreigners) {
  const household = random.chance(foreigners)
    ? foreignHousehold(random, places)
    : japaneseHousehold(random, places);
  const person = random.pick(household);
  return { ...person, id: '', number: '', serial: '', register: {} };
}

export function japaneseHousehold(random, places) {
  const home = newAddress(random, places);
  const family = surname(random);
  const shape = random.next();
  const members =
    shape < 0.3
      ? single(random, family)
      : shape < 0.42
        ? couple(random, family, random.between(1935, 1958))
        : shape < 0.5
          ? couple(random, family, random.between(1985, 1999))
          : shape < 0.58
            ? oneParent(random, family)
            : shape < 0.92
              ? parentsAndChildren(random, family)
              : threeGenerations(random, family);
  return settle(random, places, home, members);
}

export function foreignHousehold(random, places) {
  const home = newAddress(random, places);
  const country = nation(random);
  const shape = random.next();
  const born = random.between(1960, 2003);
  if (shape < 0.62) return settle(random, places, home, [alien(random, country, random.between(1, 2), born)]);
  if (shape < 0.78) return settle(random, places, home, mixedMarriage(random, country, born));
  const husband = alien(random, country, 1, born);
  const wife = alien(
    random,
    country,
    2,
    born + random.between(-3, 5),
    wifeKeepsName(country) ? undefined : husband.foreign.family,
  );
  const children = Array.from({ length: random.int(3) }, () =>
    alien(
      random,
      country,
      random.between(1, 2),
      Math.min(YEAR - 1, born + random.between(22, 36)),
      husband.foreign.family,
    ),
  );
  return settle(random, places, home, [husband, wife, ...children]);
}

/** A foreigner and a Japanese spouse; the children are Japanese. */
function mixedMarriage(random, country, born) {
  const family = surname(random);
  const foreignWife = random.chance(0.7);
  const partner = alien(random, country, foreignWife ? 2 : 1, born);
  const japanese = native(random, family, foreignWife ? 1 : 2, born - random.between(0, 8));
  const children = Array.from({ length: random.int(3) }, () =>
    native(random, family, random.between(1, 2), Math.min(YEAR - 1, born + random.between(22, 34))),
  );
  return [japanese, partner, ...children];
}

function single(random, family) {
  return [
    native(
      random,
      family,
      random.between(1, 2),
      random.chance(0.5) ? random.between(1930, 1960) : random.between(1960, 2004),
    ),
  ];
}

function couple(random, family, born) {
  const husband = native(random, family, 1, born);
  const wife = native(random, family, 2, born + random.between(-3, 6));
  const taker = random.chance(0.95) ? wife : husband;
  taker.before = surname(random);
  taker.married = Math.min(YEAR, born + random.between(23, 36));
  taker.beforeKnown = random.chance(YEAR - taker.married < 8 ? 0.08 : 0.02);
  return [husband, wife];
}

function children(random, family, mother, count) {
  const born = Array.from({ length: count }, () => Math.min(YEAR - 1, mother + random.between(22, 38)));
  const brood = [];
  for (const year of born)
    brood.push(sibling(brood, () => native(random, family, random.between(1, 2), year)));
  if (count > 0 && random.chance(0.02)) {
    const sex = random.chance(0.7) ? brood[0].sex : random.between(1, 2);
    const twin = sibling(brood, () => native(random, family, sex, brood[0].birth[0]));
    brood.push({ ...twin, birth: brood[0].birth });
  }
  return brood;
}

/** No two children of a family have one name. */
function sibling(brood, make) {
  for (;;) {
    const child = make();
    if (
      brood.every((other) => other.given.kanji !== child.given.kanji && other.given.kana !== child.given.kana)
    )
      return child;
  }
}

function parentsAndChildren(random, family) {
  const pair = couple(random, family, random.between(1955, 1994));
  return [...pair, ...children(random, family, pair[1].birth[0], random.between(1, 3))];
}

function oneParent(random, family) {
  const parent = native(random, family, random.chance(0.85) ? 2 : 1, random.between(1955, 1995));
  return [parent, ...children(random, family, parent.birth[0], random.between(1, 2))];
}

function threeGenerations(random, family) {
  const old = couple(random, family, random.between(1930, 1950));
  const young = couple(random, family, Math.max(old[1].birth[0] + 24, 1958));
  return [...old, ...young, ...children(random, family, young[1].birth[0], random.between(1, 3))];
}

function native(random, family, sex, year) {
  return { nation: 'JP', family, given: givenName(random, sex, year), sex, birth: dayIn(random, year) };
}

function alien(random, country, sex, year, family) {
  const foreign = foreignName(random, country, sex, family);
  const old = country === 'KR' ? 0.55 : country === 'CN' ? 0.15 : country === 'BR' ? 0.1 : 0.02;
  const alias = random.chance(old)
    ? { family: surname(random), given: givenName(random, sex, year) }
    : undefined;
  const style =
    country === 'CN'
      ? random.chance(0.45)
        ? 'on'
        : 'sound'
      : country === 'KR' && random.chance(0.2)
        ? 'on'
        : 'sound';
  return { nation: country, foreign, alias, style, sex, birth: dayIn(random, year) };
}

/** Address, household, moves; two in a hundred have died or left. */
function settle(random, places, home, members) {
  const household = String(random.int(1e9)).padStart(9, '0');
  const moved = random.chance(0.4);
  const old = moved ? newAddress(random, random.chance(0.5) ? [home.place] : places) : undefined;
  const oldKnown = moved && (old.place !== home.place || random.chance(0.3));
  return members.map((member) => {
    const gone = random.chance(0.012);
    return {
      ...member,
      household,
      home,
      old,
      oldKnown,
      id: '',
      number: '',
      register: {},
      serial:
        random
          .int(2 ** 31)
          .toString(16)
          .padStart(8, '0') +
        random
          .int(2 ** 31)
          .toString(16)
          .padStart(8, '0'),
      status: gone ? random.pick(['死亡', '転出']) : '',
      movedOn: plusDays([YEAR, 6, 1], -random.int(gone || member.birth[0] > YEAR - 6 ? 150 : 1800)),
    };
  });
}
