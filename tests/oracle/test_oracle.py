#!/usr/bin/env python3
"""The oracle on tiny files worked out by hand, one test or more per ruling, so that its opinion is worth asking."""

import hashlib
import pathlib
import subprocess
import sys
import unittest

import oracle
import published
from oracle import CANNOT_TELL, NO, YES
from records import Refusal, header_and_rest

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "sample"
KUBERNETES = "Kubernetes on Microsoft Azure"
INFRA = "Infra and Database migration to Microsoft Azure"
APPS = "Migrate Enterprise Applications to Microsoft Azure"
AI_APPS = "Build and Modernize AI Apps with Microsoft Azure"
AKS = (KUBERNETES, "Azure Kubernetes Service (AKS) ACR")
LINUX = (INFRA, "Linux Virtual Machines (VM) ACR")
WINDOWS = (INFRA, "Windows ACR")

# Short names for the columns of the tiny files.
SHORT = {
    "sub": "SubscriptionId", "who": "CustomerTenantId", "month": "Month", "l1": "ServiceLevel1", "l2": "ServiceLevel2",
    "l4": "ServiceLevel4", "inf": "ServiceInfluencer", "g2": "ServiceGroup2", "g3": "ServiceGroup3", "os": "ComputeOS",
    "osa": "ComputeOSAttribute", "core": "ComputeCoreSoftware", "quantity": "UsageQuantity", "acr": "ACR_USD",
    "by": "PartnerAttributionType", "mpn": "MPNId", "offer": "AI_OfferType", "flag": "IsACRDuplicateAtPGALevel",
    "adj": "ACR Adjustment Type", "l3": "ServiceLevel3", "units": "UsageUnits",
}


def export(*rows, assume=(), absent=(), repeats=None, once=True):
    """An export with every column of SHORT but `absent`; a row gives some cells, PAL in APR-2023 for 1 dollar else.

    With `once` a column that no rule knows makes each record one of its own, so that none repeats another."""
    names = [name for name in SHORT if name not in absent]
    lines = [",".join([SHORT[name] for name in names] + ["Resource"])]
    for number, row in enumerate(rows):
        row = {"month": "APR-2023", "acr": "1", "by": "PAL", "who": "t1", **row}
        cells = [row.get(name, "") for name in names] + [str(number) if once else "x"]
        lines.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    return oracle.Export("\n".join(lines).encode("utf-8"), assume, repeats)


def answers(measure, *rows, **more):
    return [row.answers[measure] for row in export(*rows, **more).good]


def counts(*rows, **more):
    """The measures that each row certainly counts as."""
    return [[name for (_, name), answer in row.answers.items() if answer == YES] for row in export(*rows, **more).good]


def report(*rows, as_of=None, **more):
    return oracle.status(export(*rows, **more), "tiny.csv", as_of)


def measure(found, key):
    return next(measure for specialization in found["specializations"] if specialization["name"] == key[0]
                for measure in specialization["measures"] if measure["name"] == key[1])


def reasons(*rows, **more):
    return [reason for _, _, _, reason in oracle.classify(export(*rows, **more))]


def read(data):
    """[(line, fields or None)] of a file that begins with a header of two columns."""
    return [(record.line, None if record.problem else record.fields) for record in header_and_rest(data)[1]]


class Values(unittest.TestCase):
    def test_R1_equality(self):
        same = ["aks", " AKS", "aKs", "\u00a0Aks\t", "\u2000AKS\u200a", "\u202fAKS\u205f\u3000"]
        self.assertEqual(answers(AKS, *({"inf": text} for text in same)), [YES] * len(same))
        other = ["AKS\u200b", "AKS Engine", "A KS", "\u212aAKS", "A\u212aS"]
        self.assertEqual(answers(AKS, *({"inf": text} for text in other)), [NO] * len(other))
        self.assertEqual(published.fold(" Azure\u00a0 \r\n Synapse  "), "azure synapse")

    def test_R1_whole_values_only(self):
        self.assertEqual(counts({"g3": "SQL on IaaS V"}, {"g3": "SQL on IaaS VM"}), [[], ["SQL VM ACR"]])

    def test_R2_blank(self):
        openshift = (KUBERNETES, "Azure RedHat OpenShift ACR")
        blank = ["", " ", "NULL", "null", "\u00a0Null "]
        self.assertEqual(answers(openshift, *({"g3": "ARO", "l2": text} for text in blank)), [NO] * 5)
        self.assertEqual(answers(openshift, {"g3": "ARO", "l2": "UNKNOWN"}, {"g3": "ARO", "l2": "x"}), [NO, YES])
        self.assertEqual(reasons(*({"inf": "AKS", "offer": text} for text in blank)), [""] * 5)

    def test_R2_blank_in_a_present_column_is_known(self):
        spring = {"adj": "", "g2": "App Dev", "g3": "Spring Cloud", "l2": "x"}
        self.assertEqual(answers((APPS, "Azure Spring Cloud ACR"), spring), [NO])

    def test_R3_absent_column(self):
        self.assertEqual(answers(AKS, {}, absent=["inf"]), [CANNOT_TELL])
        self.assertEqual(answers(AKS, {"by": "TPOR"}, absent=["inf"]), [NO])
        self.assertEqual(answers(AKS, {"inf": "AKS"}, {"inf": "x"}, absent=["by"]), [CANNOT_TELL, NO])
        self.assertEqual(answers(AKS, {"inf": "AKS"}, absent=["offer"]), [CANNOT_TELL])
        self.assertEqual(answers(WINDOWS, {"os": "Mac", "adj": "N/A", "core": "Core", "l2": "Virtual Machines"},
                                 absent=["osa"]), [NO])
        self.assertEqual(answers(LINUX, {"l4": "Red Hat Enterprise Linux"}, absent=["adj", "os", "osa"]), [YES])

    def test_R3_absent_columns_are_taken_together(self):
        row = {"adj": "N/A", "core": "Core", "l2": "Virtual Machines"}
        self.assertEqual(answers(WINDOWS, row, absent=["os", "osa"]), [CANNOT_TELL])
        self.assertEqual(answers(WINDOWS, {**row, "core": "SQL"}, absent=["os", "osa"]), [NO])

    def test_R3_assumptions(self):
        row = {"g2": "App Dev", "g3": "Spring Cloud", "l2": "x"}
        spring = (APPS, "Azure Spring Cloud ACR")
        self.assertEqual(answers(spring, row, absent=["adj"]), [CANNOT_TELL])
        self.assertEqual(answers(spring, row, absent=["adj"], assume=["ACR Adjustment Type=n/a"]), [YES])
        self.assertEqual(answers(spring, row, absent=["adj"], assume=["ACR Adjustment Type=blank"]), [NO])
        self.assertEqual(answers(spring, row, absent=["adj", "offer"], assume=["declared"]), [YES])
        self.assertEqual(answers(spring, row, absent=["adj", "offer"], assume=["ACR Adjustment Type=N/A"]),
                         [CANNOT_TELL])
        for wrong in ("Service Level 2=x", "ACR Adjustment Type=", "ACR Adjustment Type=NULL", "No Such Field=x"):
            with self.assertRaises(Refusal):
                export(row, absent=["adj"], assume=[wrong])

    def test_R3_status_requires_the_amount(self):
        with self.assertRaises(Refusal):
            report({}, absent=["acr"])
        self.assertEqual(answers(AKS, {"inf": "AKS"}, absent=["acr"]), [YES])

    def test_R4_spellings_of_headers(self):
        data = b"partner_attribution TYPE,Compute Core SW,SERVICE  LEVEL_2,acr usd\nPAL,Core,Azure Stack HCI,1\n"
        self.assertEqual(sorted(oracle.Export(data).bound), ["ACR", "Compute Core Software", "Partner Attribution Type",
                                                             "Service Level 2"])

    def test_R5_aliases(self):
        self.assertEqual(counts({"inf": "native wvd"}), [["Microsoft Azure Virtual Desktop ACR"]])
        self.assertEqual(counts({"g3": "CosmosDB"}, {"l1": "Databases", "l2": "COSMOSDB"}),
                         [["Azure Cosmos DB"], ["Azure COSMOS DB ACR"]])
        seven = ["SQL", "container registries", "Kubernetes", "Storage", "IoT", "App Service", "servers"]
        security = [["Hybrid Environment XDR and Network Security ACR"]]
        self.assertEqual(counts(*({"l4": f"Azure Defender for {what}"} for what in seven)), security * 7)
        self.assertEqual(counts({"l4": "Azure Defender for DNS"}, {"l4": "CosmosDB"}), [[], []])


class Structure(unittest.TestCase):
    def test_R7_spring_cloud_is_a_measure_of_its_own(self):
        row = {"adj": "N/A", "g2": "App Dev", "g3": "Spring Cloud", "l2": "Azure Spring Cloud", "l1": "Web"}
        self.assertEqual(counts(row), [["Azure Spring Cloud ACR"]])
        self.assertEqual(counts({"l1": "Compute", "l2": "Azure App Service"}), [["Azure App Service ACR"]])

    def test_R8_the_list_applies_to_both_branches(self):
        row = {"adj": "N/A", "core": "Core", "l2": "Virtual Machines"}
        windows, linux = {"os": "Windows", "osa": "Unknown"}, {"os": "Linux", "osa": "Windows-AHUB"}
        self.assertEqual(answers(WINDOWS, {**row, **windows}, {**row, **linux}), [YES, YES])
        self.assertEqual(answers(WINDOWS, {**row, **windows, "l2": "x"}, {**row, **linux, "l2": "x"}), [NO, NO])

    def test_R9_nine_measures(self):
        self.assertEqual(len(published.SPECIALIZATIONS[INFRA]), 9)
        self.assertEqual(counts({"g3": "SQLDB"}, {"g3": "SQL DB MI"}, {"l1": "Databases", "l2": "PostgreSQL"}),
                         [["SQL Database (DB) ACR"], ["SQL Managed Instance (MI) ACR"],
                          ["Azure DB for PostgreSQL ACR"]])

    def test_R10_options_are_a_union(self):
        first = {"adj": "N/A", "l2": "Virtual Machines", "os": "Linux", "osa": "Non-Windows"}
        both = {**first, "l4": "Red Hat Enterprise Linux"}
        found = measure(report(first, both, {"l4": "Red Hat Enterprise Linux"}), LINUX)
        self.assertEqual((found["certain"], found["rows"]), ("3", 3))

    def test_R11_then_is_no_implication(self):
        row = {"adj": "N/A", "core": "Core", "l2": "Virtual Machines", "osa": "Windows"}
        self.assertEqual(answers(WINDOWS, {**row, "os": "Mac"}, {**row, "os": "Linux"}, {**row, "os": "Windows"}),
                         [NO, NO, YES])

    def test_R12_a_comma_and_a_field_is_and(self):
        row = {"adj": "N/A", "l2": "Virtual Machines", "os": "Linux", "osa": "Windows"}
        self.assertEqual(answers(LINUX, row), [YES])
        self.assertEqual(answers(LINUX, *({**row, name: "x"} for name in row)), [NO] * 4)

    def test_R13_mysql_is_two_values(self):
        base = {"l1": "Databases"}
        self.assertEqual(counts({**base, "l2": "Azure Database for MySQL"}, {**base, "l2": "MySQL Database on Azure"},
                                {**base, "l2": "Azure Database for MySQL and MySQL Database on Azure"},
                                {"l1": "Data", "l2": "Cosmos DB"}, {**base, "l2": "Cosmos DB"}),
                         [["Azure DB for MySql ACR"], ["Azure DB for MySql ACR"], [], [], ["Azure COSMOS DB ACR"]])

    def test_R14_one_sap_value_has_a_comma(self):
        self.assertEqual(counts({"l4": "SAP Embrace Extension Factory, serverless runtime"},
                                {"l4": "SAP Embrace Extension Factory"}, {"l4": "serverless runtime"}),
                         [["SAP Workloads ACR"], [], []])

    def test_R15_all_except(self):
        row = {"adj": "N/A", "l2": "Virtual Machines", "os": "Linux", "osa": "Windows"}
        self.assertEqual(answers(LINUX, {**row, "l4": ""}, {**row, "l4": "MS Series Dedicated Host"}), [YES, NO])
        self.assertEqual(answers((KUBERNETES, "Azure RedHat OpenShift ACR"), {"g3": "ARO", "l2": ""}), [NO])
        self.assertEqual(answers((AI_APPS, "Azure RedHat OpenShift ACR"), {"g3": "ARO", "l2": ""}), [YES])

    def test_R16_option_2_looks_at_one_field(self):
        self.assertEqual(answers(LINUX, {"l4": "SUSE Linux Enterprise Server Basic", "os": "Windows"}), [YES])


class Eligible(unittest.TestCase):
    def test_R17_associations(self):
        good = ["PAL", "partner admin link", "Partner Admin Link (PAL)", "Digital Partner of Record",
                "Partner of record", "Digital Partner of Record (DPOR)", "DPOR", "POR",
                "CSP Tier 1", "CSP Tier1", "CSP T1", "CSP Tier 2", "CSP Tier2", "csp t2"]
        self.assertEqual(answers(AKS, *({"inf": "AKS", "by": by, "sub": by} for by in good)), [YES] * len(good))
        bad = ["Transacting partner of record (TPOR)", "TPOR", "Partner as end-customer", "Deal registration", "",
               "NULL", "CSP", "CSP Tier 3", "PAL DPOR"]
        self.assertTrue(all(reason.startswith("association ") for reason in
                            reasons(*({"inf": "AKS", "by": by} for by in bad))))

    def test_R18_offer_types(self):
        bad = ["Trial", "TRIAL", "Benefits programs", "Benefits program", "Benefit programs", "benefit  program",
               "Support", "Internal"]
        self.assertTrue(all(reason.startswith("offer type ") for reason in
                            reasons(*({"inf": "AKS", "offer": offer} for offer in bad))))
        good = ["", "NULL", "UNKNOWN", "Trials", "Internal use"]
        self.assertEqual(reasons(*({"inf": "AKS", "offer": offer} for offer in good)), [""] * 5)

    def test_R17_before_R18_before_R19_before_the_filters(self):
        self.assertEqual(reasons({"by": "TPOR", "offer": "Trial"}, {"offer": "Trial"}, {"mpn": "2"}, {"mpn": "1"}),
                         ["association tpor", "offer type trial", "duplicate of row 4", "no measure"])


class Once(unittest.TestCase):
    def test_R19_the_best_association_then_the_least_mpn_id(self):
        row = {"inf": "AKS"}
        self.assertEqual(reasons({**row, "by": "DPOR", "mpn": "1"}, {**row, "mpn": "9"}, {**row, "mpn": "10"}),
                         ["duplicate of row 3", "duplicate of row 3", ""])
        self.assertEqual(reasons({**row, "mpn": "a"}, {**row, "mpn": "null"}), ["duplicate of row 2", ""])
        self.assertEqual(reasons({**row, "by": "CSP T2"}, {**row, "by": "CSP T1"}), ["duplicate of row 2", ""])

    def test_R19_alike_in_claim_too_is_separate(self):
        row = {"inf": "AKS", "mpn": "a1"}
        other = {**row, "by": "Partner admin link", "mpn": " A1"}
        self.assertEqual(reasons(row, other, {**row, "by": "DPOR"}), ["", "", "duplicate of row 1"])
        self.assertEqual(measure(report(row, other), AKS)["certain"], "2")

    def test_R19_eligibility_comes_first(self):
        row = {"inf": "AKS"}
        self.assertEqual(reasons({**row, "by": "DPOR"}, {**row, "by": "TPOR"}, {**row, "offer": "Trial"}),
                         ["", "association tpor", "offer type trial"])

    def test_R19_alike_by_value_and_by_R1(self):
        row = {"inf": "AKS", "acr": "1.50", "quantity": "1", "g2": ""}
        alike = [{"acr": "15e-1"}, {"month": "2023-04-30"}, {"inf": " aks"}, {"g2": "NULL"}]
        for change in alike:
            first = reasons({**row, "mpn": "2", **change}, {**row, "mpn": "1"})[0]
            self.assertEqual(first, "duplicate of row 2", change)
        other = [{"acr": "1.51"}, {"month": "MAY-2023"}, {"inf": "AKS-Engine"}, {"quantity": "1.0"}, {"g2": "x"}]
        for change in other:
            self.assertEqual(reasons({**row, "mpn": "2", **change}, {**row, "mpn": "1"})[0], "", change)

    def test_R19_columns_outside_the_key(self):
        row = {"inf": "AKS", "mpn": "1", "adj": "N/A", "offer": ""}
        self.assertEqual(reasons(row, {**row, "mpn": "2", "adj": "x", "offer": "UNKNOWN"}), ["", "duplicate of row 1"])

    def test_R19_without_a_column_of_the_key_nothing_is_dropped(self):
        rows = {"inf": "AKS", "mpn": "1", "sub": "s1"}, {"inf": "AKS", "mpn": "2", "sub": "s2"}
        self.assertEqual(answers(AKS, *rows), [YES, YES])
        self.assertEqual(answers(AKS, *rows, absent=["sub"]), [YES, CANNOT_TELL])
        self.assertEqual(reasons(*rows, absent=["sub"]), ["", ""])
        self.assertEqual(answers(AKS, *rows, absent=["sub"], assume=["Subscription=s1"]), [YES, CANNOT_TELL])
        found = report(*rows, absent=["sub"])["duplicates"]
        self.assertEqual((found["dropped"], found["undecided"]),
                         (0, {"rows": 1, "amount": "1", "absent_columns": ["Subscription"]}))

    def test_R19_without_mpn_id_the_first_row_counts(self):
        row = {"inf": "AKS"}
        self.assertEqual(answers(AKS, row, row, {**row, "sub": "s2"}, absent=["mpn"]), [YES, CANNOT_TELL, YES])
        self.assertEqual(reasons({**row, "by": "DPOR"}, row, row, absent=["mpn"]), ["duplicate of row 2", "", ""])
        self.assertEqual(answers(AKS, {**row, "by": "DPOR"}, row, absent=["mpn", "sub"]), [CANNOT_TELL, YES])

    def test_R19_without_mpn_id_other_answers_leave_all_undecided(self):
        windows = {"os": "WINDOWS", "osa": "UNKNOWN", "core": "Core", "l2": "Virtual Machines"}
        rows = {**windows, "adj": "N/A"}, {**windows, "adj": "x"}, {**windows, "adj": "N/A"}
        self.assertEqual(answers(WINDOWS, *rows, absent=["mpn"]), [CANNOT_TELL, NO, CANNOT_TELL])

    def test_R19_without_the_association_every_claim_may_be_the_best(self):
        rows = {"inf": "AKS", "mpn": "2"}, {"inf": "AKS", "mpn": "1"}
        assume = ["Partner Attribution Type=PAL"]
        self.assertEqual(answers(AKS, *rows, absent=["by"], assume=assume), [YES, CANNOT_TELL])

    def test_R31_repeats(self):
        row = {"inf": "AKS", "mpn": "1"}
        rows = row, row, {**row, "inf": "aks"}, {**row, "mpn": "2"}, {**row, "mpn": "2"}
        self.assertEqual(answers(AKS, *rows, once=False), [YES, CANNOT_TELL, YES, NO, NO])
        self.assertEqual(answers(AKS, *rows, once=False, repeats="count"), [YES, YES, YES, NO, NO])
        self.assertEqual(reasons(*rows, once=False, repeats="drop"),
                         ["", "repeat of row 1", "", "duplicate of row 1", "repeat of row 4"])
        for repeats, treated in ((None, "undecided"), ("count", "counted"), ("drop", "dropped")):
            found = report(*rows, once=False, repeats=repeats)
            self.assertEqual(found["repeats"], {"rows": 2, "amount": "2", "treated": treated})
            self.assertEqual(found["duplicates"]["dropped"], 1 if repeats == "drop" else 2)

    def test_R31_without_mpn_id_counting_settles_nothing(self):
        rows = {"inf": "AKS"}, {"inf": "AKS"}
        for repeats in (None, "count"):
            self.assertEqual(answers(AKS, *rows, once=False, absent=["mpn"], repeats=repeats), [YES, CANNOT_TELL])

    def test_R31_cells_are_texts_as_read_and_nameless_columns_none(self):
        data = b'Month,ServiceInfluencer,,Note\n2023-04,AKS,1,"a"\n"2023-04",AKS,2,a\n2023-04,AKS,1,A\n'
        self.assertEqual([row.repeat_of for row in oracle.Export(data).rows], [None, 1, None])

    def test_R19_undecided_rows_take_part(self):
        rows = {"inf": "AKS", "mpn": "1"}, {"inf": "AKS", "mpn": "2", "by": "TPOR"}
        found = measure(report(*rows, absent=["by"]), AKS)
        self.assertEqual((found["rows"], found["rows_possible"], found["possible"]), (0, 2, "2"))
        found = measure(report({**rows[0], "by": "DPOR"}, {**rows[0], "by": "PAL"}, absent=["offer"]), AKS)
        self.assertEqual((found["rows"], found["rows_possible"], found["possible"]), (0, 1, "1"))

    def test_R19_dropped_and_flag_disagreements(self):
        rows = [{"mpn": "1", "flag": "1"}, {"mpn": "2", "flag": "0"}, {"mpn": "3", "flag": "1"},
                {"by": "TPOR", "flag": "1"}, {"acr": "7", "flag": "0"}, {"acr": "8", "flag": ""}]
        none = {"rows": 0, "amount": "0", "absent_columns": []}
        self.assertEqual(report(*rows)["duplicates"], {"dropped": 2, "undecided": none, "flag_disagreements": 2})
        self.assertEqual(report(*rows, absent=["offer"])["duplicates"],
                         {"dropped": 2, "undecided": none, "flag_disagreements": None})

    def test_R37_spellings_of_the_flag(self):
        flags = ["TRUE", " yes ", "y", "1", "False", "NO", "n", "0"]
        rows = [{"sub": str(at), "flag": flag} for at, flag in enumerate(flags + ["", "NULL", "2"])]
        self.assertEqual(report(*rows)["duplicates"]["flag_disagreements"], 4)
        self.assertIsNone(report(*rows[8:])["duplicates"]["flag_disagreements"])


class Money(unittest.TestCase):
    def test_R20_accepted(self):
        for text, amount in {"1": "1", "+.5": "0.5", "5.": "5", " 1E2\u00a0": "100", "-0": "0", "-1.50": "-1.5",
                             "0e9999": "0", "0" * 40 + "1" + "." + "0" * 40: "1", "1e-24": "0." + "0" * 23 + "1",
                             "99999999999999": "9" * 14, "0.00001e18": "10000000000000",
                             "0e" + "9" * 5000: "0"}.items():
            self.assertEqual(oracle.plain(oracle.money(text)), amount, text)

    def test_R20_rejected(self):
        for text in ["", "NULL", "1,000", "$1", "NaN", "1e", ".", "-", "1 2", "1e14", "1e-25", "--1", "1.1.1", "\u0661",
                     "1e" + "9" * 5000, "1e-" + "9" * 5000]:
            self.assertIsNone(oracle.money(text), text)

    def test_R20_exact_sums(self):
        amounts = ["0.1", "0.2", "-0.3", "99999999999999.000000000000000000000001"]
        rows = [{"inf": "AKS", "acr": text} for text in amounts]
        self.assertEqual(measure(report(*rows), AKS)["certain"], "99999999999999.000000000000000000000001")

    def test_R20_rejects_the_row(self):
        found = report({"inf": "AKS", "acr": ""}, {"inf": "AKS"})
        self.assertEqual((found["input"]["rows"], found["input"]["rejected"], measure(found, AKS)["rows"]), (2, 1, 1))


class Windows(unittest.TestCase):
    def test_R21_months(self):
        for text in ["APR-2023", "apr-2023", "2023-04", "2023-04-30", "202304", "20230417", "4/1/2023", "04/01/2023",
                     "4/1/2023 12:00:00 AM", "2023-04-01T00:00:00.000Z", "2023-04-01T00:00:00+02:00", " APR-2023 "]:
            self.assertEqual(oracle.month(text), (2023, 4), text)
        for text in ["", "NULL", "4/2/2023", "2023-13", "2023-02-29", "20230431", "April 2023", "2023", "4/1/23",
                     "ABC-2023"]:
            self.assertIsNone(oracle.month(text), text)

    def test_R21_as_of(self):
        april, december = {"month": "APR-2023"}, {"month": "DEC-2023", "by": "TPOR"}
        self.assertEqual(report(april, december)["as_of"], "2023-05-01")
        self.assertEqual(report(april, december)["input"]["newest_month"], "2023-04")
        self.assertEqual(report(december)["as_of"], "2024-01-01")
        self.assertEqual(report(april, december, absent=["by"])["as_of"], "2024-01-01")
        self.assertEqual(report(april, as_of="2023-09-15")["as_of"], "2023-09-15")
        with self.assertRaises(Refusal):
            report()

    def test_R22_customers(self):
        who = ["t1", " T1", "t2", "", "NULL", "unknown", "00000000-0000-0000-0000-000000000000", "t3", "t3"]
        rows = [{"inf": "AKS", "who": tenant, "sub": str(at)} for at, tenant in enumerate(who)]
        rows[-1]["acr"] = "-1"
        found = measure(report(*rows), AKS)
        self.assertEqual((found["customers"], found["rows"], found["certain"]), (2, 9, "7"))

    def test_R22_no_customer_column(self):
        found = measure(report({"inf": "AKS"}, {"inf": "AKS", "acr": "-1"}, absent=["who"]), AKS)
        self.assertEqual((found["customers"], found["customers_possible"]), (0, 1))

    def test_R23_possible_includes_certain_and_credits(self):
        rows = [{"inf": "x", "l4": "Red Hat Enterprise Linux", "acr": "5"},
                {"adj": "N/A", "l2": "Virtual Machines", "os": "Linux", "acr": "-7"},
                {"adj": "N/A", "l2": "Virtual Machines", "os": "Linux", "acr": "3", "who": "t2"}]
        found = measure(report(*rows, absent=["osa"]), LINUX)
        self.assertEqual(found, {"name": LINUX[1], "certain": "5", "possible": "1", "rows": 1, "rows_possible": 3,
                                 "customers": 0, "customers_possible": 2})


class File(unittest.TestCase):
    def test_R29_the_spelling_declared_first(self):
        data = b"Association Type,PartnerAttributionType,ServiceInfluencer\nPAL,TPOR,AKS\n"
        self.assertEqual(oracle.classify(oracle.Export(data))[0][3], "association tpor")

    def test_R29_refusals(self):
        for data in [b"", b" \n\n", b"Month,month\nx,y\n", b"Month,M_o n th\n", "Month,x\n".encode("utf-16"),
                     b"Month,x\r2023-04,y\r", b"\x1f\x8bxx", b'Month,"x\n', b"Month" + b"," * 4096 + b"\n",
                     b"a,b\n1,2\n"]:
            with self.assertRaises(Refusal, msg=data[:40]):
                oracle.Export(data)
        self.assertEqual(len(oracle.Export(b"Month,EOU,EOU,,\n2023-04,,,,\n").good), 1)

    def test_R30_line_ends_and_skipped_lines(self):
        self.assertEqual(read(b"\xef\xbb\xbf\n \t\r\nA,B\r\n1,2\n\n\xc2\xa0\n3,4\r\n5,6"),
                         [(4, [b"1", b"2"]), (7, [b"3", b"4"]), (8, [b"5", b"6"])])

    def test_R30_quotes(self):
        self.assertEqual(read(b'A,B\n"x,""y""\r\nz",2\na"b"c, "d"\n"",""\n'),
                         [(2, [b'x,"y"\r\nz', b"2"]), (4, [b'a"b"c', b' "d"']), (5, [b"", b""])])

    def test_R30_a_lone_cr_is_white_space(self):
        self.assertEqual(read(b"A,B\n1\r2,3\r\r\n"), [(2, [b"1\r2", b"3\r"])])

    def test_R30_rejected(self):
        self.assertEqual(read(b'A,B\n1\n1,2,3\n1,\x00\n"1"x,2\n1,2\n3,"4\n5,6\n')[2:],
                         [(4, None), (5, None), (6, [b"1", b"2"]), (7, None)])
        data = b"Month,EOU\n2023-04\n2023-04,x,y\n2023-04,\xff\n2023\xff-04,x\n2023-04,x\n"
        self.assertEqual([bool(row.rejected) for row in oracle.Export(data).rows], [True, True, False, True, False])

    def test_R30_the_line_of_an_open_quote(self):
        self.assertEqual(read(b'A,B\n"1\n2","3\n4,5\n'), [(3, None)])

    def test_R30_a_record_over_16_MiB(self):
        self.assertEqual(read(b"A,B\n1," + b" " * (16 << 20) + b"\n1,2\n"), [(2, None), (3, [b"1", b"2"])])


class Sample(unittest.TestCase):
    def generated(self, *arguments):
        return subprocess.run([sys.executable, str(SAMPLE / "generate.py"), *arguments], check=True,
                              capture_output=True).stdout

    def test_the_samples_are_what_the_generator_makes(self):
        for name, arguments in (("usage", []), ("hostile", ["--variant", "hostile"])):
            digest = hashlib.sha256(self.generated(*arguments)).hexdigest()
            self.assertEqual(digest, hashlib.sha256((SAMPLE / f"{name}.csv").read_bytes()).hexdigest(), name)

    def test_no_row_of_the_sample_is_rejected_and_every_measure_is_hit(self):
        found = oracle.Export((SAMPLE / "usage.csv").read_bytes(), ["declared"])
        self.assertEqual(len(found.rows), len(found.good))
        hit = {key for row in found.good for key, answer in row.answers.items() if answer == YES}
        self.assertEqual(len(hit), 33)


if __name__ == "__main__":
    unittest.main()
