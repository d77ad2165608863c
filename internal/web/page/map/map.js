// The way through time: a slider whose stops are the links beside it. It shows the words of the
// stop on the way, and leads there when it is let go or moved by a key. Without scripts the same
// links stand around the picture.

const form = document.querySelector("form.slide");
if (form) {
  const slider = form.querySelector("input");
  const words = form.querySelector("output");
  const stops = [...form.querySelectorAll("a")];
  const tell = () => { words.textContent = stops[slider.value].textContent; };
  const say = () => slider.setAttribute("aria-valuetext", words.textContent || stops[0].textContent);
  form.hidden = false;
  say();
  slider.addEventListener("input", () => { tell(); say(); });
  slider.addEventListener("change", () => { location.href = stops[slider.value].href + "#time"; });
  form.addEventListener("submit", (e) => e.preventDefault());
  if (location.hash === "#time") slider.focus();
}
