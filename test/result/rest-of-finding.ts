/** SQL of the columns of `findings` that say nothing about how cases lie to each other. */
export const REST_OF_FINDING = `'fp' AS fingerprint, NULL AS resident_id, 'C' AS grade, 0.9 AS probability, '' AS evidence, '{}' AS marks`;
/** Likewise of residents and records of whose names and dates nothing is asked. */
export const REST_OF_RESIDENT = `NULL::VARCHAR AS kw, 'active' AS vitality`;
export const REST_OF_LINK = 'NULL::INTEGER AS dob, 0 AS sex_code, NULL::VARCHAR AS address';
/** Family and given names where nothing is asked of them. */
export const PARTS_OF_NAMES = ['nf', 'ng', 'kf', 'kg'].map((key) => `NULL::VARCHAR AS ${key}`).join(', ');
