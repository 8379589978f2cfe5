// Leads from a finding to its section: the section may lie in another tab, be collapsed, or behind the side panel.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-privacy-jump]");
  const section = link && document.getElementById(link.hash.slice(1));
  if (!section) return;
  event.preventDefault();
  const tab = section.closest("[role=tabpanel][hidden]");
  if (tab) document.getElementById(tab.getAttribute("aria-labelledby"))?.click();
  const toggle = section.querySelector("[data-panel-toggle]");
  if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  if (window.matchMedia("(max-width: 50rem)").matches && link.closest("[data-side-panel]")) {
    document.querySelector("[data-form-side-close-button]")?.click();
  }
  window.history.replaceState(null, "", link.hash);
  section.scrollIntoView();
  toggle?.focus({ preventScroll: true });
});
