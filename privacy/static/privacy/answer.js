// The page "Answer": keeps the letter in step with the outcomes, and shows only the part for the chosen way.
// Without this script the server does the first when the form is sent, and both parts are shown.
(() => {
  const root = document.querySelector("[data-privacy-answer]");
  if (!root) return;
  const form = root.closest("form");
  const status = root.querySelector("[data-privacy-status]");
  const field = (name) => form.elements.namedItem(name);
  let written = field("text").value;
  let timer;

  const showChosenWay = () => {
    const way = new FormData(form).get("how");
    root.querySelectorAll("[data-privacy-how]").forEach((part) => {
      part.hidden = part.dataset.privacyHow !== way;
    });
  };

  const writeLetter = async () => {
    if (field("text").value !== written) {
      status.textContent = root.dataset.changed;
      return;
    }
    const data = new FormData(form);
    data.set("go", "draft");
    data.delete("copy");
    data.delete("enclosures");
    const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
    if (!response.ok) return;
    const letter = await response.json();
    if (field("text").value !== written) return;
    field("text").value = letter.text;
    if (!field("subject").value.trim()) field("subject").value = letter.subject;
    field("made").value = letter.made;
    field("made_of").value = letter.made_of;
    written = field("text").value;
    status.textContent = "";
  };

  form.addEventListener("change", (event) => {
    if (event.target.name === "how") showChosenWay();
  });
  form.addEventListener("input", (event) => {
    if (!/^(outcome|reason|facts)_/.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(writeLetter, event.target.name.startsWith("facts_") ? 600 : 0);
  });
  showChosenWay();
})();
