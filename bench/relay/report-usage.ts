/** Answers the bench's questions about this process: CPU time so far, or resident memory after a collection. */
export function reportUsage(): void {
  process.on("message", (question) => {
    if (question === "memory") {
      globalThis.gc?.();
      process.send?.(process.memoryUsage().rss);
    } else {
      process.send?.(process.cpuUsage());
    }
  });
}
