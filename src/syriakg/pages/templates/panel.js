// The cards beside the picture. All text goes in through textContent.
const panel = document.getElementById("panel");
const overview = document.getElementById("overview");
const card = document.getElementById("card");
const announcement = document.getElementById("announcement");

const make = (tag, { className = "", text = null } = {}, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== null) element.textContent = text;
  element.append(...children);
  return element;
};

// Names and quotes may run right to left; isolate them from their surroundings.
const isolate = (text, className = "") => make("bdi", { text, className });

const makeLink = (kind, id, text) => {
  const button = make("button", { className: "link-button" }, isolate(text));
  button.type = "button";
  button.dataset[kind] = id;
  return button;
};

const makeList = (className, pairs) => {
  const list = make("dl", { className });
  for (const [term, ...said] of pairs) {
    list.append(make("dt", { text: term }), make("dd", {}, ...said));
  }
  return list;
};

const makeTop = (overline, title) => {
  const close = make("button", { className: "plain-button", text: "Close" });
  close.type = "button";
  close.addEventListener("click", () => choose(null, null, { focus: true }));
  return make("div", { className: "top" }, make("div", {}, make("p", { className: "overline", text: overline }), title), close);
};

const makeTitle = (...children) => {
  const title = make("h2", {}, ...children);
  title.tabIndex = -1;
  return title;
};

const makeClaim = (claim) => {
  const quote = claim.quote
    ? make("blockquote", {}, "“", isolate(claim.quote), "”")
    : make("blockquote", { className: "withheld", text: "The sentence is not part of this edition." });
  const outlets = claim.outlets.length ? [" (cites ", isolate(claim.outlets.join(", ")), ")"] : [];
  return make(
    "article",
    { className: "claim" },
    make("p", { className: "what" }, isolate(claim.type)),
    quote,
    makeList("source", [
      ["Who says so", isolate(claim.speaker)],
      ["How sure", claim.certainty],
      ["When", isolate(claim.time || "no time is given")],
      ["Article", isolate(claim.article), ...outlets],
      ["Read by rule", make("code", { text: claim.rule })],
    ]),
  );
};

const makeSide = (heading, className, claims, links = []) =>
  make("section", { className: "side" }, make("h3", { className, text: heading }), ...links, ...claims.map(makeClaim));

const makeSides = (tie) => {
  const rivals = rivalsOf(tie);
  const said = tie.claims.filter((claim) => !claim.denied);
  const denied = tie.claims.filter((claim) => claim.denied);
  const against = rivals.map((rival) =>
    makeSide(
      `Against it: ${rival.stanceLabel.toLowerCase()}`,
      rival.stance,
      rival.claims.filter((claim) => !claim.denied),
      [makeLink("tie", rival.id, sentenceOf(rival))],
    ),
  );
  if (denied.length) against.unshift(makeSide("Against it: denied", "opposed", denied));
  const heading = against.length ? "For it" : said.length === 1 ? "One claim" : `${said.length} claims`;
  const sides = make("div", { className: against.length ? "sides two" : "sides" }, makeSide(heading, tie.stance, said));
  if (against.length) sides.append(make("div", { className: "sides" }, ...against));
  return sides;
};

const showTie = (tie) => {
  const title = makeTitle(
    makeLink("actor", tie.from, tie.fromLabel),
    " ",
    isolate(tie.phrase, "verb"),
    " ",
    makeLink("actor", tie.to, tie.toLabel),
  );
  card.replaceChildren(
    makeTop("Tie", title),
    makeList("facts", [
      ["Stance", make("strong", { className: tie.stance, text: `${tie.stanceLabel} (${tie.symbol})` })],
      ["Kind", isolate(tie.kind)],
      ["Direction", tie.directed ? "one way" : "both ways"],
      ["Status", make("strong", { text: tie.status }), `: ${tie.statusMeaning}`],
      ["Disputed", tie.disputed ? "yes: what articles say of it does not agree" : "no"],
    ]),
    makeSides(tie),
  );
  return `Showing: ${sentenceOf(tie)}`;
};

const showActor = (actor) => {
  const groups = new Map();
  for (const tie of tiesOf(actor.id)) {
    const outgoing = tie.from === actor.id;
    const heading = outgoing ? tie.heading : tie.headingBack;
    if (!groups.has(heading)) groups.set(heading, []);
    const other = outgoing ? tie.toLabel : tie.fromLabel;
    const mark = make("span", { className: `mark ${tie.stance}`, text: tie.symbol + (tie.disputed ? "?" : "") });
    mark.ariaHidden = "true";
    const extra = `${tie.kind}, ${tie.status}${tie.disputed ? ", disputed" : ""}`;
    const item = make("li", {}, mark, makeLink("tie", tie.id, other), make("span", { className: "extra" }, isolate(extra)));
    groups.get(heading).push(item);
  }
  card.replaceChildren(
    makeTop(actor.kind, makeTitle(isolate(actor.label))),
    ...data.headings
      .filter((heading) => groups.has(heading))
      .map((heading) =>
        make("section", { className: "group" }, make("h3", { text: heading }), make("ul", {}, ...groups.get(heading))),
      ),
  );
  return `Showing: ${actor.label}`;
};

const showChoice = (choice) => {
  overview.hidden = Boolean(choice);
  card.hidden = !choice;
  panel.scrollTop = 0;
  if (!choice) card.replaceChildren();
  else announcement.textContent = choice.kind === "tie" ? showTie(ties.get(choice.id)) : showActor(actors.get(choice.id));
  if (choice && getComputedStyle(panel).position === "static") panel.scrollIntoView({ block: "start" });
  if (focusAfter) (card.querySelector("h2") ?? panel).focus({ preventScroll: true });
  focusAfter = false;
};
