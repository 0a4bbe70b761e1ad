"""Depth of a trade agreement, counted from the coding of its text.

DESTA published an additive index with release 2.2, of 692 texts. Release 2.3 has the coding of
781 and no index. The rules here were found by comparing the two: wherever a provision is coded
they give the published component, and on the 681 texts whose coding is whole the published depth
(``tests/sources/test_desta_2_3.py``). They make depth known for later texts: the agreement of the
United States, Mexico and Canada, RCEP, CPTPP, the Eurasian Economic Union, the European Union
with the United Kingdom.
"""

from __future__ import annotations

import polars as pl

PROVISIONS: dict[str, dict[str, tuple[float, ...]]] = {
    "full_fta": {"mar_typedepth": (2, 3)},
    "standards": {"tbt_prov": (1,), "sps_prov": (1,)},
    "investments": {
        "inv_chapter": (1,),
        "inv_reference_service": (1,),
        "inv_reference_bit": (1,),
    },
    "services": {"ser_specific": (1,)},
    "procurement": {"proc_prov": (2,)},
    "competition": {"comp_chap": (1,)},
    "iprs": {
        "ipr_scope_substantial_dummy": (1,),
        "ipr_mfn": (1,),
        "ipr_specific_enforcement_dummy": (1,),
        "ipr_nt": (1,),
        "ipr_specific_prov": (1,),
    },
}
"""Each provision: the columns of which one must have one of these values."""
COLUMNS = tuple(dict.fromkeys(c for rules in PROVISIONS.values() for c in rules))


def provisions(coding: pl.DataFrame) -> pl.DataFrame:
    """Return `coding` with the seven provisions (true or false) and their sum, `depth`, 0 to 7.

    Null where a provision cannot be told: one of its columns is not coded, and none of the
    others shows it. The depth is then null too, for a count of the rest would be too low.

    Parameters
    ----------
    coding : DataFrame
        The columns of :data:`COLUMNS`, as numbers.
    """
    found = coding.with_columns(
        pl.any_horizontal(
            pl.col(column).is_in([float(v) for v in values]) for column, values in rules.items()
        ).alias(name)
        for name, rules in PROVISIONS.items()
    )
    whole = pl.all_horizontal(pl.col(name).is_not_null() for name in PROVISIONS)
    depth = pl.sum_horizontal(pl.col(name).cast(pl.Int16) for name in PROVISIONS)
    return found.with_columns(depth=pl.when(whole).then(depth))
