"""Read what a Parquet file says of itself: Thrift's compact protocol, as far as Parquet uses it."""

from __future__ import annotations

from typing import Any

Struct = dict[int, Any]
"""Values by the number of their field."""
_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 11, 12
_WHOLE = (4, 5, 6)
_LONG = 15
"""Length in the head of a list, and step of a field number, that stand elsewhere."""
DAMAGED = (IndexError, RecursionError, ValueError)
"""What reading raises where the bytes are no such structure."""


class Reader:
    """A place in bytes, from which structures are read.

    Parameters
    ----------
    content : bytes
    at : int
        Where to begin. After each reading it is the place behind what was read.
    """

    def __init__(self, content: bytes, at: int = 0) -> None:
        self._content, self.at = content, at

    def struct(self) -> Struct:
        """Return the structure that begins here.

        Raises
        ------
        IndexError, RecursionError, ValueError
            When there is none, or it is cut off.
        """
        fields: Struct = {}
        field = 0
        while head := self._byte():
            step, kind = head >> 4, head & 15
            field = field + step if step else self._whole()
            fields[field] = kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind)
        return fields

    def _value(self, kind: int) -> Any:
        if kind in (_TRUE, _FALSE, _BYTE):
            return self._byte()
        if kind in _WHOLE:
            return self._whole()
        if kind == _DOUBLE:
            return self._skip(8)
        if kind == _BINARY:
            return self._skip(self._varint())
        if kind in (_LIST, _SET):
            head = self._byte()
            size = self._varint() if head >> 4 == _LONG else head >> 4
            return [self._value(head & 15) for _ in range(size)]
        if kind == _STRUCT:
            return self.struct()
        raise ValueError(kind)  # Parquet has no maps

    def _byte(self) -> int:
        if self.at < 0:
            raise IndexError(self.at)
        self.at += 1
        return self._content[self.at - 1]

    def _varint(self) -> int:
        number = 0
        for shift in range(0, 70, 7):
            part = self._byte()
            number |= (part & 127) << shift
            if part < 128:
                return number
        raise ValueError(number)

    def _whole(self) -> int:
        number = self._varint()
        return (number >> 1) ^ -(number & 1)

    def _skip(self, size: int) -> None:
        self.at += size
        if self.at > len(self._content):
            raise IndexError(self.at)
