/** Lists that are edited without being changed: each verb gives a new one. */

export function replaceAt<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((held, at) => (at === index ? item : held));
}

export function removeAt<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, at) => at !== index);
}

/** The item at `from` comes to stand at `to`, both counted in the list as it is. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = removeAt(list, from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** With `item` if it was not there, without it if it was. */
export function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((held) => held !== item) : [...list, item];
}
