// What the page knows and what is chosen. The choice lives in the address
// (#tie=... or #actor=...), so that a finding is a link, from a file too.
const data = JSON.parse(document.getElementById("data").textContent);
const ties = new Map(data.ties.map((tie) => [tie.id, tie]));
const actors = new Map(data.actors.map((actor) => [actor.id, actor]));

const readChoice = () => {
  const [kind, ...rest] = location.hash.slice(1).split("=");
  let id = "";
  try {
    id = decodeURIComponent(rest.join("="));
  } catch {
    return null;
  }
  const known = { tie: ties, actor: actors };
  return Object.hasOwn(known, kind) && known[kind].has(id) ? { kind, id } : null;
};

// Where the keyboard should go once the choice is shown; a click on the
// canvas leaves it where it is.
let focusAfter = false;

const choose = (kind, id, { focus = false } = {}) => {
  focusAfter = focus;
  const wanted = kind ? `#${kind}=${encodeURIComponent(id)}` : "#";
  if (location.hash === wanted || (wanted === "#" && !location.hash)) {
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = wanted;
  }
};

const tiesOf = (actor) => data.ties.filter((tie) => tie.from === actor || tie.to === actor);

// Ties of the opposite sign between the same two actors contradict this one.
const rivalsOf = (tie) =>
  data.ties.filter(
    (other) =>
      other.sign * tie.sign < 0 &&
      ((other.from === tie.from && other.to === tie.to) ||
        (other.from === tie.to && other.to === tie.from)),
  );

const sentenceOf = (tie) => `${tie.fromLabel} ${tie.phrase} ${tie.toLabel}`;
