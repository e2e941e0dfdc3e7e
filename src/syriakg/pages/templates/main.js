const refresh = () => {
  const choice = readChoice();
  const found = findActors();
  paint(choice, found);
  refreshTable(choice, found);
};

addEventListener("hashchange", () => {
  refresh();
  showChoice(readChoice());
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
startPicture();
startControls(refresh);
refresh();
showChoice(readChoice());
