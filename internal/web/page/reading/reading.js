// The reading view: layers that stay as they were set, j and k through the findings,
// and light between a margin note and its passage. All of it works without: the
// layers are boxes that the style heeds, the findings are links.

const reading = document.querySelector(".reading");
const body = reading.querySelector(".text");
const panel = document.getElementById("panel");

// Layers are remembered for the next text.
const store = "stemma.layers.off";
const read = () => { try { return JSON.parse(localStorage.getItem(store)) ?? []; } catch { return []; } };
const boxes = [...reading.querySelectorAll(".layers input")];
const off = new Set(read());
for (const box of boxes) {
  if (off.has(box.value)) box.checked = false;
  box.addEventListener("change", () => {
    box.checked ? off.delete(box.value) : off.add(box.value);
    try { localStorage.setItem(store, JSON.stringify([...off])); } catch { /* not kept, then */ }
  });
}

// findings are the first pieces of all that is marked and shown.
function findings() {
  const shown = new Set(boxes.filter((b) => b.checked).map((b) => b.value));
  return [...body.querySelectorAll(".m.first > a, .m.first .m > a")].filter((a) => {
    const mark = a.parentElement;
    return mark.classList.contains("first") && [...mark.classList].some((c) => shown.has(c));
  });
}

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || document.getElementById("help").open) return;
  if (e.target.matches("input:not([type=checkbox]), textarea, select")) return; // what is typed there is no command
  if (e.key === "Escape" && panel) {
    e.preventDefault();
    location.href = panel.querySelector(".close").href;
    return;
  }
  const by = { j: 1, k: -1 }[e.key];
  if (!by) return;
  e.preventDefault();
  const list = findings();
  if (list.length === 0) return;
  let at = list.indexOf(document.activeElement);
  if (at < 0) at = list.findIndex((a) => a.closest(".selected"));
  if (at < 0 && by < 0) at = list.length;
  const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
});

// A selected finding is brought into sight, clear of the panel below it.
body.querySelector(".selected")?.scrollIntoView({ block: "center", behavior: "instant" });

// light shows which passage a margin note speaks of, and the other way round.
function light(id, on) {
  for (const el of reading.querySelectorAll(`[data-id="${CSS.escape(id)}"], [data-note="${CSS.escape(id)}"]`)) el.classList.toggle("lit", on);
}
for (const el of reading.querySelectorAll("[data-note], .text .m.copied")) {
  const id = el.dataset.note ?? el.dataset.id;
  for (const [name, on] of [["mouseenter", true], ["focusin", true], ["mouseleave", false], ["focusout", false]]) {
    el.addEventListener(name, () => light(id, on));
  }
}

// Words that are selected can be made a statement: the link to its form follows them.
const byHand = document.getElementById("by-hand");
if (byHand) {
  const open = { href: byHand.href, words: byHand.textContent };
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const words = selection.toString().trim();
    const start = selection.rangeCount > 0 ? selection.getRangeAt(0).startContainer : null; // whichever way it was drawn
    const from = (start?.nodeType === Node.ELEMENT_NODE ? start : start?.parentElement)?.closest(".s");
    const within = words !== "" && body.contains(selection.anchorNode) && body.contains(selection.focusNode);
    byHand.classList.toggle("offered", within);
    byHand.textContent = within ? byHand.dataset.words : open.words;
    const to = new URL(open.href);
    if (within) {
      to.searchParams.set("words", words);
      if (from) to.searchParams.set("from", from.id.slice(1));
    }
    byHand.href = to;
  });
}
