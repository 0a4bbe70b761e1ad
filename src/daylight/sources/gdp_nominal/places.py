"""Rows of the World Bank table that are no state: aggregates, and territories."""

from __future__ import annotations

# fmt: off
AGGREGATES = (
    "AFE", "AFW", "ARB", "CEB", "CSS", "EAP", "EAR", "EAS", "ECA", "ECS", "EMU", "EUU", "FCS",
    "HIC", "HPC", "IBD", "IBT", "IDA", "IDB", "IDX", "LAC", "LCN", "LDC", "LIC", "LMC", "LMY",
    "LTE", "MEA", "MIC", "MNA", "NAC", "OED", "OSS", "PRE", "PSS", "PST", "SAS", "SSA", "SSF",
    "SST", "TEA", "TEC", "TLA", "TMN", "TSA", "TSS", "UMC", "WLD",
)
"""World, regions, income groups, lending groups and unions."""

TERRITORIES = (
    "ABW", "ASM", "BMU", "CHI", "CUW", "CYM", "FRO", "GRL", "GUM", "HKG", "IMN", "MAC", "MAF",
    "MNP", "NCL", "PRI", "PSE", "PYF", "SXM", "TCA", "VIR",
)
"""Not members of the state system; CHI is the Channel Islands, not Chile."""
# fmt: on
