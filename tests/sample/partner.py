"""What the invented partner states about itself, and the exports beside it: certified people, active users."""

import calendar

# (code, title of the certification)
CERTIFICATIONS = [
    ("SC-200", "Microsoft Certified: Security Operations Analyst Associate"),
    ("AZ-500", "Microsoft Certified: Azure Security Engineer Associate"),
    ("SC-300", "Microsoft Certified: Identity and Access Administrator Associate"),
    ("SC-400", "Microsoft Certified: Information Protection and Compliance Administrator Associate"),
    ("DP-100", "Microsoft Certified: Azure Data Scientist Associate"),
    ("AI-102", "Microsoft Certified: Azure AI Engineer Associate"),
    ("AZ-120", "Microsoft Certified: Azure for SAP Workloads Specialty"),
]
EXAMS = {"SC-200": "Microsoft Security Operations Analyst", "AZ-500": "Microsoft Azure Security Technologies",
         "SC-300": "Microsoft Identity and Access Administrator", "SC-400": "Administering Information Protection",
         "DP-100": "Designing and Implementing a Data Science Solution on Azure",
         "AI-102": "Designing and Implementing a Microsoft Azure AI Solution",
         "AZ-120": "Planning and Administering Microsoft Azure for SAP Workloads"}
PEOPLE = [("Ana", "Bowman"), ("Bo", "Carter"), ("Cyd", "Duarte"), ("Dee", "Eriksen"), ("Eli", "Fontaine"),
          ("Fay", "Grant, Jr."), ("Gus", "Hale"), ("Hana", "Iqbal"), ("Ira", "Jensen"), ("Jo", "Kask"),
          ("Kai", "Lund"), ("Lea", 'Moss "Mo"')]
SILENT = 9  # of whom the ActivationStatus says nothing
INACTIVE = (11, 1)  # of whose certification the ActivationStatus says something else
TRAINING = """PGAMpnId TrainingActivityId TrainingTitle TrainingType IndividualFirstName IndividualLastName Email CorpEmail
TrainingCompletionDate ExpirationDate ActivationStatus Month IcMCP MCPID MPNId PartnerName PartnerCityLocation
PartnerCountryLocation AADUserId""".split()
ACTIVE_USERS = """CustomerTenantId CustomerName WorkloadName MonthlyActiveUsers PaidAvailableUnits ClaimId MpnId
DateAssociated PartnerAttributionType Date""".split()
# (workload, users of one customer in the first month, growth a month)
WORKLOADS = [("Microsoft Defender for Identity", 60, 11), ("Microsoft Defender for Cloud Apps", 40, 3),
             ("Microsoft Entra ID Premium", 150, 25), ("Exchange Online", 300, 1)]
CLAIMS = [("C-4411", "Claiming partner of record"), ("C-4412", "CSP Tier 1"), ("C-4413", "Digital partner of record")]

STATEMENT = """\
# What Contoso Services, which is invented, states about itself.
partner: Contoso Services

designations:
  - {name: Security, since: 2023-10-02, until: 2024-10-01}
  - {name: "Infrastructure (Azure)", since: 2023-02-01, until: 2024-01-31}   # not renewed
  - {name: "Data & AI (Azure)", since: 2024-03-11}

# People by their MCP ids. 990000 has left the export and is known by certificate.
certifications:
  - {person: "990000", certification: SC-200, since: 2023-11-20, until: 2024-11-20}
  - {person: "990001", certification: SC-200, since: 2023-06-15, until: 2024-06-15}

audits:
  - {specialization: AI and Machine Learning on Microsoft Azure, passed: 2023-09-18}
  - {specialization: SAP on Microsoft Azure, passed: 2021-12-01}

references:
  - {specialization: Threat Protection, customer: Fabrikam, accepted: 2023-08-01}
  - {specialization: Threat Protection, customer: Litware, accepted: 2023-11-15}
  - {specialization: Threat Protection, customer: Wingtip Toys, accepted: 2024-02-20}
  - {specialization: Cloud Security, customer: Fabrikam, accepted: 2022-01-10}

specializations:
  - {name: AI and Machine Learning on Microsoft Azure, active since: 2023-10-05}

metrics:
  - name: Monthly active users of Information Protection
    months:
      2023-05: 4100
      2023-11: 4350.5
      2024-05: 5230
"""


def statement():
    return STATEMENT.encode("utf-8")


def lines(columns, rows, cell):
    """The rows, dictionaries by column, as CSV."""
    texts = [",".join(columns)] + [",".join(cell(str(row.get(column, ""))) for column in columns) for row in rows]
    return "".join(text + "\n" for text in texts).encode("utf-8")


def written(day, way):
    """A day as exports write it."""
    year, month, date = day
    return (f"{year}-{month:02d}-{date:02d}", f"{month}/{date}/{year} 12:00:00 AM",
            f"{year}-{month:02d}-{date:02d}T00:00:00Z")[way % 3]


def completion(person, kind, title, day, expires, way):
    first, last = PEOPLE[person]
    name = first.lower() + "@contoso.example"
    return {"PGAMpnId": "6100001", "TrainingActivityId": f"T{person:02d}{way:03d}", "TrainingTitle": title,
            "TrainingType": kind, "IndividualFirstName": first, "IndividualLastName": last, "Email": name,
            "CorpEmail": name, "TrainingCompletionDate": written(day, way),
            "ExpirationDate": written(expires, way) if expires else "", "ActivationStatus": "" if person == SILENT else "Active",
            "Month": f"{day[0]}-{day[1]:02d}-01", "IcMCP": "Y", "MCPID": str(990001 + person), "MPNId": "6100002",
            "PartnerName": "Contoso Services", "PartnerCityLocation": "Porto", "PartnerCountryLocation": "Portugal"}


def held(person, number, dice):
    """The exam, the certification, and perhaps its renewal. Some have expired by June 2024."""
    code, title = CERTIFICATIONS[number]
    year, month, day = 2022 + dice.below(2), 1 + dice.below(12), 1 + dice.below(27)
    way = dice.below(6)
    yield completion(person, "exam", f"Exam {code}: {EXAMS[code]}", (year, month, day), None, way)
    yield completion(person, "certification", title, (year, month, day + 1), (year + 1, month, day + 1), way)
    if dice.chance(0.7):
        yield completion(person, "certification", title, (year + 1, month, day), (year + 2, month, day), way)


def training(dice, cell):
    rows = []
    for person in range(len(PEOPLE)):
        for number in range(len(CERTIFICATIONS)):
            if (person, number) != INACTIVE and (number == 0 and person < 8 or dice.chance(0.2)):
                rows += held(person, number, dice)
        rows.append(completion(person, "certification", "Microsoft Certified: Fundamentals of Everything",
                               (2023, 5, 1 + person), None, person))
    person, number = INACTIVE
    odd = completion(person, "certification", CERTIFICATIONS[number][1], (2023, 9, 1), (2024, 9, 1), 1)
    rows.append(dict(odd, ActivationStatus="Inactive"))
    return lines(TRAINING, rows, cell)


def active_users(months, customers, dice, cell):
    """Each row once per claim; one customer's rows of 2023-08 contradict each other; December has two dates."""
    rows = []
    for at, (year, month) in enumerate(months):
        for number, customer in enumerate(customers):
            for workload, start, growth in WORKLOADS:
                users = start + at * growth + dice.below(6)
                row = {"CustomerTenantId": customer.tenant, "CustomerName": customer.name, "WorkloadName": workload,
                       "MonthlyActiveUsers": users, "PaidAvailableUnits": users + 40, "MpnId": "6100002"}
                last = calendar.monthrange(year, month)[1]
                dates = [(year, month, 15), (year, month, last)] if month == 12 else [(year, month, last)]
                for claim, association in CLAIMS[:1 + number % 2]:
                    for day in dates:
                        rows.append(dict(row, ClaimId=claim, PartnerAttributionType=association,
                                         DateAssociated="2022-07-01", Date=written(day, number)))
                if (year, month, number) == (2023, 8, 0) and workload == WORKLOADS[1][0]:
                    rows.append(dict(rows[-1], MonthlyActiveUsers=users + 1, ClaimId=CLAIMS[2][0]))
    return lines(ACTIVE_USERS, rows, cell)
