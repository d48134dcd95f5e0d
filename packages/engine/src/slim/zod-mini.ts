/**
 * The part of zod/mini that the engine's schemas use, for the bundle that visitors load: it takes zod's place there at
 * an eighth of its weight (docs/decisions/0004-slim-browser-runtime.md). The schemas are written and typed with zod
 * itself; tests ask both about the same messages and want the same answers.
 */

type Path = readonly (string | number)[];
/** Changes a value, or throws an `Issue`. */
type Check = (value: unknown) => unknown;
type Read = (value: unknown, path: Path) => unknown;

class Issue {
  readonly path: Path;
  constructor(path: Path) {
    this.path = path;
  }
}

export interface Schema {
  readonly read: Read;
  /** The values of a literal or an enumeration; null for anything else. */
  readonly values: readonly unknown[] | null;
  readonly shape: Readonly<Record<string, Schema>>;
  readonly isOptional: boolean;
  check(...checks: readonly Check[]): Schema;
  brand(): Schema;
  parse(value: unknown): unknown;
  safeParse(
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } };
}

/** zod's own setting; there is nothing to set here, since nothing is ever compiled from text. */
export function config(): void {}

export const string = () => typed("string");
export const boolean = () => typed("boolean");
export const number = () => schemaOf((value, path) => keepIf(Number.isFinite(value), value, path));
export const int = () => schemaOf((value, path) => keepIf(Number.isSafeInteger(value), value, path));
export const unknown = () => schemaOf((value) => value);
export const literal = (value: unknown) => _enum([value]);

export function _enum(values: readonly unknown[]): Schema {
  return schemaOf((value, path) => keepIf(values.includes(value), value, path), { values });
}
export { _enum as enum };

export function nullable(inner: Schema): Schema {
  return schemaOf((value, path) => (value === null ? null : inner.read(value, path)));
}

export function optional(inner: Schema): Schema {
  return schemaOf((value, path) => (value === undefined ? undefined : inner.read(value, path)), {
    isOptional: true,
  });
}

export function array(inner: Schema): Schema {
  return schemaOf((value, path) => {
    if (!Array.isArray(value)) throw new Issue(path);
    return value.map((item, index) => inner.read(item, [...path, index]));
  });
}

/** Keys that the shape does not name are left out: an older client must survive a newer server. */
export function object(shape: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(shape);
  const read: Read = (value, path) => {
    if (!isRecord(value)) throw new Issue(path);
    const result: Record<string, unknown> = {};
    for (const [key, inner] of entries) {
      const has = key in value;
      if (has || !inner.isOptional) result[key] = inner.read(value[key], [...path, key]);
    }
    return result;
  };
  return schemaOf(read, { shape });
}

/** Entries whose key is not one of `key`'s values are refused, as zod does. */
export function record(key: Schema, inner: Schema): Schema {
  return schemaOf((value, path) => {
    if (!isRecord(value)) throw new Issue(path);
    const result: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      if (!key.safeParse(name).success) throw new Issue([...path, name]);
      result[name] = inner.read(value[name], [...path, name]);
    }
    return result;
  });
}
export { record as partialRecord };

export function extend({ shape }: Schema, more: Readonly<Record<string, Schema>>): Schema {
  return object({ ...shape, ...more });
}

export function union(options: readonly Schema[]): Schema {
  return schemaOf((value, path) => {
    for (const option of options) {
      const parsed = option.safeParse(value);
      if (parsed.success) return parsed.data;
    }
    throw new Issue(path);
  });
}

export function discriminatedUnion(key: string, options: readonly Schema[]): Schema {
  return schemaOf((value, path) => {
    if (!isRecord(value)) throw new Issue(path);
    const option = options.find(({ shape }) => shape[key]?.values?.includes(value[key]));
    if (option === undefined) throw new Issue([...path, key]);
    return option.read(value, path);
  });
}

export const trim = (): Check => (value) => (value as string).trim();
export const minLength = (least: number) => must((value) => (value as string).length >= least);
export const maxLength = (most: number) => must((value) => (value as string).length <= most);
export const regex = (pattern: RegExp) => must((value) => pattern.test(value as string));
export const minimum = (least: number) => must((value) => (value as number) >= least);
export const maximum = (most: number) => must((value) => (value as number) <= most);
export const nonnegative = () => minimum(0);
export const positive = () => must((value) => (value as number) > 0);
export const refine = (isFine: (value: never) => unknown) => must((value) => isFine(value as never));

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function must(isFine: (value: unknown) => unknown): Check {
  return (value) => keepIf(isFine(value), value, []);
}

function typed(type: string): Schema {
  return schemaOf((value, path) => keepIf(typeof value === type, value, path));
}

function keepIf<T>(isFine: unknown, value: T, path: Path): T {
  if (!isFine) throw new Issue(path);
  return value;
}

function schemaOf(
  read: Read,
  {
    values = null,
    shape = {},
    isOptional = false,
  }: Partial<Pick<Schema, "values" | "shape" | "isOptional">> = {},
): Schema {
  const schema: Schema = {
    read,
    values,
    shape,
    isOptional,
    check: (...checks) =>
      schemaOf(
        (value, path) => {
          const kept = read(value, path);
          try {
            return checks.reduce((checked, check) => check(checked), kept);
          } catch {
            throw new Issue(path);
          }
        },
        { values, shape, isOptional },
      ),
    brand: () => schema,
    parse: (value) => read(value, []),
    safeParse(value) {
      try {
        return { success: true, data: read(value, []) };
      } catch (issue) {
        if (!(issue instanceof Issue)) throw issue;
        return { success: false, error: { issues: [issue] } };
      }
    },
  };
  return schema;
}
