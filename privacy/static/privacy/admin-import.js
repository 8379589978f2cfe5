// What is pasted from a web page or a document has headings, lists and links, which a text field drops: they are
// kept beside it, and forgotten as soon as the text is changed by hand. Without scripts the text alone is read.
(() => {
  const longest = 1_000_000;
  const isText = (field) => field.matches("#w-editor-form textarea[name=text]");
  let pasting = false;

  document.addEventListener("paste", (event) => {
    const text = event.target;
    if (!isText(text)) return;
    const whole = text.selectionStart === 0 && text.selectionEnd === text.value.length;
    const markup = event.clipboardData ? event.clipboardData.getData("text/html") : "";
    text.form.elements.html.value = whole && markup.length <= longest ? markup : "";
    pasting = true;
  });

  document.addEventListener("input", (event) => {
    const text = event.target;
    if (!isText(text)) return;
    if (!pasting) text.form.elements.html.value = "";
    pasting = false;
  });
})();
