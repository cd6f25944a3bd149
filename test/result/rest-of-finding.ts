/** SQL of the columns of `findings` that say nothing about how cases lie to each other. */
export const REST_OF_FINDING = `'fp' AS fingerprint, NULL AS resident_id, 'C' AS grade, 0.9 AS probability, '' AS evidence, '{}' AS marks`;
