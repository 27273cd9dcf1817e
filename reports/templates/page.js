"use strict";
// Sorting, filtering and other weights. The page is whole without: this only saves a reader's scrolling.
const text = (cell) => cell.dataset.value ?? cell.textContent.trim();
const compare = (a, b) => {
  const [x, y] = [parseFloat(a), parseFloat(b)];
  return isNaN(x) || isNaN(y) ? a.localeCompare(b, document.documentElement.lang, { numeric: true }) : x - y;
};

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach((head, column) => {
    if (head.dataset.sort === "none") return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [text(a.cells[column]), text(b.cells[column])];
        if (!x || !y) return !x - !y;
        return down ? compare(y, x) : compare(x, y);
      });
      body.append(...rows);
    });
  });
}

for (const table of document.querySelectorAll("table.filterable")) {
  if (table.tBodies[0].rows.length < 6) continue;
  const label = document.createElement("label");
  label.className = "filter small";
  label.textContent = document.body.dataset.filter + " ";
  const input = document.createElement("input");
  input.type = "search";
  label.append(input);
  table.before(label);
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of table.tBodies[0].rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}

const whatIf = document.querySelector(".whatif");
if (whatIf) {
  const rows = [...document.querySelectorAll("tr[data-side=reception]")];
  const inputs = rows.map((row) => {
    const cell = row.querySelector(".weight");
    const input = document.createElement("input");
    Object.assign(input, { type: "number", min: 0, max: 100, step: 0.5, value: cell.dataset.value });
    input.setAttribute("aria-label", `${cell.dataset.label}: ${row.cells[0].textContent.trim()}`);
    cell.replaceChildren(input);
    return input;
  });
  const values = rows.map((row) => parseFloat(row.cells[2].dataset.value));
  const weigh = () => {
    const weights = inputs.map((input) => Math.max(0, parseFloat(input.value) || 0));
    const total = weights.reduce((a, b) => a + b, 0);
    const sum = values.reduce((a, value, n) => a + value * weights[n], 0);
    whatIf.querySelector("output").textContent = total ? Math.round(sum / total) : "–";
  };
  inputs.forEach((input) => input.addEventListener("input", weigh));
  whatIf.hidden = false;
}
