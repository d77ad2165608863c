// Keyboard for every screen. A screen's own script stands before this one in the page, and
// may take j, k and Escape by calling preventDefault.

const typing = (el) => el.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

const help = document.getElementById("help");
const helpButton = document.getElementById("help-open");
helpButton.hidden = false;
helpButton.addEventListener("click", () => help.showModal());

// step moves the focus to the next or previous item of a list.
function step(by) {
  const items = [...document.querySelectorAll("main [data-item]")].filter((el) => el.getClientRects().length > 0);
  if (items.length === 0) return;
  const at = items.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1);
  items[next].focus();
  items[next].scrollIntoView({ block: "center" });
}

// Back to a form that was refused means to what was typed in it.
document.querySelector("[data-back]")?.addEventListener("click", (e) => {
  if (history.length < 2) return;
  e.preventDefault();
  history.back();
});

// After g, a letter of the navigation leads to its screen.
const go = Object.fromEntries([...document.querySelectorAll("nav [data-key]")].map((a) => [a.dataset.key, a.href]));
let gone = 0; // when g was pressed

document.addEventListener("keydown", (e) => {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || help.open) return;
  if (typing(e.target)) {
    if (e.key === "Escape") e.target.blur();
    return;
  }
  if (e.timeStamp - gone < 1200 && go[e.key]) {
    location.href = go[e.key];
    return;
  }
  switch (e.key) {
    case "/": {
      const box = document.getElementById("query") ?? document.getElementById("find");
      box.focus();
      box.select();
      break;
    }
    case "?": help.showModal(); break;
    case "j": step(1); break;
    case "k": step(-1); break;
    case "g": gone = e.timeStamp; break;
    default: return;
  }
  e.preventDefault();
});
