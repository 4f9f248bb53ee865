"use strict";
const outcome = document.getElementById("outcome");
const tag = document.getElementById("tag");
const words = document.getElementById("words");
const shown = document.getElementById("shown");
const cases = [...document.querySelectorAll("details.case")];

function filter() {
  const sought = words.value.trim().toLowerCase();
  let count = 0;
  for (const one of cases) {
    const fits = (!outcome.value || one.dataset.outcome === outcome.value)
      && (!tag.value || one.dataset.tags.split(" ").includes(tag.value))
      && (!sought || one.textContent.toLowerCase().includes(sought));
    one.hidden = !fits;
    count += fits ? 1 : 0;
  }
  shown.textContent = count === 1 ? "1 case" : count + " cases";
}

for (const control of [outcome, tag, words]) {
  control.addEventListener("input", filter);
}
