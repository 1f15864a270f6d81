"""The published list of 2023-07-11, transcribed by hand from the page: 33 measures and what is eligible at all.

This file knows the page and the rulings on it, not the rule files, and shares nothing with the program. A condition is
a small object with `holds(row)`, `fields` and `named` (the values it names per field). A row maps fields to values, as
`value` returns them; a blank is the empty string.
"""

# R1: ASCII's white space, U+00A0, U+2000-U+200A, U+202F, U+205F, U+3000. U+200B is an ordinary character.
WHITE = " \t\n\v\f\r\u00a0" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
BLANK = ""
_ONE_BLANK = str.maketrans({white: " " for white in WHITE})
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")

ADJUSTMENT = "ACR Adjustment Type"
LEVEL_1, LEVEL_2, LEVEL_4 = "Service Level 1", "Service Level 2", "Service Level 4"
INFLUENCER, GROUP_2, GROUP_3 = "Service Influencer", "Service Group 2", "Service Group 3"
OS, OS_ATTRIBUTE, CORE = "Compute OS", "Compute OS Attribute", "Compute Core Software"
ASSOCIATION, OFFER = "Partner Attribution Type", "Offer Type"


def squeeze(text):
    """R1: white space trimmed at both ends, each inner run of it one blank."""
    return " ".join(part for part in text.translate(_ONE_BLANK).split(" ") if part)


def fold(text):
    """R1 and R2: what is left of a text when it is compared; BLANK when it is blank."""
    folded = squeeze(text).translate(_LOWER)
    return BLANK if folded == "null" else folded


DEFENDERS = ["SQL", "container registries", "Kubernetes", "Storage", "IoT", "App Service", "servers"]

# Text -> the text it means, per field: R5, and the spellings of R17 and R18.
MEANS = {
    INFLUENCER: {"NATIVE WVD": "NATIVE AVD"},
    LEVEL_2: {"CosmosDB": "Cosmos DB"},
    GROUP_3: {"CosmosDB": "Cosmos DB"},
    LEVEL_4: {f"Azure Defender for {what}": f"Microsoft Defender for {what}" for what in DEFENDERS},
    OFFER: {spelling: "Benefits programs" for spelling in ("Benefits program", "Benefit programs", "Benefit program")},
    ASSOCIATION: {
        "Partner admin link (PAL)": "PAL", "Partner admin link": "PAL",
        "Digital Partner of Record": "DPOR", "Digital Partner of Record (DPOR)": "DPOR",
        "Partner of record": "DPOR", "POR": "DPOR",
        "CSP Tier1": "CSP Tier 1", "CSP T1": "CSP Tier 1",
        "CSP Tier2": "CSP Tier 2", "CSP T2": "CSP Tier 2",
    },
}
_FOLDED_MEANS = {field: {fold(text): fold(meant) for text, meant in texts.items()} for field, texts in MEANS.items()}


def value(field, text):
    """The value of a text in a field: folded, and its alias undone."""
    folded = fold(text)
    return _FOLDED_MEANS.get(field, {}).get(folded, folded)


class Listed:
    """`any of`, `none of` or `anything except` a list of texts."""

    def __init__(self, field, texts, among, blank):
        self.field, self.among, self.blank = field, among, blank
        self.values = {value(field, text) for text in texts}
        assert BLANK not in self.values and len(self.values) == len(texts)
        self.fields, self.named = {field}, {field: set(self.values)}

    def holds(self, row):
        cell = row[self.field]
        return self.blank if cell == BLANK else (cell in self.values) == self.among


class Joined:
    """Conditions under `and` (join is all) or `or` (join is any)."""

    def __init__(self, join, parts):
        self.join, self.parts, self.named = join, parts, {}
        self.fields = set().union(*(part.fields for part in parts))
        for part in parts:
            for field, values in part.named.items():
                self.named.setdefault(field, set()).update(values)

    def holds(self, row):
        return self.join(part.holds(row) for part in self.parts)


def any_of(field, *texts):
    return Listed(field, texts, among=True, blank=False)


def anything_except(field, *texts):
    return Listed(field, texts, among=False, blank=False)


def none_of(field, *texts):
    return Listed(field, texts, among=False, blank=True)


def all_hold(*parts):
    return Joined(all, parts)


def one_holds(*parts):
    return Joined(any, parts)


# R17, R18
ASSOCIATIONS = ["PAL", "DPOR", "CSP Tier 1", "CSP Tier 2"]  # the best first (R19)
ELIGIBLE_ASSOCIATION = any_of(ASSOCIATION, *ASSOCIATIONS)
ELIGIBLE_OFFER = none_of(OFFER, "Trial", "Benefits programs", "Support", "Internal")

M_SERIES = [
    "Cloud Services MS Series", "Virtual Machines MS Series", "Virtual Machines MS Series Windows",
    "Virtual Machines MSv2 Series", "Virtual Machines MSv2 Series Windows", "MS Series Dedicated Host",
    "MSv2 Series Dedicated Host",
]
RED_HAT_AND_SUSE = [
    "Red Hat Enterprise Linux", "Red Hat Enterprise Linux with HA", "SUSE Linux Enterprise Server Basic",
    "SUSE Linux Enterprise Server for HPC Priority", "SUSE Linux Enterprise Server for HPC Standard",
    "SUSE Linux Enterprise Server Priority", "SUSE Linux Enterprise Server Standard",
]
CLOUD_SECURITY = [
    "Microsoft Defender for SQL", "Microsoft Defender for container registries", "Microsoft Defender for Kubernetes",
    "Microsoft Defender for Storage", "Application Gateway WAF v2", "WAF Application Gateway",
    "Azure Active Directory B2C", "Azure Active Directory Domain Services",
    "Azure Active Directory for External Identities", "Azure Bastion", "Azure DDOS Protection", "Azure Firewall",
    "Azure Firewall Manager", "Azure Front Door Service", "Microsoft Defender for IoT", "Azure Dedicated HSM",
    "Key Vault", "Network Watcher", "Microsoft Defender for App Service", "Microsoft Defender for servers", "Sentinel",
]
SAP = M_SERIES + [
    "SAP HANA on Azure Large Instances", "SAP Cloud Platform Alert Notification",
    "SAP Cloud Platform Extension Factory - Kyma Runtime",
    "SAP Cloud Platform Integration Suite - Additional Messages",
    "SAP Cloud Platform Integration Suite - Standard Edition", "SAP Cloud Platform Transport Management",
    "SAP Edge Services", "SAP Embrace API Management", "SAP Embrace Application Logging",
    "SAP Embrace Application Runtime", "SAP Embrace Bandwidth", "SAP Embrace Business Application Studio",
    "SAP Embrace Business Rules", "SAP Embrace Cloud Integration", "SAP Embrace Credential Store",
    "SAP Embrace Custom Domain", "SAP Embrace Data Intelligence", "SAP Embrace Enterprise Messaging",
    "SAP Embrace Extension Factory, serverless runtime", "SAP Embrace HANA Cloud",
    "SAP Embrace Identity Authentication", "SAP Embrace Job Scheduler", "SAP Embrace MACC",
    "SAP Embrace Mobile Services", "SAP Embrace Object Store Service", "SAP Embrace Open Connectors",
    "SAP Embrace Portal", "SAP Embrace Process Visibility", "SAP Embrace Web Analytics", "SAP Embrace Workflow",
    "SAP HANA Service", "SAP Web IDE", "BareMetal Infrastructure", "Virtual Machines MdSv2 Series",
    "Virtual Machines MdSv2 Series Windows",
]
assert (len(M_SERIES), len(CLOUD_SECURITY), len(SAP)) == (7, 21, 42)  # R14


def databases(*level_2):
    return all_hold(any_of(LEVEL_1, "Databases"), any_of(LEVEL_2, *level_2))


# Specialization -> measure -> condition, in the order of the page.
SPECIALIZATIONS = {
    "Data Warehouse Migration to Microsoft Azure": {
        "Azure Synapse Analytics ACR": any_of(LEVEL_2, "Azure Synapse Analytics"),
    },
    "Kubernetes on Microsoft Azure": {
        "Azure Kubernetes Service (AKS) ACR": any_of(INFLUENCER, "AKS", "AKS-Engine"),
        "Azure RedHat OpenShift ACR": all_hold(any_of(GROUP_3, "ARO"), anything_except(LEVEL_2, "Unknown")),  # R15
    },
    "Microsoft Azure Virtual Desktop": {
        "Microsoft Azure Virtual Desktop ACR": any_of(INFLUENCER, "NATIVE AVD"),
    },
    "Migrate Enterprise Applications to Microsoft Azure": {  # R26; on the page under its former name
        "Azure App Service ACR": all_hold(any_of(LEVEL_1, "Compute"), any_of(LEVEL_2, "Azure App Service")),
        "Azure Spring Cloud ACR": all_hold(  # R7
            any_of(ADJUSTMENT, "N/A"), any_of(GROUP_2, "App Dev"), any_of(GROUP_3, "Spring Cloud"),
            anything_except(LEVEL_2, "Unknown")),
    },
    "Analytics on Microsoft Azure": {
        "Azure Synapse Analytics ACR": any_of(LEVEL_2, "Azure Synapse Analytics"),
        "Data Lake ACR": any_of(GROUP_3, "Azure Data Lake"),
        "Databricks ACR": any_of(GROUP_3, "Databricks"),
        "Azure Data Factory ACR": any_of(LEVEL_2, "Azure Data Factory", "Azure Data Factory v2"),
    },
    "Hybrid Cloud Infrastructure with Microsoft Azure Stack HCI": {
        "Azure Stack HCI ACR": any_of(LEVEL_2, "Azure Stack HCI"),
    },
    "Microsoft Azure VMware Solution": {
        "Azure VMware Solutions (AVS) ACR": any_of(
            LEVEL_4, "Azure VMware Solution", "Azure VMware Solution by CloudSimple",
            "Azure VMware Solution by Virtustream", "Specialized Compute Azure VMware Solution"),
    },
    "AI and Machine Learning on Microsoft Azure": {
        "AI ACR": any_of(GROUP_2, "AI"),
    },
    "Build and Modernize AI Apps with Microsoft Azure": {
        "Azure Kubernetes Service (AKS) ACR": any_of(GROUP_3, "AKS"),
        "Azure RedHat OpenShift ACR": any_of(GROUP_3, "ARO"),
        "Azure Spring Apps ACR": any_of(GROUP_3, "Azure Spring cloud"),
        "Azure Cosmos DB": any_of(GROUP_3, "Cosmos DB"),
        "Azure database for Postgresql": any_of(GROUP_3, "PGSQL"),
        "Azure Cognitive Services": any_of(GROUP_3, "Cognitive Services"),
        "Azure Machine Learning": any_of(GROUP_3, "Azure Machine Learning"),
        "Azure Open AI service": any_of(GROUP_3, "Applied AI Services"),
    },
    "Infra and Database migration to Microsoft Azure": {  # R9: nine
        "Windows ACR": all_hold(  # R8, R11
            any_of(ADJUSTMENT, "N/A"), any_of(CORE, "Core"),
            one_holds(all_hold(any_of(OS, "WINDOWS"), any_of(OS_ATTRIBUTE, "WINDOWS", "UNKNOWN")),
                      all_hold(any_of(OS, "LINUX"), any_of(OS_ATTRIBUTE, "WINDOWS-AHUB"))),
            any_of(LEVEL_2, "Cloud Services", "Container Instances", "Container Registry", "Specialized Compute",
                   "Virtual Machines", "Virtual Machines Licenses")),
        "SQL Database (DB) ACR": any_of(GROUP_3, "SQLDB"),
        "SQL Managed Instance (MI) ACR": any_of(GROUP_3, "SQL DB MI"),
        "SQL VM ACR": any_of(GROUP_3, "SQL on IaaS", "SQL on IaaS VM"),
        "Linux Virtual Machines (VM) ACR": one_holds(  # R10, R15, R16
            all_hold(any_of(ADJUSTMENT, "N/A"), any_of(LEVEL_2, "Virtual Machines"), any_of(OS, "Linux"),
                     any_of(OS_ATTRIBUTE, "Non-Windows", "UNKNOWN", "Windows"), none_of(LEVEL_4, *M_SERIES)),
            any_of(LEVEL_4, *RED_HAT_AND_SUSE)),
        "Azure Database (DB) for MariaDB ACR": databases("Azure Database for MariaDB"),
        "Azure DB for MySql ACR": databases("Azure Database for MySQL", "MySQL Database on Azure"),  # R13
        "Azure DB for PostgreSQL ACR": databases("PostgreSQL"),
        "Azure COSMOS DB ACR": databases("Cosmos DB"),  # R13
    },
    "Threat Protection": {
        "Microsoft Sentinel ACR": any_of(LEVEL_4, "Sentinel"),
    },
    "Cloud Security": {
        "Hybrid Environment XDR and Network Security ACR": any_of(LEVEL_4, *CLOUD_SECURITY),
    },
    "SAP on Microsoft Azure": {
        "SAP Workloads ACR": any_of(LEVEL_4, *SAP),
    },
}
assert sum(map(len, SPECIALIZATIONS.values())) == 33

MEASURES = [(specialization, measure, condition)
            for specialization in sorted(SPECIALIZATIONS)
            for measure, condition in SPECIALIZATIONS[specialization].items()]


def values_named():
    """Per field, every value that any condition names."""
    named = {}
    for condition in [ELIGIBLE_ASSOCIATION, ELIGIBLE_OFFER] + [condition for _, _, condition in MEASURES]:
        for field, values in condition.named.items():
            named.setdefault(field, set()).update(values)
    return named
