#!/usr/bin/env python3
"""What others read in our exports: each format is opened by a library that was not written here.

Takes the program and a pile; writes every format into a folder and opens it. Needs the
packages of foreign.txt. With LibreOffice at hand the workbook is compared cell for cell with
the tables. Ends with 1 where something cannot be read or says something else.
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import bibtexparser
import icalendar
import networkx
import pyarrow.parquet
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from followthemoney import model
from frictionless import validate
from lxml import etree
from rdflib import Graph
from shapely.geometry import shape

program, pile = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="stemma-foreign-")
kinds = {"article": "texts", "quote": "quotes", "figure": "figures", "victim": "victims", "time": "times", "name": "names", "event": "events"}


def export(name, kind=None):
    path = os.path.join(folder, name + (kind or ""))
    subprocess.run([program, "export", "--pile", pile, "--format", name, "--out", path] + (["--kinds", kind] if kind else []), check=True)
    return path


def text(name):
    with open(export(name), encoding="utf-8") as f:
        return f.read()


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))


def cell(words):
    """The words of a cell without the apostrophe before what would be a formula."""
    if words[:1] == "'" and words[1:2] and words[1:2] in "=+-@\t\r":
        words = words[1:]
    return words.replace("\r\n", "\n").replace("\r", "\n")


texts = len(table(export("csv", "article"))) - 1


def bibtex():
    entries = bibtexparser.parse_string(text("bibtex"))
    assert not entries.failed_blocks and len(entries.entries) == texts
    return f"{texts} entries"


def ris():
    entries = rispy.loads(text("ris"))
    assert len(entries) == texts and not any("unknown_tag" in e for e in entries)
    return f"{texts} entries"


def csl():
    items = json.loads(text("csl"))
    shown = CitationStylesBibliography(CitationStylesStyle("apa", validate=False), CiteProcJSON(items), formatter.plain)
    for i in items:
        shown.register(Citation([CitationItem(i["id"])]))
    assert len(shown.bibliography()) == texts
    return f"{texts} references in APA"


def ical():
    with open(export("ical"), "rb") as f:
        events = list(icalendar.Calendar.from_ical(f.read()).walk("VEVENT"))
    assert events and not any(e.errors for e in events)
    return f"{len(events)} events"


def graphml():
    g = networkx.read_graphml(export("graphml"))
    assert g.number_of_nodes() and g.number_of_edges()
    return f"{g.number_of_nodes()} nodes, {g.number_of_edges()} edges"


def tei():
    found = etree.parse(export("tei")).findall(".//{http://www.tei-c.org/ns/1.0}app")
    assert found
    return f"{len(found)} places that differ"


def prov():
    g = Graph().parse(data=text("prov"), format="json-ld")
    n = sum(1 for p in g.predicates() if str(p) == "http://www.w3.org/ns/prov#wasDerivedFrom")
    assert n and all(str(p).startswith("http") for p in g.predicates())
    return f"{len(g)} triples, {n} derivations"


def geojson():
    features = json.loads(text("geojson"))["features"]
    placed = [f for f in features if f["geometry"]]
    assert placed and all(shape(f["geometry"]).is_valid for f in placed)
    return f"{len(placed)} of {len(features)} with a place"


def ftm():
    entities = [model.get_proxy(json.loads(line), cleaned=False) for line in text("ftm").splitlines()]
    assert entities
    return f"{len(entities)} entities"


def datapackage():
    into = os.path.join(folder, "package")
    zipfile.ZipFile(export("datapackage")).extractall(into)
    report = validate(os.path.join(into, "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    return f"{report.stats['tasks']} tables are right"


def parquet():
    n = 0
    for kind in kinds:
        want, got = table(export("csv", kind)), pyarrow.parquet.read_table(export("parquet", kind))
        assert got.column_names == want[0] and got.num_rows == len(want) - 1, kind
        for row, cells in zip(want[1:], zip(*got.to_pydict().values())):
            for a, b in zip(row, cells):
                n += 1
                b = "" if b is None else str(b).lower() if isinstance(b, bool) else str(b)
                assert cell(a) == cell(b) or float(a) == float(b), (kind, a, b)
    return f"{n} cells are those of the CSV tables"


def libreoffice():
    office = shutil.which("soffice")
    if not office:
        return "not at hand, not compared"
    to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    book = export("xlsx")
    os.rename(book, book + ".xlsx")
    subprocess.run([office, "--headless", profile, "--convert-to", to, "--outdir", folder, book + ".xlsx"], check=True, capture_output=True)
    n = 0
    for kind, sheet in kinds.items():
        want, got = table(export("csv", kind)), table(os.path.join(folder, f"xlsx-{sheet}.csv"))
        assert len(want) == len(got), sheet
        for a, b in zip(sum(want, []), sum(got, [])):
            n += 1
            a, b = cell(a), cell(b)
            assert a == b or a in ("true", "false") and a.upper() == b or float(a) == float(b), (sheet, a, b)
    return f"{n} cells of the workbook are those of the CSV tables"


failed = 0
for check in (bibtex, ris, csl, ical, graphml, tei, prov, geojson, ftm, datapackage, parquet, libreoffice):
    try:
        print(f"{check.__name__}: {check()}")
    except Exception as e:  # whatever a library says
        failed += 1
        print(f"{check.__name__}: {type(e).__name__}: {str(e)[:500]}")
shutil.rmtree(folder)
sys.exit(1 if failed else 0)
