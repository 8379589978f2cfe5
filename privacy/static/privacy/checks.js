// Leads from a finding to its section: the section may lie in another tab, be collapsed, or behind the side panel.
const closePanelWhereItCoversTheEditor = (link) => {
  if (window.matchMedia("(max-width: 50rem)").matches && link.closest("[data-side-panel]")) {
    document.querySelector("[data-form-side-close-button]")?.click();
  }
};

// Wagtail shows a tab a moment after its name was pressed, and goes to the top of it.
const inShownTab = (element, then) => {
  const tab = element.closest("[role=tabpanel][hidden]");
  if (!tab) {
    then();
    return;
  }
  document.getElementById(tab.getAttribute("aria-labelledby"))?.click();
  window.setTimeout(then, 400);
};

const goTo = (section, link) => inShownTab(section, () => arriveAt(section, link));

const arriveAt = (section, link) => {
  const toggle = section.querySelector("[data-panel-toggle]");
  if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  closePanelWhereItCoversTheEditor(link);
  window.history.replaceState(null, "", `#${section.id}`);
  section.scrollIntoView();
  toggle?.focus({ preventScroll: true });
  if ("privacyHeading" in link.dataset) openSettings(section);
};

// The words of a heading lie in the settings of the section, behind its cog.
const openSettings = (section) => {
  const cog = section.querySelector("[aria-controls$='-settings']");
  if (cog?.getAttribute("aria-expanded") === "false") cog.click();
  section.querySelector("[name$='-value-heading']")?.focus();
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-privacy-jump]");
  const section = link && document.getElementById(link.hash.slice(1));
  if (!section) return;
  event.preventDefault();
  goTo(section, link);
});

// Adds a section as an editor would, by Wagtail's own list of block types; that list stays open where it has changed.
const sectionsOf = (key) =>
  [...document.querySelectorAll("[data-streamfield-child] > input[name$='-type']")]
    .filter((input) => input.value === key)
    .map((input) => input.parentElement)
    .filter((child) => child.querySelector("input[name$='-deleted']").value !== "1");

const choose = (label) => {
  const search = document.querySelector(".w-combobox [role=combobox]");
  if (!search) return;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  set.call(search, label);
  search.dispatchEvent(new Event("input", { bubbles: true }));
  window.requestAnimationFrame(() => {
    const options = [...document.querySelectorAll(".w-combobox [role=option]")];
    options.find((option) => option.textContent.trim() === label)?.click();
  });
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-privacy-add]");
  if (!button) return;
  const { privacyAdd: key, privacyAfter: after } = button.dataset;
  const there = sectionsOf(key)[0];
  if (there) {
    goTo(there.querySelector("section"), button);
    return;
  }
  const before = document.getElementById(after)?.closest("[data-streamfield-child]");
  const stream = document.querySelector("[data-streamfield-stream-container]");
  const plus = (before ? before.nextElementSibling : stream?.firstElementChild)?.querySelector("button");
  if (plus) inShownTab(plus, () => addWith(plus, button));
});

const addWith = (plus, button) => {
  const { privacyAdd: key, privacyLabel: label } = button.dataset;
  closePanelWhereItCoversTheEditor(button);
  plus.scrollIntoView({ block: "center" });
  if (plus.getAttribute("aria-expanded") !== "true") plus.click();
  let tries = 0;
  const waiting = window.setInterval(() => {
    const added = sectionsOf(key)[0]?.querySelector("section");
    if (added) goTo(added, button);
    else if (tries === 0 || tries % 5 === 0) choose(label);
    tries += 1;
    if (added || tries > 20) window.clearInterval(waiting);
  }, 50);
};

// A record is edited in a tab of its own; back here, the checks are read anew.
let recordOpened = false;
document.addEventListener("click", (event) => {
  recordOpened ||= Boolean(event.target.closest("a[data-privacy-record]"));
});
document.addEventListener("visibilitychange", async () => {
  const shown = document.querySelector("[data-side-panel] [data-privacy-checks]");
  if (document.hidden || !recordOpened || !shown) return;
  recordOpened = false;
  const answer = await fetch(shown.dataset.privacyChecks);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-privacy-checks]");
  if (!fresh) return;
  fresh.dataset.privacyChecks = shown.dataset.privacyChecks;
  shown.replaceWith(fresh);
  const count = fresh.querySelectorAll(".privacy-finding--error").length;
  const counter = document.querySelector("[data-side-panel-toggle='privacy-checks'] [data-side-panel-toggle-counter]");
  if (counter) {
    counter.textContent = count;
    counter.hidden = !count;
  }
});

// Saving the draft renders the panel anew: what the editor opened in it stays open.
const opened = new Map();
const keepOpen = (panel) => {
  for (const group of panel.querySelectorAll("details[data-privacy-group]")) {
    const open = opened.get(group.dataset.privacyGroup);
    if (open !== undefined && group.open !== open) group.open = open;
  }
};
document.addEventListener("click", (event) => {
  const group = event.target.closest("[data-side-panel] details[data-privacy-group] > summary")?.parentElement;
  if (group) opened.set(group.dataset.privacyGroup, !group.open);
});
document.addEventListener("DOMContentLoaded", () => {
  const panel = document.querySelector("[data-side-panel='privacy-checks']");
  if (panel) new MutationObserver(() => keepOpen(panel)).observe(panel, { childList: true, subtree: true });
});
