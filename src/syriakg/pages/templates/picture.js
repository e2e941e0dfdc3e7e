// The drawn network: theme colours, emphasis, zoom.
const canvas = document.getElementById("canvas");
const caption = document.getElementById("caption");
const idleCaption = caption.textContent;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 36rem)");
const FAINT = 0.13;

const nodes = new vis.DataSet(data.picture.nodes);
const edges = new vis.DataSet(data.picture.edges);
const network = new vis.Network(canvas, { nodes, edges }, data.picture.options);
window.syriakgNetwork = network;
canvas.querySelector(".vis-network").tabIndex = -1;

const landscape = {
  nodes: Object.fromEntries(data.picture.nodes.map(({ id, x, y }) => [id, { x, y }])),
  edges: Object.fromEntries(data.picture.edges.map(({ id, smooth }) => [id, smooth])),
};

const arrange = () => {
  const places = narrow.matches ? data.picture.portrait : landscape;
  nodes.update(Object.entries(places.nodes).map(([id, { x, y }]) => ({ id, x, y })));
  edges.update(Object.entries(places.edges).map(([id, smooth]) => ({ id, smooth })));
  fit();
};

const fit = () => network.fit({ maxZoomLevel: 1.25 });

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const paintNode = (actor, lit, chosen) => {
  if (!lit) {
    const color = { background: colour("--surface"), border: colour("--line") };
    return { id: actor.id, borderWidth: 1, color, font: { color: colour("--faint"), face: colour("--sans") } };
  }
  const solid = actor.group === "state";
  const border = chosen ? colour("--accent") : colour(actor.group === "armed" ? "--ink" : "--strong-line");
  return {
    id: actor.id,
    borderWidth: chosen ? 5 : actor.group === "armed" ? 2 : 1,
    color: { background: colour(solid ? "--state-fill" : "--surface"), border },
    font: { color: colour(solid ? "--state-ink" : "--ink"), face: colour("--sans") },
  };
};

const paintEdge = (tie, opacity, chosen) => ({
  id: tie.id,
  hidden: !isShown(tie),
  color: { color: colour(`--${tie.stance}`), opacity },
  width: data.picture.edges.find((edge) => edge.id === tie.id).width * (chosen ? 1.6 : 1),
  font: {
    color: opacity < 1 ? "transparent" : colour(`--${tie.stance}`),
    face: colour("--sans"),
    strokeColor: opacity < 1 ? "transparent" : colour("--surface"),
  },
});

// What stands out: the chosen tie or actor with its neighbours, else what the
// search finds, else everything.
const findEmphasis = (choice, found) => {
  if (choice?.kind === "tie") {
    const tie = ties.get(choice.id);
    const near = new Set([tie, ...rivalsOf(tie)]);
    return { actors: new Set([tie.from, tie.to]), ties: near };
  }
  if (choice?.kind === "actor") {
    const near = tiesOf(choice.id).filter(isShown);
    return { actors: new Set([choice.id, ...near.flatMap((tie) => [tie.from, tie.to])]), ties: new Set(near) };
  }
  if (found) {
    return { actors: found, ties: new Set(data.ties.filter((tie) => found.has(tie.from) || found.has(tie.to))) };
  }
  return null;
};

const paint = (choice, found) => {
  const emphasis = findEmphasis(choice, found);
  const isChosen = (kind, id) => choice?.kind === kind && choice.id === id;
  nodes.update(
    data.actors.map((actor) =>
      paintNode(actor, !emphasis || emphasis.actors.has(actor.id), isChosen("actor", actor.id)),
    ),
  );
  edges.update(
    data.ties.map((tie) => paintEdge(tie, !emphasis || emphasis.ties.has(tie) ? 1 : FAINT, isChosen("tie", tie.id))),
  );
};

const zoomBy = (factor) =>
  network.moveTo({
    scale: network.getScale() * factor,
    animation: calm.matches ? false : { duration: 150, easingFunction: "easeOutQuad" },
  });

const startPicture = () => {
  // The wheel scrolls the page unless Ctrl (or a pinch) asks for zoom.
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    },
    { capture: true },
  );
  for (const button of document.querySelectorAll("[data-zoom]")) {
    const acts = { in: () => zoomBy(1.3), out: () => zoomBy(1 / 1.3), fit };
    button.addEventListener("click", acts[button.dataset.zoom]);
  }
  network.on("click", ({ nodes: [actor], edges: [tie] }) => {
    if (actor !== undefined) choose("actor", actor);
    else if (tie !== undefined) choose("tie", tie);
    else choose(null);
  });
  network.on("hoverEdge", ({ edge }) => {
    const tie = ties.get(edge);
    caption.textContent = `${sentenceOf(tie)} · ${tie.status}${tie.disputed ? ", disputed" : ""}`;
    canvas.style.cursor = "pointer";
  });
  network.on("hoverNode", ({ node }) => {
    const actor = actors.get(node);
    caption.textContent = `${actor.label} · ${actor.kind}`;
    canvas.style.cursor = "pointer";
  });
  for (const left of ["blurEdge", "blurNode"]) {
    network.on(left, () => {
      caption.textContent = idleCaption;
      canvas.style.cursor = "";
    });
  }
  narrow.addEventListener("change", arrange);
  network.on("resize", fit);
  arrange();
};
