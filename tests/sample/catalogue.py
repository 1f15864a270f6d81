"""What the invented exports are made of: companies, partners, claims, offers and services.

Every company, partner and number is invented. The services are texts of the published list, and near-misses of them.
"""

import published

COMPANIES = [
    "Contoso", "Fabrikam, Inc.", "Northwind Traders", "Adventure Works", "Tailspin Toys", "Wide World Importers",
    'Proseware "Cloud" Works', "Litware", "Woodgrove Bank", "Trey Research", "Fourth Coffee", "Humongous Insurance",
    "Lucerne Publishing", "Margie's Travel", "Relecloud", "VanArsdel, Ltd.", "Wingtip Toys", "Alpine Ski House",
    "Coho Winery", "Munson's Pickles",
]
BRANCHES = ["", " Europe", " Asia"]
SEGMENTS = ["SMC Corporate", "SMC SMB", "Enterprise", "UNKNOWN"]
MARKETS = ["Germany", "France", "Japan", "Brazil", "Korea, Republic of", "C\u00f4te d'Ivoire"]
INDUSTRIES = ["Retail", "Banking", "Health", "Education", "", "NULL"]
PARTNERS = {
    "6200001": ("Bellows Consulting", "Direct"), "6200002": ("Nod Services, LLC", "Direct"),
    "6200003": ("Lamna Cloud", "Indirect"), "62000004": ("Best For You Hosting", "Indirect"), "": ("", ""),
    "NULL": ("", ""), "abc-1": ("Bellows Consulting", "Direct"), "ABC-1": ("Bellows Consulting", "Direct"),
}

# Association -> its spellings (R17), the usual one more often.
ASSOCIATIONS = {
    "PAL": ["Partner admin link (PAL)"] * 6 + [
        "Partner admin link", "PAL", "partner admin link (pal)", "Partner  Admin Link"],
    "DPOR": ["Digital Partner of Record"] * 6 + [
        "Digital Partner of Record (DPOR)", "Partner of record", "DPOR", "POR"],
    "CSP Tier 1": ["CSP Tier 1"] * 6 + ["CSP Tier1", "CSP T1", "csp tier 1"],
    "CSP Tier 2": ["CSP Tier 2"] * 6 + ["CSP Tier2", "CSP T2", "CSP\u00a0Tier 2"],
    "TPOR": ["Transacting partner of record (TPOR)"] * 4 + ["Transacting partner of record", "TPOR"],
}
# The claims on a customer's usage, the one that the export's flag keeps first (which need not be eligible).
CLAIMS = [
    [("PAL", "6200001")],
    [("TPOR", "6200003"), ("PAL", "6200001")],
    [("DPOR", "6200001"), ("PAL", "6200001")],
    [("PAL", "6200001"), ("PAL", "6200002")],
    [("CSP Tier 2", "6200003")],
    [("TPOR", "6200003"), ("CSP Tier 2", "6200003"), ("DPOR", "6200002"), ("PAL", "6200002")],
    [("CSP Tier 1", "6200002"), ("DPOR", "6200001")],
    [("PAL", "6200003"), ("PAL", "62000004")],
    [("DPOR", "6200002")],
    [("Deal registration", "6200001")],
    [("CSP Tier 1", "6200001"), ("CSP Tier 2", "6200003")],
    [("PAL", "6200002"), ("PAL", "")],
    [("Partner as end-customer", "6200001")],
    [("TPOR", "6200003"), ("DPOR", "6200001"), ("DPOR", "6200002")],
    [("PAL", "abc-1"), ("PAL", "ABC-1"), ("PAL", "NULL")],
]
ODD_CLAIMS = [
    ("Cloud Reseller of Record", "6200003"), ("", "6200001"), ("NULL", "6200001"), ("PAL (delegated)", "6200002"),
    ("CSP Tier 3", "6200003"), ("UNKNOWN", "6200001"), ("Deal registration", "6200001"), ("TPOR", "6200003"),
]
OFFERS = ["", "", "", "NULL", "UNKNOWN", "Pay-As-You-Go", "Enterprise Agreement", "Azure Plan", "Trial Extended",
          "Internal Use Rights", "Support, Premier"]
OFFERS_OUT = ["Trial", "TRIAL", "Benefits programs", "Benefits program", "Benefit programs", "Benefit  program",
              "Support", "Internal", " internal"]

SERVICE_COLUMNS = ["ServiceLevel1", "ServiceLevel2", "ServiceLevel3", "ServiceLevel4", "ServiceInfluencer",
                   "ServiceGroup2", "ServiceGroup3", "ComputeOS", "ComputeOSAttribute", "ComputeCoreSoftware",
                   "UsageUnits"]


def service(level_1, level_2, level_4="", influencer="", group_2="", group_3="", os="", attribute="", core="",
            level_3="", units="1 Hour"):
    return [level_1, level_2, level_3, level_4, influencer, group_2, group_3, os, attribute, core, units]


def compute(level_2, level_4, os, attribute, core="Core", influencer=""):
    return service("Compute", level_2, level_4, influencer, "Infra", "Core VM", os, attribute, core)


PLAIN = [
    service("Analytics", "Azure Synapse Analytics", "Synapse SQL", group_2="Data", group_3="Synapse"),
    service("Analytics", "Azure Data Factory", group_2="Data", group_3="Data Factory"),
    service("Analytics", "Azure Data Factory v2", group_2="Data", group_3="Data Factory"),
    service("Analytics", "Azure Data Lake Store", group_2="Data", group_3="Azure Data Lake", units="1 GB/Month"),
    service("Analytics", "Azure Databricks", group_2="Data", group_3="Databricks", units="1 DBU"),
    service("Containers", "Azure Kubernetes Service", influencer="AKS", group_2="App Dev", group_3="AKS"),
    service("Compute", "Virtual Machines", "Virtual Machines Dv3 Series", "AKS-Engine", "Infra", "Core VM", "Linux",
            "Non-Windows", "Core"),
    service("Containers", "Azure Red Hat OpenShift", group_2="App Dev", group_3="ARO"),
    service("Compute", "Virtual Machines", "Virtual Machines Dv3 Series Windows", "NATIVE AVD", "Infra", "Core VM",
            "Windows", "Windows", "Core"),
    service("Compute", "Virtual Machines", "Virtual Machines Dv3 Series Windows", "NATIVE WVD", "Infra", "Core VM",
            "Windows", "Windows", "Core"),
    service("Compute", "Azure App Service", "Azure App Service Premium v2 Plan", group_2="App Dev", group_3="Web App"),
    service("Compute", "Azure Spring Cloud", group_2="App Dev", group_3="Spring Cloud", units="1 vCPU Hour"),
    service("Compute", "Azure Spring Apps", group_2="App Dev", group_3="Azure Spring cloud", units="1 vCPU Hour"),
    service("Hybrid", "Azure Stack HCI", group_2="Infra", group_3="Stack HCI"),
    service("AI", "Azure Cognitive Services", group_2="AI", group_3="Cognitive Services", units="1K Transactions"),
    service("AI", "Azure Machine Learning", group_2="AI", group_3="Azure Machine Learning"),
    service("AI", "Azure OpenAI", group_2="AI", group_3="Applied AI Services", units="1K Tokens"),
    service("Databases", "Cosmos DB", group_2="Data", group_3="Cosmos DB", units="100 RU/s"),
    service("Databases", "CosmosDB", group_2="Data", group_3="CosmosDB", units="100 RU/s"),
    service("Databases", "PostgreSQL", group_2="Data", group_3="PGSQL"),
    service("Databases", "Azure Database for MariaDB", group_2="Data", group_3="MariaDB"),
    service("Databases", "Azure Database for MySQL", group_2="Data", group_3="MySQL"),
    service("Databases", "MySQL Database on Azure", group_2="Data", group_3="MySQL"),
    service("Databases", "SQL Database", group_2="Data", group_3="SQLDB"),
    service("Databases", "SQL Managed Instance", group_2="Data", group_3="SQL DB MI"),
    service("Databases", "SQL Server", group_2="Data", group_3="SQL on IaaS", os="Windows", attribute="Windows",
            core="SQL"),
    service("Databases", "SQL Server", group_2="Data", group_3="SQL on IaaS VM", os="Linux", core="SQL"),
    compute("Virtual Machines", "Virtual Machines Dv3 Series Windows", "Windows", "Windows"),
    compute("Virtual Machines Licenses", "Windows Server", "WINDOWS", "UNKNOWN"),
    compute("Specialized Compute", "HPC Windows", "Windows", "windows"),
    compute("Cloud Services", "Cloud Services A Series", "Windows", "Windows"),
    compute("Container Instances", "Container Instances Windows", "Windows", "Windows"),
    compute("Container Registry", "Container Registry", "Windows", "UNKNOWN"),
    compute("Virtual Machines", "Virtual Machines Ev3 Series", "Linux", "WINDOWS-AHUB"),
    compute("Virtual Machines", "Virtual Machines Ev3 Series", "Linux", "Non-Windows"),
    compute("Virtual Machines", "Virtual Machines Fsv2 Series", "linux", "UNKNOWN"),
    compute("Virtual Machines", "Virtual Machines Fsv2 Series", "Linux", "Windows"),
    compute("Virtual Machines", "", "Linux", "Non-Windows"),
    service("Storage", "Storage", "Blob Storage", group_2="Infra", group_3="Storage", units="1 GB/Month"),
    service("Networking", "Bandwidth", "Data Transfer Out", units="1 GB"),
]
NEAR = [
    service("Analytics", "Azure Synapse", group_2="Data"),
    service("Analytics", "Azure Data Factory v3", group_2="Data", group_3="Azure Data Lake Gen2"),
    service("Analytics", "Azure Databricks", group_2="Data", group_3="Azure Databricks", units="1 DBU"),
    service("Containers", "UNKNOWN", group_2="App Dev", group_3="ARO"),
    service("Containers", "", group_2="App Dev", group_3="ARO"),
    service("Containers", "NULL", group_2="App Dev", group_3="ARO"),
    service("Containers", "Azure Kubernetes Service", influencer="AKS Engine", group_3="AKS Engine"),
    service("Containers", "Azure Kubernetes Service", influencer="AKS\u200b", group_3="AKS\u200b"),
    service("Compute", "UNKNOWN", group_2="App Dev", group_3="Spring Cloud"),
    service("Compute", "Azure Spring Cloud", group_2="AppDev", group_3="Spring Cloud"),
    service("Web", "Azure App Service", group_2="App Dev"),
    service("Compute", "App Service", group_2="App Dev"),
    service("Compute", "Virtual Machines", "Virtual Machines D Series", "AVD", "Infra", "Core VM", "Windows",
            "WINDOWS-AHUB", "Core"),
    service("Hybrid", "Azure Stack", "Azure Stack HCI", group_2="Infra"),
    service("AI", "Azure Cognitive Services", group_2="AI + ML", group_3="Cognitive Service"),
    service("AI", "Azure OpenAI", group_2="Data", group_3="Azure OpenAI Service"),
    service("Data", "Cosmos DB", group_3="Cosmos"),
    service("Databases", "Azure Cosmos DB", group_3="Azure Cosmos DB"),
    service("Databases", "Azure Database for PostgreSQL", group_3="PostgreSQL"),
    service("Databases", "Azure Database for MySQL and MySQL Database on Azure", group_3="MySQL"),
    service("Databases", "MariaDB", group_3="MariaDB"),
    service("Databases", "SQL Database", group_3="SQL DB"),
    service("Databases", "SQL Managed Instance", group_3="SQL MI"),
    service("Databases", "SQL Server", group_3="SQL on IaaS VMs"),
    compute("Virtual Machines", "Virtual Machines Dv3 Series", "Linux", ""),
    compute("Virtual Machines", "Virtual Machines Dv3 Series", "Mac OS", "Windows"),
    compute("Virtual Machines", "Virtual Machines Dv3 Series Windows", "Windows", "Windows", core="SQL"),
    compute("Virtual Machines", "Virtual Machines MS Series", "Linux", "Non-Windows"),
    compute("Virtual Machine Licenses", "Windows Server", "Windows", "Windows"),
    service("Security", "Security Center", "Azure Sentinel", group_2="Security"),
    service("Security", "Security Center", "Azure Defender for DNS", group_2="Security"),
    service("Security", "Security Center", "Microsoft Defender for DNS", group_2="Security"),
    service("SAP", "SAP on Azure", "SAP Embrace Extension Factory"),
    service("SAP", "SAP on Azure", "serverless runtime"),
    service("VMware", "VMware", "Azure VMware Solution by Others"),
    service("Linux", "Linux", "Red Hat Enterprise Linux for SAP"),
    service("Linux", "Linux", "SUSE Linux Enterprise Server"),
]
VMWARE = ["Azure VMware Solution", "Azure VMware Solution by CloudSimple", "Azure VMware Solution by Virtustream",
          "Specialized Compute Azure VMware Solution"]


def near(text):
    """A text that is almost another, and another value."""
    return text[:-1] if len(text) % 2 else text + " 2"


def of_list(level_1, level_2, texts, **more):
    """Every text of a Service Level 4 list, and a near-miss of each."""
    return [service(level_1, level_2, text, **more) for known in texts for text in (known, near(known))]


SERVICES = PLAIN + NEAR + PLAIN + (
    [service("Security", "Security Center", alias) for alias in published.MEANS[published.LEVEL_4]]
    + of_list("Security", "Security Center", published.CLOUD_SECURITY, group_2="Security")
    + of_list("SAP", "SAP on Azure", published.SAP)
    + of_list("Compute", "Virtual Machines", published.RED_HAT_AND_SUSE, os="Linux", core="Core")
    + of_list("Compute", "Virtual Machines", published.M_SERIES, os="Linux", attribute="Non-Windows", core="Core")
    + of_list("VMware", "Azure VMware Solution", VMWARE))
