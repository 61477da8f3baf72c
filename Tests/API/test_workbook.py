"""The tables of staff, as a spreadsheet opens them."""

import datetime
import io

import openpyxl
import pytest
import requests

from installation import COHORT, small_school


@pytest.mark.parametrize("path", ["/caseload", f"/cohorts/{COHORT}"])
def test_workbook_has_the_rows_of_the_page(installation, path):
    small_school(installation, learners=3)
    installation.start()
    address = installation.address + path
    headers = {"Authorization": "Bearer " + installation.token("coordo")}
    book = requests.get(address + "?format=xlsx", headers=headers, timeout=20)
    assert book.status_code == 200, book.text
    assert book.headers["content-disposition"] == 'attachment; filename="learners.xlsx"'
    page = requests.get(address, headers=headers | {"Accept": "application/json"}, timeout=20).json()
    rows = page.get("rows") or page["learners"]

    workbook = openpyxl.load_workbook(io.BytesIO(book.content))
    assert workbook.sheetnames == ["learners"]
    header, *lines = workbook["learners"].iter_rows(values_only=True)
    assert workbook["learners"].freeze_panes == "A2" and workbook["learners"].auto_filter.ref
    assert [line[:2] for line in lines] == [(row["familyName"], row["givenName"]) for row in rows] and len(lines) == 3
    percent = header.index("Avancement (%)")
    assert [line[percent] for line in lines] == [row["percent"] for row in rows]
    for line in lines:
        assert all(cell is None or isinstance(cell, (str, int, float, datetime.datetime)) for cell in line)
        assert not any(isinstance(cell, str) and cell.startswith("=") for cell in line)
