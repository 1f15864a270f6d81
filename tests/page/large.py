"""Prints an export of so many customers, of one row a month each, for the rules beside this: large.py CUSTOMERS."""
import sys

print("Service,Group,Kind,Association,Customer,Month,Amount,Duplicate")
for customer in range(int(sys.argv[1])):
    for month in (2, 3, 4):
        print(f"Kubernetes,Nodes,Plain,PAL,customer {customer:06d},2024-{month:02d},{customer % 977}.{month:02d},0")
