"""Prints the SQL with which DuckDB does the work of `assay status` on one file: eligibility, all 33 measures, exact sums
and rows per measure, counting once. From the same transcription of the page as the oracle, tests/oracle/published.py.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))
import published  # noqa: E402

COLUMNS = {
    published.LEVEL_1: "ServiceLevel1", published.LEVEL_2: "ServiceLevel2", published.LEVEL_4: "ServiceLevel4",
    published.INFLUENCER: "ServiceInfluencer", published.GROUP_2: "ServiceGroup2", published.GROUP_3: "ServiceGroup3",
    published.OS: "ComputeOS", published.OS_ATTRIBUTE: "ComputeOSAttribute", published.CORE: "ComputeCoreSoftware",
    published.ASSOCIATION: "PartnerAttributionType", published.OFFER: "AI_OfferType",
}
KEY = ["SubscriptionId", "CustomerTenantId", "Month", "ServiceLevel1", "ServiceLevel2", "ServiceLevel3", "ServiceLevel4",
       "ServiceInfluencer", "ServiceGroup2", "ServiceGroup3", "ComputeOS", "ComputeOSAttribute", "ComputeCoreSoftware",
       "UsageUnits", "UsageQuantity", "ACR_USD"]


def folded(column):
    return f"nullif(nullif(lower(trim({column})), ''), 'null')"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def texts(field, values):
    """The values and every alias of them."""
    found = set(values)
    for text, meant in published.MEANS.get(field, {}).items():
        if published.fold(meant) in values:
            found.add(published.fold(text))
    return ", ".join(quoted(text) for text in sorted(found))


def predicate(condition):
    if isinstance(condition, published.Joined):
        word = " AND " if condition.join is all else " OR "
        return "(" + word.join(predicate(part) for part in condition.parts) + ")"
    if condition.field == published.ADJUSTMENT:
        return "TRUE"  # assumed N/A, as declared
    column = "n_" + COLUMNS[condition.field]
    if condition.among:
        return f"coalesce({column} IN ({texts(condition.field, condition.values)}), FALSE)"
    return f"coalesce({column} NOT IN ({texts(condition.field, condition.values)}), {str(condition.blank).upper()})"


def claim():
    arms = " ".join(f"WHEN n_PartnerAttributionType IN ({texts(published.ASSOCIATION, {published.fold(name)})}) THEN {rank}"
                    for rank, name in enumerate(published.ASSOCIATIONS))
    return f"CASE {arms} END"


def main(path):
    normal = ", ".join(f"{folded(column)} AS n_{column}" for column in sorted(set(COLUMNS.values())))
    key = ", ".join(folded(column) if column != "ACR_USD" else "amount" for column in KEY)
    sums = ",\n  ".join(f"sum(amount) FILTER ({predicate(condition)}) AS m{i}, count(*) FILTER ({predicate(condition)}) AS r{i}"
                        for i, (_, _, condition) in enumerate(published.MEASURES))
    eligible = f"{predicate(published.ELIGIBLE_ASSOCIATION)} AND {predicate(published.ELIGIBLE_OFFER)}"
    print(f"""WITH cells AS (
  SELECT *, ACR_USD::DECIMAL(38, 12) AS amount, {normal}
  FROM read_csv({quoted(path)}, all_varchar = true, header = true)),
claims AS (
  SELECT *, {claim()} AS association, lower(trim(MPNId)) AS partner FROM cells WHERE {eligible}),
counted AS (
  SELECT * FROM claims
  QUALIFY rank() OVER (PARTITION BY {key} ORDER BY association, partner NULLS FIRST) = 1)
SELECT
  {sums}
FROM counted""")


main(sys.argv[1])
