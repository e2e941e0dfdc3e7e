// Search, filters and the table of ties.
const controls = document.getElementById("controls");
const search = document.getElementById("search");
const shown = document.getElementById("shown");

const checked = (name) =>
  new Set([...controls.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value));

const isShown = (tie) =>
  checked("stance").has(tie.stance) &&
  checked("status").has(tie.status) &&
  (!checked("disputed").has("only") || tie.disputed);

// The actors whose names hold what is typed; null while nothing is.
const findActors = () => {
  const wanted = search.value.trim().toLocaleLowerCase();
  if (!wanted) return null;
  const found = data.actors.filter((actor) => actor.label.toLocaleLowerCase().includes(wanted));
  return new Set(found.map((actor) => actor.id));
};

const refreshTable = (choice, found) => {
  let count = 0;
  for (const row of document.querySelectorAll("[data-row]")) {
    const tie = ties.get(row.dataset.row);
    row.hidden = !isShown(tie) || Boolean(found && !found.has(tie.from) && !found.has(tie.to));
    row.ariaCurrent = choice?.kind === "tie" && choice.id === tie.id ? "true" : null;
    if (!row.hidden) count += 1;
  }
  shown.textContent = `${count} of ${data.ties.length} shown`;
};

const startControls = (refresh) => {
  controls.addEventListener("change", refresh);
  controls.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", () => {
    const found = findActors();
    const exact = data.actors.find((actor) => actor.label === search.value);
    if (exact) choose("actor", exact.id);
    else if (readChoice()) choose(null);
    announcement.textContent = found ? `${found.size} actors found` : "";
    refresh();
  });
  search.addEventListener("keydown", (event) => {
    const [first] = findActors() ?? [];
    if (event.key === "Enter" && first) choose("actor", first, { focus: true });
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-tie], button[data-actor]");
    if (!button) return;
    if (button.dataset.tie !== undefined) choose("tie", button.dataset.tie, { focus: true });
    else choose("actor", button.dataset.actor, { focus: true });
  });
};
