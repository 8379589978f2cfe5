// What is pasted from a web page or a document has headings, lists and links, which a text field drops: they are
// kept beside it, and forgotten as soon as the text is changed by hand. Without scripts the text alone is read.
(() => {
  const text = document.querySelector("textarea[name=text]");
  const html = document.querySelector("input[name=html]");
  const longest = 1_000_000;
  if (!text || !html) return;
  let pasting = false;

  text.addEventListener("paste", (event) => {
    const whole = text.selectionStart === 0 && text.selectionEnd === text.value.length;
    const markup = event.clipboardData ? event.clipboardData.getData("text/html") : "";
    html.value = whole && markup.length <= longest ? markup : "";
    pasting = true;
  });
  text.addEventListener("input", () => {
    if (!pasting) html.value = "";
    pasting = false;
  });
})();
