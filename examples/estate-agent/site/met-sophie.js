/** Her script comes when it comes: gives Sophie to `use` as soon as she is there. */
export function metSophie(use) {
  if (window.Sophie) {
    use(window.Sophie);
    return;
  }
  const script = document.querySelector("script[data-site]");
  script?.addEventListener("load", () => window.Sophie && use(window.Sophie), { once: true });
}
