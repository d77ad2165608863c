#!/usr/bin/env python3
"""What others read in our exports: each format is opened by a library that was not written here.

Takes the program and a pile; writes every format into a folder and opens it. Needs the
packages of foreign.txt. With LibreOffice at hand the workbook is compared cell for cell with
the tables, and the tables are opened in it, those of texts that are hard on a spreadsheet, too; with a browser, and TimelineJS unpacked in the folder of STEMMA_TIMELINEJS, its
timeline is drawn. Wherever a format says where a statement stands, its words are looked for
there. Ends with 1 where something cannot be read or says something else.
"""
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import bibtexparser
import icalendar
import networkx
import openpyxl
import pyarrow
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet
import pydot
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
    if words[:1] == "'" and words[1:2] and words[1:2] in "=+-@\t\r\n":
        words = words[1:]
    return words.replace("\r\n", "\n").replace("\r", "\n")


texts = len(table(export("csv", "article"))) - 1
articles = {r["id"]: r for r in map(json.loads, text("jsonl").splitlines()) if r["kind"] == "article"}
pages = {r["source"]: r for r in map(json.loads, open(export("jsonl", "page"), encoding="utf-8")) if r["kind"] == "page"}


def stands(id, url, sha256, start, end, exact, prefix, suffix):
    """That a statement's words stand in its text at its place, between the words around them."""
    a = articles[id]
    at, to = int(start) - a["start"], int(end) - a["start"]
    ahead, words, behind = (cell(s) for s in (a["exact"][:at], a["exact"][at:to], a["exact"][to:]))
    exact, prefix, suffix = cell(exact), cell(prefix), cell(suffix)
    assert words == exact, (id, start, end, exact)
    assert ahead.endswith(prefix) or prefix.endswith(ahead), (id, prefix)
    assert behind.startswith(suffix) or suffix.startswith(behind), (id, suffix)
    page = pages[a["source"]]
    assert sha256 == page["sha256"] and url == (a.get("url") or ""), (id, sha256, url)


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
    stated = [e for *_, e in g.edges(data=True) if e.get("statement")]
    for e in stated:
        stands(e["text"], e.get("url", ""), e["sha256"], e["start"], e["end"], e["exact"], e.get("prefix", ""), e.get("suffix", ""))
    return f"{g.number_of_nodes()} nodes, {g.number_of_edges()} edges, {len(stated)} of them at their place"


def dot():
    found = pydot.graph_from_dot_data(text("dot"))
    g = networkx.read_graphml(export("graphml"))
    nodes = [n for n in found[0].get_nodes() if n.get_name() not in ("node", "edge", "graph", "\\n", '"\\n"')]
    assert len(found) == 1 and len(nodes) == g.number_of_nodes() and len(found[0].get_edges()) == g.number_of_edges()
    return f"the same {len(nodes)} nodes and {len(found[0].get_edges())} edges"


def workbook():
    path = export("xlsx")
    os.rename(path, path + ".xlsx")
    book, n = openpyxl.load_workbook(path + ".xlsx"), 0
    for kind, sheet in kinds.items():
        want, got = table(export("csv", kind)), list(book[sheet].iter_rows(values_only=True))
        assert len(want) == len(got), (sheet, len(want), len(got))
        for a, b in zip(sum(want, []), (c for row in got for c in row)):
            n += 1
            b = "" if b is None else str(b).lower() if isinstance(b, bool) else b.strftime("%Y-%m-%d") if hasattr(b, "strftime") else str(b)
            assert cell(a) == cell(b) or float(a) == float(b), (sheet, a, b)
    return f"{n} cells are those of the CSV tables"


def places():
    n = 0
    for kind in kinds:
        if kind == "article":
            continue
        with open(export("csv", kind), encoding="utf-8-sig", newline="") as f:
            for r in csv.DictReader(f):
                n += 1
                stands(r["article"], r["url"], r["sha256"], r["start"], r["end"], r["exact"], r["prefix"], r["suffix"])
    return f"{n} rows at their place"


def annotations():
    items = json.loads(text("annotations"))["items"]
    for i in items:
        quote, position = i["target"]["selector"]
        source = i["target"]["source"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        url = "" if source["id"].startswith("urn:") else source["id"]
        stands(source["schema:identifier"], articles[source["schema:identifier"]].get("url") or url, source["schema:sha256"],
               position["start"], position["end"], quote["exact"], quote["prefix"], quote["suffix"])
    return f"{len(items)} at their place by both selectors"


# The columns that are published: UCDP GED 23.1, and ACLED's export since March 2023.
ged = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id
dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office
source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt
priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown
best high low gwnoa gwnob""".split()
acled_columns = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision
source source_scale notes fatalities tags timestamp""".split()


def layout(name, published, types):
    types = {c: "str" for c in published} | types
    of = {"str": pyarrow.string(), "int": pyarrow.int64(), "float": pyarrow.float64(), "date": pyarrow.date32()}
    t = pyarrow.csv.read_csv(export(name), parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
                             convert_options=pyarrow.csv.ConvertOptions(column_types={c: of[x] for c, x in types.items()}))
    ours = ["text_id", "url", "sha256", "start", "end", "exact", "prefix", "suffix"]
    assert t.num_rows and t.column_names[-len(ours):] == ours
    assert t.column_names[:-len(ours)] == published, t.column_names
    with open(export(name), encoding="utf-8-sig", newline="") as f:
        for r in csv.DictReader(f):
            stands(r["text_id"], r["url"], r["sha256"], r["start"], r["end"], r["exact"], r["prefix"], r["suffix"])
    filled = sum(any(c.to_pylist()) for c in t.columns[:-len(ours)])
    return f"{t.num_rows} rows, the {len(published)} published columns in their order, {filled} of them with something"


def ucdp():
    return layout("ucdp", ged, {"year": "int", "date_start": "date", "date_end": "date", "date_prec": "int", "where_prec": "int", "latitude": "float",
                                "longitude": "float", "priogrid_gid": "int", "low": "float", "best": "float", "high": "float", "number_of_sources": "int"})


def acled():
    return layout("acled", acled_columns, {"year": "int", "event_date": "date", "time_precision": "int", "geo_precision": "int", "iso": "int", "latitude": "float",
                                           "longitude": "float", "fatalities": "int"})


def passim():
    """As Spark reads it: a field has one type in all lines; passim asks for “id”, “text” and “series”."""
    t = pyarrow.json.read_json(export("passim"))
    assert t.num_rows == texts and {"id", "text", "series"} <= set(t.column_names)
    assert all(pyarrow.types.is_string(t.schema.field(c).type) for c in ("id", "text", "series", "source", "sha256"))
    assert len(set(t["id"].to_pylist())) == texts and all(t["text"].to_pylist())
    return f"{texts} documents"


def timelinejs():
    browser, at = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None), os.environ.get("STEMMA_TIMELINEJS")
    if not browser or not at:
        return "no browser or no TimelineJS at hand, not drawn"
    data = text("timelinejs")
    inline = data.replace("</", "<\\/")  # no text ends the script
    page = os.path.join(folder, "timeline.html")
    with open(page, "w", encoding="utf-8") as f:
        f.write(f"""<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="file://{at}/dist/css/timeline.css"><script src="file://{at}/dist/js/timeline.js"></script>
<div id="t" style="width:1200px;height:700px"></div><script>
var t = new TL.Timeline("t", {inline}, {{hash_bookmark: false}});
setTimeout(() => document.title = JSON.stringify({{slides: document.querySelectorAll(".tl-slide").length, messages: t.config.messages}}), 4000);
</script>""")
    drawn = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=20000", "--dump-dom",
                            "file://" + page], check=True, capture_output=True, timeout=120).stdout.decode()
    said = json.loads(etree.HTML(drawn).findtext(".//title"))
    assert said == {"slides": len(json.loads(data)["events"]), "messages": {"errors": [], "warnings": []}}, said
    return f"{said['slides']} slides drawn"


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


def office(to, *files, read=None):
    """Opens files in LibreOffice and saves them as something else in a folder of their own."""
    into = tempfile.mkdtemp(dir=folder)
    profile = "-env:UserInstallation=file://" + os.path.join(folder, "profile")
    subprocess.run([shutil.which("soffice"), "--headless", profile] + ([f"--infilter={read}"] if read else []) +
                   ["--convert-to", to, "--outdir", into, *files], check=True, capture_output=True, timeout=300)
    return into


def libreoffice():
    if not shutil.which("soffice"):
        return "not at hand, not compared"
    book = export("xlsx")
    os.rename(book, book + ".xlsx")
    into = office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", book + ".xlsx")
    n = 0
    for kind, sheet in kinds.items():
        want, got = table(export("csv", kind)), table(os.path.join(into, f"xlsx-{sheet}.csv"))
        assert len(want) == len(got), sheet
        for a, b in zip(sum(want, []), sum(got, [])):
            n += 1
            a, b = cell(a), cell(b)
            assert a == b or a in ("true", "false") and a.upper() == b or float(a) == float(b), (sheet, a, b)
    return f"{n} cells of the workbook are those of the CSV tables"


# Texts whose words a spreadsheet could take for something else.
hard = [
    {"id": "h-1", "outlet": "=1+1", "title": '=HYPERLINK("https://example.org")', "text": "=2+3 dead, the mayor of Velmora, Ana Ñusta, said on 4 March 2021.\n\n“+44 people were killed,” "
     "said Ana Ñusta. “-5 degrees”, she said. “@all must come”, said Ana Ñusta."},
    {"id": "h-2", "outlet": "@Outlet", "title": "007 people killed in Velmora", "text": "007 people were killed in Velmora on 4 March 2021, police said. 1.200 people fled.\n\n“0012 houses”, said Ana Ñusta."},
    {"id": "h-3", "outlet": "-Voice", "title": "1-2", "text": "The council met on 5 March 2021. " * 2500 + "“It was long”, said Ana Ñusta."},
    {"id": "h-4", "outlet": "Muelle; y Ñandú", "title": 'A tab\tand a "mark"', "text": 'Three people were killed; “a "quoted" word; and, a comma”, said Ana Ñusta.\n\nЭто русский. 中文字。'},
]


days = ("published", "reposted", "date", "as_of", "until", "starts", "value", "anchor")


def plain(words):
    """A number as our tables have it."""
    return re.fullmatch(r"-?\d+(\.\d+)?", words) is not None


def spreadsheet():
    """The tables in LibreOffice, as its window for CSV offers to open them: UTF-8, commas. What it takes for a number or a day
    among the words of a text is told: a CSV cannot say that “January 17” are words, a workbook does."""
    global pile
    if not shutil.which("soffice"):
        return "LibreOffice is not at hand, not opened"
    lines, hard_pile, easy = os.path.join(folder, "hard.jsonl"), os.path.join(folder, "hard.stemma"), pile
    with open(lines, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(h | {"url": "https://example.org/" + h["id"], "published": "2021-03-04"}, ensure_ascii=False) + "\n" for h in hard)
    subprocess.run([program, "add", "--pile", hard_pile, lines], check=True, capture_output=True)
    n, numbers = 0, 0
    for pile in (easy, hard_pile):
        tables = {kind: table(export("csv", kind)) for kind in kinds}
        for kind in kinds:
            os.replace(os.path.join(folder, "csv" + kind), os.path.join(folder, kind + ".csv"))
        into = office("xlsx", *(os.path.join(folder, kind + ".csv") for kind in kinds), read="CSV:44,34,76,1")
        for kind, want in tables.items():
            got = list(openpyxl.load_workbook(os.path.join(into, kind + ".xlsx")).active.iter_rows(values_only=True))
            assert len(want) == len(got), (kind, len(want), len(got))
            for column, a, b in ((c, x, y) for row, cells in zip(want, got) for c, x, y in zip(want[0], row, cells)):
                n += 1
                if not isinstance(b, (str, bool, type(None))) and (column not in days or "T24" in a) and not plain(a):
                    numbers += 1
                    continue
                b = "" if b is None else str(b).lower() if isinstance(b, bool) else b.strftime("%Y-%m-%dT%H:%M" if "T" in a else "%Y-%m-%d") if hasattr(b, "strftime") else str(b)
                assert cell(a) == cell(b) or float(a) == float(b), (kind, column, a, b)
    pile = easy
    return f"{n} cells of the CSV tables are right, but for {numbers} of words that it took for a number or a day"


failed = 0
for check in (bibtex, ris, csl, ical, graphml, dot, tei, prov, annotations, places, geojson, ftm, ucdp, acled, passim, timelinejs, datapackage, parquet, workbook, libreoffice, spreadsheet):
    try:
        print(f"{check.__name__}: {check()}")
    except Exception as e:  # whatever a library says
        failed += 1
        print(f"{check.__name__}: {type(e).__name__}: {str(e)[:500]}")
shutil.rmtree(folder)
sys.exit(1 if failed else 0)
