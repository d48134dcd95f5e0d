/** Keeps a full-screen panel in the part of the window that the on-screen keyboard leaves free. */

/** Writes the visible height and top of the window into the element's custom properties. Returns the way to stop. */
export function followVisualViewport(element: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  const follow = () => {
    element.style.setProperty("--visible-height", `${viewport.height}px`);
    element.style.setProperty("--visible-top", `${viewport.offsetTop}px`);
  };
  follow();
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
  return () => {
    viewport.removeEventListener("resize", follow);
    viewport.removeEventListener("scroll", follow);
  };
}
