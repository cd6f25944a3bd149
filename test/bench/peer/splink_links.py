"""
Audits links with Splink 5: `splink_links.py FOLDER OUT.json`.

FOLDER holds residents.csv and links.csv, cleaned already: unique_id, my_number and the items that are compared. Splink learns m from the
links (`estimate_m_from_label_column`) and u from random pairs, scores each link's pair and all pairs that five blocking rules find, and
writes for every record the weight (log2 of the odds) of its own link and that of the other resident who fits it best.
"""

import sys

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

folder, out = sys.argv[1:]
connection = duckdb.connect()
ITEMS = ["family", "given", "other_family", "other_name", "family_kana", "given_kana", "dob", "sex", "address"]
typed = ", ".join(f"{column}: VARCHAR" for column in ["unique_id", "my_number", *ITEMS])
nulled = ", ".join(f"nullif({item}, '') AS {item}" for item in ITEMS)


def run(sql):
    """All rows of a statement: one that is not read to its end keeps the connection busy."""
    return connection.execute(sql).fetchall()


for table in ["residents", "links"]:
    run(
        f"CREATE TABLE {table} AS SELECT * REPLACE ({nulled})"
        f" FROM read_csv('{folder}/{table}.csv', header = true, columns = {{{typed}}})"
    )
[[residents]] = run("SELECT count(*) FROM residents")

ALIAS = "family_l || given_l = other_name_r OR family_r || given_r = other_name_l"

api = DuckDBAPI(connection)
settings = SettingsCreator(
    link_type="link_only",
    comparisons=[
        # Former family names and aliases that the register knows.
        cl.CustomComparison(
            output_column_name="family",
            comparison_levels=[
                cll.NullLevel("family"),
                cll.ExactMatchLevel("family", term_frequency_adjustments=True),
                cll.CustomLevel(f"family_l = other_family_r OR family_r = other_family_l OR {ALIAS}"),
                cll.ElseLevel(),
            ],
        ),
        cl.CustomComparison(
            output_column_name="given",
            comparison_levels=[
                cll.NullLevel("given"),
                cll.ExactMatchLevel("given", term_frequency_adjustments=True),
                cll.CustomLevel(ALIAS),
                cll.JaroWinklerLevel("given", 0.9),
                cll.ElseLevel(),
            ],
        ),
        cl.JaroWinklerAtThresholds("family_kana", [0.9]),
        cl.JaroWinklerAtThresholds("given_kana", [0.9]),
        cl.LevenshteinAtThresholds("dob", [1, 2]),
        cl.ExactMatch("sex"),
        cl.LevenshteinAtThresholds("address", [2, 6]),
    ],
    # The link itself, and whom the record may be of: each rule is an equality, which is what Splink joins fastest.
    blocking_rules_to_generate_predictions=[
        block_on("my_number"),
        block_on("dob", "given"),
        block_on("dob", "given_kana"),
        block_on("family", "given", "address"),
        block_on("dob", "address"),
    ],
    # Each record is of one resident.
    probability_two_random_records_match=1 / residents,
    retain_matching_columns=False,
    additional_columns_to_retain=["my_number"],
)
linker = Linker([api.register("links", dataset_display_name="links"), api.register("residents", dataset_display_name="residents")], settings)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_m_from_label_column("my_number")
pairs = linker.inference.predict().physical_name

run(
    f"""
    COPY (
      WITH sides AS (
        SELECT CASE WHEN source_dataset_l = 'links' THEN unique_id_l ELSE unique_id_r END AS record,
          CASE WHEN source_dataset_l = 'links' THEN unique_id_r ELSE unique_id_l END AS resident,
          my_number_l = my_number_r AS is_own, match_weight
        FROM {pairs}
      )
      SELECT record, max(match_weight) FILTER (is_own) AS own, max(match_weight) FILTER (NOT is_own) AS other,
        arg_max(resident, match_weight) FILTER (NOT is_own) AS best
      FROM sides GROUP BY record
    ) TO '{out}' (FORMAT json)
    """
)
