// Handing something over to the reader: as a file, or through the clipboard.

function handOver(text, file, kind) {
  // Offers a text, or a blob, to be saved.
  const url = URL.createObjectURL(new Blob([text], { type: kind }));
  make("a", { href: url, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// A browser that forbids it to a frame complains if asked all the same:
const mayCopy = () => (document.permissionsPolicy ?? document.featurePolicy)?.allowsFeature("clipboard-write") ?? true;

async function toClipboard(text) {
  // Whether a text is in the clipboard; a browser may refuse that, or have none.
  if (!mayCopy()) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the caller shows the text
  }
}
