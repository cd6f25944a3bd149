import type { BlockingRule } from '../rule.js';
import addressWords from './address-words.js';
import adjacentRow from './adjacent-row.js';
import birthDateAddress from './birth-date-address.js';
import birthDateGiven from './birth-date-given.js';
import birthDateOtherName from './birth-date-other-name.js';
import birthDateUnread from './birth-date-unread.js';
import crosswise from './crosswise.js';
import crosswiseUnread from './crosswise-unread.js';
import household from './household.js';
import kanaAlone from './kana-alone.js';
import kanaBirthDate from './kana-birth-date.js';
import kanaLatin from './kana-latin.js';
import kanaNotation from './kana-notation.js';
import kanaUnread from './kana-unread.js';
import keySlip from './key-slip.js';
import nameAddress from './name-address.js';
import nameAlone from './name-alone.js';
import nameBirthDate from './name-birth-date.js';
import nameLaterAddress from './name-later-address.js';
import namePartAddress from './name-part-address.js';
import namesake from './namesake.js';
import neighbourRecord from './neighbour-record.js';
import neighbourSerial from './neighbour-serial.js';
import numberSlip from './number-slip.js';
import ring from './ring.js';
import sameRecord from './same-record.js';
import terminal from './terminal.js';

export const BLOCKING_RULES: readonly BlockingRule[] = [
  namesake,
  kanaBirthDate,
  nameBirthDate,
  birthDateGiven,
  birthDateAddress,
  birthDateUnread,
  birthDateOtherName,
  nameAddress,
  namePartAddress,
  nameLaterAddress,
  addressWords,
  household,
  numberSlip,
  keySlip,
  adjacentRow,
  terminal,
  neighbourRecord,
  neighbourSerial,
  sameRecord,
  crosswise,
  ring,
  kanaAlone,
  kanaNotation,
  kanaUnread,
  kanaLatin,
  crosswiseUnread,
  nameAlone,
];
